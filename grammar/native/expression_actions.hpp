#pragma once

#include "grammar/native/state.hpp"

// What the rules of the expression grammar do: each takes its parts from the stacks of the state and leaves the whole.

namespace nilai::grammar::native {

// --- literals and names
void make_number(State& state);
void make_span(State& state);
void make_date(State& state);
void make_text(State& state);
void make_yes(State& state);
void make_no(State& state);
void make_it(State& state);
void make_name(State& state);
void make_field(State& state);
void make_phrase(State& state, syntax::Phrase phrase);

// --- operators
void push_operator(State& state, syntax::Operator operation);
void make_binary(State& state);
void mark_token(State& state);             ///< the last token begins what follows
void descend(State& state);                ///< one deeper; the scanner `within_depth` refuses too deep
void make_not(State& state);
void make_negate(State& state);
void make_power(State& state);
void begin_list(State& state);             ///< operands from here on belong together
void make_in_list(State& state);
void make_not_in_list(State& state);
void make_between(State& state);
void make_not_between(State& state);
void make_bare_between(State& state);
void make_bare(State& state);              ///< from the operator on top
void make_is_missing(State& state);
void make_is_not_missing(State& state);

// --- cases and scales
void push_otherwise(State& state);
void end_case(State& state);
void make_cases(State& state);
void make_scale(State& state);

// --- parentheses and calls
void open_parenthesis(State& state);
void close_parenthesis(State& state);
void begin_rounding(State& state);
void set_direction(State& state, syntax::RoundingDirection direction);
void set_places(State& state);
void set_nearest(State& state);
void make_rounded(State& state);
void open_call(State& state);
void close_call(State& state);
void begin_argument(State& state);
void end_argument(State& state);
void set_distinct(State& state);
void set_weighted_by(State& state);
void set_rows(State& state);               ///< the name read is the table; the value was read before it
void value_to_rows(State& state);          ///< the value read is the table
void set_where(State& state);
void set_by(State& state);
void set_ever(State& state);
void set_since(State& state);
void set_window(State& state, syntax::Rows::Window window);
void set_skipping(State& state);

}  // namespace nilai::grammar::native
