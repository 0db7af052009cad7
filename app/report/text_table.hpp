#pragma once

#include <string>
#include <vector>

namespace nilai::app {

/// A table of aligned columns, as a terminal shows it.
class TextTable {
 public:
  enum class Align { left, right };

  explicit TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells);

  /// A line under the column `column`, as wide as it: what stands below is a sum.
  void rule_under(std::size_t column);

  /// The lines, each after `indent`, with two blanks between columns and none at the end.
  [[nodiscard]] std::string text(const std::string& indent) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    bool is_rule = false;
  };

  std::vector<Align> columns_;
  std::vector<Row> rows_;
};

}  // namespace nilai::app
