#include "app/cli/period_warnings.hpp"

#include "app/words.hpp"

namespace nilai::app {

std::vector<std::string> period_warnings(const engine::Plan& plan, const engine::GatherResult& data,
                                         const std::vector<engine::Period>& asked, text::Language language) {
  std::vector<std::string> warnings;
  for (const engine::Period& period : asked) {
    for (std::size_t table = 0; table < plan.tables.size(); ++table) {
      const auto& dates = data.dates[table];
      if (!dates) continue;
      const std::string& name = plan.tables[table].name;
      if (dates->last < period.start()) {
        warnings.push_back(say(Word::none_since, language, {name, period.name(), dates->last.to_iso()}));
      } else if (dates->first > period.end()) {
        warnings.push_back(say(Word::none_yet, language, {name, period.name(), dates->first.to_iso()}));
      }
    }
  }
  // Of a period that the data end before, what matters is said already.
  if (!asked.empty() && data.last_date && asked.back().contains(*data.last_date) &&
      *data.last_date < asked.back().end()) {
    warnings.push_back(say(Word::provisional, language, {asked.back().name(), data.last_date->to_iso()}));
  }
  return warnings;
}

}  // namespace nilai::app
