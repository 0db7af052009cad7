#include <catch2/catch.hpp>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

namespace {

struct MistakeCase {
  std::string text;
  std::vector<std::string> mistakes;
};

}  // namespace

TEST_CASE("a mistake is reported once, as what it is", "[grammar]") {
  const auto c = GENERATE(values<MistakeCase>({
      // characters
      {"", {"empty_file: "}},
      {" # only a comment\n", {"empty_file: "}},
      {"\xFFmeasure a = 1", {"not_utf8: \xFF"}},
      {std::string("measure a = 1\0 + 2", 18), {std::string("control_character: \0", 20)}},
      {"measure a\xC2\xA0= 1", {"odd_space: \xC2\xA0"}},
      {"measure a = \"x\n  rounded to 1 place", {"text_not_closed: \"x"}},
      {"measure a = \"a\\q\"", {"unknown_escape: \\q"}},
      {"measure a = `b + 1", {"backtick_not_closed: `b"}},
      {"measure a = “x”\n", {"curly_quotes: “x”"}},
      // numbers and dates
      {"criterion a weight 30,5%", {"decimal_comma: 30,5%"}},
      {"criterion a points 0 at 30,5, 100 at 95", {"decimal_comma: 30,5"}},
      {"criterion a points 9 when at least 30,5, 0 otherwise", {"decimal_comma: 30,5"}},
      {"criterion a points 0 at 30,5 at 40", {}},
      {"measure a = min(30,5)", {}},
      {"measure a = 1.2.3 + 12abc", {"not_a_number: 1.2.3", "not_a_number: 12abc"}},
      {"measure a = b > 2017-02-31", {"no_such_date: 2017-02-31"}},
      // words and operators
      {"measure a = b == c", {"foreign_operator: =="}},
      {"measure a = b <> c && d => e", {"foreign_operator: <>", "foreign_operator: &&"}},
      {"measure a = b => c", {"foreign_operator: =>"}},
      {"table t\n  column test text", {"reserved_word: test"}},
      {"criterion a\n  Weight 40%\n  code B", {"capital_in_keyword: Weight"}},
      {"measure a = b AND c", {"capital_in_keyword: AND"}},
      {"measure a = b < c < d", {"comparison_chained: <"}},
      {"measure a = (b + (c)\nmeasure d = 1", {"parenthesis_not_closed: measure"}},
      {"measure a = \nmeasure b = 1", {"expected: measure"}},
      {"measure a = 1 +", {"expected: "}},
      {"measure a = share(household where b)", {"expected: where"}},
      // definitions and clauses
      {"foo bar\nmeasure a = 1", {"not_a_definition: foo"}},
      {"mesure a = 1\n  rounded to 1 place\nmeasure b = 1", {"not_a_definition: mesure"}},
      {"measure a = 1\nMeasure b = 1\n  rounded to 1 place\n  rounded to 1 place", {"capital_in_keyword: Measure"}},
      {"measure a = 1\nrulebook b", {"head_not_first: rulebook"}},
      {"criterion a\n  wieght 40%\n  code B", {"unknown_clause: wieght"}},
      {"criterion a weight 1%\n  weight 2%", {"clause_twice: weight"}},
      {"measure a = count(b where c where d)", {"clause_twice: where"}},
      {"choice a: b < c, d", {"values_mixed: ,"}},
      {"measure a = 1 otherwise, 2 when b", {"otherwise_not_last: 1 otherwise"}},
      {"decide\n  a otherwise\n  b when c", {"otherwise_not_last: a otherwise"}},
      {"decide a when b because \"{c + }\" code D", {"expected: }"}},
      {"decide a when b because \"{c\" code D", {"expected: "}},
      {"decide a when b because \"c} d\" code D", {"lone_brace: }"}},
      {"test \"t\" in 2017-Q5\n  expect outcome a", {"expected: 2017-Q5"}},
      {"test \"t\"\n  given a b 3", {"expected: "}},
      {"parameter p\nmeasure a = 1", {"expected: measure"}},
  }));
  CAPTURE(c.text);
  CHECK(Read(c.text).mistakes() == c.mistakes);
}

TEST_CASE("a fix carries its place and its text", "[grammar]") {
  struct FixCase {
    std::string text, marked, replacement;
  };
  const auto c = GENERATE(values<FixCase>({
      {"criterion a weight 30,5%", "30,5%", "30.5%"},
      {"parameter p\n  from 01/02/2025  3", "01/02/2025", "2025-02-01"},
      {"parameter p\n  from 1 Januari 2025  3", "1 Januari 2025", "2025-01-01"},
      {"measure a = b less than 3", "less than", "<"},
      {"measure a = 1 if b, 2 otherwise", "if", "when"},
      {"measure a = 1 when b, 2 else", "else", "otherwise"},
      {"criterion a\n  points 0 at 30%; 100 at 90%", ";", ","},
      {"measure a = b minimum 3", "minimum", ">="},
      {"criterion a\n  points 9 when minimum 3, 0 otherwise", "minimum", "at least"},
      {"ukuran a = rata-rata(b, c)", "rata-rata", "rerata"},
      {"Buku Aturan a\n  versi \"1\"", "Buku Aturan", "buku aturan"},
      {"ukuran a = 1\ndaftar keputusn\n  b", "daftar keputusn", "daftar keputusan"},
      {"outcomes\n  a\ndecides\n  a otherwise", "decides", "decide"},
      {"measure a = 1.250.000", "1.250.000", "1250000"},
      {"ukuran a = 1.250", "1.250", "1250"},
      {"parameter passing mark\n  from 2017-01-01 3", "passing mark", "passing_mark"},
      {"criterion a Some of them weight 3%", "Some of them", "\"Some of them\""},
      {"measure a = b == c", "==", "="},
      {"measure a = b & c", "&", "and"},
      {"table t\n  column test text", "test", "`test`"},
      {"criterion a\n  wieght 40%", "wieght", "weight"},
      {"criterio a", "criterio", "criterion"},
      {"Measure a = 1", "Measure", "measure"},
      {"measure a = “x”", "“x”", "\"x\""},
      {"measure a\xC2\xA0= 1", "\xC2\xA0", " "},
      {"measure a = `b + 1", "`b", "`b`"},
  }));
  CAPTURE(c.text);
  const Read read(c.text);
  REQUIRE(read.diagnostics.all().size() == 1);
  REQUIRE(read.diagnostics.all()[0].fixes.size() == 1);
  const auto& fix = read.diagnostics.all()[0].fixes[0];
  REQUIRE(fix.span);
  CHECK(read.text_of(*fix.span) == c.marked);
  CHECK(fix.replacement == c.replacement);
}

TEST_CASE("what is expected is said in the author's words", "[grammar]") {
  struct WordsCase {
    std::string text, message;
  };
  const auto c = GENERATE(values<WordsCase>({
      {"table t belongs household", "expected `belongs to`, but found `belongs`"},
      {"table t belongs to 3", "expected a name, but found `3`"},
      {"table t belongs to a at b", "expected `by`, but found `at`"},
      {"measure = 3", "expected a name, but found `=`"},
      {"measure a 3", "expected `=`, but found `3`"},
      {"measure a = 1 when", "expected a condition, but found the end of the file"},
      {"measure a = 1 when b, 3", "expected `when` or `otherwise`, but found the end of the file"},
      {"criterion a points 3 weight 4%", "expected `when` or `at`, but found `weight`"},
      {"measure a = b ^ c", "expected a whole number, but found `c`"},
      {"measure a = count(b in 3 days)", "expected `last`, `previous` or `this`, but found `3`"},
      {"measure a = b in (1, )", "expected a value, but found `)`"},
      {"measure a = (1", "expected `)`, but found the end of the file"},
      {"guarantee \"g\" raising a never b", "expected `raises`, `lowers`, `worsens` or `improves`, but found `b`"},
      {"decide a when b because c", "expected a text in double quotes, but found `c`"},
  }));
  CAPTURE(c.text);
  const Read read(c.text);
  REQUIRE(read.diagnostics.all().size() == 1);
  CHECK(text::message_text(read.diagnostics.all()[0], text::Language::en) == c.message);
}

TEST_CASE("a parenthesis that is not closed shows where it was opened", "[grammar]") {
  const Read read("measure a = (b * (c + 1)\nmeasure d = 1");
  REQUIRE(read.diagnostics.all().size() == 1);
  REQUIRE(read.diagnostics.all()[0].labels.size() == 1);
  CHECK(read.diagnostics.all()[0].labels[0].span == text::Span{12, 13});
}

}  // namespace nilai::tests
