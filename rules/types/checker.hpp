#pragma once

#include <string>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "rules/builtins.hpp"
#include "rules/model.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

/// Gives every expression its type, parts before the whole; one object a rulebook.
///
/// A mistake is reported where it is and its expression is *poisoned*: what is built on it is not reported again. A
/// bare word becomes a value of the choice that is expected where it stands.
class TypeChecker {
 public:
  TypeChecker(Model& model, text::Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  /// The type of `id`, noted in the model. Requires: whatever `id` refers to has been checked before.
  Type check(ExpressionId id);

  /// As `check`, reporting (3101) when the value is of another kind.
  Type check_kind(ExpressionId id, Kind kind);

  /// Checks expressions whose values meet (both sides of `=`, the values of cases): one type for all of them. Bare
  /// words are looked up in the choice that the others have, or else in the only choice that has them all.
  Type check_together(const std::vector<ExpressionId>& ids);

  /// Checks `id` where a value of `expected` is wanted: a bare word is looked up there.
  Type check_expected(ExpressionId id, const Type& expected);

  /// Reports where a value of `type` at `id` is not one of `expected` (a column's formula and its declared type).
  void check_fits(ExpressionId id, const Type& type, const Type& expected);

  /// Reports a grain that nothing can be rounded to.
  void check_rounding(const syntax::Rounding& rounding);

  /// Checks a condition whose bare comparisons speak of `subject`, outside a criterion.
  void check_condition_on(ExpressionId condition, ExpressionId subject, const Type& type);

 private:
  /// What a bare comparison or `it` speaks of.
  struct Subject {
    ExpressionId value;
    Type type;
  };

  Type infer(ExpressionId id);
  Type infer_name(ExpressionId id);
  Type infer_reference(ExpressionId id);
  Type infer_column(ExpressionId id, const ColumnReference& reference);
  Type infer_phrase(ExpressionId id, const syntax::PhraseUse& phrase);
  Type without_parts(ExpressionId id, OfScore score);
  Type infer_of_criteria(ExpressionId id, CriterionNumber number);
  Type infer_of_criterion(ExpressionId id, const syntax::Call& call);
  Type infer_criteria(ExpressionId id, const syntax::Call& call);
  Type infer_assessed_weight(ExpressionId id, const syntax::Call& call);
  Type of_subject(ExpressionId id, const Type& type, const std::string& name);
  Type infer_binary(const syntax::Binary& binary);
  Type infer_comparison(const syntax::Binary& binary);
  Type infer_sum(const syntax::Binary& binary);
  Type infer_date_sum(const syntax::Binary& binary, const Type& left, const Type& right);
  Type infer_product(const syntax::Binary& binary);
  Type infer_bare(ExpressionId id, const std::vector<ExpressionId>& operands, bool needs_order);
  void check_reason(const syntax::IsReason& test);
  Type infer_between(ExpressionId id, const syntax::Between& between);
  Type infer_cases(const syntax::Cases& cases);
  Type infer_scale(ExpressionId id, const syntax::Scale& scale);

  Type infer_call(ExpressionId id, const syntax::Call& call);
  Type infer_aggregate(ExpressionId id, const syntax::Call& call);
  Type infer_peers(ExpressionId id, const syntax::Call& call);
  Type aggregated_type(const syntax::Call& call);
  Type infer_list(const syntax::Call& call);
  Type infer_function(const syntax::Call& call);
  Type infer_previous(ExpressionId id, const syntax::Call& call);
  Type infer_periods(ExpressionId id, const syntax::Call& call);
  bool check_looks_back(ExpressionId id, const syntax::Call& call);
  Type infer_streak(ExpressionId id, const syntax::Call& call);
  void check_rows(const syntax::Call& call, const AggregateReference& aggregate);
  void check_since(ExpressionId since);
  Type check_weight(const syntax::Argument& argument);
  [[nodiscard]] bool takes_arguments(const syntax::Call& call) const;
  bool check_arguments(const syntax::Call& call);
  bool check_written_out(ExpressionId id, syntax::Function function, ArgumentKind kind);
  Type function_type(const syntax::Call& call);
  Type met_type(const syntax::Call& call, std::size_t count);
  Type limited_type(const syntax::Call& call);
  Type bound_type(const syntax::Call& call);
  Type power_type(const syntax::Call& call, const std::optional<Number>& exponent);
  Type wrong_arguments(const syntax::Call& call);

  [[nodiscard]] std::optional<Subject> subject_left_out(ExpressionId id) const;
  [[nodiscard]] bool counts_rows(ExpressionId id) const;
  [[nodiscard]] bool is_bare_word(ExpressionId id) const;
  [[nodiscard]] bool is_word(ExpressionId id) const;
  bool place_word(ExpressionId id, ChoiceIndex choice);
  void place_words(const std::vector<ExpressionId>& words, const Type* expected);
  void check_order(ExpressionId id, const Type& type);
  bool meet(ExpressionId left, const Type& a, ExpressionId right, const Type& b);
  Type poison(ExpressionId id);
  [[nodiscard]] std::string shown(ExpressionId id) const;

  Model& model_;
  text::Diagnostics& diagnostics_;
  std::optional<Subject> outer_subject_;  ///< of `check_condition_on`
};

/// What can be said of a value of several subjects or periods: what an aggregate says of many, unless it goes by dates.
bool is_statistic(syntax::Function function);

/// Whether the rows, the list or the periods that a function is of can each have a weight.
bool can_weigh(syntax::Function function);

/// Whether an argument is a value and no more, but for its rows.
bool is_plain(const syntax::Argument& argument);

/// Whether arguments are those of a statistic of peers or of periods: values, that of the rows with its weight if it
/// may.
bool are_plain_but_weighted(const syntax::Call& call);

/// The words for a type in a message: `a number`, `one of grade`.
std::string type_words(const Model& model, const Type& type);

/// The narrowest type that has the values of both; of two numbers of one unit, or of one kind.
Type widened(const Type& a, const Type& b);

}  // namespace nilai::rules
