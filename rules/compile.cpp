#include "rules/compile.hpp"

#include "grammar/read.hpp"
#include "rules/check.hpp"
#include "rules/expand/expand.hpp"
#include "rules/lower/lower.hpp"
#include "rules/order.hpp"
#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

std::unique_ptr<const Compiled> compile(text::Source source, text::Diagnostics& diagnostics) {
  syntax::Rulebook book = grammar::read(source, diagnostics);  // 1xxx how it is written
  return compile(std::move(source), std::move(book), diagnostics);
}

std::unique_ptr<const Compiled> compile(text::Source source, syntax::Rulebook book, text::Diagnostics& diagnostics) {
  auto compiled = std::make_unique<Compiled>(std::move(source));
  compiled->book = std::move(book);
  expand(compiled->book, diagnostics);       // 2xxx formulas with inputs, parameters by keys
  check_later(compiled->book, diagnostics);  // 1301 what is not evaluated yet
  if (diagnostics.has_errors()) return nullptr;

  Model& model = compiled->model;
  model = resolve(compiled->book, compiled->source, diagnostics);  // 2xxx names, relations, periods
  if (diagnostics.has_errors()) return nullptr;
  const Order order = order_definitions(model, diagnostics);  // 2xxx cycles (Boost.Graph)
  if (diagnostics.has_errors()) return nullptr;

  check_types(model, order, diagnostics);  // 31xx types and units; needs the order
  if (diagnostics.has_errors()) return nullptr;
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

}  // namespace nilai::rules
