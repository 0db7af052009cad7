#include "grammar/native/expression_grammar.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/tree_text.hpp"

namespace nilai::tests {
namespace {

struct Case {
  std::string expression;
  std::string tree;
};

void check_measure(const Case& c) {
  CAPTURE(c.expression);
  const ReadBook read("measure m = " + c.expression);
  CHECK(read.mistakes().empty());
  REQUIRE(read.book.measures.size() == 1);
  CHECK(TreeText(read.book).of(read.book.measures[0].body) == c.tree);
}

}  // namespace

TEST_CASE("operators bind from `or` to `^`", "[grammar]") {
  check_measure(GENERATE(values<Case>({
      {"a or b and c", "(or a (and b c))"},
      {"a and b or c and d", "(or (and a b) (and c d))"},
      {"not a and b", "(and (not a) b)"},
      {"not not a", "(not (not a))"},
      {"not a = b", "(not (= a b))"},
      {"a + b < c * d", "(< (+ a b) (* c d))"},
      {"a / b if missing 0", "(if-missing (/ a b) 0)"},
      {"a if missing b if missing 0", "(if-missing (if-missing a b) 0)"},
      {"a if missing 0 < b", "(< (if-missing a 0) b)"},
      {"a - b - c", "(- (- a b) c)"},
      {"a - -b", "(- a (- b))"},
      {"a * b / c", "(/ (* a b) c)"},
      {"-a ^ 2", "(- (^ a 2))"},
      {"- - a", "(- (- a))"},
      {"(a + b) * c", "(* (+ a b) c)"},
      {"a + b * c", "(+ a (* b c))"},
      {"a = (b = c)", "(= a (= b c))"},
      {"a != b", "(!= a b)"},
      {"a <= b and a >= c and a > d", "(and (and (<= a b) (>= a c)) (> a d))"},
  })));
}

TEST_CASE("tests of a value", "[grammar]") {
  check_measure(GENERATE(values<Case>({
      {"a in (b, c + 1, \"x\")", "(in a (list b (+ c 1) \"x\"))"},
      {"a in (1,2)", "(in a (list 1 2))"},
      {"a not in (b)", "(not-in a (list b))"},
      {"a between 1 and 2 and b", "(and (between a 1 2) b)"},
      {"a not between 1 and 2", "(not-between a 1 2)"},
      {"a is missing or a is not missing", "(or (missing a) (not-missing a))"},
      {"at least 35%", "(>= _ 35%)"},
      {"at most 3 and above 1 or below 0", "(or (and (<= _ 3) (> _ 1)) (< _ 0))"},
      {"equal to b", "(= _ b)"},
      {"between 5% and 20%", "(between _ 5% 20%)"},
      {"above > below", "(> above below)"},
      {"above (a + 1)", "(> _ (+ a 1))"},
      {"distinct + 1", "(+ distinct 1)"},
  })));
}

TEST_CASE("cases, one or many, alone or within", "[grammar]") {
  check_measure(GENERATE(values<Case>({
      {"1 when a, 2 otherwise", "(cases 1:a 2:_)"},
      {"14 when a, -5 when b, 0 otherwise", "(cases 14:a (- 5):b 0:_)"},
      {"x when a > 1 and b, y when at least 3", "(cases x:(and (> a 1) b) y:(>= _ 3))"},
      {"2 * (1 when a, 2 otherwise)", "(* 2 (cases 1:a 2:_))"},
      {"((1 when a, 2 otherwise) when b, 3 otherwise)", "(cases (cases 1:a 2:_):b 3:_)"},
      {"a otherwise", "(cases a:_)"},
  })));
}

TEST_CASE("literals, names and phrases", "[grammar]") {
  check_measure(GENERATE(values<Case>({
      {"1_250.5", "1250.5"},
      {"95%", "95%"},
      {"45 days", "45d"},
      {"6 months + 2 quarters + 1 half year + 1 year", "(+ (+ (+ 6m 2q) 1h) 1y)"},
      {"2017-03-09", "2017/3/9"},
      {"\"a \\\"b\\\" \\\\ \\n \\{\"", "\"a \"b\" \\ \n {\""},
      {"yes = no", "(= yes no)"},
      {"visit.at_home", "visit.at_home"},
      {"`table`.`when`", "table.when"},
      {"period start - period end", "(- period-start period-end)"},
      {"assessed weight >= 70%", "(>= assessed-weight 70%)"},
      {"weakest criterion", "weakest-criterion"},
      {"weighted average of criteria + sum of points", "(+ weighted-average sum-of-points)"},
      {"period + assessed + weighted + sum", "(+ (+ (+ period assessed) weighted) sum)"},
      {"score + date + code + points + weight + since + ever + last",
       "(+ (+ (+ (+ (+ (+ (+ score date) code) points) weight) since) ever) last)"},
      {"größe + 値", "(+ größe 値)"},
      {"rounded", "rounded"},
      {"rounded (a to 2 places)", "(rounded 2 a)"},
      {"rounded up (a + b to nearest 0.5)", "(rounded-up nearest-0.5 (+ a b))"},
      {"rounded down(a to 1 place)", "(rounded-down 1 a)"},
      {"rounded half even (a to 0 places)", "(rounded-half-even 0 a)"},
  })));
}

TEST_CASE("a span covers its expression, without the blanks around it", "[grammar]") {
  const ReadBook read("measure m =   ( a + b )  # why\n  * c when x > 1 , 0 otherwise  ");
  REQUIRE(read.mistakes().empty());
  const auto& cases = std::get<syntax::Cases>(read.book.at(read.book.measures[0].body).node);
  CHECK(read.text_of(cases.cases[0].value) == "( a + b )  # why\n  * c");
  CHECK(read.text_of(cases.cases[0].condition) == "x > 1");
  CHECK(read.source.text(cases.cases[1].span) == "0 otherwise");
  CHECK(read.source.text(read.book.measures[0].span).back() == 'e');

  const auto& product = std::get<syntax::Binary>(read.book.at(cases.cases[0].value).node);
  CHECK(read.text_of(product.left) == "( a + b )");
  CHECK(read.book.at(product.left).is_parenthesized);
  CHECK(read.source.text(product.operator_span) == "*");
}

TEST_CASE("a part stands before the whole in the arena", "[grammar]") {
  const ReadBook read("measure m = a + b * c when d, 0 otherwise");
  const auto last = static_cast<std::uint32_t>(read.book.expressions.size() - 1);
  CHECK(read.book.measures[0].body.index == last);
}

}  // namespace nilai::tests
