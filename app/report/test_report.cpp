#include "app/report/test_report.hpp"

#include <algorithm>

#include "app/report/diagnostics_text.hpp"
#include "app/report/explain_text.hpp"
#include "app/words.hpp"
#include "rules/explanation.hpp"

namespace nilai::app {

namespace {

using rules::ExpectedValue;
using text::Language;

/// What is expected, without the word `expect`.
std::string expected_text(const rules::Model& model, const syntax::Expectation& expectation) {
  const std::string whole = rules::source_text(model, expectation.span);
  return whole.substr(std::min(whole.find(' ') + 1, whole.size()));
}

std::string got_text(const ExpectedValue& expected, const std::string& got, Language language) {
  switch (expected.kind) {
    case ExpectedValue::Kind::outcome:
      return got.empty() ? say(Word::got_no_outcome, language) : got;
    case ExpectedValue::Kind::code:
      return got.empty() ? say(Word::got_no_code, language) : got;
    case ExpectedValue::Kind::value:
      return got.empty() ? say(Word::got_missing, language) : got;
    case ExpectedValue::Kind::points:
      return got.empty() ? say(Word::not_assessed, language) : say(Word::so_many_points, language, {got});
  }
  return got;
}

/// What of the explanation says how it came about: a name, or empty for the decision.
std::string part_of(const ExpectedValue& expected) {
  const bool is_of_value = expected.kind == ExpectedValue::Kind::value || expected.kind == ExpectedValue::Kind::points;
  return is_of_value ? expected.text : std::string();
}

}  // namespace

std::size_t TestedRulebook::passed_count() const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const auto& result) { return result.has_passed(); }));
}

std::vector<ShownFailure> shown_failures(const TestedRulebook& rulebook, std::size_t test, const Paint& paint,
                                         Language language) {
  const rules::Compiled& compiled = *rulebook.compiled;
  const rules::TestResult& result = rulebook.results[test];
  if (result.failed.empty()) return {};
  const auto explanation = rules::explain(compiled, result.gathered, result.judgements, result.subject, language);
  std::vector<ShownFailure> shown;
  for (const rules::FailedExpectation& failed : result.failed) {
    const syntax::Expectation& expectation = compiled.book.tests[test].expect[failed.index];
    const ExpectedValue& expected = compiled.tests[test].expected[failed.index];
    std::string why = explanation_part(explanation, part_of(expected), paint, language);
    why.erase(0, why.find_first_not_of('\n'));
    const std::uint32_t at = expectation.span.begin;
    shown.push_back({compiled.source.file_at(at).name, compiled.source.place(at),
                     expected_text(compiled.model, expectation), got_text(expected, failed.got, language),
                     std::move(why)});
  }
  return shown;
}

std::string test_problems(const TestedRulebook& rulebook, std::size_t test, const Paint& paint, Language language) {
  return diagnostics_text(rulebook.results[test].problems, rulebook.compiled->source, paint, language);
}

std::string period_of_test(const TestedRulebook& rulebook, std::size_t test) {
  const auto& period = rulebook.compiled->tests[test].period;
  return period ? period->name() : std::string();
}

}  // namespace nilai::app
