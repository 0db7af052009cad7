#pragma once

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

// Each reads what grammar.ebnf calls so, and leaves its expression on `state.operands`. False: it does not begin here.
// What begins and then goes wrong leaves by `x3::expectation_failure<Cursor>`, which every grammar's clauses catch.

bool read_expression(Cursor& first, Cursor last, State& state);
bool read_sum(Cursor& first, Cursor last, State& state);
bool read_operand(Cursor& first, Cursor last, State& state);
bool read_body(Cursor& first, Cursor last, State& state);
bool read_cases_or_scale(Cursor& first, Cursor last, State& state);
bool read_literal(Cursor& first, Cursor last, State& state);
bool read_call_or_name(Cursor& first, Cursor last, State& state);
bool read_rounding(Cursor& first, Cursor last, State& state);   ///< onto `state.roundings`
bool read_window(Cursor& first, Cursor last, State& state);     ///< `in last 2 quarters`: into the call at hand

}  // namespace nilai::grammar::native
