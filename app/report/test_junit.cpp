#include <algorithm>

#include "app/report/test_report.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

using text::Language;

/// Text in XML, between quotes too. The few characters that XML has no way to write are left out.
std::string escaped(const std::string& text) {
  std::string xml;
  for (const char c : text) {
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      default:
        if (c == '\n' || static_cast<unsigned char>(c) >= 0x20) xml += c;
    }
  }
  return xml;
}

std::string attribute(const char* name, const std::string& value) {
  std::string xml = std::string(" ") + name + "=\"";
  for (const char c : escaped(value)) c == '\n' ? xml += "&#10;" : xml += c;  // or it would be read as a blank
  return xml + "\"";
}

std::string attribute(const char* name, std::size_t value) {
  return attribute(name, std::to_string(value));
}

std::string failures_xml(const TestedRulebook& rulebook, std::size_t test, Language language) {
  const Paint plain(false);
  std::string xml;
  const std::string problems = test_problems(rulebook, test, plain, language);
  if (!problems.empty()) xml += "      <error" + attribute("message", problems) + "/>\n";
  for (const ShownFailure& failure : shown_failures(rulebook, test, plain, language)) {
    const std::string message =
        say(Word::expected, language) + " " + failure.expected + ", " + say(Word::got, language) + " " + failure.got;
    const std::string place = std::to_string(failure.place.line) + ":" + std::to_string(failure.place.column);
    xml += "      <failure" + attribute("message", message) + ">" +
           escaped(failure.file + ":" + place + "\n" + failure.why) + "</failure>\n";
  }
  return xml;
}

std::string case_xml(const TestedRulebook& rulebook, std::size_t test, Language language) {
  const syntax::Test& written = rulebook.compiled->book.tests[test];
  const std::string period = period_of_test(rulebook, test);
  const text::Source& source = rulebook.compiled->source;
  std::string xml = "    <testcase" + attribute("name", written.label.text + (period.empty() ? "" : ", " + period)) +
                    attribute("classname", rulebook.name) + attribute("file", source.file_at(written.span.begin).name) +
                    attribute("line", source.place(written.span.begin).line);
  if (rulebook.results[test].has_passed()) return xml + "/>\n";
  return xml + ">\n" + failures_xml(rulebook, test, language) + "    </testcase>\n";
}

std::string property(const char* name, std::size_t value) {
  return "      <property" + attribute("name", name) + attribute("value", value) + "/>\n";
}

/// How much the tests reach, and notice.
std::string properties_xml(const TestedRulebook& rulebook) {
  std::string xml;
  if (rulebook.coverage) {
    const auto& places = rulebook.coverage->places();
    const auto reached = std::count_if(places.begin(), places.end(), [](const auto& p) { return p.test_count > 0; });
    xml += property("coverage.reached", static_cast<std::size_t>(reached));
    xml += property("coverage.places", places.size());
  }
  if (rulebook.mutation) {
    xml += property("mutants.noticed", rulebook.mutation->noticed_count);
    xml += property("mutants.tried", rulebook.mutation->tried_count());
  }
  return xml.empty() ? xml : "    <properties>\n" + xml + "    </properties>\n";
}

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0;
};

Counts counts_of(const TestedRulebook& rulebook) {
  if (rulebook.compiled == nullptr) return {1, 0, 1};
  Counts counts{rulebook.results.size(), 0, 0};
  for (const rules::TestResult& result : rulebook.results) {
    counts.failures += result.failed.empty() ? 0 : 1;
    counts.errors += result.problems.all().empty() ? 0 : 1;
  }
  return counts;
}

std::string counts_xml(const Counts& counts) {
  return attribute("tests", counts.tests) + attribute("failures", counts.failures) + attribute("errors", counts.errors);
}

}  // namespace

std::string tests_junit(const std::vector<TestedRulebook>& tested, Language language) {
  std::string suites;
  Counts all;
  for (const TestedRulebook& rulebook : tested) {
    const Counts counts = counts_of(rulebook);
    all = {all.tests + counts.tests, all.failures + counts.failures, all.errors + counts.errors};
    suites += "  <testsuite" + attribute("name", rulebook.name) + counts_xml(counts) + ">\n" + properties_xml(rulebook);
    if (rulebook.compiled == nullptr) {
      suites += "    <testcase" + attribute("name", rulebook.name) + attribute("classname", rulebook.name) +
                ">\n      <error" + attribute("message", say(Word::not_compiled, language)) + "/>\n    </testcase>\n";
    }
    for (std::size_t test = 0; test < rulebook.results.size(); ++test) suites += case_xml(rulebook, test, language);
    suites += "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts_xml(all) + ">\n" + suites +
         "</testsuites>\n";
}

}  // namespace nilai::app
