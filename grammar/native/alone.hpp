#pragma once

#include <functional>

#include "grammar/native/expression_grammar.hpp"

namespace nilai::grammar::native {

/// A rule of the grammar with what it fills. It moves `first` behind what it reads.
using Filled = std::function<Reading(const char*& first, State& state)>;

/// Reads [from, to) alone and to its end, so that nothing else can stand in it. `called` is what should stand there.
///
/// False when there was a mistake; it has been reported. Never throws.
bool read_alone(const char* from, const char* to, State& state, const Filled& rule, text::Phrase called);

}  // namespace nilai::grammar::native
