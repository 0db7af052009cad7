#include "engine/kernels/peers.hpp"

#include <algorithm>

#include "engine/gather/accumulators/accumulator.hpp"
#include "engine/gather/rows/key_reader.hpp"
#include "engine/gather/rows/key_table.hpp"
#include "engine/kernels/content.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine {
namespace {

/// Whether a subject is among the peers; `unknown` where data that could not be read would tell.
enum class Membership : std::uint8_t { out, in, unknown };

/// The operands by what they are.
struct Compared {
  std::vector<const Column*> values;  ///< and at the end the weight, where there is one
  const Column* weight = nullptr;
  const Column* level = nullptr;
  const Column* where = nullptr;
  std::vector<const Column*> common;

  Compared(const std::vector<const Column*>& operands, const PeersSpec& spec) {
    const std::size_t common_begin = operands.size() - spec.common_count;
    const std::size_t where_begin = common_begin - (spec.has_where ? 1 : 0);
    const std::size_t value_count = where_begin - (spec.has_level ? 1 : 0);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (i < value_count) {
        values.push_back(operands[i]);
      } else if (i < where_begin) {
        level = operands[i];
      } else if (i < common_begin) {
        where = operands[i];
      } else {
        common.push_back(operands[i]);
      }
    }
    if (spec.has_weight) weight = values.back();
  }

  [[nodiscard]] Membership membership(std::size_t row, bool skips_missing) const {
    Membership membership = Membership::in;
    if (where != nullptr && !where->is_yes(row)) {
      if (where->presence_at(row) != Presence::withheld) return Membership::out;
      membership = Membership::unknown;
    }
    for (const Column* value : values) {
      const Presence presence = value->presence_at(row);
      if (presence == Presence::missing && skips_missing) return Membership::out;
      if (presence == Presence::withheld) membership = Membership::unknown;
    }
    return membership;
  }

  /// Of all values.
  [[nodiscard]] Presence presence(std::size_t row) const {
    Presence joint = Presence::present;
    for (const Column* value : values) joint = std::max(joint, value->presence_at(row));
    return joint;
  }

  /// Of the first so many things in common.
  [[nodiscard]] Presence common_presence(std::size_t row, std::size_t common_count) const {
    Presence joint = Presence::present;
    for (std::size_t i = 0; i < common_count; ++i) joint = std::max(joint, common[i]->presence_at(row));
    return joint;
  }
};

/// The subjects by the first so many things that they have in common.
struct Groups {
  std::vector<std::uint32_t> of;    ///< per subject; `no_row`: not known, or none
  std::vector<std::uint32_t> size;  ///< per group
  bool has_stray = false;           ///< someone could belong to any of them
};

Groups groups_by(const Compared& compared, std::size_t common_count, const std::vector<Membership>& memberships,
                 const std::vector<bool>& is_evaluated) {
  std::vector<Column> columns;
  std::vector<ColumnIndex> key;
  for (std::size_t i = 0; i < common_count; ++i) {
    key.push_back(static_cast<ColumnIndex>(i));
    columns.push_back(*compared.common[i]);
  }
  KeyReader reader(columns, key);
  KeyTable numbers;
  Groups groups;
  groups.of.assign(memberships.size(), no_row);
  for (std::size_t row = 0; row < memberships.size(); ++row) {
    if (!is_evaluated[row]) continue;
    const Presence presence = compared.common_presence(row, common_count);
    const bool is_member = memberships[row] != Membership::out;
    if (presence == Presence::present) {
      groups.of[row] = numbers.add(reader.at(row));
      groups.size.resize(numbers.size());
      if (is_member) ++groups.size[groups.of[row]];
    } else if (presence == Presence::withheld && is_member) {
      groups.has_stray = true;
    }
  }
  return groups;
}

Column statistics(const Instruction& instruction, const Compared& compared, const Groups& groups,
                  const std::vector<Membership>& memberships) {
  const auto& spec = std::get<PeersSpec>(instruction.payload);
  AggregatePlan plan;
  plan.kind = spec.statistic;
  plan.result = instruction.kind;
  plan.skips_missing = spec.skips_missing;
  if (spec.has_weight) plan.weight = Slot{};  // of the columns fed below
  std::vector<Feed> feeds;
  for (std::uint32_t row = 0; row < memberships.size(); ++row) {
    if (memberships[row] != Membership::out && groups.of[row] != no_row) feeds.push_back({row, groups.of[row], {}});
  }
  Accumulator accumulator(plan, {}, groups.size.size());
  accumulator.fold({.feeds = feeds,
                    .where = compared.where,
                    .value = compared.values.front(),
                    .weight = compared.weight,
                    .level = compared.level});
  return pick(accumulator.finish().value, groups.of);
}

/// Where the members of all groups stand: those of a group together, the best first.
class Standings {
 public:
  Standings(const Compared& compared, const Groups& groups, const std::vector<Membership>& memberships)
      : compared_(compared), groups_(groups), presence_(groups.size.size()) {
    for (std::uint32_t row = 0; row < memberships.size(); ++row) {
      if (memberships[row] == Membership::out || groups.of[row] == no_row) continue;
      Presence& presence = presence_[groups.of[row]];
      const bool is_unknown = memberships[row] == Membership::unknown;
      presence = std::max(presence, is_unknown ? Presence::withheld : compared.presence(row));
      if (!is_unknown && compared.presence(row) == Presence::present) order_.push_back(row);
    }
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
      if (groups_.of[a] != groups_.of[b]) return groups_.of[a] < groups_.of[b];
      return stands_above(a, b);
    });
  }

  /// `number_of(above, below, all)` for every member: how many of its group stand above it, how many below.
  template <class NumberOf>
  [[nodiscard]] Column place_all(NumberOf number_of) const {
    Column places = Column::of(Kind::number, groups_.of.size());
    auto begin = order_.begin();
    while (begin != order_.end()) {
      const std::uint32_t group = groups_.of[*begin];
      const auto end = std::find_if(begin, order_.end(), [&](std::uint32_t row) { return groups_.of[row] != group; });
      for (auto first = begin; first != end;) {
        const auto behind = std::find_if(first, end, [&](std::uint32_t row) { return stands_above(*first, row); });
        const auto place = number_of(first - begin, end - behind, end - begin);
        for (; first != behind; ++first) places.set(*first, place);
      }
      begin = end;
    }
    for (std::size_t row = 0; row < groups_.of.size(); ++row) {
      if (groups_.of[row] == no_row || presence_[groups_.of[row]] == Presence::present) continue;
      places.set(row, {Kind::number, presence_[groups_.of[row]], 0});
    }
    return places;
  }

 private:
  [[nodiscard]] bool stands_above(std::uint32_t a, std::uint32_t b) const {
    for (const Column* value : compared_.values) {
      const auto order = compare_content(*value, a, *value, b);
      if (order != 0) return order > 0;
    }
    return false;
  }

  const Compared& compared_;
  const Groups& groups_;
  std::vector<Presence> presence_;  // per group: whether every member's values are there
  std::vector<std::uint32_t> order_;
};

/// What every subject gets in its group, however small that is.
Column within(const Instruction& instruction, const Compared& compared, const Groups& groups,
              const std::vector<Membership>& memberships) {
  if (instruction.operation == Operation::peers) return statistics(instruction, compared, groups, memberships);
  const Standings standings(compared, groups, memberships);
  if (instruction.operation == Operation::rank) {
    return standings.place_all(
        [](std::int64_t above, std::int64_t, std::int64_t) { return Value::of(Number(above + 1)); });
  }
  return standings.place_all([](std::int64_t, std::int64_t below, std::int64_t all) {
    return all == 1 ? Value::missing(Kind::number) : Value::of(Number::ratio(below, all - 1));
  });
}

/// Compares subjects in the groups that have most in common, and who is in one too small, in wider ones.
class Comparison {
 public:
  Comparison(const Instruction& instruction, const std::vector<const Column*>& operands,
             const std::vector<bool>& is_evaluated)
      : instruction_(instruction),
        spec_(std::get<PeersSpec>(instruction.payload)),
        compared_(operands, spec_),
        is_evaluated_(is_evaluated),
        is_open_(is_evaluated),
        memberships_(is_evaluated.size(), Membership::out) {
    for (std::size_t row = 0; row < is_evaluated.size(); ++row) {
      if (is_evaluated[row]) memberships_[row] = compared_.membership(row, spec_.skips_missing);
    }
    const std::vector<std::uint32_t> none(is_evaluated.size());
    result_ = {Column::of(instruction.kind, is_evaluated.size()), none, none};
  }

  PeerComparison compare() {
    for (std::uint32_t common_count = spec_.common_count + 1; common_count-- > 0;) {
      if (std::find(is_open_.begin(), is_open_.end(), true) == is_open_.end()) break;
      settle(common_count);
    }
    return std::move(result_);
  }

 private:
  /// Settles what can be settled by the groups that have the first so many things in common.
  void settle(std::uint32_t common_count) {
    const Groups groups = groups_by(compared_, common_count, memberships_, is_evaluated_);
    const Column values = within(instruction_, compared_, groups, memberships_);
    for (std::size_t row = 0; row < is_open_.size(); ++row) {
      if (!is_open_[row]) continue;
      const std::uint32_t group = groups.of[row];
      const Presence presence = group == no_row    ? compared_.common_presence(row, common_count)
                                : groups.has_stray ? Presence::withheld
                                                   : Presence::present;
      if (presence == Presence::present && groups.size[group] < spec_.smallest_group) continue;
      is_open_[row] = false;
      result_.value.presence[row] = presence;
      if (presence != Presence::present) continue;
      copy_value(result_.value, row, values, row);
      result_.size[row] = groups.size[group];
      result_.common_count[row] = common_count;
    }
  }

  const Instruction& instruction_;
  const PeersSpec& spec_;
  Compared compared_;
  const std::vector<bool>& is_evaluated_;
  std::vector<bool> is_open_;  // per subject: not settled yet
  std::vector<Membership> memberships_;
  PeerComparison result_;
};

}  // namespace

PeerComparison compare_with_peers(const Instruction& instruction, const std::vector<const Column*>& operands,
                                  const std::vector<bool>& is_evaluated) {
  return Comparison(instruction, operands, is_evaluated).compare();
}

Column kernels::peers(const Call& call) {
  return compare_with_peers(call.instruction, call.operands, call.loads.is_evaluated).value;
}

Column kernels::rank(const Call& call) {
  return compare_with_peers(call.instruction, call.operands, call.loads.is_evaluated).value;
}

Column kernels::percentile_rank(const Call& call) {
  return compare_with_peers(call.instruction, call.operands, call.loads.is_evaluated).value;
}

}  // namespace nilai::engine
