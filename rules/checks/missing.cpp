#include "grammar/wording.hpp"
#include "rules/builtins.hpp"
#include "rules/check.hpp"
#include "rules/checks/missing_values.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using text::Code;
using text::Phrase;

/// Reports what has not been dealt with.
class MissingCheck {
 public:
  MissingCheck(const Model& model, text::Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  void check() {
    for (std::uint32_t i = 0; i < model_.book->expressions.size(); ++i) {
      const auto* call = std::get_if<syntax::Call>(&model_.book->expressions[i].node);
      if (call != nullptr) check_call({i}, *call);
    }
    for (const Criterion& criterion : model_.criteria) {
      check_criterion(criterion);
      check_weight(criterion.weight);
    }
    for (const Score& score : model_.scores) check_weight(score.weight);
    check_decisions();
  }

 private:
  void report_unknown(ExpressionId condition) {
    auto& diagnostic =
        diagnostics_.add(Code::condition_may_be_unknown, model_.at(condition).span, {source_text(model_, condition)});
    diagnostic.fixes.push_back({{Phrase::deal_with_missing, {}}, std::nullopt, {}});
  }

  void check_call(ExpressionId id, const syntax::Call& call) {
    const syntax::Rows* rows = rows_of(call);
    if (rows != nullptr && rows->of == syntax::Rows::Of::peers) check_groups(id, call);
    for (const syntax::Argument& argument : call.arguments) {
      if (argument.rows && may_be_missing(model_, argument.rows->where, {})) report_unknown(argument.rows->where);
      const bool skips = argument.skips_missing || (argument.rows && argument.rows->skips_missing);
      if (skips) continue;
      if (call.function == Function::streak && may_be_missing(model_, argument.value, {})) {
        report_unknown(argument.value);
        continue;
      }
      if (rows == nullptr) continue;
      for (const ExpressionId value : {argument.value, argument.weighted_by}) {
        if (may_be_missing(model_, value, {})) report_missing(model_.at(value).span, source_text(model_, value), call);
      }
    }
  }

  void report_missing(Span span, const std::string& value, const syntax::Call& call) {
    auto& diagnostic = diagnostics_.add(Code::value_may_be_missing, span, {value, source_text(model_, call.name_span)});
    diagnostic.fixes.push_back({{Phrase::deal_with_missing, {}}, std::nullopt, {}});
  }

  /// Who lacks what a group has in common would be in none.
  void check_groups(ExpressionId id, const syntax::Call& call) {
    const auto& names = rows_of(call)->in_same;
    const auto& columns = model_.in_same(id);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Column& column = model_.column(columns[i]);
      const bool may_be = column.formula.is_none() ? column.may_be_empty() : may_be_missing(model_, column.formula, {});
      if (may_be) report_missing(names[i].span, names[i].text, call);
    }
  }

  void check_criterion(const Criterion& criterion) {
    if (criterion.if_missing) return;
    Facts facts;
    const bool may_be = may_be_missing(model_, criterion.measured_by, facts);
    Facts measured = facts;
    measured.present.insert(canonical(model_, criterion.measured_by));
    const bool points_may_be = may_be_missing(model_, criterion.points, measured);
    if (criterion.assessed_when.is_none() && !may_be && !points_may_be) return;
    const ExpressionId marked = may_be || !points_may_be ? criterion.measured_by : criterion.points;
    auto& diagnostic = diagnostics_.add(Code::criterion_without_if_missing, model_.at(marked).span,
                                        {source_text(model_, marked), criterion.name});
    diagnostic.mark = may_be || criterion.assessed_when.is_none()
                          ? text::Message{Phrase::may_be_missing_here, {}}
                          : text::Message{Phrase::not_always_assessed, {source_text(model_, criterion.assessed_when)}};
    diagnostic.fixes.push_back({{Phrase::criterion_ways, {}}, std::nullopt, {}});
  }

  void check_weight(ExpressionId weight) {
    if (!may_be_missing(model_, weight, {})) return;
    auto& diagnostic = diagnostics_.add(Code::value_may_be_missing, model_.at(weight).span,
                                        {source_text(model_, weight), grammar::spelt("weight", model_.book->language)});
    diagnostic.fixes.push_back({{Phrase::deal_with_missing, {}}, std::nullopt, {}});
  }

  void check_decisions() {
    Facts facts;
    for (const syntax::Decision& decision : model_.decisions) {
      if (may_be_missing(model_, decision.condition, facts)) report_unknown(decision.condition);
      learn(model_, decision.condition, false, facts);
    }
  }

  const Model& model_;
  text::Diagnostics& diagnostics_;
};

}  // namespace

void check_missing(const Model& model, text::Diagnostics& diagnostics) {
  MissingCheck(model, diagnostics).check();
}

}  // namespace nilai::rules
