#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/io/dataset.hpp"
#include "engine/gather/gather.hpp"
#include "engine/judge/judge.hpp"
#include "rules/compile.hpp"

namespace nilai::app {

/// A rulebook that was run over a dataset: what every output and report is made from.
struct Evaluation {
  std::unique_ptr<const rules::Compiled> compiled;
  Dataset dataset;
  std::vector<engine::Period> periods;  ///< oldest first, the one asked for last; empty: a rulebook without periods
  engine::GatherResult data;
  engine::Judgements judgements;
  std::optional<engine::TableIndex> rows_table;  ///< whose rows were kept, in the plan
  bool is_provisional = false;                   ///< the period ends after the last date in the data

  [[nodiscard]] const engine::Plan& plan() const { return compiled->plan; }
  [[nodiscard]] const engine::Gathered& gathered() const { return data.gathered; }
  [[nodiscard]] std::size_t refusal_count() const;

  /// The period asked for, alone; empty where there is none.
  [[nodiscard]] std::vector<engine::Period> asked_periods() const;

  /// The name of the period asked for; empty where there is none.
  [[nodiscard]] std::string period_name() const;

  /// The subjects that have a row in the period, in the order of their keys.
  [[nodiscard]] std::vector<std::size_t> evaluated_subjects() const;

  /// The outcome of a subject by name: `undecided` too; empty where the rulebook decides nothing.
  [[nodiscard]] std::string outcome_of(std::size_t subject) const;

  /// The code of the case that decided; empty where it has none.
  [[nodiscard]] std::string code_of(std::size_t subject) const;
};

/// A key as people write it: its columns, joined by commas.
std::string key_text(const std::vector<std::string>& key);

}  // namespace nilai::app
