#pragma once

#include <optional>
#include <vector>

#include "engine/plan.hpp"
#include "rules/model.hpp"
#include "rules/order.hpp"

namespace nilai::rules {

/// A plan, and where the expressions of the rulebook went in it.
struct Lowered {
  engine::Plan plan;
  std::vector<std::optional<engine::Slot>> slots;                 ///< by expression: slot of the judge program
  std::vector<std::optional<engine::AggregateIndex>> aggregates;  ///< by expression
  std::vector<TableIndex> model_tables;                           ///< by table of the plan
};

/// The window of `rows` as the engine has it.
engine::Window window_of(const Model& model, const syntax::Rows& rows);

/// Turns a checked model into a plan. Requires: no errors in any check.
Lowered lower(const Model& model, const Order& order);

}  // namespace nilai::rules
