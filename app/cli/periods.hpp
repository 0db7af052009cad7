#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/plan.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// What `--period` asks for.
struct AskedPeriods {
  std::vector<engine::Period>
      periods;          ///< to gather: oldest first, the one asked for last; empty where a plan has none
  std::string mistake;  ///< not empty: what is wrong with the period given, and the form expected
};

/// Reads a period's name for `plan`, and goes back as far as the rules look: never before the rulebook was in force.
AskedPeriods asked_periods(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language);

}  // namespace nilai::app
