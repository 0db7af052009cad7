#pragma once

#include <vector>

#include "engine/gather/gather.hpp"
#include "engine/gather/join.hpp"

namespace nilai::engine {

/// Whether each request would have set aside the same rows on its own. It would not where a row was refused for a value
/// or a parent that another request alone looks at, or where copies were told apart by such a value.
[[nodiscard]] bool serves_all(const JoinedPlan& joined, const std::vector<GatherRequest>& requests,
                              const GatherResult& result);

/// The result of each request, taken out of that of all. Requires: `serves_all`.
[[nodiscard]] std::vector<GatherResult> parts_of(const JoinedPlan& joined, const std::vector<GatherRequest>& requests,
                                                 GatherResult&& result);

}  // namespace nilai::engine
