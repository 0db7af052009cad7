#include <boost/json.hpp>

#include "app/report/json_text.hpp"
#include "app/report/test_depth_json.hpp"
#include "app/report/test_report.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using text::Language;

/// A place, with its file where that is not the rulebook's own.
object place_json(const text::Source& source, const std::string& file, const text::Place& place) {
  object json{{"line", place.line}, {"column", place.column}};
  if (file != source.name()) json["file"] = file;
  return json;
}

object test_json(const TestedRulebook& rulebook, std::size_t test, Language language) {
  const Paint plain(false);
  const syntax::Test& written = rulebook.compiled->book.tests[test];
  object json{{"name", written.label.text}};
  const std::string period = period_of_test(rulebook, test);
  if (!period.empty()) json["period"] = period;
  const text::Source& source = rulebook.compiled->source;
  const std::uint32_t at = written.span.begin;
  for (const auto& member : place_json(source, source.file_at(at).name, source.place(at))) {
    json[member.key()] = member.value();
  }
  json["passed"] = rulebook.results[test].has_passed();
  array failures;
  for (const ShownFailure& failure : shown_failures(rulebook, test, plain, language)) {
    object one = place_json(source, failure.file, failure.place);
    one["expected"] = failure.expected;
    one["got"] = failure.got;
    one["why"] = failure.why;
    failures.push_back(std::move(one));
  }
  json["failures"] = std::move(failures);
  const std::string problems = test_problems(rulebook, test, plain, language);
  if (!problems.empty()) json["problems"] = problems;
  return json;
}

}  // namespace

std::string tests_json(const std::vector<TestedRulebook>& tested, Language language) {
  array rulebooks;
  std::size_t all = 0, passed = 0;
  for (const TestedRulebook& rulebook : tested) {
    array tests;
    for (std::size_t test = 0; test < rulebook.results.size(); ++test) {
      tests.push_back(test_json(rulebook, test, language));
    }
    all += rulebook.results.size();
    passed += rulebook.passed_count();
    object json{{"file", rulebook.name}, {"compiled", rulebook.compiled != nullptr}, {"tests", std::move(tests)}};
    if (rulebook.coverage) json["coverage"] = coverage_json(rulebook);
    if (rulebook.mutation) json["mutants"] = mutants_json(rulebook);
    rulebooks.push_back(std::move(json));
  }
  return json_text(object{{"rulebooks", std::move(rulebooks)},
                          {"test_count", all},
                          {"passed_count", passed},
                          {"failed_count", all - passed}});
}

}  // namespace nilai::app
