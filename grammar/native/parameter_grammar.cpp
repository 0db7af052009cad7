#include <utility>

#include "grammar/native/clauses.hpp"
#include "grammar/native/definitions.hpp"
#include "grammar/native/expression_parsers.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;
using text::Phrase;

// --- a value, from a date on -----------------------------------------------------------------------------------------

bool read_dated_value(const char*& first, State& state, syntax::Parameter& parameter) {
  syntax::DatedValue value;
  const char* begin = state.skip(first);
  const auto amount =
      keyword(Keyword::from) > date(value.from) > expression(Form::operand, value.value) > -basis(value.basis);
  if (!run(amount > ends(begin, value.span), first, state)) return false;
  parameter.values.push_back(std::move(value));
  return true;
}

// --- rows by keys ----------------------------------------------------------------------------------------------------

bool read_key_name(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  syntax::Name name;
  if (!read_name(first, state, name)) return false;
  id = state.add(syntax::NameUse{std::move(name.text)}, state.span(begin, first));
  return true;
}

/// `any`, or the values of one key: `reading or mathematics`.
bool read_key(const char*& first, State& state, std::vector<ExpressionId>& values) {
  if (read_keyword(first, state, Keyword::whatever)) return true;
  ExpressionId value;
  const auto keep = [&] { values.push_back(value); };
  const auto one =
      (literal(value) | word<read_flag>(value, Phrase::a_value) | word<read_key_name>(value, Phrase::a_name))[keep];
  return run(called(Phrase::a_fixed_value, one) >> *(keyword(Keyword::either) > called(Phrase::a_fixed_value, one)),
             first, state);
}

/// `for KEY, …: cases or a scale`
bool read_row(const char*& first, State& state, syntax::ParameterRows& rows) {
  syntax::ParameterRow row;
  const char* begin = state.skip(first);
  const auto keys = word<read_row_keys>(row, Phrase::a_fixed_value);
  if (!run(keyword(Keyword::for_) > keys > symbol(":") > table(row.body) > ends(begin, row.span), first, state)) {
    return false;
  }
  rows.rows.push_back(std::move(row));
  return true;
}

/// Without keys before the last, the rows are one.
bool read_only_row(const char*& first, State& state, syntax::ParameterRows& rows) {
  syntax::ParameterRow row;
  const char* begin = state.skip(first);
  if (!run(table(row.body) > ends(begin, row.span), first, state)) return false;
  rows.rows.push_back(std::move(row));
  return true;
}

/// A parameter has its values from a file, from rows that always hold, or from rows of some dates: behind the first of
/// them, `second` may be rows of a further date and nothing else; what is not goes no further than its report.
bool goes_on(State& state, const syntax::Parameter& parameter, bool is_dated, text::Span second) {
  if (!parameter.file && parameter.rows.empty()) return true;
  if (is_dated && !parameter.file && parameter.rows.back().from) return true;
  auto& diagnostic = state.diagnostics.add(text::Code::values_in_two_ways, second, {parameter.name.text});
  const text::Span first = parameter.file ? parameter.file->span : parameter.rows.front().span;
  diagnostic.labels.push_back({first, {Phrase::first_here, {}}});
  diagnostic.notes.push_back({Phrase::ways_of_a_parameter, {}});
  return false;
}

bool read_rows_by_keys(const char*& first, State& state, syntax::Parameter& parameter) {
  syntax::ParameterRows rows;
  const char* begin = state.skip(first);
  syntax::DateLiteral from;
  const auto keep_date = [&] { rows.from = from; };
  const auto row = word<read_row>(rows, Phrase::rows_of_a_parameter);
  const auto all =
      called(Phrase::rows_of_a_parameter, (row >> *row) | word<read_only_row>(rows, Phrase::rows_of_a_parameter));
  const auto dated = keyword(Keyword::from) > date(from)[keep_date] > all > -basis(rows.basis);
  if (!run((dated | all) > ends(begin, rows.span), first, state)) return false;
  if (goes_on(state, parameter, rows.from.has_value(), rows.span)) parameter.rows.push_back(std::move(rows));
  return true;
}

bool read_file(const char*& first, State& state, syntax::Parameter& parameter) {
  syntax::Text file;
  if (!run(keyword(Keyword::in) > quoted(file), first, state)) return false;
  if (goes_on(state, parameter, false, file.span)) parameter.file = std::move(file);
  return true;
}

}  // namespace

bool read_row_keys(const char*& first, State& state, syntax::ParameterRow& row) {
  std::vector<ExpressionId> values;
  const auto keep = [&] { row.keys.push_back(std::exchange(values, {})); };
  const auto key = called(Phrase::a_fixed_value, word<read_key>(values, Phrase::a_fixed_value)[keep]);
  return run(key > *(symbol(",") > key), first, state);
}

bool read_rows_rule(const char*& first, State& state, ExpressionId& id) {
  return run(table(id), first, state);
}

void read_parameter(const char*& first, State& state) {
  syntax::Parameter parameter;
  state.place = {Keyword::parameter, {Keyword::from, Keyword::for_}};
  const char* begin = state.skip(first);
  const auto head = keyword(Keyword::parameter) > name(parameter.name) > -label(parameter.label) >
                    -(keyword(Keyword::by) > names(parameter.by)) > -basis(parameter.basis);
  run(guarded(head), first, state);
  if (parameter.by.empty()) {
    const auto value = word<read_dated_value>(parameter, Phrase::a_value);
    run(guarded(x3::expect[&keyword(Keyword::from)]) >> parts(value), first, state);
  } else {
    const auto rows =
        word<read_file>(parameter, Phrase::a_value) | word<read_rows_by_keys>(parameter, Phrase::rows_of_a_parameter);
    run(guarded(x3::expect[called(Phrase::rows_of_a_parameter, rows)]) >> parts(rows), first, state);
  }
  run(ends(begin, parameter.span), first, state);
  state.book.parameters.push_back(std::move(parameter));
}

}  // namespace nilai::grammar::native
