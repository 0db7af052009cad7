// What the language has beyond section 1: parameters by keys, formulas with inputs, parts of scores, peers, history,
// criteria as rows, other files.
#include <catch2/catch.hpp>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

namespace {

/// `text` read without a problem.
Read clean(const std::string& text) {
  Read read(text);
  INFO(text);
  const std::vector<std::string> none;
  REQUIRE(read.mistakes() == none);
  return read;
}

std::string shape_of(const std::string& expression) {
  const Read read = clean("measure m = " + expression);
  return Shape(read.book)(read.book.measures.at(0).body);
}

}  // namespace

TEST_CASE("other files: used and amended", "[grammar]") {
  const Read read = clean("rulebook a amends \"b.nilai\"\nuse \"c.nilai\"\nuse \"d/e.nilai\"\nmeasure use = 1");
  CHECK(read.book.amends.text == "b.nilai");
  CHECK(read.text_of(read.book.amends.span) == "\"b.nilai\"");
  REQUIRE(read.book.uses.size() == 2);
  CHECK(read.book.uses[1].text == "d/e.nilai");
  CHECK(read.book.measures.at(0).name.text == "use");
}

TEST_CASE("parameters by one key", "[grammar]") {
  const Read read = clean(
      "parameter race_points by place basis \"FIA\"\n"
      "  from 1961-01-01 9 when 1, 6 when 2, 0 otherwise\n"
      "  from 1991-01-01 0 at 1, 10 at 20 basis \"new\"\n"
      "parameter cut by measure_id, value in \"cut-points.csv\"");
  const auto& points = read.book.parameters.at(0);
  CHECK(points.by.at(0).text == "place");
  CHECK(points.basis.text == "FIA");
  REQUIRE(points.rows.size() == 2);
  CHECK(points.rows[0].from->year == 1961);
  CHECK(Shape(read.book)(points.rows[0].rows.at(0).body) == "(cases 9:1 6:2 0:_)");
  CHECK(points.rows[1].basis.text == "new");
  CHECK(Shape(read.book)(points.rows[1].rows.at(0).body) == "(scale 0@1 10@20)");
  CHECK(read.book.parameters.at(1).file->text == "cut-points.csv");
}

TEST_CASE("parameters by several keys", "[grammar]") {
  const Read read = clean(
      "parameter points_for \"Poin\" by indicator, kind, result\n"
      "  for reading or mathematics, yes: 5 when at least 90, 1 otherwise\n"
      "  for \"x\", any: 0 at 0, 5 at 100\n"
      "measure after = 1");
  const auto& rows = read.book.parameters.at(0).rows.at(0).rows;
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0].keys.size() == 2);
  CHECK(rows[0].keys[0].size() == 2);
  CHECK(Shape(read.book)(rows[0].keys[0][1]) == "mathematics");
  CHECK(Shape(read.book)(rows[0].keys[1][0]) == "yes");
  CHECK(Shape(read.book)(rows[1].keys[0][0]) == "'x'");
  CHECK(rows[1].keys[1].empty());
}

TEST_CASE("measures with inputs, and what a person can change", "[grammar]") {
  const Read read = clean(
      "measure mean \"Rerata\" by p, fresh = p + mean(1, fresh)\n  changeable up by 5%\n"
      "measure n = count(visit) changeable down");
  const auto& measures = read.book.measures;
  CHECK(measures.at(0).inputs.at(1).text == "fresh");
  CHECK(Shape(read.book)(measures[0].body) == "(+ p (mean() 1 fresh))");
  CHECK(measures[0].changeable->is_up);
  CHECK(Shape(read.book)(measures[0].changeable->step) == "5%");
  CHECK_FALSE(measures.at(1).changeable->is_up);
  CHECK(measures[1].changeable->step.is_none());
}

TEST_CASE("parts of scores, and weight that is handed on", "[grammar]") {
  const Read read = clean(
      "criterion a weight 20 in total measured by (x if missing 0) points points_for_a\n"
      "  if missing weight to b 50%, c 50%\n"
      "criterion b measured by y points points_b if missing weight to c\n"
      "score skp \"SKP\" weight 60% in total = average(result_points of result)\n"
      "score total = weighted average of criteria rounded to nearest 0.5");
  const auto& criteria = read.book.criteria;
  CHECK(criteria.at(0).in->text == "total");
  CHECK(Shape(read.book)(criteria[0].points) == "points_for_a");
  REQUIRE(criteria[0].if_missing->heirs.size() == 2);
  CHECK(criteria[0].if_missing->heirs[1].criterion.text == "c");
  CHECK(criteria[0].if_missing->heirs[1].share->digits == "50");
  CHECK_FALSE(criteria.at(1).if_missing->heirs.at(0).share);
  CHECK(read.book.scores.at(0).in->text == "total");
  CHECK(Shape(read.book)(read.book.scores[0].weight) == "60%");
}

TEST_CASE("reasons for empty cells", "[grammar]") {
  const Read read =
      clean("table t key k column value number or why optional\nmeasure m = count(t where value is small)");
  CHECK(read.book.tables.at(0).columns.at(0).type.reasons->text == "why");
  CHECK(read.book.tables[0].columns[0].is_optional);
  CHECK(Shape(read.book)(read.book.measures.at(0).body) == "(count _ of [t where (is_reason value small)])");
}

TEST_CASE("peers", "[grammar]") {
  CHECK(shape_of("rank(score among companion, name)") == "(rank score of [among companion] name)");
  CHECK(shape_of("median(x among c in same district and kind with at least 5 where y skipping missing)") ==
        "(median x of [among c same district same kind at_least 5 where y skipping])");
  CHECK(shape_of("percentile rank(coverage among companion in previous quarter)") ==
        "(percentile_rank coverage of [among companion previous u2])");
}

TEST_CASE("history", "[grammar]") {
  CHECK(shape_of("previous(outcome)") == "(previous outcome)");
  CHECK(shape_of("change(score)") == "(change score)");
  CHECK(shape_of("average(score in last 4 quarters skipping missing)") ==
        "(average score of [past last 4 u2 skipping])");
  CHECK(shape_of("streak(late of visit ever)") == "(streak late of [visit ever])");
  CHECK(shape_of("max(x since 2017-01-01)") == "(max x of [past since 2017/1/1])");
}

TEST_CASE("criteria as rows", "[grammar]") {
  CHECK(shape_of("any(criteria where points = 3)") == "(any _ of [criteria where (= points 3)])");
  CHECK(shape_of("sum(points * weight of criteria)") == "(sum (* points weight) of [criteria])");
  CHECK(shape_of("count(criteria)") == "(count _ of [criteria])");
  CHECK(shape_of("points(visits) + value(visits) * weight(visits)") ==
        "(+ (points visits) (* (value visits) (weight visits)))");
  CHECK(shape_of("assessed weight(total) - assessed weight") == "(- (assessed_weight total) assessed_weight)");
}

TEST_CASE("a guarantee of a criterion's points", "[grammar]") {
  const Read read = clean("guarantee \"g\" raising m never lowers points(visits)");
  CHECK(Shape(read.book)(read.book.guarantees.at(0).subject) == "(points visits)");
}

TEST_CASE("mistakes in what the whole language has are reported where they stand", "[grammar]") {
  const auto mistakes = [](const std::string& text) { return Read(text).mistakes(); };
  using Found = std::vector<std::string>;
  CHECK(mistakes("parameter p by k\n  from 2017-01-01 5\n") == Found{"expected: "});
  CHECK(mistakes("parameter p by k\nmeasure m = 1") == Found{"expected: measure"});
  CHECK(mistakes("parameter p by k, l\n  for a 5 when 1, 0 otherwise\n  for b: 1 at 1, 2 at 2") ==
        Found{"expected: 5"});
  CHECK(mistakes("measure m = 1 changeable sideways") == Found{"expected: sideways"});
  CHECK(mistakes("score s weight 60% = 1") == Found{"expected: ="});
}

}  // namespace nilai::tests
