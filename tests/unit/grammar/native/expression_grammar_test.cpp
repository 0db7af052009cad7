#include <catch2/catch.hpp>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

namespace {

/// The expression as the body of a measure.
std::string shape_of(const std::string& expression) {
  const Read read("measure m = " + expression);
  CAPTURE(expression, read.mistakes());
  REQUIRE(read.mistakes().empty());
  return Shape(read.book)(read.book.measures.at(0).body);
}

struct ExpressionCase {
  std::string text, shape;
};

}  // namespace

TEST_CASE("expressions bind as the language says", "[grammar]") {
  const auto c = GENERATE(values<ExpressionCase>({
      {"1 + 2 * 3", "(+ 1 (* 2 3))"},
      {"1 - 2 - 3", "(- (- 1 2) 3)"},
      {"8 / 4 * 2", "(* (/ 8 4) 2)"},
      {"(1 + 2) * 3", "(* (+ 1 2) 3)"},
      {"-x ^ 2", "(neg (^ x 2))"},
      {"- - 3", "(neg (neg 3))"},
      {"2 * -3", "(* 2 (neg 3))"},
      {"a or b and not c", "(or a (and b (not c)))"},
      {"not a = b", "(not (= a b))"},
      {"a / b if missing 0", "(if_missing (/ a b) 0)"},
      {"a if missing b if missing c", "(if_missing (if_missing a b) c)"},
      {"a + b if missing 0 > 3", "(> (if_missing (+ a b) 0) 3)"},
      {"a and b or c and d", "(or (and a b) (and c d))"},
      {"x != 3 and y <= 4 and z < 5", "(and (and (!= x 3) (<= y 4)) (< z 5))"},
      {"x in (a, b)", "(in x a b)"},
      {"x not in (1, 2 + 3)", "(not_in x 1 (+ 2 3))"},
      {"x between 1 and 2 and y", "(and (between x 1 2) y)"},
      {"x not between 1 and 2", "(not_between x 1 2)"},
      {"x is missing or y is not missing", "(or (is_missing x) (is_not_missing y))"},
      {"at least 3 and below 5", "(and (>= _ 3) (< _ 5))"},
      {"between 1 and 2 or equal to 3", "(or (between _ 1 2) (= _ 3))"},
      {"above - 3", "(> _ (neg 3))"},
      {"above + below", "(+ above below)"},
      {"visit.since", "visit.since"},
  }));
  CAPTURE(c.text);
  CHECK(shape_of(c.text) == c.shape);
}

TEST_CASE("literals and given words", "[grammar]") {
  const auto c = GENERATE(values<ExpressionCase>({
      {"1_250.50", "1250.50"},
      {"95%", "95%"},
      {"2017-03-09", "2017/3/9"},
      {"2016-02-29 - 6 months", "(- 2016/2/29 6 month)"},
      {"45 days", "45 day"},
      {"1 half year", "1 half_year"},
      {"2 quarters + 1 year", "(+ 2 quarter 1 year)"},
      {R"("a \"b\" \\ \{x\}")", "'a \"b\" \\ {x}'"},
      {"yes = no", "(= yes no)"},
      {"it * 10", "(* it 10)"},
      {"period end - period start", "(- period_end period_start)"},
      {"period + assessed", "(+ period assessed)"},
      {"assessed  # of the criteria\n weight", "assessed_weight"},
      {"weighted average of criteria", "weighted_average"},
      {"sum of points / weakest criterion", "(/ sum_of_points weakest_criterion)"},
      {"`table` + `yes`", "(+ table yes)"},
      {"jumlah_é + 数", "(+ jumlah_é 数)"},
      {"score + points + weight + code + date", "(+ (+ (+ (+ score points) weight) code) date)"},
  }));
  CAPTURE(c.text);
  CHECK(shape_of(c.text) == c.shape);
}

TEST_CASE("cases stand where a whole expression may, and in parentheses", "[grammar]") {
  CHECK(shape_of("1 when a > 2, -5 when b, 3 otherwise") == "(cases 1:(> a 2) (neg 5):b 3:_)");
  CHECK(shape_of("2 * (1 when a, 0 otherwise)") == "(* 2 (cases 1:a 0:_))");
  CHECK(shape_of("a + b when c") == "(cases (+ a b):c)");
}

TEST_CASE("calls take rows or values", "[grammar]") {
  const auto c = GENERATE(values<ExpressionCase>({
      {"count(household)", "(count _ of [household])"},
      {"count(visit where verified and at_home)", "(count _ of [visit where (and verified at_home)])"},
      {"any(case ever where stage = convicted)", "(any _ of [case ever where (= stage convicted)])"},
      {"none(a in last 4 quarters)", "(none _ of [a last 4 u2])"},
      {"count(a in previous half year)", "(count _ of [a previous u3])"},
      {"count(a in this year by b)", "(count _ of [a this u4 by b])"},
      {"count(a since period start - 1 year where b)", "(count _ of [a since (- period_start 1 year) where b])"},
      {"median gap(visit where verified by household)", "(median_gap _ of [visit where verified by household])"},
      {"longest gap (visit skipping missing)", "(longest_gap _ of [visit skipping])"},
      {"share(any(visit where v) of household where p)", "(share (any _ of [visit where v]) of [household where p])"},
      {"sum(points * weight of indicator skipping missing)", "(sum (* points weight) of [indicator skipping])"},
      {"average(x weighted by y of t)", "(average x weighted y of [t])"},
      {"count(distinct a of b where c)", "(count distinct a of [b where c])"},
      {"count(distinct)", "(count _ of [distinct])"},
      {"count(a, b)", "(count a b)"},
      {"count((a))", "(count a)"},
      {"count(a + b)", "(count (+ a b))"},
      {"min(a, b, 3 of c)", "(min a b 3 of [c])"},
      {"average(a, b skipping missing)", "(average a b skipping)"},
      {"streak(score < 55 skipping missing)", "(streak (< score 55) skipping)"},
      {"limited(100 - 10 * x, 0, 100)", "(limited (- 100 (* 10 x)) 0 100)"},
      {"whole part(x) + abs(y)", "(+ (whole_part x) (abs y))"},
      {"first(a of b) + latest(a of b)", "(+ (first a of [b]) (latest a of [b]))"},
      {"rounded (x to 2 places)", "(rounded 2 x)"},
      {"rounded half even (x + 1 to nearest 0.5)", "(rounded half_even ~0.5 (+ x 1))"},
      {"rounded up (x to 1 place)", "(rounded up 1 x)"},
      {"count + sum - first", "(- (+ count sum) first)"},
  }));
  CAPTURE(c.text);
  CHECK(shape_of(c.text) == c.shape);
}

TEST_CASE("spans leave out the blanks around", "[grammar]") {
  const Read read("measure m =  ( a  +\n b )  # end\n * 2  ");
  const auto& product = read.book.at(read.book.measures.at(0).body);
  CHECK(read.text_of(product.span) == "( a  +\n b )  # end\n * 2");
  const auto& sum = read.book.at(std::get<syntax::Binary>(product.node).left);
  CHECK(read.text_of(sum.span) == "( a  +\n b )");
  CHECK(sum.is_parenthesized);
  CHECK(read.text_of(std::get<syntax::Binary>(sum.node).operator_span) == "+");
  CHECK(read.text_of(read.book.measures.at(0).span) == "measure m =  ( a  +\n b )  # end\n * 2");
}

TEST_CASE("every part stands before the whole", "[grammar]") {
  const Read read("measure m = share(any(a where b = 1) of c where d in (1, 2)) + (1 when x, 2 otherwise)");
  for (std::size_t i = 0; i < read.book.expressions.size(); ++i) {
    if (const auto* binary = std::get_if<syntax::Binary>(&read.book.expressions[i].node)) {
      CHECK(binary->left.index < i);
      CHECK(binary->right.index < i);
    }
  }
  CHECK(read.book.measures.at(0).body.index == read.book.expressions.size() - 1);
}

}  // namespace nilai::tests
