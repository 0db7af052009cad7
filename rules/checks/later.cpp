#include <array>

#include "rules/check.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using syntax::Rows;
using text::Code;
using text::Diagnostics;

struct LaterFunction {
  Function function;
  const char* construct;
};
constexpr auto later_functions = std::to_array<LaterFunction>({{Function::points, "points(…)"},
                                                               {Function::value, "value(…)"},
                                                               {Function::weight, "weight(…)"},
                                                               {Function::assessed_weight, "assessed weight(…)"}});

/// Names what is read and not evaluated yet. A construct leaves this file when it is built.
class Later {
 public:
  Later(const syntax::Rulebook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

  void find() {
    definitions();
    for (const syntax::Expression& expression : book_.expressions) {
      if (const auto* call = std::get_if<syntax::Call>(&expression.node)) {
        if (is_later(*call)) continue;
        for (const syntax::Argument& argument : call->arguments) rows(argument);
      } else if (std::holds_alternative<syntax::IsReason>(expression.node)) {
        report(expression.span, "is REASON").notes.push_back({text::Phrase::compare_with_equal, {}});
      }
    }
  }

 private:
  text::Diagnostic& report(syntax::Span span, const char* construct) {
    return diagnostics_.add(Code::not_in_this_version, span, {construct});
  }

  void definitions() {
    for (const syntax::Table& table : book_.tables) {
      for (const syntax::Column& column : table.columns) {
        if (column.type.reasons) report(column.type.reasons->span, "or REASON");
      }
    }
    for (const syntax::Measure& measure : book_.measures) {
      if (measure.changeable) report(measure.changeable->span, "changeable");
    }
    for (const syntax::Criterion& criterion : book_.criteria) {
      if (criterion.in) report(criterion.in->span, "in SCORE");
      if (criterion.if_missing && !criterion.if_missing->heirs.empty()) {
        report(criterion.if_missing->span, "if missing weight to");
      }
    }
    for (const syntax::Score& score : book_.scores) {
      if (score.in) report(score.in->span, "score … weight … in …");
    }
  }

  bool is_later(const syntax::Call& call) {
    for (const auto& [function, construct] : later_functions) {
      if (call.function != function) continue;
      report(call.name_span, construct);
      return true;
    }
    return false;
  }

  void rows(const syntax::Argument& argument) {
    if (!argument.rows) return;
    switch (argument.rows->of) {
      case Rows::Of::table:
      case Rows::Of::peers:
      case Rows::Of::periods:
        return;
      case Rows::Of::criteria:
        report(argument.rows->span, "of criteria");
        return;
    }
  }

  const syntax::Rulebook& book_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_later(const syntax::Rulebook& book, Diagnostics& diagnostics) {
  Later(book, diagnostics).find();
}

}  // namespace nilai::rules
