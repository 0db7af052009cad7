#include <algorithm>
#include <set>

#include "rules/diff/mixture.hpp"

namespace nilai::rules {

namespace {

using engine::AggregateIndex;
using engine::Instruction;
using engine::Operation;
using engine::Slot;

bool takes_all_parts(Operation operation) {
  return operation == Operation::weighted_average || operation == Operation::sum_of_points ||
         operation == Operation::assessed_weight || operation == Operation::weight_sum;
}

engine::History joint_history(const engine::Plan& before, const engine::Plan& after, const engine::Program& program) {
  engine::History history;
  history.is_needed = std::any_of(program.instructions.begin(), program.instructions.end(),
                                  [](const Instruction& i) { return i.operation == Operation::streak; });
  if (!history.is_needed) return history;
  history.periods_back = 0;
  for (const engine::Plan* plan : {&before, &after}) {
    if (!plan->history.is_needed) continue;
    const auto& back = plan->history.periods_back;
    history.periods_back =
        history.periods_back && back ? std::optional(std::max(*history.periods_back, *back)) : std::nullopt;
  }
  return history;
}

}  // namespace

/// Writes one mixed program, from the decisions down to what they rest on.
class MixtureWriter {
 public:
  MixtureWriter(const Mixer& mixer, const std::vector<bool>& is_taken_back)
      : mixer_(mixer), is_taken_back_(is_taken_back) {}

  Mixed write() {
    for (std::size_t pair = 0; pair < mixer_.pairs_.size(); ++pair) {
      if (mixer_.pairs_[pair].kind == Change::Kind::decision_case) write_case(pair);
    }
    const engine::Plan& after = plan(Side::after);
    mixed_.plan.outcomes = after.outcomes;
    if (mixed_.plan.decisions.empty() && !after.scores.empty()) {
      const engine::ScorePlan& main = after.scores[after.main_score];
      const Slot score = at(Side::after, main.value);
      mixed_.plan.scores = {{main.name, score, std::nullopt, score, main.places}};
    }
    mixed_.plan.every = after.every;
    mixed_.plan.history = joint_history(plan(Side::before), after, mixed_.plan.judge);
    return std::move(mixed_);
  }

 private:
  using Place = std::pair<Side, Slot>;

  [[nodiscard]] const engine::Plan& plan(Side side) const { return mixer_.book(side).compiled->plan; }
  [[nodiscard]] Side side_of(std::size_t pair) const { return is_taken_back_[pair] ? Side::before : Side::after; }

  void write_case(std::size_t pair) {
    const Side side = side_of(pair);
    const auto& index = side == Side::before ? mixer_.pairs_[pair].before : mixer_.pairs_[pair].after;
    if (!index) return;  // a case that the other side alone has
    engine::DecisionPlan decision;
    if (const auto& condition = plan(side).decisions[*index].condition) decision.condition = at(side, *condition);
    mixed_.plan.decisions.push_back(decision);
    mixed_.decisions.emplace_back(side, *index);
  }

  /// The mixed slot for what `slot` stands for on its side: where it is a definition's, as the chosen side has that.
  Slot at(Side side, Slot slot) {
    const Place place = chosen({side, slot});
    if (const auto known = written_.find(place); known != written_.end()) return known->second;
    if (!open_.insert(place).second) return write_missing(place);  // definitions that need each other: it has no value
    const Slot written = write_body(place);
    open_.erase(place);
    written_[place] = written;
    return written;
  }

  [[nodiscard]] Place chosen(Place place) const {
    for (int step = 0; step < 2; ++step) {  // a second name may lead on to what it names, and no further
      const auto& roots = mixer_.book(place.first).root_of_slot;
      const auto root = roots.find(place.second);
      if (root == roots.end()) break;
      const Side side = side_of(root->second.first);
      if (side == place.first) break;
      const auto& slots = mixer_.book(side).slot_of_root;
      const auto slot = slots.find(root->second);
      if (slot == slots.end() || !are_alike(place, {side, slot->second})) break;
      place = {side, slot->second};
    }
    return place;
  }

  [[nodiscard]] const Instruction& instruction(Place place) const {
    return plan(place.first).judge.instructions[place.second];
  }

  /// Whether values of the one can stand for values of the other: a choice's are told apart by their places in it.
  [[nodiscard]] bool are_alike(Place a, Place b) const {
    if (instruction(a).kind != instruction(b).kind) return false;
    return instruction(a).kind != engine::Kind::choice || mixer_.choices_agree_;
  }

  Slot write_missing(Place place) {
    const auto kind = instruction(place).kind;
    return emit({Operation::constant, kind, {}, engine::Value::missing(kind), 0});
  }

  Slot write_body(Place place) {
    Instruction copy = instruction(place);
    if (takes_all_parts(copy.operation)) {
      copy.operands = parts(place.first, std::get<std::uint32_t>(copy.payload));
    } else {
      for (Slot& operand : copy.operands) operand = at(place.first, operand);
    }
    if (copy.operation == Operation::aggregate) {
      auto& index = std::get<std::uint32_t>(copy.payload);
      index = aggregate(place.first, index);
    }
    if (auto* load = std::get_if<engine::ColumnLoad>(&copy.payload)) *load = column(place.first, *load);
    return emit(std::move(copy));
  }

  Slot emit(Instruction&& instruction) {
    mixed_.plan.judge.instructions.push_back(std::move(instruction));
    return static_cast<Slot>(mixed_.plan.judge.instructions.size() - 1);
  }

  /// Points and weight of every part that the score `index` of `side` has in the mixture.
  std::vector<Slot> parts(Side side, std::uint32_t index) {
    const std::string whole = mixer_.name_of_score(side, index);
    std::vector<std::size_t> pairs;
    std::vector<Slot> slots;
    for (std::size_t pair = 0; pair < mixer_.pairs_.size(); ++pair) {
      const Side of = side_of(pair);
      if (mixer_.part_of(pair, of) != whole) continue;
      const auto& own = mixer_.book(of).slot_of_root;
      const bool is_score = mixer_.pairs_[pair].kind == Change::Kind::score;
      slots.push_back(at(of, own.at({pair, is_score ? Mixer::Role::value : Mixer::Role::points})));
      slots.push_back(at(of, own.at({pair, Mixer::Role::weight})));
      pairs.push_back(pair);
    }
    return with_handed_on(slots, handed_on(pairs));
  }

  /// How weights are handed on among the parts `pairs` of the mixture; none goes to what is no part of it.
  [[nodiscard]] std::vector<engine::HandedOn> handed_on(const std::vector<std::size_t>& pairs) const {
    std::vector<engine::HandedOn> all;
    for (std::uint32_t from = 0; from < pairs.size(); ++from) {
      const Pair& pair = mixer_.pairs_[pairs[from]];
      if (pair.kind != Change::Kind::criterion) continue;
      const Side side = side_of(pairs[from]);
      const std::uint32_t index = *(side == Side::before ? pair.before : pair.after);
      for (const engine::HeirPlan& heir : plan(side).criteria[index].heirs) {
        const std::size_t wanted = *mixer_.pair_of(side, Change::Kind::criterion, heir.criterion);
        const auto to = static_cast<std::uint32_t>(std::find(pairs.begin(), pairs.end(), wanted) - pairs.begin());
        if (to < pairs.size()) all.push_back({from, to, heir.share});
      }
    }
    return all;
  }

  std::vector<Slot> with_handed_on(const std::vector<Slot>& parts, const std::vector<engine::HandedOn>& handed_on) {
    std::vector<Slot> counted = parts;
    for (std::uint32_t i = 0; 2 * i < parts.size() && !handed_on.empty(); ++i) {
      counted[2 * i + 1] =
          emit({Operation::counted_weight, engine::Kind::number, parts, engine::CountedWeightSpec{i, handed_on}, 0});
    }
    return counted;
  }

  /// Its place among the rows of both. An aggregate whose conditions rest on other definitions goes with those, where
  /// they agree on a side and that side has one of the same text.
  [[nodiscard]] AggregateIndex aggregate(Side side, AggregateIndex index) const {
    const Mixer::Book& own = mixer_.book(side);
    const auto& rests_on = own.rests_on[index];
    const Side other = side == Side::before ? Side::after : Side::before;
    const bool goes_over = !rests_on.empty() && std::all_of(rests_on.begin(), rests_on.end(),
                                                            [&](std::size_t pair) { return side_of(pair) == other; });
    if (goes_over) {
      const auto& of_text = mixer_.book(other).aggregate_of_text;
      const auto found = of_text.find(own.aggregate_texts[index]);
      if (found != of_text.end()) {
        side = other;
        index = found->second;
      }
    }
    const std::size_t offset = side == Side::before ? 0 : plan(Side::before).aggregates.size();
    return static_cast<AggregateIndex>(offset + index);
  }

  [[nodiscard]] engine::ColumnLoad column(Side side, const engine::ColumnLoad& load) const {
    const auto own_count = [&](Side of) { return plan(of).tables[plan(of).subject].columns.size(); };
    const auto above_before = engine::loads_above(plan(Side::before).judge);
    std::size_t place = load.column;
    if (load.path.empty()) {
      if (side == Side::after) place += own_count(Side::before);
    } else {
      place = own_count(Side::before) + own_count(Side::after);
      if (side == Side::after) place += above_before.size();
      place += *engine::index_of(engine::loads_above(plan(side).judge), load);
    }
    return {{}, static_cast<ColumnIndex>(place)};
  }

  const Mixer& mixer_;
  const std::vector<bool>& is_taken_back_;
  Mixed mixed_;
  std::map<Place, Slot> written_;
  std::set<Place> open_;
};

Mixed Mixer::mix(const std::vector<bool>& is_taken_back) const {
  return MixtureWriter(*this, is_taken_back).write();
}

}  // namespace nilai::rules
