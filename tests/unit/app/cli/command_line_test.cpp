#include "app/cli/command_line.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "app/cli/help.hpp"

namespace nilai::app {
namespace {

struct Ran {
  explicit Ran(const std::vector<std::string>& words) {
    Console console{out, err, false, false, text::Language::en};
    exit_code = run_command_line(words, console);
  }

  std::ostringstream out, err;
  int exit_code = 0;
};

TEST_CASE("help goes to stdout, fits a screen and ends with two examples", "[app]") {
  const auto words = GENERATE(values<std::vector<std::string>>({{"--help"},
                                                                {"check", "--help"},
                                                                {"run", "-h"},
                                                                {"explain", "--help"},
                                                                {"run", "--help", "--lang", "id"},
                                                                {"explain-error", "--help"},
                                                                {"explain-error", "--help", "--lang", "id"},
                                                                {"new", "--help"},
                                                                {"new", "--help", "--lang", "id"},
                                                                {"graph", "--help"},
                                                                {"graph", "--help", "--lang", "id"}}));
  const Ran ran(words);
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.str().empty());
  const std::string text = ran.out.str();
  CHECK(std::count(text.begin(), text.end(), '\n') <= 24);
  const std::size_t examples = std::max(text.find("\nexamples:\n") + 1, text.find("\ncontoh:\n") + 1);
  REQUIRE(examples != 0);
  CHECK(std::count(text.begin() + static_cast<std::ptrdiff_t>(examples), text.end(), '\n') == 3);
}

TEST_CASE("help names every option, in both languages", "[app]") {
  for (const auto language : {text::Language::en, text::Language::id}) {
    for (const char* option : {"--data", "--period", "--out", "--format", "--threads", "--rows", "--strict", "--lang",
                               "--show-personal", "--quiet", "--verbose", "--log-format"}) {
      CHECK(help_text("run", language).find(option) != std::string_view::npos);
    }
    for (const char* option : {"--data", "--period", "--subject", "--format", "--threads", "--quiet", "--verbose",
                               "--log-format", "--lang"}) {
      CHECK(help_text("explain", language).find(option) != std::string_view::npos);
    }
  }
}

TEST_CASE("the version is one line", "[app]") {
  const Ran ran({"--version"});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.str().starts_with("nilai "));
}

struct MistakeCase {
  const char* name;
  std::vector<std::string> words;
  const char* said;
};

TEST_CASE("a wrong command line is exit code 2, and says what is wrong", "[app]") {
  const auto c = GENERATE(values<MistakeCase>({
      {"nothing", {}, "say what to do"},
      {"a command that is none", {"chekc", "a.nilai"}, "did you mean `check`?"},
      {"an option that is none", {"check", "--fast", "a.nilai"}, "`--fast`"},
      {"a slip in an option", {"run", "a.nilai", "--dta", "x"}, "did you mean `--data`?"},
      {"no rulebook", {"check"}, "RULEBOOK is missing"},
      {"no data", {"run", "a.nilai"}, "--data is missing"},
      {"no subject", {"explain", "a.nilai", "--data", "x"}, "--subject is missing"},
      {"a format that is none", {"check", "a.nilai", "--format", "yaml"}, "yaml"},
      {"no threads", {"run", "a.nilai", "--data", "x", "--threads", "0"}, "--threads"},
      {"threads that are no number", {"run", "a.nilai", "--data", "x", "--threads", "many"}, "--threads"},
      {"quiet and verbose", {"run", "a.nilai", "--data", "x", "--quiet", "--verbose"}, "--quiet"},
      {"a language that is none", {"check", "a.nilai", "--lang", "fr"}, "fr"},
      {"in Indonesian", {"--lang", "id"}, "sebutkan perintahnya"},
  }));
  CAPTURE(c.name);
  const Ran ran(c.words);
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.str().empty());
  CAPTURE(ran.err.str());
  CHECK(ran.err.str().find(c.said) != std::string::npos);
  CHECK(ran.err.str().find("--help`") != std::string::npos);
}

}  // namespace
}  // namespace nilai::app
