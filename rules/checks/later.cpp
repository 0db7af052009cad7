#include <algorithm>

#include "grammar/wording.hpp"
#include "rules/check.hpp"

namespace nilai::rules {

void check_later(const syntax::Rulebook& book, text::Diagnostics& diagnostics) {
  const auto report = [&](syntax::Span span, const char* construct) {
    diagnostics.add(text::Code::not_in_this_version, span, {grammar::spelt(construct, book.language)});
  };
  for (const syntax::Expression& expression : book.expressions) {
    const auto* call = std::get_if<syntax::Call>(&expression.node);
    const syntax::Rows* rows = call == nullptr ? nullptr : rows_of(*call);
    if (rows == nullptr) continue;
    const bool is_weighted =
        std::any_of(call->arguments.begin(), call->arguments.end(),
                    [](const syntax::Argument& argument) { return !argument.weighted_by.is_none(); });
    if (!is_weighted) continue;
    if (rows->of == syntax::Rows::Of::peers) report(expression.span, "VALUE weighted by WEIGHT among TABLE");
    if (rows->of == syntax::Rows::Of::periods) report(expression.span, "VALUE weighted by WEIGHT ever");
  }
}

}  // namespace nilai::rules
