#include "app/cli/explain_error.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "app/cli/command_line.hpp"
#include "grammar/text/pages.hpp"
#include "support/check_text.hpp"
#include "support/temporary_folder.hpp"

namespace nilai::app {
namespace {

struct Ran {
  explicit Ran(const std::vector<std::string>& words) {
    std::ostringstream out, err;
    Console console{out, err, false, false, text::Language::en};
    exit_code = run_command_line(words, console);
    said = out.str() + err.str();
  }

  std::string said;
  int exit_code = 0;
};

/// What the examples of data are read by: a table that is named like the file, else companions and visits.
std::string rulebook_for(std::string_view file) {
  const std::string head =
      "rulebook example \"Contoh\"\n  in force from 2025-01-01\n  evaluates companion every quarter\n"
      "table companion\n  key companion_id\n";
  if (file == "mark.csv") {
    return head +
           "table mark\n  belongs to companion by companion_id\n  period quarter\n  column mark number\n"
           "measure best = max(mark of mark) if missing 0\n";
  }
  if (file == "rating.csv") {
    return head +
           "table rating\n  belongs to companion by companion_id\n  dated rated_on\n  column rating number\n"
           "measure now = latest(rating of rating) if missing 0\n";
  }
  if (file == "licence.csv") {
    return head +
           "table licence\n  belongs to companion by companion_id\n  dated issued_on\n  column class text\n"
           "measure licensed = only(class of licence) is not missing\n";
  }
  const std::string rewards =
      "parameter points_for by kind, visits in \"points.csv\"\n"
      "measure reward = points_for(home, count(visit)) if missing 0\n";
  return head +
         "  column households whole number at least 1\n"
         "table visit\n  belongs to companion by companion_id\n  dated visited_on\n"
         "  column verified yes or no\n  column kind one of home, office\n"
         "measure reach = count(visit where verified and kind = home) / households\n"
         "measure pace = working days between(period start, period end)\n" +
         (file == "points.csv" ? rewards : "");
}

/// `\xA0` becomes that byte.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) != "\\x") {
      bytes += text[at];
      continue;
    }
    bytes += static_cast<char>(std::stoi(std::string(text.substr(at + 2, 2)), nullptr, 16));
    at += 3;
  }
  return bytes;
}

/// Runs an example, and gives what comes back.
Ran tried(const text::PageExample& example) {
  const tests::TemporaryFolder folder;
  const auto write = [&](std::string_view name, const std::string& content) {
    std::ofstream(folder.path() / name, std::ios::binary) << content;
  };
  const std::string content = example.is_escaped ? unescaped(example.text) : std::string(example.text);
  const std::string book = (folder.path() / "book.nilai").string();
  if (example.kind == "nilai") {
    const bool is_whole = content.starts_with("rulebook ") || content.starts_with("buku aturan ") ||
                          content.starts_with("table companion\n");
    write("book.nilai", is_whole ? content : test::schema + content);
    const bool has_test = content.starts_with("test ") || content.find("\ntest ") != std::string::npos;
    return Ran({has_test ? "test" : "check", book});
  }
  const bool is_dataset = example.file == "dataset.yaml";
  if (example.kind == "yaml" && !is_dataset) {
    write(example.file, content);
    return Ran({"check", (folder.path() / example.file).string()});
  }
  write("book.nilai", rulebook_for(example.file));
  write("companion.csv", "companion_id,households\nP1,2\n");
  write("visit.csv", "companion_id,visited_on,verified,kind\nP1,2025-01-14,yes,home\n");
  write("holidays.csv", "date\n2025-01-01\n");
  write("dataset.yaml",
        "tables:\n  companion: {file: companion.csv}\n  visit: {file: visit.csv}\nholidays: holidays.csv\n");
  write(example.file, content);
  const bool has_dataset = is_dataset || example.file == "holidays.csv";
  return Ran({"run", book, "--data", (has_dataset ? folder.path() / "dataset.yaml" : folder.path()).string(),
              "--period", "2025-Q1", "--out", (folder.path() / "out").string()});
}

TEST_CASE("the example before a mistake is mended gives it, and the one after does not", "[app]") {
  for (const text::CatalogueEntry& entry : text::catalogue()) {
    const auto page = text::page(entry.code);
    if (!page || !page->before || !page->after || page->before->kind == "sh") continue;
    const std::string code = "[" + text::code_text(entry.code) + "]";
    CAPTURE(code);
    const Ran before = tried(*page->before);
    if (before.said.find(code) == std::string::npos) FAIL_CHECK("not given before:\n" << before.said);
    const Ran after = tried(*page->after);
    if (after.said.find(code) != std::string::npos) FAIL_CHECK("given after:\n" << after.said);
    if (after.exit_code != 0) FAIL_CHECK("wrong after:\n" << after.said);
  }
}

TEST_CASE("the page of a code is found however the code is written", "[app]") {
  const auto code = GENERATE(values<std::string>({"N2104", "n2104", "2104"}));
  const Ran ran({"explain-error", code});
  CHECK(ran.exit_code == 0);
  CHECK(ran.said.starts_with("N2104  There is no such outcome\n"));
}

struct UnknownCode {
  const char* name;
  const char* code;
  const char* said;
};

TEST_CASE("a code that is none is exit code 2, with what is near", "[app]") {
  const auto c = GENERATE(values<UnknownCode>({
      {"more than a code", "N2102x", "a code is written like `N2104`"},
      {"not given out", "N2120", "the nearest are N2112, N2113, N2114"},
      {"below all", "N0", "the nearest are N1001, N1002, N1003"},
      {"above all", "9999", "N6002"},
      {"below zero", "-1", "-1"},
      {"a word", "unknown_name", "a code is written like `N2104`"},
      {"larger than any number", "N99999999999999999999", "a code is written like `N2104`"},
  }));
  CAPTURE(c.name);
  const Ran ran({"explain-error", c.code});
  CHECK(ran.exit_code == 2);
  CHECK(ran.said.find(c.said) != std::string::npos);
}

TEST_CASE("without a code, every one is listed", "[app]") {
  const Ran ran({"explain-error"});
  CHECK(ran.exit_code == 0);
  for (const text::CatalogueEntry& entry : text::catalogue()) {
    CHECK(ran.said.find("  " + text::code_text(entry.code) + "  ") != std::string::npos);
  }
}

}  // namespace
}  // namespace nilai::app
