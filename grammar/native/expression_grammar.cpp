#include "grammar/native/expression_grammar.hpp"

#include "grammar/native/expression_actions.hpp"
#include "grammar/native/expression_tokens.hpp"
#include "grammar/native/parsers.hpp"

namespace nilai::grammar::native {

namespace {

using text::Phrase;

// --- tokens with more than one word or a look ahead -----------------------------------------------------------------

constexpr Token relation(scan_relation, Phrase::expected_comparison);
constexpr Token no_relation(scan_no_relation, Phrase::expected_no_second_comparison);
constexpr Token in_list(scan_in_list, Phrase::expected_value);
constexpr Token not_in_list(scan_not_in_list, Phrase::expected_value);
constexpr Token not_between(scan_not_between, Phrase::expected_value);
constexpr Token bare_comparison(scan_bare_comparison, Phrase::expected_value);
constexpr Token is_reason(scan_is_reason, Phrase::expected_value);
constexpr Token if_missing(scan_if_missing, Phrase::expected_value);
constexpr Token scale_at(scan_scale_at, Phrase::expected_at);
constexpr Token phrase_value(scan_phrase, Phrase::expected_value);
constexpr Token function_name(scan_function, Phrase::expected_value);
constexpr Token rounded_word(scan_rounded, Phrase::expected_value);
constexpr Token plain_name(scan_value_name, Phrase::expected_value);
constexpr Token field_dot(scan_field_dot, Phrase::expected_name);
constexpr Token distinct_word(scan_distinct, Phrase::expected_value);
constexpr Token table_name(scan_table_name, Phrase::expected_table);
constexpr Token modifier_ahead(scan_modifier_ahead, Phrase::expected_value);
constexpr Token peers(scan_peers, Phrase::expected_value);
constexpr Token within_depth(scan_within_depth, Phrase::expected_less_nesting);

template <syntax::Operator operation>
void op(State& state) {
  push_operator(state, operation);
}
template <syntax::RoundingDirection direction>
void rounds(State& state) {
  set_direction(state, direction);
}
template <syntax::Rows::Window window>
void rows_in(State& state) {
  set_window(state, window);
}

// --- the grammar, loosest first: the rules of grammar.ebnf by their names -------------------------------------------

const x3::rule<struct BodyId> body = "#value";
const x3::rule<struct CasesOrScaleId> cases_or_scale = "#value";
const x3::rule<struct ExpressionRuleId> expression = "#value";
const x3::rule<struct ConjunctionId> conjunction = "#value";
const x3::rule<struct NegationId> negation = "#value";
const x3::rule<struct OperandId> operand = "#value";
const x3::rule<struct SumId> sum = "#value";
const x3::rule<struct ProductId> product = "#value";
const x3::rule<struct NegativeId> negative = "#value";
const x3::rule<struct PrimaryId> primary = "#value";
const x3::rule<struct GuardId> guard = "#guard";
const x3::rule<struct LiteralId> literal = "#literal";
const x3::rule<struct GrainId> grain = "#grain";
const x3::rule<struct RoundingId> rounding = "#grain";
const x3::rule<struct ArgumentId> argument = "#value";
const x3::rule<struct ModifierId> modifier = "#value";
const x3::rule<struct WindowId> window = "#window";
const x3::rule<struct CallOrNameId> call_or_name = "#value";

const auto more_cases = *(symbol(',') > expression > guard);
const auto guard_def = ((keyword(Keyword::when) > expression) |
                        (keyword(Keyword::otherwise) >> run(push_otherwise))) >> run(end_case);
const auto body_def = run(begin_list) >> expression >> ((guard >> more_cases >> run(make_cases)) | run([](State& s) { s.bases.pop_back(); }));
const auto cases_or_scale_def =
    run(begin_list) >> expression >>
    ((guard >> more_cases >> run(make_cases)) |
     (scale_at > sum > *(symbol(',') > sum > scale_at > sum) > run(make_scale)) |
     run([](State& s) { s.bases.pop_back(); }));

const auto expression_def =
    conjunction >> *(keyword(Keyword::or_) >> run(op<syntax::Operator::either>) > conjunction > run(make_binary));
const auto conjunction_def =
    negation >> *(keyword(Keyword::and_) >> run(op<syntax::Operator::both>) > negation > run(make_binary));

const auto listed = symbol('(') > run(begin_list) > operand > *(symbol(',') > operand) > symbol(')');
const auto test_of =
    (relation > operand > run(make_binary) > no_relation) | (in_list > listed > run(make_in_list)) |
    (not_in_list > listed > run(make_not_in_list)) |
    (keyword(Keyword::between) > operand > keyword(Keyword::and_) > operand > run(make_between)) |
    (not_between > operand > keyword(Keyword::and_) > operand > run(make_not_between)) |
    (keyword(Keyword::is_not_missing) >> run(make_is_not_missing)) |
    (keyword(Keyword::is_missing) >> run(make_is_missing)) | is_reason;
const auto bare_condition =
    (bare_comparison > operand > run(make_bare)) |
    (keyword(Keyword::between) >> run(mark_token) > operand > keyword(Keyword::and_) > operand > run(make_bare_between));
const auto negation_def =
    (keyword(Keyword::not_) >> run(mark_token) >> run(descend) > within_depth > negation > run(make_not)) |
    bare_condition | (operand >> -test_of);

const auto operand_def = sum >> *(if_missing >> run(op<syntax::Operator::if_missing>) > sum > run(make_binary));
const auto sum_def = product >> *(((symbol('+') >> run(op<syntax::Operator::add>)) |
                                   (symbol('-') >> run(op<syntax::Operator::subtract>))) > product > run(make_binary));
const auto product_def = negative >> *(((symbol('*') >> run(op<syntax::Operator::multiply>)) |
                                        (symbol('/') >> run(op<syntax::Operator::divide>))) > negative > run(make_binary));
const auto negative_def =
    (symbol('-') >> run(mark_token) >> run(descend) > within_depth > negative > run(make_negate)) |
    (primary >> -(symbol('^') > natural_token > run(make_power)));

const auto literal_def = (date_token >> run(make_date)) | (span_token >> run(make_span)) |
                         (number_token >> run(make_number)) | (text_token >> run(make_text));
const auto parenthesis = symbol('(') >> run(open_parenthesis) > within_depth > body > symbol(')') > run(close_parenthesis);
const auto grain_def = (keyword(Keyword::to_nearest) > number_token > run(set_nearest)) |
                       (keyword(Keyword::to) > natural_token > run(set_places) > keyword(Keyword::places));
const auto direction = -((keyword(Keyword::up) >> run(rounds<syntax::RoundingDirection::up>)) |
                         (keyword(Keyword::down) >> run(rounds<syntax::RoundingDirection::down>)) |
                         (keyword(Keyword::half_even) >> run(rounds<syntax::RoundingDirection::half_even>)));
const auto rounded_call = rounded_word >> run(begin_rounding) >> direction > symbol('(') > run(open_parenthesis) >
                          within_depth > expression > grain > symbol(')') > run(make_rounded);
const auto rounding_def = keyword(Keyword::rounded) >> run([](State& s) { s.roundings.emplace_back(); }) >> direction > grain;

const auto window_def =
    keyword(Keyword::in) >> ((keyword(Keyword::last) > natural_token > unit_token > run(rows_in<syntax::Rows::Window::last>)) |
                             (keyword(Keyword::previous) > unit_token > run(rows_in<syntax::Rows::Window::previous>)) |
                             (keyword(Keyword::this_) > unit_token > run(rows_in<syntax::Rows::Window::current>)));
const auto modifier_def =
    window | (keyword(Keyword::ever) >> run(set_ever)) | (keyword(Keyword::since) > operand > run(set_since)) |
    (keyword(Keyword::where) > expression > run(set_where)) | (keyword(Keyword::by) > name_token > run(set_by)) |
    (keyword(Keyword::skipping_missing) >> run(set_skipping));
const auto rows = table_name > run(set_rows) > *modifier;
const auto keep_value = run([](State& s) { s.calls.back().argument.value = s.pop(); });
const auto source = (keyword(Keyword::of) > rows) | peers | (modifier_ahead >> run(value_to_rows) >> +modifier);
const auto argument_def =
    run(begin_argument) >>
    ((distinct_word >> run(set_distinct) > expression > keep_value > keyword(Keyword::of) > rows) |
     (expression > keep_value > -(keyword(Keyword::weighted_by) > operand > run(set_weighted_by)) > -source)) >>
    run(end_argument);
const auto call = function_name > symbol('(') > run(open_call) > within_depth > argument > *(symbol(',') > argument) >
                  symbol(')') > run(close_call);
const auto name = plain_name >> run(make_name) >> -(field_dot > name_token > run(make_field));
const auto call_or_name_def = call | name;
const auto primary_def = rounded_call | call | phrase_value | parenthesis | literal |
                         (keyword(Keyword::yes) >> run(make_yes)) | (keyword(Keyword::no) >> run(make_no)) |
                         (keyword(Keyword::it) >> run(make_it)) | name;

BOOST_SPIRIT_DEFINE(body, cases_or_scale, expression, conjunction, negation, operand, sum, product, negative, primary,
                    guard, literal, grain, rounding, argument, modifier, window, call_or_name)

}  // namespace

bool read_expression(Cursor& first, Cursor last, State& state) { return parse_rule_with(expression, first, last, state); }
bool read_sum(Cursor& first, Cursor last, State& state) { return parse_rule_with(sum, first, last, state); }
bool read_operand(Cursor& first, Cursor last, State& state) { return parse_rule_with(operand, first, last, state); }
bool read_body(Cursor& first, Cursor last, State& state) { return parse_rule_with(body, first, last, state); }
bool read_cases_or_scale(Cursor& first, Cursor last, State& state) {
  return parse_rule_with(cases_or_scale, first, last, state);
}
bool read_literal(Cursor& first, Cursor last, State& state) { return parse_rule_with(literal, first, last, state); }
bool read_call_or_name(Cursor& first, Cursor last, State& state) {
  return parse_rule_with(call_or_name, first, last, state);
}
bool read_rounding(Cursor& first, Cursor last, State& state) { return parse_rule_with(rounding, first, last, state); }
bool read_window(Cursor& first, Cursor last, State& state) { return parse_rule_with(window, first, last, state); }

}  // namespace nilai::grammar::native
