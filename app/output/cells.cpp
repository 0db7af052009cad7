#include "app/output/cells.hpp"

namespace nilai::app {

using engine::Kind;

std::string value_text(const engine::Value& value, const rules::Model& model, engine::ChoiceIndex choice) {
  if (!value.is_present()) return {};
  switch (value.kind) {
    case Kind::number:
      return value.number().to_text();
    case Kind::flag:
      return value.is_yes() ? "yes" : "no";
    case Kind::date:
      return value.date().to_iso();
    case Kind::span:
      return std::to_string(value.code()) + " months";
    case Kind::choice:
      return model.choices[choice].values[static_cast<std::size_t>(value.code())].name.text;
    case Kind::text:
      return value.text();
  }
  return {};
}

void write_value(CsvWriter& csv, const engine::Value& value, const rules::Model& model, engine::ChoiceIndex choice) {
  const std::string text = value_text(value, model, choice);
  if (value.kind == Kind::number || value.kind == Kind::date) {
    csv.number(text);
  } else {
    csv.text(text);
  }
}

}  // namespace nilai::app
