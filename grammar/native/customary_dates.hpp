#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

/// A date as people write it, `01/01/2025` or `1 Januari 2025`, day first.
struct CustomaryDate {
  std::string_view token;  ///< as it stands in the text
  std::string meant;       ///< `2025-01-01`
};

std::optional<CustomaryDate> customary_date_at(const State& state, const char* at);

}  // namespace nilai::grammar::native
