#pragma once

#include <string>
#include <string_view>

#include "grammar/native/state.hpp"
#include "grammar/native/wanted.hpp"

namespace nilai::grammar::native {

/// Reports that `wanted` (an argument of `wanted_text`) does not stand at or after `where`. What stands there instead
/// may tell what went wrong (a decimal comma, a capital letter, a reserved word, an operator of another language, a
/// parenthesis not closed), and is then reported as that.
void report_expected(State& state, const char* where, const std::string& wanted);

/// Reports what stands where a clause of `state.place`, or a definition, should begin. A slip of a word that opens a
/// definition counts as one: true when all until the next definition belongs to it.
bool report_unknown_part(State& state, const char* where);

}  // namespace nilai::grammar::native
