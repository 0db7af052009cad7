#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// Who is evaluated: the keys of the subject's rows, numbered in bytewise order, column by column.
class Subjects {
 public:
  Subjects() = default;

  /// Requires: all admitted rows of the subject's table. `periods` may be empty: then there is one without a name.
  Subjects(const Plan& plan, const TableRows& rows, const std::vector<Period>& periods);

  [[nodiscard]] std::size_t count() const { return keys_.size(); }
  [[nodiscard]] const std::vector<std::vector<std::string>>& keys() const { return keys_; }

  /// The number of each row's subject.
  [[nodiscard]] const std::vector<std::uint32_t>& of_rows() const { return of_rows_; }

  /// The row of each subject in a period, or `no_row` where it has none there.
  [[nodiscard]] const std::vector<std::uint32_t>& rows_in(std::size_t period_index) const {
    return rows_in_[rows_in_.size() == 1 ? 0 : period_index];
  }

 private:
  std::vector<std::vector<std::string>> keys_;
  std::vector<std::uint32_t> of_rows_;
  std::vector<std::vector<std::uint32_t>> rows_in_;  // one for all periods where rows belong to none
};

}  // namespace nilai::engine
