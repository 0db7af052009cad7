#include "rules/diff/verdicts.hpp"

#include <algorithm>

#include "engine/judge/judge.hpp"
#include "rules/explanation.hpp"

namespace nilai::rules {

namespace {

using engine::Judgements;

/// How a case of a plan is called.
struct NamedCase {
  std::string outcome, code;
};

NamedCase named_case(const Compiled& compiled, std::uint32_t decision) {
  const auto& outcomes = compiled.model.outcomes;
  const std::size_t outcome = compiled.plan.decisions[decision].outcome;
  return {outcomes[outcome].name.text, code_text(compiled.model.decisions[decision])};
}

/// Decisions and scores of one period.
struct Judged {
  std::vector<std::uint32_t> decisions;
  engine::Column scores;
  std::vector<bool> is_evaluated;
};

/// The gathered rows of some periods alone.
engine::Gathered rows_of(const engine::Gathered& gathered, std::size_t first, std::size_t last) {
  const auto begin = gathered.periods.begin();
  return {gathered.keys,
          {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last + 1)},
          gathered.working_days};
}

/// Judges every gathered period from `first` on, in one go.
std::vector<Judged> judged_together(const engine::Plan& plan, const engine::Gathered& gathered) {
  const std::vector<engine::Slot> kept =
      plan.scores.empty() ? std::vector<engine::Slot>{} : std::vector{plan.scores[plan.main_score].value};
  Judgements judgements = engine::judge(plan, gathered, {}, kept);
  std::vector<Judged> judged(judgements.periods.size());
  for (std::size_t p = 0; p < judged.size(); ++p) {
    const bool is_last = p + 1 == judged.size();
    judged[p].decisions = std::move(is_last ? judgements.decision : judgements.past_decisions[p]);
    if (!kept.empty()) judged[p].scores = std::move(judgements.periods[p].slots[kept.front()]);
    judged[p].is_evaluated = std::move(judgements.periods[p].is_evaluated);
  }
  return judged;
}

std::optional<std::size_t> place_of(const engine::Gathered& gathered, const std::optional<engine::Period>& period) {
  const auto found = std::find_if(gathered.periods.begin(), gathered.periods.end(),
                                  [&](const engine::GatheredPeriod& p) { return p.period == period; });
  if (found == gathered.periods.end()) return std::nullopt;
  return static_cast<std::size_t>(found - gathered.periods.begin());
}

/// Each asked period as if it alone had been asked for; `Judged` of nobody where nothing was gathered.
std::vector<Judged> judged_periods(const engine::Plan& plan, const engine::Gathered& gathered,
                                   const std::vector<std::optional<engine::Period>>& asked) {
  // A history without an end looks back to the same first period from everywhere: then one way through serves all. One
  // with an end begins anew for each, so that a value before it that could not be read is no matter.
  const bool is_one_way = !plan.history.is_needed || !plan.history.periods_back;
  std::vector<Judged> all;
  if (is_one_way) all = judged_together(plan, gathered);
  std::vector<Judged> judged;
  for (const auto& period : asked) {
    const auto place = place_of(gathered, period);
    if (!place) {
      judged.emplace_back();
    } else if (is_one_way) {
      judged.push_back(all[*place]);
    } else {
      const std::size_t back = std::min<std::size_t>(*plan.history.periods_back, *place);
      judged.push_back(std::move(judged_together(plan, rows_of(gathered, *place - back, *place)).back()));
    }
  }
  return judged;
}

template <class CaseOf>
std::vector<Verdicts> worded(const std::vector<Judged>& judged, const engine::Plan& plan, std::size_t subject_count,
                             CaseOf case_of) {
  std::vector<NamedCase> cases;
  for (std::uint32_t i = 0; i < plan.decisions.size(); ++i) cases.push_back(case_of(i));
  std::vector<Verdicts> all;
  for (const Judged& period : judged) {
    Verdicts& verdicts = all.emplace_back(subject_count);
    for (std::size_t subject = 0; subject < period.is_evaluated.size(); ++subject) {
      if (!period.is_evaluated[subject]) continue;
      Verdict& verdict = verdicts[subject];
      verdict.is_evaluated = true;
      if (!plan.scores.empty()) {
        verdict.score = period.scores.value(subject);
        verdict.places = plan.scores[plan.main_score].places;
      }
      if (cases.empty()) continue;
      const std::uint32_t decision = period.decisions[subject];
      const NamedCase undecided{undecided_outcome, undecided_code};
      const NamedCase& named = decision == Judgements::undecided ? undecided : cases[decision];
      verdict.outcome = named.outcome;
      verdict.code = named.code;
    }
  }
  return all;
}

}  // namespace

std::vector<Verdicts> verdicts(const Way& way, const std::vector<std::optional<engine::Period>>& asked) {
  const engine::Plan& plan = way.compiled.plan;
  return worded(judged_periods(plan, way.gathered, asked), plan, way.gathered.subject_count(),
                [&](std::uint32_t decision) { return named_case(way.compiled, decision); });
}

std::vector<Verdicts> verdicts(const Mixed& mixed, const Way& before, const Way& after, const engine::Gathered& both,
                               const std::vector<std::optional<engine::Period>>& asked) {
  return worded(judged_periods(mixed.plan, both, asked), mixed.plan, both.subject_count(), [&](std::uint32_t decision) {
    const auto& [side, index] = mixed.decisions[decision];
    return named_case((side == Side::before ? before : after).compiled, index);
  });
}

bool are_decided_alike(const Verdict& a, const Verdict& b) {
  if (a.is_evaluated != b.is_evaluated) return false;
  if (a.outcome != b.outcome || a.code != b.code) return false;
  return !a.outcome.empty() || a.score == b.score;
}

}  // namespace nilai::rules
