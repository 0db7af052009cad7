#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rules/expand/copier.hpp"

namespace nilai::rules {

/// Writes out what a parameter by keys is for given values, as expressions of the book.
class RowsWriter {
 public:
  RowsWriter(syntax::Rulebook& book, Copier& copier);

  /// `values`: one for each key; the last may be none, for the value that a criterion's points leave out.
  ExpressionId write(const syntax::Parameter& parameter, const std::vector<ExpressionId>& values);

  /// A literal, or a name that can only be a value of a choice: the same wherever it is read.
  [[nodiscard]] bool is_fixed(ExpressionId id) const;

 private:
  /// What is left of a row's condition on the keys before the last.
  struct Guard {
    bool is_never = false;
    ExpressionId condition;  ///< none: always
  };

  ExpressionId rows(const syntax::ParameterRows& rows, const std::vector<ExpressionId>& values);
  ExpressionId body(ExpressionId id, ExpressionId subject);
  Guard guard(const syntax::ParameterRow& row, const std::vector<ExpressionId>& values);
  Guard guard_on(const std::vector<ExpressionId>& key, ExpressionId value);
  ExpressionId joined(syntax::Operator operation, ExpressionId left, ExpressionId right, syntax::Span span);

  /// Whether two fixed values are the same; empty where one of them is not fixed.
  std::optional<bool> are_equal(ExpressionId a, ExpressionId b) const;

  syntax::Rulebook& book_;
  Copier& copier_;
  std::set<std::string> words_;  ///< values of choices, whose names mean nothing else
};

}  // namespace nilai::rules
