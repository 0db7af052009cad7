#include "app/cli/refusals.hpp"

#include <algorithm>
#include <set>

#include "app/words.hpp"

namespace nilai::app {

namespace {

/// So many refusals are shown one by one; the file has all of them.
constexpr std::size_t refusals_shown = 5;

std::string last_line(std::size_t count, const RefusalReport& how, text::Language language) {
  const bool is_one = count == 1;
  const std::string number = count_text(count, language);
  if (!how.list) return say(is_one ? Word::one_refusal_here : Word::so_many_refusals_here, language, {number});
  return say(is_one ? Word::one_refusal : Word::so_many_refusals, language, {number, how.list->string()});
}

}  // namespace

void report_refusals(const std::vector<RefusedRow>& refused, const RefusalReport& how, text::Language language,
                     Log& log) {
  if (refused.empty()) return;
  const auto report = [&](const std::string& line) { how.is_strict ? log.error(line) : log.warning(line); };
  std::set<std::string> fixes;  // each is said once
  for (std::size_t i = 0; i < std::min(refused.size(), refusals_shown); ++i) {
    std::string line = refusal_line(refused[i], how.is_strict, language);
    const std::string& fix = refused[i].fix;
    if (!fix.empty() && fixes.insert(fix).second) line += "\n  " + say(Word::fix, language) + ": " + fix;
    report(line);
  }
  report(last_line(refused.size(), how, language));
}

}  // namespace nilai::app
