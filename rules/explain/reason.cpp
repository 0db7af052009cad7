#include "rules/explain/shown.hpp"
#include "rules/explanation.hpp"

namespace nilai::rules {

namespace {

using text::Language;
using text::Phrase;

/// In a reason a number that the rulebook does not round is written to at most so many places (language.md §2).
constexpr int reason_places = 2;

/// What could not be read of the subject in the asked period: its columns, and values of the only row where there are
/// several.
std::string withheld_values(const Compiled& compiled, const engine::Gathered& gathered, std::size_t subject,
                            Language language) {
  const engine::Plan& plan = compiled.plan;
  const Table& table = compiled.model.tables[compiled.model.subject];
  const auto& columns = gathered.periods.back().columns;
  std::string names;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const engine::ColumnPlan& read = plan.tables[plan.subject].columns[c];
    if (columns[c].presence_at(subject) != engine::Presence::withheld || read.reason_of) continue;
    const std::string& name = read.name;
    const auto column = table.find(name);
    names += (names.empty() ? "" : ", ") + (column ? label_text(table.columns[*column].label, name, language) : name);
  }
  const auto& aggregates = gathered.periods.back().aggregates;
  for (std::size_t a = 0; a < aggregates.size(); ++a) {
    const engine::AggregatePlan& aggregate = plan.aggregates[a];
    const bool is_of_several = aggregate.kind == engine::AggregateKind::only && aggregate.owner == plan.subject &&
                               aggregates[a].taken[subject] > 1;
    if (is_of_several)
      names += (names.empty() ? "" : ", ") + source_text(compiled.model, ExpressionId{aggregate.source_id});
  }
  return names;
}

}  // namespace

std::string reason_text(const Compiled& compiled, const engine::Gathered& gathered,
                        const engine::Judgements& judgements, std::size_t subject, Language language) {
  const Model& model = compiled.model;
  if (model.decisions.empty()) return {};
  const std::uint32_t index = judgements.decision[subject];
  if (index == engine::Judgements::undecided) {
    return phrase_in(Phrase::reason_undecided, {withheld_values(compiled, gathered, subject, language)}, language);
  }
  const auto& because = model.decisions[index].because;
  if (!because) return {};
  const auto& translated = language == Language::id ? because->id : because->en;
  std::string reason;
  for (const auto& piece : (translated ? *translated : because->text).pieces) {
    if (const auto* text = std::get_if<std::string>(&piece)) {
      reason += *text;
      continue;
    }
    const ExpressionId id = std::get<ExpressionId>(piece);
    const engine::Value value = judgements.value(*compiled.slots[id.index], subject);
    reason += shown_value(model, value, model.type(id), places_of(model, id), reason_places, language).text;
  }
  return reason;
}

}  // namespace nilai::rules
