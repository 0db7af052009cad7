#include "rules/compile.hpp"
#include "rules/resolve/resolve.hpp"
#include "rules/tests/test_plan.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using engine::Value;
using text::Code;
using text::Diagnostics;
using text::Phrase;
using text::translated;

std::optional<Value> named_value(const Model& model, const syntax::Name& value, const Type& type,
                                 Diagnostics& diagnostics) {
  if (type.kind != Kind::choice) {
    diagnostics.add(Code::wrong_type, value.span,
                    {value.text, translated(Phrase::a_named_value), type_words(model, type)});
    return std::nullopt;
  }
  const Choice& choice = model.choices[type.choice];
  if (const auto index = choice.index_of(value.text)) return Value::choice(*index);
  std::vector<std::string> names;
  for (const auto& known : choice.values) names.push_back(known.name.text);
  offer_nearest(diagnostics.add(Code::not_a_value_of, value.span, {value.text, choice.name}), value, names);
  return std::nullopt;
}

/// Whether the literal counts days, and what is meant counts something else.
bool has_other_unit(const Model& model, ExpressionId literal, const Type& type) {
  return std::holds_alternative<syntax::SpanLiteral>(model.at(literal).node) && type.unit != Unit{{day_unit, 1}};
}

}  // namespace

std::optional<Value> known_value(const Compiled& compiled, const syntax::Known& known, const Type& type,
                                 const syntax::Name& name, Diagnostics& diagnostics) {
  const Model& model = compiled.model;
  if (known.kind == syntax::Known::Kind::missing) return Value::missing(type.kind);
  if (known.kind == syntax::Known::Kind::name) return named_value(model, known.name, type, diagnostics);
  auto value = constant_value(model, known.value);
  const std::string written = source_text(model, known.value);
  const text::Span span = model.at(known.value).span;
  if (!value || value->kind != type.kind) {
    const std::string found = value ? type_words(model, Type::of(value->kind)) : translated(Phrase::a_span);
    diagnostics.add(Code::wrong_type, span, {written, found, type_words(model, type)});
    return std::nullopt;
  }
  if (value->kind == Kind::number && has_other_unit(model, known.value, type)) {
    const std::string unit = type.unit.empty() ? translated(Phrase::plain_unit) : unit_text(type.unit);
    diagnostics.add(Code::units_differ, span, {written, day_unit, name.text, unit});
    return std::nullopt;
  }
  return value;
}

}  // namespace nilai::rules
