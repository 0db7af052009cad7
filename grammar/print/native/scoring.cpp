// Measures, criteria and scores.
#include <algorithm>

#include "grammar/print/native/writer.hpp"

namespace nilai::grammar::print {

namespace {

/// The values of cases, as wide as the widest: numbers to the right, all else to the left.
std::vector<std::string> in_one_column(std::vector<std::string> values) {
  const auto is_number = [](const std::string& value) {
    return value.find_first_not_of("-0123456789.%") == std::string::npos;
  };
  const bool are_numbers = std::all_of(values.begin(), values.end(), is_number);
  std::size_t widest = 0;
  for (const std::string& value : values) widest = std::max(widest, text::width(value));
  for (std::string& value : values) {
    if (are_numbers) {
      value.insert(0, widest - value.size(), ' ');
    } else {
      value = padded(value, widest);
    }
  }
  return values;
}

}  // namespace

void Writer::add_body(Clauses& clauses, std::string opening, syntax::ExpressionId body) const {
  const syntax::Expression& expression = book_.at(body);
  const auto* cases = std::get_if<syntax::Cases>(&expression.node);
  if (cases == nullptr || expression.is_parenthesized) {
    clauses.add(expression.span.begin, std::move(opening), document(body));
    return;
  }
  std::vector<std::string> values;
  for (const syntax::Case& one : cases->cases) values.push_back(flat(one.value));
  values = in_one_column(std::move(values));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const syntax::Case& one = cases->cases[i];
    const bool is_last = i + 1 == values.size();
    clauses.add(one.span.begin, i == 0 ? opening : "",
                values[i] + " " + guard_document(book_, one, language_) + (is_last ? "" : ","));
  }
}

template <class Definition>
void Writer::add_value_clauses(Clauses& clauses, const Definition& definition) const {
  if (definition.rounding) {
    clauses.add(definition.rounding->span.begin, word(Keyword::rounded), printed(*definition.rounding, language_));
  }
  if (!definition.assessed_when.is_none()) {
    clauses.add(book_.at(definition.assessed_when).span.begin, word(Keyword::assessed_when),
                document(definition.assessed_when));
  }
  add_basis(clauses, definition.basis);
}

void Writer::write(const syntax::Measure& measure) {
  std::string opening = opened(Keyword::measure, measure.name, measure.label);
  if (!measure.inputs.empty()) opening += " " + word(Keyword::by) + " " + names(measure.inputs);
  head(measure.span.begin, std::move(opening));
  Clauses clauses;
  add_body(clauses, "=", measure.body);
  add_value_clauses(clauses, measure);
  if (const auto& changeable = measure.changeable) {
    clauses.add(changeable->span.begin, word(Keyword::changeable), way(*changeable));
  }
  clauses.write_plain(lines);
}

void Writer::write(const syntax::Criterion& criterion) {
  std::string opening = opened(Keyword::criterion, criterion.name, criterion.label);
  if (!criterion.weight.is_none()) opening += "  " + word(Keyword::weight) + " " + flat(criterion.weight);
  if (criterion.in) opening += "  " + word(Keyword::in) + " " + name(*criterion.in);
  head(criterion.span.begin, std::move(opening));
  Clauses clauses;
  if (!criterion.measured_by.is_none()) {
    clauses.add(begin_of(criterion.measured_by), word(Keyword::measured_by), document(criterion.measured_by));
  }
  if (criterion.is_formula) {
    clauses.add(begin_of(criterion.points), word(Keyword::points), "= " + document(criterion.points));
  } else if (!criterion.points.is_none()) {
    add_body(clauses, word(Keyword::points), criterion.points);
  }
  if (!criterion.assessed_when.is_none()) {
    clauses.add(begin_of(criterion.assessed_when), word(Keyword::assessed_when), document(criterion.assessed_when));
  }
  if (criterion.if_missing) {
    clauses.add(criterion.if_missing->span.begin, word(Keyword::if_missing), if_missing(*criterion.if_missing));
  }
  if (criterion.code)
    clauses.add(criterion.code->span.begin, word(Keyword::code), code_text(*criterion.code, language_));
  add_basis(clauses, criterion.basis);
  clauses.write_aligned(lines);
}

void Writer::write(const syntax::Score& score) {
  std::string opening = word(Keyword::score);
  if (score.name) opening += " " + name(*score.name);
  opening += label_text(score.label);
  if (score.in) {
    opening +=
        "  " + word(Keyword::weight) + " " + flat(score.weight) + " " + word(Keyword::in) + " " + name(*score.in);
  }
  head(score.span.begin, std::move(opening));
  Clauses clauses;
  add_body(clauses, "=", score.body);
  add_value_clauses(clauses, score);
  clauses.write_plain(lines);
}

}  // namespace nilai::grammar::print
