#include <catch2/catch.hpp>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

namespace {

Read clean(const std::string& text) {
  Read read(text);
  CAPTURE(text, read.mistakes());
  REQUIRE(read.mistakes().empty());
  return read;
}

}  // namespace

TEST_CASE("the head of a rulebook", "[grammar]") {
  const Read read = clean(
      "rulebook jam \"Judul\" en \"Title\"\n  basis \"UU 1\"\n  evaluates companion every year starting october\n"
      "  in force from 2017-01-01 to 2018-12-31\n  version \"2\"\n");
  const auto& book = read.book;
  CHECK(book.name->text == "jam");
  CHECK(book.label.text == "Judul");
  CHECK(book.label.en == "Title");
  CHECK_FALSE(book.label.id);
  CHECK(book.basis.text == "UU 1");
  CHECK(book.version.text == "2");
  CHECK(book.evaluates->table.text == "companion");
  CHECK(book.evaluates->every == syntax::TimeUnit::year);
  CHECK(book.evaluates->starting_month == 10);
  CHECK(book.in_force->to->year == 2018);
  CHECK(read.text_of(book.head_span) == "rulebook jam \"Judul\" en \"Title\"");
}

TEST_CASE("choices are ordered or not", "[grammar]") {
  const Read read = clean("choice a \"A\" basis \"b\": x \"X\" en \"Ex\", y\nchoice b: low < high\nchoice c: one");
  CHECK(read.book.choices.at(0).values.values.at(0).label.en == "Ex");
  CHECK(read.book.choices.at(0).basis.text == "b");
  CHECK_FALSE(read.book.choices.at(0).values.is_ordered);
  CHECK(read.book.choices.at(1).values.is_ordered);
  CHECK(read.book.choices.at(2).values.values.size() == 1);
}

TEST_CASE("tables: keys, links and dates", "[grammar]") {
  const Read read = clean(
      "table violation \"V\"\n  key a \"Kode\", b\n  belongs to business by business_id\n"
      "  belongs to inspection by business_id = business_id, found_on \"D\" = date\n  dated date\n  basis \"x\"\n"
      "table c period quarter key id");
  const auto& table = read.book.tables.at(0);
  CHECK(table.key.at(0).label.text == "Kode");
  CHECK(table.key.at(1).name.text == "b");
  REQUIRE(table.links.size() == 2);
  CHECK_FALSE(table.links[0].pairs.at(0).of_parent);
  CHECK(table.links[1].pairs.at(1).own.label.text == "D");
  CHECK(table.links[1].pairs.at(1).of_parent->text == "date");
  CHECK(table.dated->name.text == "date");
  CHECK(read.book.tables.at(1).period->name.text == "quarter");
  CHECK(read.book.tables.at(1).key.at(0).name.text == "id");
}

TEST_CASE("columns: every type and attribute", "[grammar]") {
  struct ColumnCase {
    std::string text;
    syntax::PlainType plain;
    std::string unit;
  };
  using syntax::PlainType;
  const auto c = GENERATE(values<ColumnCase>({
      {"yes or no", PlainType::yes_or_no, ""},
      {"text personal", PlainType::text, ""},
      {"date optional", PlainType::date, ""},
      {"number", PlainType::number, ""},
      {"number to 2 places protected", PlainType::number, ""},
      {"number of days", PlainType::number, "days"},
      {"number in rupiah to 2 places", PlainType::number, "rupiah"},
      {"whole number", PlainType::whole_number, ""},
      {"whole number of half years", PlainType::whole_number, "half years"},
      {"whole number in rupiah at least 1 at most 5", PlainType::whole_number, "rupiah"},
      {"one of a \"A\", b protected", PlainType::one_of, ""},
      {"one of a < b", PlainType::one_of, ""},
      {"stage", PlainType::choice, ""},
  }));
  CAPTURE(c.text);
  const Read read = clean("table t\n  column x \"X\" " + c.text + "\n  key id");
  const auto& column = read.book.tables.at(0).columns.at(0);
  CHECK(column.type.plain == c.plain);
  CHECK((column.type.unit ? column.type.unit->text : "") == c.unit);
  CHECK(column.label.text == "X");
}

TEST_CASE("columns: limits, formulas and names that are words of the language", "[grammar]") {
  const Read read = clean(
      "table t\n  column points whole number at least -1 at most 5 personal\n  column date date\n"
      "  column score number = 100 - 7 * count(v)\n  column band band = good when score > 90, poor otherwise\n"
      "  column code text\n  column weight number optional\n  column since date\n  column period text\n");
  const auto& columns = read.book.tables.at(0).columns;
  REQUIRE(columns.size() == 8);
  const Shape shape(read.book);
  CHECK(shape(columns[0].at_least) == "(neg 1)");
  CHECK(shape(columns[0].at_most) == "5");
  CHECK(columns[0].is_personal);
  CHECK(shape(columns[2].formula) == "(- 100 (* 7 (count _ of [v])))");
  CHECK(shape(columns[3].formula) == "(cases good:(> score 90) poor:_)");
  CHECK(columns[5].is_optional);
}

TEST_CASE("parameters and measures", "[grammar]") {
  const Read read = clean(
      "parameter p \"P\" basis \"b\" from 2017-01-01 95% basis \"c\" from 2018-01-01 97%\n"
      "measure m \"M\" = a / b rounded half even to 2 places assessed when a > 0 basis \"d\"\n"
      "measure n = x rounded to nearest 0.5");
  const auto& parameter = read.book.parameters.at(0);
  CHECK(parameter.basis.text == "b");
  REQUIRE(parameter.values.size() == 2);
  CHECK(parameter.values[0].basis.text == "c");
  CHECK(parameter.values[1].from.year == 2018);
  const auto& measure = read.book.measures.at(0);
  CHECK(Shape::rounding(*measure.rounding) == " half_even 2");
  CHECK(Shape(read.book)(measure.assessed_when) == "(> a 0)");
  CHECK(measure.basis.text == "d");
  CHECK(Shape::rounding(*read.book.measures.at(1).rounding) == " ~0.5");
}

TEST_CASE("criteria: points as cases, as a scale and as a formula", "[grammar]") {
  const Read read = clean(
      "criterion a \"A\" weight 40% measured by x points 0 at 30%, 100 at full if missing not assessed code K-1\n"
      "criterion b assessed when n >= 20 points 100 when at least 35%, 0 otherwise if missing -5 points basis \"z\"\n"
      "criterion c points = limited(it if missing 0, 0, 100) if missing 0 points weight w + 10%");
  const Shape shape(read.book);
  const auto& criteria = read.book.criteria;
  CHECK(shape(criteria.at(0).points) == "(scale 0@30% 100@full)");
  CHECK_FALSE(criteria[0].if_missing->points);
  CHECK(criteria[0].code->text == "K-1");
  CHECK(shape(criteria.at(1).points) == "(cases 100:(>= _ 35%) 0:_)");
  CHECK(criteria[1].if_missing->points->digits == "5");
  CHECK(criteria[1].if_missing->is_negative);
  CHECK(criteria.at(2).is_formula);
  CHECK(shape(criteria[2].points) == "(limited (if_missing it 0) 0 100)");
  CHECK(criteria[2].if_missing->points->digits == "0");
  CHECK(shape(criteria[2].weight) == "(+ w 10%)");
}

TEST_CASE("a scale does not take `at least` for its `at`", "[grammar]") {
  const Read read = clean("criterion a points 10 when at least 5 and at most 9, 0 otherwise");
  CHECK(Shape(read.book)(read.book.criteria.at(0).points) == "(cases 10:(and (>= _ 5) (<= _ 9)) 0:_)");
}

TEST_CASE("scores with and without a name", "[grammar]") {
  const Read read = clean("score \"N\" = sum of points\nscore total \"T\" = a rounded to 1 place\nscore weight = 3");
  const auto& scores = read.book.scores;
  CHECK_FALSE(scores.at(0).name);
  CHECK(scores.at(1).name->text == "total");
  CHECK(scores.at(2).name->text == "weight");
  CHECK(read.text_of(scores[1].head_span) == "score total");
}

TEST_CASE("outcomes may be called like words of the language", "[grammar]") {
  const Read read = clean(
      "outcomes\n  retain \"R\"\n  warn confirmed by a person outside the order basis \"b\"\n  code\n  score\n  use\n"
      "score = 3");
  const auto& outcomes = read.book.outcomes.at(0).outcomes;
  REQUIRE(outcomes.size() == 5);
  CHECK(outcomes[1].is_confirmed_by_a_person);
  CHECK(outcomes[1].is_outside_the_order);
  CHECK(outcomes[1].basis.text == "b");
  CHECK(outcomes[3].name.text == "score");
  CHECK(read.book.scores.size() == 1);
}

TEST_CASE("decisions with reasons and codes", "[grammar]") {
  const Read read = clean(
      "decide\n  replace when score < 40 because \"score {score + 1}: \\{x\\}\" en \"S {score}\" code 7.1/2,\n"
      "  code when a\n  warn when b code HKM-02 basis \"UU\"\n  retain otherwise code \"any text\"");
  const auto& decisions = read.book.decides.at(0).decisions;
  REQUIRE(decisions.size() == 4);
  const auto& pieces = decisions[0].because->text.pieces;
  REQUIRE(pieces.size() == 3);
  CHECK(std::get<std::string>(pieces[0]) == "score ");
  CHECK(Shape(read.book)(std::get<syntax::ExpressionId>(pieces[1])) == "(+ score 1)");
  CHECK(read.text_of(read.book.at(std::get<syntax::ExpressionId>(pieces[1])).span) == "score + 1");
  CHECK(std::get<std::string>(pieces[2]) == ": {x}");
  CHECK(decisions[0].because->en->pieces.size() == 2);
  CHECK(decisions[0].code->text == "7.1/2");
  CHECK(decisions[1].outcome.text == "code");
  CHECK(decisions[2].code->text == "HKM-02");
  CHECK(decisions[2].basis.text == "UU");
  CHECK(decisions[3].condition.is_none());
  CHECK(decisions[3].code->text == "any text");
}

TEST_CASE("guarantees of every kind", "[grammar]") {
  using Kind = syntax::Guarantee::Kind;
  struct PromiseCase {
    std::string text;
    Kind kind;
  };
  const auto c = GENERATE(values<PromiseCase>({
      {"raising m never raises score", Kind::raising_score},
      {"raising m never lowers total", Kind::raising_score},
      {"raising m never worsens outcome", Kind::raising_outcome},
      {"raising m never improves outcome", Kind::raising_outcome},
      {"missing data never leads to replace", Kind::missing_data},
      {"never code NIL-03 when assessed weight < 70%", Kind::never_code},
      {"never replace when a < 3", Kind::never_outcome},
      {"never a < 3 and b", Kind::never},
      {"score is always between 0 and 100", Kind::always},
      {"a + b is always at least 0", Kind::always},
  }));
  CAPTURE(c.text);
  const Read read = clean("guarantee \"G\" basis \"b\" " + c.text);
  const auto& guarantee = read.book.guarantees.at(0);
  CHECK(guarantee.kind == c.kind);
  CHECK(guarantee.label.text == "G");
  if (c.kind == Kind::never_code) CHECK(read.text_of(guarantee.code.span) == "NIL-03");
}

TEST_CASE("tests build a world and expect", "[grammar]") {
  const Read read = clean(
      "test \"t\" basis \"b\" in 2017-Q1\n  given companion active_days 45 days, name \"x\" ok yes\n"
      "  given 40 household productive yes, points 4, weight is missing\n    having 1 visit verified yes\n"
      "    having 2 visit\n  given coverage 62%\n  given visits 100 points\n  given visits not assessed\n"
      "  given rating excellent\n  given score -50 in last 2 quarters\n  given business\n"
      "  expect score is missing\n  expect visits 100 points\n  expect visits not assessed\n  expect code HKM-1\n"
      "  expect rating good\n  expect outcome warn\n");
  using Kind = syntax::Known::Kind;
  const auto& test = read.book.tests.at(0);
  CHECK(test.period->text == "2017-Q1");
  REQUIRE(test.given.size() == 8);
  CHECK(test.given[0].row_count == 0);
  CHECK(test.given[0].pairs.size() == 3);
  CHECK(test.given[1].row_count == 40);
  CHECK(test.given[1].pairs.at(2).known.kind == Kind::missing);
  REQUIRE(test.given[1].having.size() == 2);
  CHECK(test.given[1].having[1].row_count == 2);
  CHECK(test.given[2].fixed->kind == Kind::value);
  CHECK(test.given[3].fixed->kind == Kind::points);
  CHECK(test.given[4].fixed->kind == Kind::not_assessed);
  CHECK(test.given[5].fixed->name.text == "excellent");
  CHECK(test.given[6].window->count == 2);
  CHECK(test.given[7].of.text == "business");
  REQUIRE(test.expect.size() == 6);
  CHECK(test.expect[0].known.kind == Kind::missing);
  CHECK(test.expect[3].code.text == "HKM-1");
  CHECK(test.expect[5].kind == syntax::Expectation::Kind::outcome);
}

}  // namespace nilai::tests
