#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/date.hpp"
#include "engine/number.hpp"
#include "engine/value.hpp"

namespace nilai::engine {

using TableIndex = std::uint32_t;
using ColumnIndex = std::uint32_t;  ///< within its table
using ChoiceIndex = std::uint32_t;
using LinkIndex = std::uint32_t;  ///< within its table

/// A type of named values. A value in the data matches a name or a label.
struct ChoicePlan {
  struct Item {
    std::string name;
    std::string label;  ///< empty when it has none

    friend bool operator==(const Item&, const Item&) = default;
  };
  std::string name;
  std::vector<Item> items;  ///< lowest first where `is_ordered`
  bool is_ordered = false;

  friend bool operator==(const ChoicePlan&, const ChoicePlan&) = default;
};

/// A column that the plan reads from the files of a table.
struct ColumnPlan {
  std::string name;
  Kind kind = Kind::text;              ///< number, flag, date, choice or text; a period's column is text
  ChoiceIndex choice = 0;              ///< for a choice
  bool is_optional = false;            ///< a blank cell is missing rather than refused
  std::optional<ChoiceIndex> reasons;  ///< a cell that holds one of its values is missing, and that is why

  /// Set: not the values of that column, which stands before this one, but the reasons why they are missing, read from
  /// the same cells; missing where there is a value, or no reason. `name` is that column's, `choice` its `reasons`.
  std::optional<ColumnIndex> reason_of;

  std::optional<int> max_places;   ///< digits after the point; 0 for whole numbers
  std::optional<Number> at_least;  ///< for numbers; for dates in days since 1970-01-01
  std::optional<Number> at_most;

  /// No rule reads it, someone asked to see it: a file may lack it, what cannot be read of it is missing, and it never
  /// decides whether a row is of use.
  bool is_only_shown = false;

  friend bool operator==(const ColumnPlan&, const ColumnPlan&) = default;
};

/// A table's rows belong to the rows of `parent` whose `parent_columns` hold the values of `own_columns`.
struct LinkPlan {
  TableIndex parent = 0;
  std::vector<ColumnIndex> own_columns;
  std::vector<ColumnIndex> parent_columns;
  bool is_key = true;  ///< `parent_columns` is the parent's key: at most one parent

  friend bool operator==(const LinkPlan&, const LinkPlan&) = default;
};

/// A table as the engine reads it: only the columns and links that the rules need.
struct TablePlan {
  std::string name;
  bool is_subject = false;
  std::vector<ColumnPlan> columns;
  std::vector<ColumnIndex> key;  ///< empty: rows have no identity, copies are rows of their own
  std::vector<LinkPlan> links;
  std::optional<ColumnIndex> dated;   ///< the date that places a row in a period
  std::optional<ColumnIndex> period;  ///< the column that names the period itself
  PeriodUnit period_unit = PeriodUnit::quarter;
  std::uint8_t period_starting_month = 1;
};

}  // namespace nilai::engine
