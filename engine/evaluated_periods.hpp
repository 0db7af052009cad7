#pragma once

#include <vector>

#include "engine/plan.hpp"

namespace nilai::engine {

/// The first period that begins while the rulebook is in force; where that has no date, one of 2017. Requires: the plan
/// has periods.
[[nodiscard]] Period first_period(const Plan& plan);

/// What has to be evaluated for `asked`: the earlier periods that its history reads, none of them before the rulebook
/// was in force, and `asked` itself last. Oldest first. Requires: the plan has periods.
[[nodiscard]] std::vector<Period> evaluated_periods(const Plan& plan, const Period& asked);

}  // namespace nilai::engine
