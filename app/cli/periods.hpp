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
      periods;                  ///< to gather: oldest first, the one asked for last; empty where a plan has none
  std::size_t asked_count = 1;  ///< so many of the last were asked for, the others are looked back on
  std::string mistake;          ///< not empty: what is wrong with the period given, and the form expected
};

/// Reads a period's name for `plan`, and goes back as far as the rules look: never before the rulebook was in force.
AskedPeriods asked_periods(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language);

/// Likewise for a period, or a range of them as `--period 2017-Q1..2018-Q1` asks for.
AskedPeriods asked_range(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language);

}  // namespace nilai::app
