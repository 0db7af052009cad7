#pragma once

#include <optional>
#include <vector>

#include "rules/diff/mixture.hpp"
#include "rules/differences.hpp"

namespace nilai::rules {

/// The verdicts of one period, a row a subject.
using Verdicts = std::vector<Verdict>;

/// What a way comes to in each of some periods. A period of which nothing was gathered has nobody evaluated.
[[nodiscard]] std::vector<Verdicts> verdicts(const Way& way, const std::vector<std::optional<engine::Period>>& asked);

/// Likewise a mixture of two, over `both_gathered` of them.
[[nodiscard]] std::vector<Verdicts> verdicts(const Mixed& mixed, const Way& before, const Way& after,
                                             const engine::Gathered& both,
                                             const std::vector<std::optional<engine::Period>>& asked);

/// Whether a subject is decided alike: evaluated or not on both sides, with the same outcome and code; and without any
/// outcome, with the same score.
[[nodiscard]] bool are_decided_alike(const Verdict& a, const Verdict& b);

}  // namespace nilai::rules
