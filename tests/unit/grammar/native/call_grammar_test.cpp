#include <catch2/catch.hpp>
#include <string>

#include "support/tree_text.hpp"

namespace nilai::tests {
namespace {

struct Case {
  std::string expression;
  std::string tree;
};

}  // namespace

TEST_CASE("calls: values, rows and what is said of them", "[grammar]") {
  const auto c = GENERATE(values<Case>({
      {"count(household)", "(count [household])"},
      {"count(visit where verified)", "(count [visit where verified])"},
      {"count(distinct household of visit where a = 1)", "(count distinct household [visit where (= a 1)])"},
      {"any(case ever where stage = convicted)", "(any [case ever where (= stage convicted)])"},
      {"none(indicator where weight is missing)", "(none [indicator where (missing weight)])"},
      {"all(a > 1 of T)", "(all (> a 1) [T])"},
      {"share(any(visit where verified) of household where productive)",
       "(share (any [visit where verified]) [household where productive])"},
      {"sum(points * weight of indicator skipping missing)", "(sum (* points weight) [indicator skipping])"},
      {"average(x weighted by y + 1 of T)", "(average x weighted (+ y 1) [T])"},
      {"average(a, b, c skipping missing)", "(average a b c skipping)"},
      {"count(a, b)", "(count a b)"},
      {"min(weighted average of criteria, cap)", "(min weighted-average cap)"},
      {"max(x of T in last 4 quarters)", "(max x [T last-4q])"},
      {"median(x of T in previous quarter)", "(median x [T previous-q])"},
      {"latest(x of T in this year where a)", "(latest x [T this-y where a])"},
      {"first(x of T where a in previous half year)", "(first x [T previous-h where a])"},
      {"count(T since 2017-01-01 + 3 days where a in (1, 2))",
       "(count [T since (+ 2017/1/1 3d) where (in a (list 1 2))])"},
      {"median gap(visit where verified by household)", "(median_gap [visit where verified by household])"},
      {"longest gap (visit)", "(longest_gap [visit])"},
      {"streak(score < 55 skipping missing) >= 3", "(>= (streak (< score 55) skipping) 3)"},
      {"streak(at_home)", "(streak at_home)"},
      {"abs(a - b)", "(abs (- a b))"},
      {"limited(100 - 10 * x, 0, 100)", "(limited (- 100 (* 10 x)) 0 100)"},
      {"whole part(x / 2)", "(whole_part (/ x 2))"},
      {"count + sum(a, b)", "(+ count (sum a b))"},
      {"sum((x when y, 0 otherwise) of T)", "(sum (cases x:y 0:_) [T])"},
      {"count(T where x if missing 0 > 1)", "(count [T where (> (if-missing x 0) 1)])"},
  }));
  CAPTURE(c.expression);
  const ReadBook read("measure m = " + c.expression);
  CHECK(read.mistakes().empty());
  REQUIRE(read.book.measures.size() == 1);
  CHECK(TreeText(read.book).of(read.book.measures[0].body) == c.tree);
}

TEST_CASE("a call and its rows know where they stand", "[grammar]") {
  const ReadBook read("measure m = 2 * count( visit  ever where a ) ");
  REQUIRE(read.mistakes().empty());
  const auto& product = std::get<syntax::Binary>(read.book.at(read.book.measures[0].body).node);
  CHECK(read.text_of(product.right) == "count( visit  ever where a )");
  const auto& call = std::get<syntax::Call>(read.book.at(product.right).node);
  CHECK(read.source.text(call.name_span) == "count");
  CHECK(read.source.text(call.arguments[0].span) == "visit  ever where a");
  CHECK(read.source.text(call.arguments[0].rows->span) == "visit  ever where a");
  CHECK(read.source.text(call.arguments[0].rows->window_span) == "ever");
}

}  // namespace nilai::tests
