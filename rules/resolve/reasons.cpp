#include <algorithm>

#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;

std::optional<ChoiceIndex> find_choice(const Model& model, const syntax::Name& name, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (ChoiceIndex i = 0; i < model.choices.size(); ++i) {
    if (model.choices[i].name == name.text) return i;
    names.push_back(model.choices[i].name);
  }
  offer_nearest(diagnostics.add(Code::unknown_choice, name.span, {name.text}), name, names);
  return std::nullopt;
}

/// Whether a column says which row it is in, or whose: a row where it is empty has no place. Its date it may lack.
bool places_rows(const Table& table, ColumnIndex column) {
  const auto contains = [column](const std::vector<ColumnIndex>& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  return contains(table.key) || table.period == column ||
         std::any_of(table.links.begin(), table.links.end(),
                     [&](const Link& link) { return contains(link.own_columns); });
}

bool are_written_alike(const syntax::ChoiceValue& a, const syntax::ChoiceValue& b) {
  const auto is_of_b = [&b](const std::string& text) {
    return !text.empty() && (text == b.name.text || text == b.label.text);
  };
  return is_of_b(a.name.text) || is_of_b(a.label.text);
}

/// A cell could mean both: a value of the column, and that it has none.
void check_values(const Model& model, const Column& column, const syntax::Name& written, Diagnostics& diagnostics) {
  if (column.type.kind != Kind::choice || column.type.is_poisoned) return;
  for (const syntax::ChoiceValue& reason : model.choices[*column.reasons].values) {
    for (const syntax::ChoiceValue& value : model.choices[column.type.choice].values) {
      if (!are_written_alike(value, reason)) continue;
      auto& diagnostic = diagnostics.add(Code::value_and_reason, written.span, {value.name.text, column.name});
      diagnostic.fixes.push_back({{Phrase::rename_reason, {}}, std::nullopt, {}});
    }
  }
}

}  // namespace

void resolve_reasons(Model& model, Diagnostics& diagnostics) {
  for (TableIndex t = 0; t < model.tables.size(); ++t) {
    Table& table = model.tables[t];
    for (const syntax::Column& declared : model.book->tables[t].columns) {
      if (!declared.type.reasons) continue;
      const syntax::Name& written = *declared.type.reasons;
      const ColumnIndex index = *table.find(declared.name.text);
      Column& column = table.columns[index];
      const auto refuse = [&](Code code, std::vector<std::string> arguments) {
        auto& diagnostic = diagnostics.add(code, written.span, std::move(arguments));
        diagnostic.fixes.push_back({{Phrase::drop_reasons, {written.text}}, std::nullopt, {}});
      };
      if (places_rows(table, index)) {
        refuse(Code::reasons_of_place, {column.name, table.name});
      } else if (!column.formula.is_none()) {
        refuse(Code::reasons_of_formula, {column.name});
      } else if ((column.reasons = find_choice(model, written, diagnostics))) {
        check_values(model, column, written, diagnostics);
      }
    }
  }
}

}  // namespace nilai::rules
