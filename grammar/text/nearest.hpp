#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nilai::text {

/// The candidate that `word` is most likely a slip of: the least number of inserted, dropped, changed or swapped
/// letters (optimal string alignment), at most a third of the word's length and never more than 3. The first of
/// equals. Empty when none is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace nilai::text
