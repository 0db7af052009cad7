#include <algorithm>
#include <map>
#include <set>

#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;

std::vector<std::string> table_names(const Model& model) {
  std::vector<std::string> names;
  for (const Table& table : model.tables) names.push_back(table.name);
  return names;
}

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

void check_values(const std::vector<syntax::ChoiceValue>& values, Diagnostics& diagnostics) {
  std::set<std::string> seen;
  for (const syntax::ChoiceValue& value : values) {
    if (!seen.insert(value.name.text).second) diagnostics.add(Code::value_twice, value.name.span, {value.name.text});
  }
}

void resolve_choices(Model& model, Diagnostics& diagnostics) {
  for (const syntax::Choice& choice : model.book->choices) {
    const auto same = std::find_if(model.choices.begin(), model.choices.end(),
                                   [&](const Choice& c) { return c.name == choice.name.text; });
    if (same != model.choices.end()) {
      auto& diagnostic = diagnostics.add(Code::defined_twice, choice.name.span, {choice.name.text});
      diagnostic.labels.push_back({same->span, {Phrase::first_here, {}}});
      continue;
    }
    check_values(choice.values.values, diagnostics);
    model.choices.push_back(
        {choice.name.text, choice.label, choice.values.values, choice.values.is_ordered, choice.name.span});
  }
}

/// Builds the columns of one table, links and formulas aside.
class TableBuilder {
 public:
  TableBuilder(Model& model, const syntax::Table& written, Diagnostics& diagnostics)
      : model_(model), written_(written), diagnostics_(diagnostics) {}

  Table build() {
    table_.name = written_.name.text;
    table_.label = written_.label;
    table_.span = written_.name.span;
    for (const syntax::LabelledName& key : written_.key) table_.key.push_back(implied(key, Type::of(Kind::text)));
    for (const syntax::Link& link : written_.links) {
      for (const auto& pair : link.pairs) implied(pair.own, Type::of(Kind::text));
    }
    if (written_.dated) table_.dated = implied(*written_.dated, Type::of(Kind::date));
    if (written_.period) {
      table_.period = implied(*written_.period, Type::of(Kind::text));
      table_.columns[*table_.period].is_period = true;
    }
    for (const syntax::Column& column : written_.columns) declare(column);
    check_places();
    return std::move(table_);
  }

 private:
  /// A column that a key, a link, a date or a period brings with it, unless it is there already.
  ColumnIndex implied(const syntax::LabelledName& name, const Type& type) {
    const auto next = static_cast<ColumnIndex>(table_.columns.size());
    const auto [found, is_new] = implied_.try_emplace(name.name.text, next);
    if (!is_new) {
      if (type.kind == Kind::date) table_.columns[found->second].type = type;  // `dated date` beside `date = date`
      return found->second;
    }
    Column column;
    column.name = name.name.text;
    column.label = name.label;
    column.type = type;
    column.span = name.name.span;
    table_.columns.push_back(std::move(column));
    return next;
  }

  void declare(const syntax::Column& written) {
    if (!declared_.insert(written.name.text).second) {
      diagnostics_.add(Code::column_defined_twice, written.name.span, {written.name.text, table_.name});
      return;
    }
    Column column;
    column.name = written.name.text;
    column.label = written.label;
    column.type = type_of(written);
    column.is_optional = written.is_optional;
    column.is_personal = written.is_personal;
    column.is_protected = written.is_protected;
    column.formula = written.formula;
    column.span = written.name.span;
    if (const auto found = implied_.find(column.name); found != implied_.end()) {
      column.is_period = table_.columns[found->second].is_period;
      table_.columns[found->second] = std::move(column);
    } else {
      table_.columns.push_back(std::move(column));
    }
  }

  Type type_of(const syntax::Column& column) {
    const syntax::Type& written = column.type;
    Type type;
    switch (written.plain) {
      case syntax::PlainType::yes_or_no:
        type = Type::of(Kind::flag);
        break;
      case syntax::PlainType::text:
        type = Type::of(Kind::text);
        break;
      case syntax::PlainType::date:
        type = Type::of(Kind::date);
        break;
      case syntax::PlainType::number:
        break;
      case syntax::PlainType::whole_number:
        type.is_whole = true;
        break;
      case syntax::PlainType::one_of:
        type = inline_choice(column);
        break;
      case syntax::PlainType::choice:
        type = named_choice(written.choice);
        break;
    }
    if (written.unit) type.unit = {{written.unit->text, 1}};
    if (written.unit && written.unit->text == day_unit) type.is_whole = true;  // language.md §6: days are whole
    if (written.places) type.places = places_of(written);
    type.at_least = bound(column.at_least);
    type.at_most = bound(column.at_most);
    return type;
  }

  int places_of(const syntax::Type& written) {
    const std::uint32_t places = *written.places;
    if (places <= engine::max_places) return static_cast<int>(places);
    diagnostics_.add(
        Code::argument_out_of_range, written.span,
        {std::to_string(places), text::translated(Phrase::whole_within, "0 … " + std::to_string(engine::max_places))});
    return static_cast<int>(engine::max_places);
  }

  std::optional<Number> bound(ExpressionId id) {
    const auto value = constant_value(model_, id);
    if (!value) return std::nullopt;
    if (value->kind == Kind::number) return value->number();
    if (value->kind == Kind::date) return Number(value->code());
    return std::nullopt;
  }

  Type inline_choice(const syntax::Column& column) {
    check_values(column.type.values.values, diagnostics_);
    model_.choices.push_back({table_.name + "." + column.name.text, column.label, column.type.values.values,
                              column.type.values.is_ordered, column.name.span});
    return Type::choice_of(static_cast<ChoiceIndex>(model_.choices.size() - 1));
  }

  Type named_choice(const syntax::Name& name) {
    std::vector<std::string> names;
    for (ChoiceIndex i = 0; i < model_.choices.size(); ++i) {
      if (model_.choices[i].name == name.text) return Type::choice_of(i);
      names.push_back(model_.choices[i].name);
    }
    for (const char* type : {"yes or no", "text", "date", "number", "whole number"}) names.emplace_back(type);
    offer_nearest(diagnostics_.add(Code::unknown_choice, name.span, {name.text}), name, names);
    return Type::poisoned();
  }

  /// What tells rows apart or places them must be there.
  void check_places() {
    if (table_.dated && table_.period) {
      auto& diagnostic = diagnostics_.add(Code::dated_and_period, table_.span, {table_.name});
      diagnostic.notes.push_back({Phrase::drop_one_of_both, {}});
    }
    std::vector<ColumnIndex> needed = table_.key;
    if (table_.period) needed.push_back(*table_.period);
    for (const ColumnIndex index : needed) {
      const Column& column = table_.columns[index];
      if (!column.is_optional) continue;
      auto& diagnostic = diagnostics_.add(Code::key_is_optional, column.span, {column.name, table_.name});
      diagnostic.fixes.push_back({{Phrase::drop_optional, {}}, std::nullopt, {}});
    }
  }

  Model& model_;
  const syntax::Table& written_;
  Diagnostics& diagnostics_;
  Table table_;
  std::set<std::string> declared_;
  std::map<std::string, ColumnIndex> implied_;
};

/// A link's columns in both tables; an own column without a line of its own takes the parent's type.
std::optional<Link> resolve_link(Model& model, TableIndex index, const syntax::Link& written,
                                 Diagnostics& diagnostics) {
  const auto parent = find_table(model, written.table.text);
  if (!parent) {
    auto& diagnostic = diagnostics.add(Code::unknown_table, written.table.span, {written.table.text});
    offer_nearest(diagnostic, written.table, table_names(model));
    return std::nullopt;
  }
  Table& own = model.tables[index];
  const Table& above = model.tables[*parent];
  Link link;
  link.parent = *parent;
  link.span = written.span;
  const bool names_columns =
      std::any_of(written.pairs.begin(), written.pairs.end(), [](const auto& p) { return p.of_parent.has_value(); });
  if (!names_columns && above.key.empty()) {
    auto& diagnostic = diagnostics.add(Code::parent_without_key, written.table.span, {above.name, own.name});
    diagnostic.labels.push_back({above.span, {Phrase::declared_here, {}}});
    diagnostic.fixes.push_back({{Phrase::add_key, {above.name}}, std::nullopt, {}});
    return std::nullopt;
  }
  if (!names_columns && above.key.size() != written.pairs.size()) {
    auto& diagnostic =
        diagnostics.add(Code::link_does_not_fit, written.span,
                        {above.name, std::to_string(above.key.size()), std::to_string(written.pairs.size())});
    diagnostic.labels.push_back({above.span, {Phrase::declared_here, {}}});
    return std::nullopt;
  }
  for (std::size_t i = 0; i < written.pairs.size(); ++i) {
    const auto& pair = written.pairs[i];
    const syntax::Name& wanted = pair.of_parent ? *pair.of_parent : pair.own.name;
    const auto column = names_columns ? above.find(wanted.text) : std::optional(above.key[i]);
    if (!column) {
      auto& diagnostic = diagnostics.add(Code::unknown_column, wanted.span, {wanted.text, above.name});
      offer_nearest(diagnostic, wanted, column_names(above));
      return std::nullopt;
    }
    link.own_columns.push_back(*own.find(pair.own.name.text));
    link.parent_columns.push_back(*column);
  }
  link.is_key = !above.key.empty() && std::set(link.parent_columns.begin(), link.parent_columns.end()) ==
                                          std::set(above.key.begin(), above.key.end());
  return link;
}

bool is_declared(const syntax::Table& table, const std::string& column) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const auto& c) { return c.name.text == column; }) ||
         (table.dated && table.dated->name.text == column);
}

/// Tables from the top down: each after all that its rows belong to; a circle is reported and cut.
void order_tables(const Model& model, TableIndex index, std::vector<int>& state, std::vector<TableIndex>& way,
                  std::vector<TableIndex>& order, Diagnostics& diagnostics) {
  if (state[index] == 2) return;
  way.push_back(index);
  if (state[index] == 1) {
    std::string circle;
    for (auto at = std::find(way.begin(), way.end(), index); at != way.end(); ++at) {
      circle += (circle.empty() ? "" : " → ") + model.tables[*at].name;
    }
    diagnostics.add(Code::tables_in_a_circle, model.tables[index].span, {circle});
  } else {
    state[index] = 1;
    for (const Link& link : model.tables[index].links) order_tables(model, link.parent, state, way, order, diagnostics);
    state[index] = 2;
    order.push_back(index);
  }
  way.pop_back();
}

void resolve_links(Model& model, Diagnostics& diagnostics) {
  const auto& written = model.book->tables;
  for (TableIndex i = 0; i < model.tables.size(); ++i) {
    for (const syntax::Link& link : written[i].links) {
      if (auto resolved = resolve_link(model, i, link, diagnostics))
        model.tables[i].links.push_back(std::move(*resolved));
    }
  }
  std::vector<int> state(model.tables.size(), 0);
  std::vector<TableIndex> way, order;
  for (TableIndex i = 0; i < model.tables.size(); ++i) order_tables(model, i, state, way, order, diagnostics);
  if (diagnostics.has_errors()) return;
  for (const TableIndex i : order) {
    Table& table = model.tables[i];
    for (const Link& link : table.links) {
      const Table& parent = model.tables[link.parent];
      for (std::size_t k = 0; k < link.own_columns.size(); ++k) {
        Column& own = table.columns[link.own_columns[k]];
        const Type& type = parent.columns[link.parent_columns[k]].type;
        if (!is_declared(written[i], own.name)) own.type = type;
        if (own.type.kind != type.kind) {
          diagnostics.add(Code::link_kinds_differ, link.span,
                          {own.name, table.name, parent.columns[link.parent_columns[k]].name, parent.name});
        }
      }
    }
  }
}

void resolve_subject(Model& model, Diagnostics& diagnostics) {
  const syntax::Rulebook& book = *model.book;
  if (!book.name) {
    auto& diagnostic = diagnostics.add(Code::no_rulebook_head, {0, 0});
    diagnostic.fixes.push_back({{Phrase::add_rulebook_head, {}}, std::nullopt, {}});
    return;
  }
  if (!book.evaluates) {
    auto& diagnostic = diagnostics.add(Code::nothing_evaluated, book.name->span, {book.name->text});
    diagnostic.fixes.push_back({{Phrase::add_evaluates, {}}, std::nullopt, {}});
    return;
  }
  const syntax::Name& name = book.evaluates->table;
  const auto subject = find_table(model, name.text);
  if (!subject) {
    offer_nearest(diagnostics.add(Code::unknown_table, name.span, {name.text}), name, table_names(model));
    return;
  }
  model.subject = *subject;
  const Table& table = model.tables[*subject];
  if (table.key.empty()) {
    auto& diagnostic = diagnostics.add(Code::subject_without_key, name.span, {table.name});
    diagnostic.labels.push_back({table.span, {Phrase::declared_here, {}}});
    diagnostic.fixes.push_back({{Phrase::add_key, {table.name}}, std::nullopt, {}});
  }
  if (book.evaluates->every) model.every = period_unit(*book.evaluates->every);
}

engine::Date date_of(const syntax::DateLiteral& literal) {
  return engine::Date::from_ymd(literal.year, literal.month, literal.day).value_or(engine::Date{});
}

void resolve_in_force(Model& model, Diagnostics& diagnostics) {
  const syntax::Rulebook& book = *model.book;
  if (book.in_force) {
    model.in_force_from = date_of(book.in_force->from);
    if (book.in_force->to) model.in_force_to = date_of(*book.in_force->to);
  } else if (book.name && model.every) {
    auto& diagnostic = diagnostics.add(Code::no_in_force_date, book.name->span, {book.name->text});
    diagnostic.fixes.push_back({{Phrase::add_in_force, {}}, std::nullopt, {}});
  }
}

void check_periods(const Model& model, Diagnostics& diagnostics) {
  for (TableIndex i = 0; i < model.tables.size(); ++i) {
    const Table& table = model.tables[i];
    if (table.period && !model.every) {
      auto& diagnostic = diagnostics.add(Code::period_without_every, table.span, {table.name});
      diagnostic.fixes.push_back({{Phrase::add_every, {model.tables[model.subject].name}}, std::nullopt, {}});
    }
    for (const Link& link : table.links) {
      const Table& parent = model.tables[link.parent];
      if (!parent.period || link.parent == model.subject) continue;
      auto& diagnostic = diagnostics.add(Code::parent_with_period, link.span, {parent.name});
      diagnostic.labels.push_back({parent.span, {Phrase::declared_here, {}}});
    }
  }
}

}  // namespace

void resolve_schema(Model& model, Diagnostics& diagnostics) {
  resolve_choices(model, diagnostics);
  std::set<std::string> seen;
  for (const syntax::Table& written : model.book->tables) {
    if (!seen.insert(written.name.text).second) {
      auto& diagnostic = diagnostics.add(Code::defined_twice, written.name.span, {written.name.text});
      diagnostic.labels.push_back({model.tables[*find_table(model, written.name.text)].span, {Phrase::first_here, {}}});
    }
    model.tables.push_back(TableBuilder(model, written, diagnostics).build());
  }
  resolve_links(model, diagnostics);
  resolve_reasons(model, diagnostics);
  resolve_subject(model, diagnostics);
  resolve_in_force(model, diagnostics);
  if (!diagnostics.has_errors()) check_periods(model, diagnostics);
}

}  // namespace nilai::rules
