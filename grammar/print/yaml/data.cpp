// The head of a rulebook, choices, tables and parameters.
#include <algorithm>
#include <set>

#include "grammar/print/yaml/writer.hpp"

namespace nilai::grammar::print {

void YamlWriter::add_head(YamlValue& into) const {
  if (book_.name) into.add(word(Keyword::rulebook), book_.head_span.begin, book_.name->text);
  add_label(into, book_.label, book_.head_span.begin);
  add_text(into, Keyword::version, book_.version);
  if (const auto& in_force = book_.in_force) {
    YamlValue dates = YamlValue::mapping(in_force->span.begin);
    dates.add(word(Keyword::from), in_force->span.begin, printed(in_force->from));
    if (in_force->to) dates.add(word(Keyword::to), in_force->span.begin, printed(*in_force->to));
    into.add(word(Keyword::in_force), std::move(dates));
  }
  if (const auto& evaluates = book_.evaluates) {
    const std::uint32_t anchor = evaluates->span.begin;
    const std::string period = every(*evaluates);
    if (period.empty()) {
      into.add(word(Keyword::evaluates), anchor, evaluates->table.text);
    } else {
      YamlValue what = YamlValue::mapping(anchor);
      what.add(evaluates->table.text, anchor, period.substr(1));
      into.add(word(Keyword::evaluates), std::move(what));
    }
  }
  add_text(into, Keyword::basis, book_.basis);
  add_text(into, Keyword::amends, book_.amends);
  if (book_.uses.empty()) return;
  YamlValue files = YamlValue::list(Line::nowhere);
  for (const syntax::Text& file : book_.uses) files.add(YamlValue::scalar(file.span.begin, file.text));
  into.add(word(Keyword::use), std::move(files).without_list_of_one());
}

YamlValue YamlWriter::value(const syntax::Choice& choice) const {
  YamlValue all = YamlValue::mapping(choice.span.begin);
  add_label(all, choice.label, choice.span.begin);
  add_text(all, Keyword::basis, choice.basis);
  std::vector<syntax::Name> names;
  YamlValue labels = YamlValue::mapping(choice.values.values.front().name.span.begin);
  bool has_label = false;
  for (const syntax::ChoiceValue& value : choice.values.values) {
    has_label = has_label || !label_text(value.label).empty();
    labels.add(value.name.text, short_label(value.label, value.name.span.begin));
    names.push_back(value.name);
  }
  all.add(word(choice.values.is_ordered ? Keyword::ordered : Keyword::values),
          has_label ? std::move(labels) : name_list(names));
  return all;
}

// --- tables --------------------------------------------------------------------------------------------------------

YamlValue YamlWriter::links(const syntax::Table& table) const {
  std::set<std::string> parents;
  bool is_plain = true;
  for (const syntax::Link& one : table.links) {
    is_plain = is_plain && parents.insert(one.table.text).second;
    for (const auto& pair : one.pairs) is_plain = is_plain && !pair.of_parent && label_text(pair.own.label).empty();
  }
  YamlValue all =
      is_plain ? YamlValue::mapping(table.links.front().span.begin) : YamlValue::list(table.links.front().span.begin);
  for (const syntax::Link& one : table.links) {
    std::vector<syntax::Name> columns;
    for (const auto& pair : one.pairs) columns.push_back(pair.own.name);
    if (is_plain) {
      all.add(one.table.text, name_list(columns));
    } else {
      all.add(YamlValue::scalar(one.span.begin, link(one)));
    }
  }
  return all;
}

YamlValue YamlWriter::value(const syntax::Column& column) const {
  YamlValue all = YamlValue::mapping(column.span.begin);
  add_label(all, column.label, column.span.begin);
  all.add(word(Keyword::is), column.type.span.begin, content(column, " ").flat());
  return in_short(std::move(all));
}

YamlValue YamlWriter::value(const syntax::Table& table) const {
  YamlValue all = YamlValue::mapping(table.span.begin);
  add_label(all, table.label, table.span.begin);
  add_text(all, Keyword::basis, table.basis);
  if (!table.key.empty()) all.add(word(Keyword::key), labelled(table.key));
  if (!table.links.empty()) all.add(word(Keyword::belongs_to), links(table));
  if (table.dated) all.add(word(Keyword::dated), labelled({*table.dated}));
  if (table.period) all.add(word(Keyword::period), labelled({*table.period}));
  YamlValue columns = YamlValue::mapping(Line::nowhere);
  for (const syntax::Column& one : table.columns) columns.add(one.name.text, value(one));
  if (!columns.is_empty()) all.add(word(Keyword::columns), std::move(columns));
  return all;
}

// --- parameters ----------------------------------------------------------------------------------------------------

/// `is: cases` or `for: {keys: cases}`
void YamlWriter::add_rows(YamlValue& into, const syntax::ParameterRows& rows) const {
  if (rows.rows.front().keys.empty()) {
    into.add(word(Keyword::is), body(rows.rows.front().body));
    return;
  }
  YamlValue all = YamlValue::mapping(rows.rows.front().span.begin);
  for (const syntax::ParameterRow& row : rows.rows) all.add(keys(row), body(row.body).of(row.span.begin));
  into.add(word(Keyword::for_), std::move(all));
}

YamlValue YamlWriter::value(const syntax::Parameter& parameter) const {
  YamlValue all = YamlValue::mapping(parameter.span.begin);
  add_label(all, parameter.label, parameter.span.begin);
  if (!parameter.by.empty()) all.add(word(Keyword::by), name_list(parameter.by));
  add_text(all, Keyword::basis, parameter.basis);
  YamlValue dates = YamlValue::mapping(Line::nowhere);
  for (const syntax::DatedValue& one : parameter.values) {
    YamlValue dated = YamlValue::mapping(one.span.begin);
    dated.add(word(Keyword::is), begin_of(one.value), flat(one.value));
    add_text(dated, Keyword::basis, one.basis);
    dates.add(printed(one.from), in_short(std::move(dated)));
  }
  for (const syntax::ParameterRows& rows : parameter.rows) {
    if (!rows.from) {
      add_rows(all, rows);
      continue;
    }
    YamlValue dated = YamlValue::mapping(rows.span.begin);
    add_rows(dated, rows);
    add_text(dated, Keyword::basis, rows.basis);
    dates.add(printed(*rows.from), in_short(std::move(dated)));
  }
  if (!dates.is_empty()) all.add(word(Keyword::from), std::move(dates));
  if (parameter.file) add_text(all, Keyword::in, *parameter.file);
  return all;
}

}  // namespace nilai::grammar::print
