#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/choice_matcher.hpp"
#include "engine/scan/date_pattern.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Finds the reason why a cell is empty, where the cell holds one instead of a value: `Plan too small`, `-999`.
///
/// A reason with a letter in its name or label is matched as a value of a choice is. One without – a code, a sign – is
/// matched as written, so that 999 is not taken for `-999`; and in a column of numbers or dates as the number or the
/// date that it is, so that -999.0 is.
class ReasonMatcher {
 public:
  /// `kind` is that of the column, whose cells are written in `format`; that outlives the matcher.
  ReasonMatcher(const ChoicePlan& reasons, Kind kind, const ValueFormat& format);

  /// The index of the reason, or empty. Requires: no blanks around `text`. Not for two threads at once.
  [[nodiscard]] std::optional<std::int32_t> find(std::string_view text);

  /// The numbers that are reasons, each with the reason: of a column of numbers.
  [[nodiscard]] const std::vector<std::pair<Number, std::int32_t>>& numbers() const { return numbers_; }

 private:
  void add_sign(const std::string& written, std::int32_t index);

  const ValueFormat& format_;
  Kind kind_;
  ChoiceMatcher words_;
  std::unordered_map<std::string, std::int32_t> signs_;  // without a letter, as written
  std::vector<std::pair<Number, std::int32_t>> numbers_;
  std::vector<std::pair<Date, std::int32_t>> days_;
  std::optional<DatePattern> dates_;
};

}  // namespace nilai::engine
