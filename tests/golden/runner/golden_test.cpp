// Runs every case of tests/golden; README.md there says what a case looks like.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/command_line.hpp"
#include "golden/runner/case_file.hpp"
#include "golden/runner/case_folder.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::tests {
namespace {

/// What the command prints, and its exit code on a line of its own. What `> FILE` takes is not printed.
std::string print(std::vector<std::string> words) {
  std::ostringstream out, err;
  std::string out_file;
  if (words.size() > 2 && words[words.size() - 2] == ">") {
    out_file = words.back();
    words.resize(words.size() - 2);
  }
  int exit_code = 0;
  if (words.size() == 2 && words[0] == "cat") {
    out << read_text(words[1]);
    exit_code = std::filesystem::exists(words[1]) ? 0 : 1;
  } else if (!words.empty() && words[0] == "nilai") {
    app::Console console{out, err};
    exit_code = app::run_command_line({words.begin() + 1, words.end()}, console);
  } else {
    err << "a case runs `nilai …` or `cat FILE`\n";
    exit_code = 127;
  }
  if (!out_file.empty()) {
    write({out_file, out.str()});
    out.str({});
  }
  std::string printed = out.str();
  if (!printed.empty() && printed.back() != '\n') printed += '\n';
  printed += err.str();
  if (!printed.empty() && printed.back() != '\n') printed += '\n';
  return printed + "exit " + std::to_string(exit_code) + "\n";
}

/// The first line in which the two differ, as an editor counts it in the case.
std::string difference(const Command& command, const std::string& printed) {
  std::istringstream expected_lines(command.expected), printed_lines(printed);
  for (std::size_t line = command.line + 1;; ++line) {
    std::string expected, found;
    const bool more_expected = !std::getline(expected_lines, expected).fail();
    const bool more_found = !std::getline(printed_lines, found).fail();
    if (more_expected == more_found && expected == found) continue;
    return ":" + std::to_string(line) + ":\n  expected: " + (more_expected ? expected : "nothing more") +
           "\n  found:    " + (more_found ? found : "nothing more") + "\n\nall that was found:\n" + printed;
  }
}

void run_case(const std::filesystem::path& path, bool is_blessing) {
  const std::string text = read_text(path);
  const CaseFile file = read_case(text);
  CAPTURE(file.mistake);
  REQUIRE(file.mistake.empty());

  const CaseFolder there;
  std::vector<std::string> printed;
  for (const Step& step : file.steps) {
    if (const auto* write_file = std::get_if<WriteFile>(&step)) {
      write(*write_file);
      continue;
    }
    const auto& command = std::get<Command>(step);
    printed.push_back(print(command.words));
    if (!is_blessing && printed.back() != command.expected) {
      FAIL_CHECK(path.string() + difference(command, printed.back()));
    }
  }
  if (is_blessing) std::ofstream(path, std::ios::binary) << blessed(text, file, printed);
}

}  // namespace

TEST_CASE("what is printed is what the golden cases say", "[golden]") {
  // Messages go by the locale where `--lang` does not say.
  for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES"}) unsetenv(name);
  setenv("LANG", "C", 1);
  const char* bless = std::getenv("NILAI_BLESS");
  const bool is_blessing = bless != nullptr && std::string_view(bless) == "1";
  REQUIRE_FALSE(case_paths().empty());
  for (const std::filesystem::path& path : case_paths()) {
    DYNAMIC_SECTION(path.lexically_relative(golden_folder()).string()) {
      run_case(path, is_blessing);
    }
  }
}

TEST_CASE("every diagnostic has a golden case that shows it", "[golden]") {
  for (const text::CatalogueEntry& entry : text::catalogue()) {
    const std::string name = "diagnostics/" + std::string(entry.name) + ".case";
    const std::string text = read_text(golden_folder() / name);
    bool shows_it = false;
    for (const Step& step : read_case(text).steps) {
      const auto* command = std::get_if<Command>(&step);
      if (command != nullptr && command->expected.find(text::code_text(entry.code)) != std::string::npos)
        shows_it = true;
    }
    if (!shows_it) FAIL_CHECK(text::code_text(entry.code) << ": no " << name << " that shows it");
  }
}

TEST_CASE("a case is read as its README says", "[golden]") {
  const std::string text =
      "Prose.\n\n--- a.txt\none\n\n--- b.txt (escaped)\n\\x41\\n\n\\\\\n--- b.txt (repeat 3)\n(\n"
      "$ nilai check 'a b.txt' \"\"\nprinted\nexit 1\n\n$ cat b.txt\nexit 0\n";
  const CaseFile file = read_case(text);
  CAPTURE(file.mistake);
  REQUIRE(file.mistake.empty());
  REQUIRE(file.steps.size() == 5);
  CHECK(std::get<WriteFile>(file.steps[0]).content == "one\n\n");
  CHECK(std::get<WriteFile>(file.steps[1]).content == "A\n\\");
  CHECK(std::get<WriteFile>(file.steps[2]).content == "(((");
  CHECK(std::get<WriteFile>(file.steps[2]).is_appended);
  const auto& command = std::get<Command>(file.steps[3]);
  CHECK(command.words == std::vector<std::string>{"nilai", "check", "a b.txt", ""});
  CHECK(command.expected == "printed\nexit 1\n");
  CHECK(command.line == 11);
  CHECK(blessed(text, file, {"printed\nexit 1\n", "exit 0\n"}) == text);
  CHECK(blessed(text, file, {"other\nexit 2\n", "(((\nexit 0\n"})
            .ends_with("\"\"\nother\nexit 2\n\n$ cat b.txt\n(((\nexit 0\n"));

  CHECK(read_case("prose alone\n").mistake == "line 2: no command");
  CHECK(read_case("--- a (twice)\n$ nilai\n").mistake.starts_with("line 1: a file is"));
  CHECK(read_case("--- a (escaped)\n\\q\n$ nilai\n").mistake.starts_with("line 3: an escape"));
}

}  // namespace nilai::tests
