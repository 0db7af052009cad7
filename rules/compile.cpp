#include "rules/compile.hpp"

#include <algorithm>

#include "rules/check.hpp"
#include "rules/expand/expand.hpp"
#include "rules/files/read_files.hpp"
#include "rules/lower/layout.hpp"
#include "rules/lower/lower.hpp"
#include "rules/order.hpp"
#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

std::unique_ptr<Compiled> compile(text::Source source, text::Diagnostics& diagnostics) {
  syntax::Rulebook book = read_files(source, no_files, diagnostics);  // 1xxx how it is written, 25xx its files
  return compile(std::move(source), std::move(book), diagnostics);
}

std::unique_ptr<Compiled> compile(text::Source source, syntax::Rulebook book, text::Diagnostics& diagnostics) {
  auto compiled = std::make_unique<Compiled>(std::move(source));
  compiled->book = std::move(book);
  expand(compiled->book, diagnostics);  // 2xxx formulas with inputs, parameters by keys
  if (diagnostics.has_errors()) return nullptr;

  Model& model = compiled->model;
  model = resolve(compiled->book, compiled->source, diagnostics);  // 2xxx names, relations, periods
  check_names(model, diagnostics);  // 2406 names that read like keywords; may tell how an error came about
  if (diagnostics.has_errors()) return nullptr;
  const Order order = order_definitions(model, diagnostics);  // 2xxx cycles (Boost.Graph)
  if (diagnostics.has_errors()) return nullptr;

  check_types(model, order, diagnostics);  // 31xx types and units; needs the order
  check_changeable(model, diagnostics);    // 31xx what a person can change; needs types
  if (diagnostics.has_errors()) return nullptr;
  check_shares(model, diagnostics);              // 31xx per cent where it belongs; needs types
  check_missing(model, diagnostics);             // 32xx missing values; needs types
  check_weights(model, diagnostics);             // 40xx, these four in any order
  check_cases(model, diagnostics);               // 41xx gaps, overlaps, out of reach
  check_scales(model, diagnostics);              // 42xx
  check_flow(model, diagnostics);                // 43xx protected and personal columns
  check_use(model, diagnostics);                 // 24xx what nothing uses, holes in time
  if (diagnostics.has_errors()) return nullptr;  // nothing below sees a broken book

  Lowered lowered = lower(model, order);
  compiled->plan = std::move(lowered.plan);
  compiled->slots = std::move(lowered.slots);
  compiled->aggregates = std::move(lowered.aggregates);
  compiled->model_tables = std::move(lowered.model_tables);
  compiled->tests = plan_tests(*compiled, diagnostics);  // 33xx what tests say; needs to know what the plan reads
  return diagnostics.has_errors() ? nullptr : std::move(compiled);
}

std::optional<engine::ColumnIndex> read_also(Compiled& compiled, const std::string& column) {
  const Table& table = compiled.model.tables[compiled.model.subject];
  const auto declared = table.find(column);
  if (!declared || !table.columns[*declared].formula.is_none()) return std::nullopt;
  auto& columns = compiled.plan.tables[compiled.plan.subject].columns;
  const auto known =
      std::find_if(columns.begin(), columns.end(), [&](const engine::ColumnPlan& plan) { return plan.name == column; });
  if (known == columns.end()) {
    columns.push_back(column_plan(table.columns[*declared]));
    columns.back().is_only_shown = true;
    return static_cast<engine::ColumnIndex>(columns.size() - 1);
  }
  return static_cast<engine::ColumnIndex>(known - columns.begin());
}

}  // namespace nilai::rules
