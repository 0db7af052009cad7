#pragma once

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

// What stands behind the word that opens a clause. The native form reads it there, the YAML form in the value of a key.
// Errors: these throw where what they have begun to read does not go on; outside the grammars they are read by
// `read_alone`.

/// `every quarter`, `every year starting october`
bool read_every(const char*& first, State& state, syntax::Evaluates& evaluates);

/// Behind a column's name and label: `number in rupiah optional at least 0`, and a formula where there is one.
bool read_column_type(const char*& first, State& state, syntax::Column& column);
/// `TABLE by a = x, b`
bool read_link_by(const char*& first, State& state, syntax::Link& link);

/// `reading or mathematics, any`: a key for each `by` but the last.
bool read_row_keys(const char*& first, State& state, syntax::ParameterRow& row);
/// Cases or a scale, and nothing less: the row of a parameter.
bool read_rows_rule(const char*& first, State& state, syntax::ExpressionId& id);

/// `up by 5%`
bool read_change(const char*& first, State& state, syntax::Changeable& changeable);
/// Cases, a scale, a parameter's name, or `= FORMULA`.
bool read_points_rule(const char*& first, State& state, syntax::Criterion& criterion);
/// `not assessed`, `0 points`, `weight to a 50%, b 50%`
bool read_missing_answer(const char*& first, State& state, syntax::IfMissing& if_missing);

/// `score is always between 0 and 100`
bool read_promise(const char*& first, State& state, syntax::Guarantee& guarantee);

/// What a column may be in a test: `90`, `yes`, `pending`, `is missing`.
bool read_known(const char*& first, State& state, syntax::Known& known);
/// What a measure or a criterion may be in a test: `62%`, `100 points`, `not assessed`, `50 in last 2 quarters`.
bool read_fixed_value(const char*& first, State& state, syntax::Given& given);
/// `40 household`
bool read_row_count(const char*& first, State& state, syntax::Given& given);
bool read_expectation(const char*& first, State& state, syntax::Expectation& expectation);

}  // namespace nilai::grammar::native
