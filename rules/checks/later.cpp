#include "rules/check.hpp"

namespace nilai::rules {

void check_later(const syntax::Rulebook& book, text::Diagnostics& diagnostics) {
  const auto report = [&](syntax::Span span, const char* construct) {
    diagnostics.add(text::Code::not_in_this_version, span, {construct});
  };
  for (const syntax::Measure& measure : book.measures) {
    if (measure.changeable) report(measure.changeable->span, "changeable");
  }
}

}  // namespace nilai::rules
