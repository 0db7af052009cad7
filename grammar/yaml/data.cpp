#include <utility>

#include "grammar/native/clauses.hpp"
#include "grammar/native/words.hpp"
#include "grammar/yaml/definitions.hpp"

namespace nilai::grammar::yaml {

namespace {

using text::Phrase;

// --- the head --------------------------------------------------------------------------------------------------------

void read_in_force(Reader& reader, Value value) {
  const Keys keys(reader, value, {Keyword::from, Keyword::to});
  syntax::InForce in_force;
  in_force.span = value.span();
  if (const auto from = keys.require(Keyword::from)) {
    reader.native<native::read_date>(*from, in_force.from, Phrase::a_date_as_written);
  }
  if (const auto to = keys.find(Keyword::to)) {
    reader.native<native::read_date>(*to, in_force.to.emplace(), Phrase::a_date_as_written);
  }
  reader.book().in_force = in_force;
}

void read_evaluates(Reader& reader, Value value) {
  syntax::Evaluates evaluates;
  evaluates.span = value.span();
  if (value.node().kind != Node::Kind::mapping) {
    evaluates.table = reader.name(value);
  } else if (const auto entry = reader.only_entry(value)) {
    evaluates.table = reader.name(entry->key());
    reader.native<native::read_every>(*entry, evaluates, Phrase::every_period);
  }
  reader.book().evaluates = std::move(evaluates);
}

// --- choices ---------------------------------------------------------------------------------------------------------

/// A text, or `{label, en, id}`.
syntax::Label short_label(Reader& reader, Value value) {
  if (value.node().kind == Node::Kind::scalar) return {reader.prose(value), {}, {}};
  return Keys(reader, value, {Keyword::label}, Phrase::shape_text_or_keys).label();
}

void read_values(Reader& reader, Value value, syntax::ChoiceValues& into) {
  if (value.node().kind == Node::Kind::mapping) {
    reader.each_entry(value, [&](Value entry) {
      into.values.push_back({reader.name(entry.key()), short_label(reader, entry)});
    });
  } else {
    for (syntax::Name& name : reader.names(value)) into.values.push_back({std::move(name), {}});
  }
}

void read_choice(Reader& reader, Value value) {
  const Keys keys(reader, value, {Keyword::label, Keyword::basis, Keyword::values, Keyword::ordered});
  syntax::Choice choice;
  choice.name = reader.name(value.key());
  choice.label = keys.label();
  choice.basis = keys.basis();
  choice.span = value.span();
  keys.exclude(Keyword::values, Keyword::ordered);
  if (const auto ordered = keys.find(Keyword::ordered)) {
    choice.values.is_ordered = true;
    read_values(reader, *ordered, choice.values);
  } else if (const auto values = keys.require(Keyword::values)) {
    read_values(reader, *values, choice.values);
  }
  reader.book().choices.push_back(std::move(choice));
}

// --- tables ----------------------------------------------------------------------------------------------------------

/// `{TABLE: columns}`, or a list of native `TABLE by a = x, b`.
void read_links(Reader& reader, Value value, syntax::Table& table) {
  if (value.node().kind == Node::Kind::mapping) {
    reader.each_entry(value, [&](Value entry) {
      syntax::Link link{reader.name(entry.key()), {}, entry.span()};
      for (auto& column : reader.labelled_names(entry)) link.pairs.push_back({std::move(column), {}});
      table.links.push_back(std::move(link));
    });
    return;
  }
  reader.each_item(value, [&](Value item) {
    syntax::Link link;
    link.span = item.node().span;
    if (reader.native<native::read_link_by>(item, link, Phrase::a_name)) table.links.push_back(std::move(link));
  });
}

void read_column(Reader& reader, Value value, syntax::Table& table) {
  syntax::Column column;
  column.name = reader.name(value.key());
  column.span = value.span();
  std::optional<Value> type = value;
  if (value.node().kind != Node::Kind::scalar) {
    const Keys keys(reader, value, {Keyword::label, Keyword::is}, Phrase::shape_text_or_keys);
    column.label = keys.label();
    type = keys.require(Keyword::is);
  }
  if (type) reader.native<native::read_column_type>(*type, column, Phrase::a_type);
  table.columns.push_back(std::move(column));
}

void read_table(Reader& reader, Value value) {
  const Keys keys(reader, value,
                  {Keyword::label, Keyword::basis, Keyword::key, Keyword::belongs_to, Keyword::dated, Keyword::period,
                   Keyword::columns});
  syntax::Table table;
  table.name = reader.name(value.key());
  table.label = keys.label();
  table.basis = keys.basis();
  table.span = value.span();
  if (const auto key = keys.find(Keyword::key)) table.key = reader.labelled_names(*key);
  if (const auto links = keys.find(Keyword::belongs_to)) read_links(reader, *links, table);
  if (const auto dated = keys.find(Keyword::dated)) table.dated = reader.labelled_name(*dated);
  if (const auto period = keys.find(Keyword::period)) table.period = reader.labelled_name(*period);
  if (const auto columns = keys.find(Keyword::columns)) {
    reader.each_entry(*columns, [&](Value column) { read_column(reader, column, table); });
  }
  reader.book().tables.push_back(std::move(table));
}

}  // namespace

void read_head(Reader& reader, const Keys& keys) {
  syntax::Rulebook& book = reader.book();
  if (const auto name = keys.find(Keyword::rulebook)) {
    book.name = reader.name(*name);
    book.head_span = name->span();
  }
  book.label = keys.label();
  book.basis = keys.basis();
  if (const auto version = keys.find(Keyword::version)) book.version = reader.text(*version);
  if (const auto amends = keys.find(Keyword::amends)) book.amends = reader.text(*amends);
  if (const auto in_force = keys.find(Keyword::in_force)) read_in_force(reader, *in_force);
  if (const auto evaluates = keys.find(Keyword::evaluates)) read_evaluates(reader, *evaluates);
}

void read_uses(Reader& reader, Value value) {
  reader.each_item(value, [&](Value item) { reader.book().uses.push_back(reader.text(item)); });
}

void read_choices(Reader& reader, Value value) {
  reader.each_entry(value, [&](Value choice) { read_choice(reader, choice); });
}

void read_tables(Reader& reader, Value value) {
  reader.each_entry(value, [&](Value table) { read_table(reader, table); });
}

}  // namespace nilai::grammar::yaml
