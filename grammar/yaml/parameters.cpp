#include <utility>

#include "grammar/native/clauses.hpp"
#include "grammar/native/words.hpp"
#include "grammar/yaml/definitions.hpp"

namespace nilai::grammar::yaml {

namespace {

using native::Form;
using syntax::ParameterRow;
using syntax::ParameterRows;
using text::Phrase;

/// The date that a key is.
void read_from(Reader& reader, Value entry, syntax::DateLiteral& from) {
  reader.native<native::read_date>({entry.key(), entry.key()}, from, Phrase::a_date_as_written);
}

// --- a value, from a date on -----------------------------------------------------------------------------------------

void read_dated_value(Reader& reader, Value entry, syntax::Parameter& parameter) {
  syntax::DatedValue dated;
  dated.span = entry.span();
  read_from(reader, entry, dated.from);
  std::optional<Value> value = entry;
  if (entry.node().kind != Node::Kind::scalar) {
    const Keys keys(reader, entry, {Keyword::is, Keyword::basis}, Phrase::shape_text_or_keys);
    dated.basis = keys.basis();
    value = keys.require(Keyword::is);
  }
  if (value) reader.expression(*value, Form::operand, dated.value);
  parameter.values.push_back(std::move(dated));
}

// --- rows by keys ----------------------------------------------------------------------------------------------------

/// A list of cases, or a scale: nothing less.
syntax::ExpressionId read_rows(Reader& reader, Value value) {
  if (value.node().kind == Node::Kind::list) return reader.body(value, Form::cases_or_scale);
  syntax::ExpressionId id;
  reader.native<native::read_rows_rule>(value, id, Phrase::cases_or_scale);
  return id;
}

/// `is: rows`, or `for: {KEYS: rows}`.
void read_body(Reader& reader, const Keys& keys, ParameterRows& into) {
  keys.exclude(Keyword::is, Keyword::for_);
  if (const auto by_keys = keys.find(Keyword::for_)) {
    reader.each_entry(*by_keys, [&](Value entry) {
      ParameterRow row;
      row.span = entry.span();
      reader.native<native::read_row_keys>({entry.key(), entry.key()}, row, Phrase::a_fixed_value);
      row.body = read_rows(reader, entry);
      into.rows.push_back(std::move(row));
    });
  } else if (const auto rows = keys.require(Keyword::is)) {
    into.rows.push_back({{}, read_rows(reader, *rows), rows->node().span});
  }
}

/// `D: rows`, `D: {is: rows, basis: …}`, `D: {for: …, basis: …}`
void read_dated_rows(Reader& reader, Value entry, syntax::Parameter& parameter) {
  ParameterRows rows;
  rows.span = entry.span();
  read_from(reader, entry, rows.from.emplace());
  if (entry.node().kind == Node::Kind::mapping) {
    const Keys keys(reader, entry, {Keyword::is, Keyword::for_, Keyword::basis});
    rows.basis = keys.basis();
    read_body(reader, keys, rows);
  } else {
    rows.rows.push_back({{}, read_rows(reader, entry), entry.node().span});
  }
  parameter.rows.push_back(std::move(rows));
}

/// `in`, `from`, or what stands in it without a date.
void read_table(Reader& reader, const Keys& keys, syntax::Parameter& parameter) {
  for (const Keyword other : {Keyword::from, Keyword::is, Keyword::for_}) keys.exclude(Keyword::in, other);
  for (const Keyword other : {Keyword::is, Keyword::for_}) keys.exclude(Keyword::from, other);
  if (const auto file = keys.find(Keyword::in)) {
    parameter.file = reader.text(*file);
  } else if (const auto dates = keys.find(Keyword::from)) {
    reader.each_entry(*dates, [&](Value entry) { read_dated_rows(reader, entry, parameter); });
  } else {
    ParameterRows rows;
    rows.span = parameter.span;
    read_body(reader, keys, rows);
    parameter.rows.push_back(std::move(rows));
  }
}

void read_parameter(Reader& reader, Value value) {
  syntax::Parameter parameter;
  const Keys keys(
      reader, value,
      {Keyword::label, Keyword::basis, Keyword::by, Keyword::from, Keyword::is, Keyword::for_, Keyword::in});
  parameter.name = reader.name(value.key());
  parameter.label = keys.label();
  parameter.basis = keys.basis();
  parameter.span = value.span();
  if (const auto by = keys.find(Keyword::by)) {
    parameter.by = reader.names(*by);
    read_table(reader, keys, parameter);
  } else if (keys.find(Keyword::is) || keys.find(Keyword::for_) || keys.find(Keyword::in)) {
    (void)keys.require(Keyword::by);
  } else if (const auto dates = keys.require(Keyword::from)) {
    reader.each_entry(*dates, [&](Value entry) { read_dated_value(reader, entry, parameter); });
  }
  reader.book().parameters.push_back(std::move(parameter));
}

}  // namespace

void read_parameters(Reader& reader, Value value) {
  reader.each_entry(value, [&](Value parameter) { read_parameter(reader, parameter); });
}

}  // namespace nilai::grammar::yaml
