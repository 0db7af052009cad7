#pragma once

#include <optional>
#include <string>

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

/// Words behind the name of a definition, where its label would stand in quotes.
struct Unquoted {
  text::Span span;
  std::string meant;      ///< the label in quotes, or the words as one name
  bool is_label = false;  ///< not a name with blanks in it
};

/// The words that stand at `at`, first behind the name of a definition.
std::optional<Unquoted> unquoted_at(State& state, const char* at);

}  // namespace nilai::grammar::native
