#pragma once

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

// Each reads one definition into the book, from the keyword that opens it. Requires: that keyword stands at `first`,
// after blanks. Mistakes are reported; afterwards `first` stands where the next definition begins, or at the end.

void read_rulebook_head(const char*& first, State& state);
void read_use(const char*& first, State& state);
void read_choice(const char*& first, State& state);
void read_table(const char*& first, State& state);
void read_parameter(const char*& first, State& state);
void read_measure(const char*& first, State& state);
void read_criterion(const char*& first, State& state);
void read_score(const char*& first, State& state);
void read_outcomes(const char*& first, State& state);
void read_decide(const char*& first, State& state);
void read_guarantee(const char*& first, State& state);
void read_test(const char*& first, State& state);

/// Reports a decision that stands behind the one for all others.
void check_otherwise(const syntax::Decide& decide, State& state);

}  // namespace nilai::grammar::native
