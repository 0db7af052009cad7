// The head of a rulebook, choices, tables and parameters.
#include <algorithm>

#include "grammar/print/native/writer.hpp"

namespace nilai::grammar::print {

void Writer::rulebook_head() {
  if (!book_.name) return;
  head(book_.head_span.begin, opened(Keyword::rulebook, *book_.name, book_.label));
  Clauses clauses;
  if (book_.version.is_there()) {
    clauses.add(book_.version.span.begin, word(Keyword::version), quoted(book_.version.text));
  }
  if (const auto& in_force = book_.in_force) {
    const std::string to = in_force->to ? " " + word(Keyword::to) + " " + printed(*in_force->to) : "";
    clauses.add(in_force->span.begin, word(Keyword::in_force),
                word(Keyword::from) + " " + printed(in_force->from) + to);
  }
  if (const auto& evaluates = book_.evaluates) {
    clauses.add(evaluates->span.begin, word(Keyword::evaluates), name(evaluates->table) + every(*evaluates));
  }
  if (book_.amends.is_there()) {
    clauses.add(book_.amends.span.begin, word(Keyword::amends), quoted(book_.amends.text));
  }
  add_basis(clauses, book_.basis);
  clauses.write_aligned(lines);
}

void Writer::write(const syntax::Text& use) {
  head(use.span.begin, word(Keyword::use) + " " + quoted(use.text));
}

// --- choices and tables --------------------------------------------------------------------------------------------

void Writer::write(const syntax::Choice& choice) {
  std::string opening = opened(Keyword::choice, choice.name, choice.label);
  if (choice.basis.is_there()) opening += " " + word(Keyword::basis) + " " + quoted(choice.basis.text);
  const Document all = values(choice.values);
  if (text::width(opening) + 2 + text::width(all.flat()) <= line_limit) {
    head(choice.span.begin, opening + ": " + all.flat());
    return;
  }
  head(choice.span.begin, opening + ":");
  lines.push_back({"  " + all.laid_out(2, line_limit), choice.values.values.front().name.span.begin});
}

Document Writer::column(const syntax::Column& column, std::size_t name_width) const {
  return padded(name(column.name) + label_text(column.label), name_width) + "  " + content(column, "  ");
}

void Writer::write(const syntax::Table& table) {
  head(table.span.begin, opened(Keyword::table, table.name, table.label));
  const auto labelled = [&](const syntax::LabelledName& one) { return name(one.name) + label_text(one.label); };
  Clauses clauses;
  if (!table.key.empty()) {
    std::string key;
    for (const syntax::LabelledName& one : table.key) key += (key.empty() ? "" : ", ") + labelled(one);
    clauses.add(table.key.front().name.span.begin, word(Keyword::key), std::move(key));
  }
  for (const syntax::Link& one : table.links) clauses.add(one.span.begin, word(Keyword::belongs_to), link(one));
  if (table.dated) clauses.add(table.dated->name.span.begin, word(Keyword::dated), labelled(*table.dated));
  if (table.period) clauses.add(table.period->name.span.begin, word(Keyword::period), labelled(*table.period));
  std::size_t widest = 0;
  for (const syntax::Column& one : table.columns) {
    widest = std::max(widest, text::width(name(one.name) + label_text(one.label)));
  }
  for (const syntax::Column& one : table.columns) {
    clauses.add(one.span.begin, word(Keyword::column), column(one, widest));
  }
  add_basis(clauses, table.basis);
  clauses.write_aligned(lines);
}

// --- parameters ----------------------------------------------------------------------------------------------------

void Writer::add_rows(Clauses& clauses, const syntax::ParameterRows& rows) const {
  const std::string date = rows.from ? word(Keyword::from) + " " + printed(*rows.from) : "";
  const bool is_table = !rows.rows.front().keys.empty();
  if (is_table && rows.from) clauses.add(rows.span.begin, date, {});
  for (const syntax::ParameterRow& row : rows.rows) {
    clauses.add(row.span.begin, is_table ? word(Keyword::for_) + " " + keys(row) + ":" : date, document(row.body));
  }
  add_basis(clauses, rows.basis);
}

void Writer::write(const syntax::Parameter& parameter) {
  std::string opening = opened(Keyword::parameter, parameter.name, parameter.label);
  if (!parameter.by.empty()) opening += " " + word(Keyword::by) + " " + names(parameter.by);
  head(parameter.span.begin, std::move(opening));
  Clauses grounds;
  add_basis(grounds, parameter.basis);
  grounds.write_plain(lines);
  Clauses clauses;
  for (const syntax::DatedValue& value : parameter.values) {
    Document what = document(value.value);
    if (value.basis.is_there()) what += "  " + word(Keyword::basis) + " " + quoted(value.basis.text);
    clauses.add(value.span.begin, word(Keyword::from) + " " + printed(value.from), std::move(what));
  }
  for (const syntax::ParameterRows& rows : parameter.rows) add_rows(clauses, rows);
  if (parameter.file) clauses.add(parameter.file->span.begin, word(Keyword::in), quoted(parameter.file->text));
  clauses.write_aligned(lines);
}

}  // namespace nilai::grammar::print
