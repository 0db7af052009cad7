#include "app/cli/test.hpp"

#include <algorithm>

#include "app/cli/steps.hpp"
#include "app/report/test_report.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

TestedRulebook tested(const TestParameters& parameters, const std::string& path, Steps& steps) {
  TestedRulebook rulebook{path == "-" ? "stdin" : path, steps.compile(path), {}, {}, {}};
  if (rulebook.compiled == nullptr) return rulebook;
  for (std::size_t i = 0; i < rulebook.compiled->tests.size(); ++i) {
    rulebook.results.push_back(rules::run_test(*rulebook.compiled, i));
  }
  if (parameters.covers) {
    rulebook.coverage.emplace(*rulebook.compiled);
    for (const rules::TestResult& result : rulebook.results) rulebook.coverage->add(result);
  }
  const bool pass_all = rulebook.passed_count() == rulebook.results.size();
  if (parameters.mutates && pass_all) rulebook.mutation = rules::try_mutants(*rulebook.compiled);
  return rulebook;
}

}  // namespace

int test(const TestParameters& parameters, Console& console) {
  Log log(console.err, {});
  int exit_code = exit_done;
  std::vector<TestedRulebook> all;
  for (const std::string& path : parameters.rulebooks) {
    Steps steps(console, log);
    all.push_back(tested(parameters, path, steps));
    const bool has_passed = all.back().passed_count() == all.back().results.size();
    if (parameters.mutates && !has_passed) log.warning("nilai: " + say(Word::mutants_need_passing, console.language));
    exit_code =
        std::max({exit_code, static_cast<int>(steps.exit_code()), has_passed ? 0 : int{exit_rulebook_is_wrong}});
  }
  switch (parameters.format) {
    case TestParameters::Format::text:
      console.out << tests_text(all, Paint(console.has_colour), console.language);
      break;
    case TestParameters::Format::json:
      console.out << tests_json(all, console.language);
      break;
    case TestParameters::Format::junit:
      console.out << tests_junit(all, console.language);
      break;
  }
  return exit_code;
}

}  // namespace nilai::app
