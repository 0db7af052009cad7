#include "rules/check.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;

/// Names what is read and not evaluated yet. A construct leaves this file when it is built.
class Later {
 public:
  Later(const syntax::Rulebook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

  void find() {
    definitions();
    for (const syntax::Expression& expression : book_.expressions) {
      if (std::holds_alternative<syntax::IsReason>(expression.node)) {
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
  }

  const syntax::Rulebook& book_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_later(const syntax::Rulebook& book, Diagnostics& diagnostics) {
  Later(book, diagnostics).find();
}

}  // namespace nilai::rules
