#include "grammar/print/words.hpp"
#include "rules/check.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;
using text::translated;

/// Whether the value is a count or a share of rows that belong to the subject: what one row more or less changes.
bool counts_own_rows(const Model& model, ExpressionId body) {
  const auto* call = std::get_if<syntax::Call>(&model.at(body).node);
  if (call == nullptr || !model.aggregate(body)) return false;
  return call->function == syntax::Function::count || call->function == syntax::Function::share;
}

void check_step(const Model& model, const Measure& measure, Diagnostics& diagnostics) {
  const ExpressionId step = measure.changeable->step;
  const Span span = model.at(step).span;
  const std::string written = source_text(model, step);
  const auto value = constant_value(model, step);
  if (!value || value->kind != Kind::number) {
    const Type found = Type::of(value ? value->kind : Kind::span);
    diagnostics.add(Code::wrong_type, span, {written, type_words(model, found), type_words(model, measure.type)});
    return;
  }
  if (value->number().sign() <= 0) {
    diagnostics.add(Code::argument_out_of_range, span, {written, translated(Phrase::above_zero)});
  }
  const bool is_in_days = std::holds_alternative<syntax::SpanLiteral>(model.at(step).node);
  if (!is_in_days || measure.type.unit == Type::days().unit) return;
  const std::string unit = measure.type.unit.empty() ? translated(Phrase::plain_unit) : unit_text(measure.type.unit);
  diagnostics.add(Code::units_differ, span, {written, day_unit, measure.name, unit});
}

}  // namespace

void check_changeable(const Model& model, Diagnostics& diagnostics) {
  for (const syntax::Measure& written : model.book->measures) {
    if (!written.changeable || written.inputs.empty()) continue;
    diagnostics.add(Code::inputs_changeable, written.changeable->span, {written.name.text});
  }
  for (const Measure& measure : model.measures) {
    if (!measure.changeable || measure.type.is_poisoned) continue;
    const Span span = measure.changeable->span;
    if (measure.type.kind != Kind::number) {
      diagnostics.add(Code::wrong_type, span,
                      {measure.name, type_words(model, measure.type), translated(Phrase::a_number)});
    } else if (!measure.changeable->step.is_none()) {
      check_step(model, measure, diagnostics);
    } else if (!counts_own_rows(model, measure.body)) {
      auto& diagnostic = diagnostics.add(Code::no_step, span, {measure.name});
      diagnostic.fixes.push_back(
          {{Phrase::say_step, {grammar::word(grammar::Keyword::step, model.book->language)}}, std::nullopt, {}});
    }
  }
}

}  // namespace nilai::rules
