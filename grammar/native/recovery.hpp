#pragma once

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

/// Only blanks stand before `at` on its line.
bool is_first_on_line(const State& state, const char* at);

/// A word that opens a definition stands at `at`, after blanks: a reserved one, `use` before a text, `rulebook` before
/// a name, `score` where its head and `=` (or its weight) follow.
bool is_definition(State& state, const char* at);

/// Where reading goes on after a mistake at `from`: the next clause of `state.place`, or the next definition, that
/// stands first on its line; else the end.
const char* next_part(State& state, const char* from);

/// The same, for definitions only.
const char* next_definition(State& state, const char* from);

}  // namespace nilai::grammar::native
