#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

/// A word, or a few, that people use and the language has another word for: `kurang dari` for `<`.
struct Customary {
  std::string_view token;  ///< as it stands in the text
  std::string meant;       ///< in the language of the text
};

/// What stands at `at`, where no blanks are; none where that is a keyword.
std::optional<Customary> customary_at(const State& state, const char* at);

/// The same for a word before `at` that compares, as `minimal`: read as a name, it shows only by what follows it.
std::optional<Customary> customary_before(const State& state, const char* at);

struct CustomaryFunction {
  Keyword keyword;
  const char* end;  ///< of the words that stand for it
};

/// Likewise for a function, before its parenthesis: `rata-rata(`.
std::optional<CustomaryFunction> customary_function(const State& state, const char* at);

}  // namespace nilai::grammar::native
