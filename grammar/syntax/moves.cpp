#include "grammar/syntax/moves.hpp"

#include <type_traits>

#include "grammar/syntax/parts.hpp"

namespace nilai::syntax {

namespace {

/// One function a kind of part, each naming all parts of it that have a place or are expressions.
class Walk {
 public:
  explicit Walk(const Visits& visits) : visits_(visits) {}

  template <class... Parts>
  void all(Parts&... parts) {
    (in(parts), ...);
  }

  void in(Span& span) { visits_.span(span); }
  void in(ExpressionId& id) {
    if (!id.is_none()) visits_.id(id);
  }
  template <class T>
  void in(std::vector<T>& parts) {
    for (T& part : parts) in(part);
  }
  template <class T>
  void in(std::optional<T>& part) {
    if (part) in(*part);
  }
  void in(Name& name) { in(name.span); }
  void in(Text& text) { in(text.span); }
  void in(Code& code) { in(code.span); }
  void in(NumberLiteral&) {}
  void in(DateLiteral&) {}

  // --- the head -----------------------------------------------------------------------------------------------------

  void in(InForce& one) { in(one.span); }
  void in(Evaluates& one) { all(one.table, one.span); }

  // --- what the data looks like
  // ---------------------------------------------------------------------------------------

  void in(ChoiceValue& one) { in(one.name); }
  void in(ChoiceValues& one) { in(one.values); }
  void in(Choice& one) { all(one.name, one.basis, one.values, one.span); }
  void in(Type& one) { all(one.unit, one.values, one.choice, one.reasons, one.span); }
  void in(Column& one) { all(one.name, one.type, one.at_least, one.at_most, one.formula, one.span); }
  void in(LabelledName& one) { in(one.name); }
  void in(Link::Pair& one) { all(one.own, one.of_parent); }
  void in(Link& one) { all(one.table, one.pairs, one.span); }
  void in(Table& one) { all(one.name, one.basis, one.key, one.links, one.dated, one.period, one.columns, one.span); }

  // --- what is measured
  // -------------------------------------------------------------------------------------------------

  void in(DatedValue& one) { all(one.value, one.basis, one.span); }
  void in(ParameterRow& one) { all(one.keys, one.body, one.span); }
  void in(ParameterRows& one) { all(one.rows, one.basis, one.span); }
  void in(Parameter& one) { all(one.name, one.by, one.basis, one.values, one.rows, one.file, one.span); }
  void in(Rounding& one) { in(one.span); }
  void in(Changeable& one) { all(one.step, one.span); }
  void in(Measure& one) {
    all(one.name, one.inputs, one.basis, one.body, one.rounding, one.assessed_when, one.changeable, one.span);
  }

  // --- how measures become points
  // -----------------------------------------------------------------------------------------

  void in(IfMissing::Heir& one) { in(one.criterion); }
  void in(IfMissing& one) { all(one.heirs, one.span); }
  void in(Criterion& one) {
    all(one.name, one.basis, one.weight, one.in, one.measured_by, one.points, one.assessed_when, one.if_missing,
        one.code, one.span);
  }
  void in(Score& one) {
    all(one.name, one.weight, one.in, one.basis, one.body, one.rounding, one.assessed_when, one.head_span, one.span);
  }

  // --- what it leads to
  // -----------------------------------------------------------------------------------------------------

  void in(Outcome& one) { all(one.name, one.basis); }
  void in(Outcomes& one) { all(one.outcomes, one.span); }
  void in(ReasonText& one) {
    for (ReasonText::Piece& piece : one.pieces) {
      if (auto* id = std::get_if<ExpressionId>(&piece)) in(*id);
    }
  }
  void in(Reason& one) { all(one.text, one.en, one.id, one.span); }
  void in(Decision& one) { all(one.outcome, one.condition, one.because, one.code, one.basis, one.span); }
  void in(Decide& one) { all(one.decisions, one.span); }

  // --- what must always be true
  // -----------------------------------------------------------------------------------------------

  void in(Guarantee& one) {
    all(one.basis, one.raised, one.subject, one.outcome, one.code, one.condition, one.promise_span, one.span);
  }
  void in(Known& one) { all(one.value, one.name); }
  void in(Rows& one) { all(one.table, one.in_same, one.window_span, one.since, one.where, one.by, one.span); }
  void in(Given::Pair& one) { all(one.column, one.known); }
  void in(Given& one) { all(one.of, one.pairs, one.fixed, one.window, one.having, one.span); }
  void in(Expectation& one) { all(one.name, one.code, one.known, one.span); }
  void in(Test& one) { all(one.basis, one.period, one.given, one.expect, one.span); }

  void in(Rulebook& book) {
    all(book.name, book.basis, book.version, book.amends, book.in_force, book.evaluates, book.head_span, book.uses);
    all(book.choices, book.tables, book.parameters, book.measures, book.criteria, book.scores, book.outcomes,
        book.decides, book.guarantees, book.tests);
  }

  // --- within expressions, the parts of which `visit_parts` names
  // ---------------------------------------------------------------

  template <class Node>
  void spans_of(Node& node) {
    using parts::is_one_of;
    if constexpr (is_one_of<Node, Binary>) {
      in(node.operator_span);
    } else if constexpr (is_one_of<Node, FieldUse>) {
      all(node.table, node.column);
    } else if constexpr (is_one_of<Node, IsReason>) {
      in(node.reason);
    } else if constexpr (is_one_of<Node, RoundedCall>) {
      in(node.rounding);
    } else if constexpr (is_one_of<Node, Cases>) {
      for (Case& one : node.cases) in(one.span);
    } else if constexpr (is_one_of<Node, Call>) {
      in(node.name_span), spans_of_arguments(node.arguments);
    } else if constexpr (is_one_of<Node, NamedCall>) {
      in(node.callee), spans_of_arguments(node.arguments);
    } else {
      static_assert(is_one_of<Node, NumberLiteral, DateLiteral, SpanLiteral, TextLiteral, FlagLiteral, NameUse, ItUse,
                              PhraseUse, Not, Negate, Power, InList, Between, IsMissing, BareComparison, Scale>,
                    "a kind of expression whose places nobody has named");
    }
  }

  void spans_of_arguments(std::vector<Argument>& arguments) {
    for (Argument& argument : arguments) {
      in(argument.span);
      if (!argument.rows) continue;
      Rows& rows = *argument.rows;
      all(rows.table, rows.in_same, rows.window_span, rows.by, rows.span);
    }
  }

 private:
  const Visits& visits_;
};

}  // namespace

void visit_definitions(Rulebook& book, const Visits& visits) {
  Walk(visits).in(book);
}

void visit_expression(Expression& expression, const Visits& visits) {
  visits.span(expression.span);
  std::visit([&](auto& node) { Walk(visits).spans_of(node); }, expression.node);
  visit_parts(expression, visits.id);
}

void move_tree(Rulebook& book, std::uint32_t span_offset, std::uint32_t expression_offset) {
  const Visits visits{[span_offset](Span& span) {
                        if (span != Span{}) span.begin += span_offset, span.end += span_offset;
                      },
                      [expression_offset](ExpressionId& id) { id.index += expression_offset; }};
  visit_definitions(book, visits);
  for (Expression& expression : book.expressions) visit_expression(expression, visits);
  for (Scalars& scalars : book.scalars) scalars.begin += span_offset;
}

}  // namespace nilai::syntax
