#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/plan.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "rules/model.hpp"
#include "rules/tests/test_plan.hpp"

namespace nilai::rules {

/// A rulebook from text to plan: what the front doors run, explain and show. It stays where it is made: the model
/// refers to the book and the source beside it.
struct Compiled {
  explicit Compiled(text::Source text) : source(std::move(text)) {}
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  text::Source source;
  syntax::Rulebook book;
  Model model;
  engine::Plan plan;
  /// For every expression that is worked out once a subject: the slot of the judge program that holds it.
  std::vector<std::optional<engine::Slot>> slots;
  /// For every aggregate expression: its place in `plan.aggregates`.
  std::vector<std::optional<engine::AggregateIndex>> aggregates;
  std::vector<TableIndex> model_tables;  ///< of each table of the plan: its place in `model.tables`
  std::vector<TestPlan> tests;           ///< one for each of `book.tests`
};

/// Checks and lowers a rulebook that has been read from `source`, as below.
std::unique_ptr<Compiled> compile(text::Source source, syntax::Rulebook book, text::Diagnostics& diagnostics);

/// Reads, checks and lowers a rulebook that stands alone: files that it names are not there. Every problem of a stage
/// is reported; the next begins only without errors. Null when there was an error. Warnings are reported either way.
std::unique_ptr<Compiled> compile(text::Source source, text::Diagnostics& diagnostics);

/// Has a column of the subject be read too, though no rule asks for it: to show it, or to count by it. Gives its place
/// in the subject's table of the plan; empty where there is no such column, or it is not read from the data.
std::optional<engine::ColumnIndex> read_also(Compiled& compiled, const std::string& column);

}  // namespace nilai::rules
