#include <algorithm>

#include "app/report/test_report.hpp"
#include "app/words.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

namespace {

using text::Language;

std::string indented(const std::string& lines) {
  std::string text;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) text += "  " + lines.substr(begin, end - begin);
    text += "\n";
    begin = end + 1;
  }
  return text;
}

/// Two words, one above the other, and what stands beside them.
std::string beside(Word above, const std::string& first, Word below, const std::string& second, Language language) {
  const std::string top = say(above, language), bottom = say(below, language);
  const std::size_t width = std::max(text::width(top), text::width(bottom));
  const auto row = [width](const std::string& word, const std::string& text) {
    return "  " + word + std::string(width - text::width(word), ' ') + "  " + text + "\n";
  };
  return row(top, first) + row(bottom, second);
}

std::string failures_text(const TestedRulebook& rulebook, std::size_t test, const Paint& paint, Language language) {
  const std::string period = period_of_test(rulebook, test);
  const std::string title = rulebook.compiled->book.tests[test].label.text + (period.empty() ? "" : ", " + period);
  std::string text = test_problems(rulebook, test, paint, language);
  for (const ShownFailure& failure : shown_failures(rulebook, test, paint, language)) {
    const std::string place = std::to_string(failure.place.line) + ":" + std::to_string(failure.place.column);
    text += (text.empty() ? "" : "\n") + failure.file + ":" + place + ": ";
    text += paint.red(say(Word::test_failed, language)) + ": " + title + "\n";
    text += beside(Word::expected, failure.expected, Word::got, failure.got, language) + "\n" + indented(failure.why);
  }
  return text;
}

std::string count_line(const TestedRulebook& rulebook, const Paint& paint, Language language) {
  const auto count = [&](std::size_t n) { return count_text(n, language); };
  const std::size_t all = rulebook.results.size(), passed = rulebook.passed_count();
  std::string line = rulebook.name + ": ";
  if (all == 0) return line + say(Word::no_tests, language) + "\n";
  line += all == 1 ? say(Word::one_test, language) : say(Word::so_many_tests, language, {count(all)});
  if (passed > 0) line += ", " + paint.green(say(Word::so_many_passed, language, {count(passed)}));
  if (passed < all) line += ", " + paint.red(say(Word::so_many_failed, language, {count(all - passed)}));
  return line + "\n";
}

}  // namespace

std::string tests_text(const std::vector<TestedRulebook>& tested, const Paint& paint, Language language) {
  std::string text;
  for (const TestedRulebook& rulebook : tested) {
    for (std::size_t test = 0; test < rulebook.results.size(); ++test) {
      if (!rulebook.results[test].has_passed()) text += failures_text(rulebook, test, paint, language) + "\n";
    }
  }
  for (const TestedRulebook& rulebook : tested) {
    if (rulebook.compiled == nullptr) continue;
    text += count_line(rulebook, paint, language);
    if (rulebook.coverage) text += coverage_text(rulebook, paint, language);
    if (rulebook.mutation) text += mutants_text(rulebook, paint, language);
  }
  return text;
}

}  // namespace nilai::app
