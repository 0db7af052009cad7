#include "app/cli/refusals.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/words.hpp"

namespace nilai::app {

namespace {

/// So many refusals are shown one by one; the file has all of them.
constexpr std::size_t refusals_shown = 5;

/// The end of the refusals that follow one another, row after row, and are all the same: of the blank rows that Excel
/// leaves at the end of a table, say.
std::size_t end_of_alike(const std::vector<RefusedRow>& refused, std::size_t begin) {
  const RefusedRow& first = refused[begin];
  std::size_t end = begin + 1;
  while (end < refused.size() && refused[end].row == first.row + (end - begin) && refused[end].file == first.file &&
         std::tie(refused[end].table, refused[end].column, refused[end].text, refused[end].code) ==
             std::tie(first.table, first.column, first.text, first.code)) {
    ++end;
  }
  return end;
}

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
  std::size_t shown = 0;
  for (std::size_t i = 0, next = 0; i < refused.size() && shown < refusals_shown; i = next, ++shown) {
    next = end_of_alike(refused, i);
    std::string line = refusal_line(refused[i], how.is_strict, language);
    if (next - i == 2) line += say(Word::likewise_row, language, {std::to_string(refused[i + 1].row)});
    if (next - i > 2) {
      line += say(Word::likewise_rows, language,
                  {std::to_string(refused[i + 1].row), std::to_string(refused[next - 1].row)});
    }
    const std::string& fix = refused[i].fix;
    if (!fix.empty() && fixes.insert(fix).second) line += "\n  " + say(Word::fix, language) + ": " + fix;
    report(line);
  }
  report(last_line(refused.size(), how, language));
}

}  // namespace nilai::app
