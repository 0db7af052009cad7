#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/choice_matcher.hpp"
#include "engine/scan/date_pattern.hpp"
#include "engine/scan/reason_matcher.hpp"
#include "engine/scan/refusal.hpp"
#include "engine/scan/table_scan.hpp"
#include "engine/value.hpp"

namespace nilai::engine {

/// What one cell came to: a value (missing where an optional cell is blank, or holds the reason why it is), or withheld
/// with what is wrong. What holds the reasons of another column is withheld where that is, which says what is wrong.
struct Cell {
  Value value;
  std::optional<RefusalKind> refusal;
};

/// Reads the cells of one column of a table from one file. Not for two threads at once: it has working storage.
class CellReader {
 public:
  /// Requires: `column` is one of `table`, whose choice is one of `choices`; all but `choices` outlive the reader.
  CellReader(const TablePlan& table, ColumnIndex column, const std::vector<ChoicePlan>& choices,
             const ColumnInput& input, const ValueFormat& format);

  /// `text` is what the file holds, in UTF-8. The input's `values` are applied to it first.
  [[nodiscard]] Cell read(std::string_view text);

  /// Whether a refused cell refuses its row. In the subject's own table only what says whose and which row it is does.
  [[nodiscard]] bool refuses_row() const { return refuses_row_; }

 private:
  [[nodiscard]] std::string_view meaning_of(std::string_view trimmed);
  [[nodiscard]] bool means_blank(std::string_view trimmed) const;
  [[nodiscard]] Cell read_reason(std::string_view text);
  [[nodiscard]] Cell read_present(std::string_view trimmed);
  [[nodiscard]] Cell read_number(std::string_view trimmed) const;
  [[nodiscard]] Cell read_flag(std::string_view trimmed) const;
  [[nodiscard]] Cell read_date(std::string_view trimmed) const;
  [[nodiscard]] Cell read_choice(std::string_view trimmed);
  [[nodiscard]] Cell read_text(std::string_view trimmed) const;
  [[nodiscard]] Cell refused(RefusalKind kind) const;
  [[nodiscard]] bool is_within_bounds(const Number& number) const;

  const TablePlan& table_;
  const ColumnPlan& column_;
  const ValueFormat& format_;
  bool may_be_blank_ = false;
  bool refuses_row_ = true;
  bool is_period_ = false;
  std::optional<DatePattern> dates_;
  std::optional<ChoiceMatcher> choice_;
  std::optional<ReasonMatcher> reasons_;
  std::unique_ptr<CellReader> explained_;                  // reads the column whose reasons this one holds
  std::unordered_map<std::string, std::string> meanings_;  // by the text found, in small letters
  std::string lowered_;
};

}  // namespace nilai::engine
