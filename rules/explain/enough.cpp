#include "rules/enough.hpp"

#include <algorithm>

#include "rules/explain/shown.hpp"
#include "rules/explain/trials.hpp"

namespace nilai::rules {

namespace {

using engine::Slot;
using engine::Value;

constexpr int shown_places = 4;

/// How far changes are tried: steps of one measure, trials of several together. Where peers are compared, each trial
/// judges everyone.
struct Limits {
  std::int64_t steps = 10'000;
  std::size_t together = 20'000;
};
constexpr Limits limits_with_peers{200, 500};

/// So many trials are judged at once: one first, for most changes are small.
constexpr std::size_t first_batch = 16;
constexpr std::size_t largest_batch = 1024;

/// A measure that can be changed, where it stands and how far it goes.
struct Lever {
  std::uint32_t measure = 0;
  Slot slot = 0;  ///< what is held
  bool is_up = false;
  bool is_in_rows = false;
  Number from;
  Number step;            ///< by which `from` changes; with its sign
  std::int64_t most = 0;  ///< steps that are possible, or tried
  bool is_open = false;   ///< more are possible than are tried

  [[nodiscard]] HeldValue after(std::int64_t steps) const { return {slot, Value::of(from + Number(steps) * step)}; }
};

/// How many steps of `size` lead from `from` to no more than `limit` away.
std::int64_t steps_within(const Number& distance, const Number& size, std::int64_t most) {
  if (distance.sign() <= 0) return 0;
  return std::min((distance / size).whole_part().to_int64().value_or(most), most);
}

class Search {
 public:
  Search(const Compiled& compiled, const engine::Gathered& gathered, const engine::Judgements& judgements,
         std::size_t subject, text::Language language)
      : compiled_(compiled),
        model_(compiled.model),
        gathered_(gathered),
        judgements_(judgements),
        subject_(subject),
        language_(language),
        trials_(compiled, gathered, subject) {
    if (trials_.judges_peers()) limits_ = limits_with_peers;
  }

  std::optional<Enough> find(const std::optional<std::string>& toward) {
    const std::uint32_t decided = judgements_.decision[subject_];
    if (!judgements_.last().is_evaluated[subject_] || decided == engine::Judgements::undecided) return std::nullopt;
    const std::uint32_t present = outcome_of(decided);
    const auto wanted = toward ? index_of(*toward) : next_better(present);
    if (!wanted) return std::nullopt;
    wanted_ = *wanted;
    Enough enough;
    enough.wanted = model_.outcomes[wanted_].name.text;
    enough.wanted_label = label_of(wanted_);
    enough.is_best = is_outside(wanted_) || !next_better(wanted_);
    enough.is_reached = is_reached(present);
    if (enough.is_reached) return enough;
    find_levers(enough);
    for (const Lever& lever : levers_) try_alone(lever, enough);
    if (enough.alone.empty() && levers_.size() > 1) try_together(enough);
    return enough;
  }

 private:
  // --- outcomes ---------------------------------------------------------------------------------------------------

  [[nodiscard]] std::uint32_t outcome_of(std::uint32_t decision) const {
    return compiled_.plan.decisions[decision].outcome;
  }

  [[nodiscard]] bool is_outside(std::uint32_t outcome) const { return model_.outcomes[outcome].is_outside_the_order; }

  [[nodiscard]] std::uint32_t index_of(const std::string& outcome) const {
    const auto found = std::find_if(model_.outcomes.begin(), model_.outcomes.end(),
                                    [&](const syntax::Outcome& one) { return one.name.text == outcome; });
    return static_cast<std::uint32_t>(found - model_.outcomes.begin());
  }

  [[nodiscard]] std::string label_of(std::uint32_t outcome) const {
    return label_text(model_.outcomes[outcome].label, model_.outcomes[outcome].name.text, language_);
  }

  /// Outcomes stand best first.
  [[nodiscard]] std::optional<std::uint32_t> next_better(std::uint32_t outcome) const {
    if (is_outside(outcome)) return std::nullopt;
    while (outcome-- > 0) {
      if (!is_outside(outcome)) return outcome;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_reached(std::uint32_t outcome) const {
    return outcome == wanted_ || (!is_outside(wanted_) && !is_outside(outcome) && outcome < wanted_);
  }

  // --- what can be changed ----------------------------------------------------------------------------------------

  void find_levers(Enough& enough) {
    for (std::uint32_t i = 0; i < model_.measures.size(); ++i) {
      const Measure& measure = model_.measures[i];
      if (!measure.changeable) continue;
      const Value value = judgements_.value(compiled_.plan.measures[i].value, subject_);
      Lever lever;
      lever.measure = i;
      lever.is_up = measure.changeable->is_up;
      lever.is_in_rows = measure.changeable->step.is_none();
      if (value.is_present()) lever.is_in_rows ? set_rows(measure, lever) : set_steps(measure, value, lever);
      if (lever.is_open) enough.has_tried_all = false;
      levers_.push_back(std::move(lever));
    }
  }

  /// One row more or fewer of those counted; of a share among as many as there are.
  void set_rows(const Measure& measure, Lever& lever) const {
    const engine::GatheredAggregate& rows =
        gathered_.periods.back().aggregates[*compiled_.aggregates[measure.body.index]];
    const std::int64_t taken = rows.taken[subject_];
    const bool is_share = std::get<syntax::Call>(model_.at(measure.body).node).function == syntax::Function::share;
    lever.slot = *compiled_.slots[measure.body.index];
    lever.from = judgements_.value(lever.slot, subject_).number();
    lever.step = (lever.is_up ? Number(1) : Number(-1)) / (is_share ? Number(taken) : Number(1));
    lever.is_open = lever.is_up && !is_share;
    const std::int64_t counted =
        is_share ? rows.counted[subject_] : lever.from.to_int64().value_or(0);  // of distinct values there are fewer
    const std::int64_t possible = !lever.is_up ? counted : is_share ? taken - counted : limits_.steps;
    lever.most = std::min(possible, limits_.steps);
    if (possible > lever.most) lever.is_open = true;
  }

  void set_steps(const Measure& measure, const Value& value, Lever& lever) const {
    const Number size = constant_value(model_, measure.changeable->step)->number();
    const auto& bound = lever.is_up ? measure.type.at_most : measure.type.at_least;
    lever.slot = compiled_.plan.measures[lever.measure].value;
    lever.from = value.number();
    lever.step = lever.is_up ? size : -size;
    lever.most = bound ? steps_within((*bound - lever.from).abs(), size, limits_.steps) : limits_.steps;
    lever.is_open = lever.most == limits_.steps;
  }

  // --- trials -----------------------------------------------------------------------------------------------------

  [[nodiscard]] Trial trial_of(const std::vector<std::int64_t>& steps) const {
    Trial trial;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      if (steps[i] > 0) trial.push_back(levers_[i].after(steps[i]));
    }
    return trial;
  }

  /// The first of some trials that leads to what is wanted.
  [[nodiscard]] std::optional<std::size_t> first_enough(const std::vector<Trial>& trials) const {
    const std::vector<std::uint32_t> decisions = trials_.decisions(trials);
    const auto found = std::find_if(decisions.begin(), decisions.end(), [this](std::uint32_t decision) {
      return decision != engine::Judgements::undecided && is_reached(outcome_of(decision));
    });
    if (found == decisions.end()) return std::nullopt;
    return static_cast<std::size_t>(found - decisions.begin());
  }

  void try_alone(const Lever& lever, Enough& enough) {
    const auto at = static_cast<std::size_t>(&lever - levers_.data());
    std::vector<std::int64_t> steps(levers_.size());
    std::size_t batch = first_batch;
    for (std::int64_t done = 0; done < lever.most; batch = std::min(2 * batch, largest_batch)) {
      std::vector<Trial> trials;
      const std::int64_t end = std::min(lever.most, done + static_cast<std::int64_t>(batch));
      for (std::int64_t k = done + 1; k <= end; ++k) trials.push_back({lever.after(k)});
      if (const auto found = first_enough(trials)) {
        steps[at] = done + 1 + static_cast<std::int64_t>(*found);
        enough.alone.push_back(change_of(steps));
        return;
      }
      done = end;
    }
    steps[at] = lever.most;
    enough.in_vain.push_back(changed(at, steps, value_after(steps, at)));
  }

  /// Several together, by the sum of their steps; of one sum, first those that change most what is named first.
  void try_together(Enough& enough) {
    std::int64_t most = 0;
    for (const Lever& lever : levers_) most += lever.most;
    std::size_t left = limits_.together;
    for (std::int64_t sum = 2; sum <= most; ++sum) {
      std::vector<std::vector<std::int64_t>> ways;
      std::vector<std::int64_t> way;
      part(sum, way, left + 1, ways);
      const bool is_cut = ways.size() > left;
      if (is_cut) ways.resize(left);
      left -= ways.size();
      if (ways.empty() && !is_cut) continue;
      std::vector<Trial> trials;
      trials.reserve(ways.size());
      for (const auto& steps : ways) trials.push_back(trial_of(steps));
      if (const auto found = first_enough(trials)) {
        enough.together = change_of(ways[*found]);
        return;
      }
      if (!is_cut) continue;
      enough.has_tried_all = false;
      return;
    }
  }

  /// All ways to make `sum` of steps of the levers from the one after `way` on, two levers or more; at most `limit`.
  void part(std::int64_t sum, std::vector<std::int64_t>& way, std::size_t limit,
            std::vector<std::vector<std::int64_t>>& ways) const {
    if (way.size() == levers_.size()) {
      const auto moved = std::count_if(way.begin(), way.end(), [](std::int64_t steps) { return steps > 0; });
      if (sum == 0 && moved > 1) ways.push_back(way);
      return;
    }
    std::int64_t possible = 0;  // by those that follow
    for (std::size_t i = way.size() + 1; i < levers_.size(); ++i) possible += levers_[i].most;
    for (std::int64_t k = std::min(sum, levers_[way.size()].most); k >= 0 && ways.size() < limit; --k) {
      if (sum - k > possible) return;
      way.push_back(k);
      part(sum - k, way, limit, ways);
      way.pop_back();
    }
  }

  // --- what is said -----------------------------------------------------------------------------------------------

  [[nodiscard]] Value value_after(const std::vector<std::int64_t>& steps, std::size_t lever) const {
    return trials_.values(trial_of(steps), {compiled_.plan.measures[levers_[lever].measure].value}).front();
  }

  [[nodiscard]] ChangedMeasure changed(std::size_t lever, const std::vector<std::int64_t>& steps,
                                       const Value& after) const {
    const std::uint32_t index = levers_[lever].measure;
    const Measure& measure = model_.measures[index];
    std::optional<int> places;
    if (measure.rounding && measure.rounding->places) places = static_cast<int>(*measure.rounding->places);
    const auto shown = [&](const Value& value) {
      return shown_value(model_, value, measure.type, places, shown_places, language_);
    };
    return {measure.name,         label_text(measure.label, measure.name, language_),
            levers_[lever].is_up, levers_[lever].is_in_rows,
            steps[lever],         shown(judgements_.value(compiled_.plan.measures[index].value, subject_)),
            shown(after)};
  }

  [[nodiscard]] EnoughChange change_of(const std::vector<std::int64_t>& steps) const {
    EnoughChange change;
    const Trial trial = trial_of(steps);
    const std::uint32_t outcome = outcome_of(trials_.decisions({trial}).front());
    change.outcome = model_.outcomes[outcome].name.text;
    change.outcome_label = label_of(outcome);
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      if (steps[i] > 0) change.measures.push_back(changed(i, steps, value_after(steps, i)));
    }
    return change;
  }

  const Compiled& compiled_;
  const Model& model_;
  const engine::Gathered& gathered_;
  const engine::Judgements& judgements_;
  std::size_t subject_;
  text::Language language_;
  Trials trials_;
  Limits limits_;
  std::vector<Lever> levers_;
  std::uint32_t wanted_ = 0;
};

}  // namespace

std::optional<Enough> enough(const Compiled& compiled, const engine::Gathered& gathered,
                             const engine::Judgements& judgements, std::size_t subject,
                             const std::optional<std::string>& toward, text::Language language) {
  const auto& measures = compiled.model.measures;
  const bool is_any_changeable =
      std::any_of(measures.begin(), measures.end(), [](const Measure& measure) { return measure.changeable; });
  if (!is_any_changeable || compiled.model.decisions.empty()) return std::nullopt;
  return Search(compiled, gathered, judgements, subject, language).find(toward);
}

}  // namespace nilai::rules
