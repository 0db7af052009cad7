#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

namespace {

std::string sample(const std::string& path) {
  std::ifstream file(std::string(NILAI_SAMPLES_DIR) + "/" + path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  all.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("the samples are read without a mistake", "[grammar]") {
  const auto path = GENERATE("jamsosratu/jamsosratu.nilai", "inspections/inspections.nilai", "schools/schools.nilai",
                             "quickstart/quickstart.nilai", "villages/villages.nilai");
  CAPTURE(path);
  CHECK(Read(sample(path)).mistakes().empty());
}

TEST_CASE("the whole rulebook of the language reference", "[grammar]") {
  const Read read(sample("jamsosratu/jamsosratu.nilai"));
  const auto& book = read.book;
  CHECK(book.name->text == "jamsosratu");
  CHECK(book.choices.size() == 3);
  CHECK(book.tables.size() == 6);
  CHECK(book.parameters.size() == 1);
  CHECK(book.measures.size() == 6);
  CHECK(book.criteria.size() == 3);
  CHECK(book.scores.size() == 1);
  CHECK(book.outcomes.at(0).outcomes.size() == 6);
  CHECK(book.decides.at(0).decisions.size() == 7);
  CHECK(book.guarantees.size() == 3);
  REQUIRE(book.tests.size() == 41);
  CHECK(book.tests[0].given.at(1).having.size() == 1);
  CHECK(book.tests[0].expect.size() == 4);
  const Shape shape(book);
  CHECK(shape(book.measures[2].body) ==
        "(share (any _ of [business where (and (<= started_on (- period_end 6 month)) (or (is_missing ended_on) "
        "(> ended_on period_end)))]) of [household where productive])");
}

TEST_CASE("after a mistake, reading goes on at the next clause or definition", "[grammar]") {
  const Read read(
      "rulebook a\n"
      "  versoin \"1\"\n"
      "  evaluates companion every week\n"
      "table t\n"
      "  column x numbr of days\n"
      "  column y text\n"
      "criterion c weight\n"
      "  measured by x\n"
      "  if mising 3\n"
      "  points 0 at 30,5, 100 at 95\n"
      "  code A\n"
      "outcomes\n"
      "  good \"Good\" 3\n"
      "  bad\n"
      "decide\n"
      "  bad whn x\n"
      "  good when y <\n"
      "  good otherwise\n"
      "test \"t\"\n"
      "  given 3\n"
      "  expect outcome bad\n");
  CHECK(read.mistakes() == std::vector<std::string>{"unknown_clause: versoin", "expected: week", "expected: of",
                                                    "expected: measured", "expected: if", "decimal_comma: 30,5",
                                                    "expected: 3", "expected: whn", "expected: otherwise",
                                                    "expected: 3"});
  CHECK(read.book.tables.at(0).columns.size() == 2);
  CHECK(read.book.criteria.at(0).code->text == "A");
  CHECK(read.book.outcomes.at(0).outcomes.size() == 2);
  CHECK(read.book.tests.at(0).expect.size() == 1);
}

TEST_CASE("a text cut off anywhere is read to its end", "[grammar]") {
  const std::string whole = sample("jamsosratu/jamsosratu.nilai");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Read read(whole.substr(0, length));
    for (const auto& diagnostic : read.diagnostics.all()) {
      if (diagnostic.span.begin > diagnostic.span.end || diagnostic.span.end > length) FAIL("span beyond " << length);
    }
  }
}

TEST_CASE("a text with a byte changed anywhere is read to its end", "[grammar]") {
  const std::string whole = sample("jamsosratu/jamsosratu.nilai");
  for (const char byte : {'(', '"', '\xC3', '{', '\n', '9'}) {
    for (std::size_t at = 0; at < whole.size(); at += 19) {
      std::string changed = whole;
      changed[at] = byte;
      const Read read(std::move(changed));
      CHECK(read.diagnostics.all().size() < 20);
    }
  }
}

TEST_CASE("hostile texts are refused in time", "[grammar]") {
  struct HostileCase {
    std::string name, before, repeated, after;
    int count;
    text::Code code;
  };
  using text::Code;
  const auto c = GENERATE(values<HostileCase>({
      {"nothing but parentheses", "", "(", "", 1000000, Code::not_a_definition},
      {"parentheses", "measure a = ", "(", "", 100000, Code::nested_too_deep},
      {"closed parentheses", "measure a = ", "(", "1" + repeated(")", 10000), 10000, Code::nested_too_deep},
      {"not", "measure a = ", "not ", "b", 10000, Code::nested_too_deep},
      {"minus", "measure a = ", "- ", "b", 10000, Code::nested_too_deep},
      {"calls", "measure a = ", "count(a where any(", "", 10000, Code::nested_too_deep},
      {"a long sum", "measure a = 1", " + 1", "", 100000, Code::expression_too_long},
      {"a long or", "measure a = b", " or b", "", 100000, Code::expression_too_long},
      {"having", "test \"t\" given 1 a ", "having ", "", 100000, Code::expected},
      {"texts that are not closed", "", "\"\n", "", 100000, Code::text_not_closed},
      {"backticks", "", "`", "", 100000, Code::backtick_not_closed},
      {"unknown clauses", "criterion a\n", "  foo 3\n", "", 100000, Code::unknown_clause},
      {"braces", "decide a when b because \"", "{", "\"", 100000, Code::expected},
      {"too large", "", "measure a = 1 # ", "", 70000, Code::file_too_large},
      {"a word without end", "", "a", "", 1000000, Code::not_a_definition},
      {"bytes", "", "\x01\xFE", "", 1000, Code::not_utf8},
  }));
  CAPTURE(c.name);
  std::string text = c.before + repeated(c.repeated, c.count) + c.after;
  const auto start = std::chrono::steady_clock::now();
  const Read read(std::move(text));
  const std::chrono::duration<double> elapsed_seconds = std::chrono::steady_clock::now() - start;
  REQUIRE_FALSE(read.diagnostics.all().empty());
  CHECK(read.diagnostics.all()[0].code == c.code);
  // Far from what it takes, and near to nothing beside what a quadratic reader would.
  CHECK(elapsed_seconds.count() < 20);
}

TEST_CASE("long lists and deep nesting within the limits are read", "[grammar]") {
  CHECK(Read("measure a = " + repeated("(", 199) + "1" + repeated(")", 199)).mistakes().empty());
  CHECK(Read("measure a = 1" + repeated(" + 1", 990)).mistakes().empty());
  CHECK(Read("measure a = min(1" + repeated(", 1", 20000) + ")").mistakes().empty());
  CHECK(Read("measure a = 1 when b = 2" + repeated(", 1 when b = 2", 5000)).mistakes().empty());
}

}  // namespace nilai::tests
