// Parts of a score: points (missing where a part was not assessed) with their weights. A part whose points could not
// be read is neither assessed nor left out: whatever rests on the parts is withheld then.
#include <optional>

#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {
namespace {

/// Number of the parts, `width` operands each.
std::size_t part_count(const Call& call, std::size_t width) {
  return call.size() / width;
}

bool is_assessed(const Call& call, std::size_t part, std::size_t row) {
  return call[2 * part].is_present(row);
}

/// The sum of the weights of assessed parts; empty where one of those is missing.
std::optional<Number> assessed_weights(const Call& call, std::size_t row) {
  Number sum;
  for (std::size_t part = 0; part < part_count(call, 2); ++part) {
    if (!is_assessed(call, part, row)) continue;
    if (!call[2 * part + 1].is_present(row)) return std::nullopt;
    sum += call[2 * part + 1].number(row);
  }
  return sum;
}

/// A number row by row, missing where `compute` gives none; withheld where any operand is.
template <class Compute>
Column unless_withheld(const Call& call, Compute compute) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    if (call.joint_presence(row) == Presence::withheld) {
      result.presence[row] = Presence::withheld;
    } else if (std::optional<Number> number = compute(row)) {
      result.presence[row] = Presence::present;
      result.numbers[row] = *std::move(number);
    }
  }
  return result;
}

std::optional<Number> average_of(const Call& call, std::size_t row) {
  const auto weights = assessed_weights(call, row);
  if (!weights || weights->is_zero()) return std::nullopt;
  Number sum;
  for (std::size_t part = 0; part < part_count(call, 2); ++part) {
    if (is_assessed(call, part, row)) sum += call[2 * part].number(row) * call[2 * part + 1].number(row);
  }
  return sum / *weights;
}

std::optional<Number> sum_of(const Call& call, std::size_t row) {
  std::optional<Number> sum;
  for (std::size_t part = 0; part < part_count(call, 2); ++part) {
    if (is_assessed(call, part, row)) sum = sum.value_or(0) + call[2 * part].number(row);
  }
  return sum;
}

/// Never missing, so a weight that is missing weighs nothing here.
Number assessed_share(const Call& call, std::size_t row) {
  Number assessed;
  Number all;
  for (std::size_t part = 0; part < part_count(call, 2); ++part) {
    if (!call[2 * part + 1].is_present(row)) continue;
    const Number& weight = call[2 * part + 1].number(row);
    all += weight;
    if (is_assessed(call, part, row)) assessed += weight;
  }
  return all.is_zero() ? Number() : assessed / all;
}

/// What the weights of one row's parts come to once they are handed on. Their sum stays what it was.
class HandedWeights {
 public:
  HandedWeights(const Call& call, const std::vector<HandedOn>& handed_on, std::size_t row)
      : call_(call), handed_on_(handed_on), row_(row), is_on_the_way_(part_count(call, 2)) {}

  std::optional<Number> of(std::size_t asked) {
    Number sum;
    for (std::size_t part = 0; part < is_on_the_way_.size(); ++part) {
      if (!call_[2 * part + 1].is_present(row_)) {
        if (part == asked) return std::nullopt;
        continue;
      }
      sum += arriving_at(asked, part, call_[2 * part + 1].number(row_));
    }
    return sum;
  }

 private:
  /// How much of `weight`, which is at `part`, comes to rest at `asked`.
  Number arriving_at(std::size_t asked, std::size_t part, const Number& weight) {
    if (is_assessed(call_, part, row_)) return part == asked ? weight : Number();
    Number arriving, rest = weight;
    is_on_the_way_[part] = true;
    for (const HandedOn& handed : handed_on_) {
      if (handed.from != part || is_on_the_way_[handed.to]) continue;
      const Number handed_weight = weight * handed.share;
      rest -= handed_weight;
      arriving += arriving_at(asked, handed.to, handed_weight);
    }
    is_on_the_way_[part] = false;
    return part == asked ? arriving + rest : arriving;
  }

  const Call& call_;
  const std::vector<HandedOn>& handed_on_;
  std::size_t row_;
  std::vector<bool> is_on_the_way_;
};

/// Index of the assessed part that lost most.
std::optional<std::size_t> weakest_of(const Call& call, std::size_t row) {
  std::optional<std::size_t> weakest;
  Number most_lost;
  for (std::size_t part = 0; part < part_count(call, 3); ++part) {
    const Column& points = call[3 * part];
    const Column& weight = call[3 * part + 1];
    const Column& most_points = call[3 * part + 2];
    if (!points.is_present(row) || !weight.is_present(row) || !most_points.is_present(row)) continue;
    Number lost = weight.number(row) * (most_points.number(row) - points.number(row));
    if (weakest && lost <= most_lost) continue;
    weakest = part;
    most_lost = std::move(lost);
  }
  return weakest;
}

}  // namespace

Column weighted_average(const Call& call) {
  return unless_withheld(call, [&call](std::size_t row) { return average_of(call, row); });
}

Column sum_of_points(const Call& call) {
  return unless_withheld(call, [&call](std::size_t row) { return sum_of(call, row); });
}

Column assessed_weight(const Call& call) {
  return unless_withheld(call, [&call](std::size_t row) { return std::optional(assessed_share(call, row)); });
}

Column weight_sum(const Call& call) {
  return unless_withheld(call, [&call](std::size_t row) { return assessed_weights(call, row); });
}

Column part_weight(const Call& call) {
  return unless_withheld(call, [&call](std::size_t row) -> std::optional<Number> {
    const Column& sum = call[2];
    if (!is_assessed(call, 0, row) || !sum.is_present(row) || sum.number(row).is_zero()) return std::nullopt;
    return call[1].number(row) / sum.number(row);
  });
}

Column counted_weight(const Call& call) {
  const auto& spec = std::get<CountedWeightSpec>(call.instruction.payload);
  return unless_withheld(call, [&](std::size_t row) -> std::optional<Number> {
    HandedWeights weights(call, spec.handed_on, row);
    return weights.of(spec.part);
  });
}

Column weakest_part(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    if (call.joint_presence(row) == Presence::withheld) {
      result.presence[row] = Presence::withheld;
    } else if (const auto part = weakest_of(call, row)) {
      result.presence[row] = Presence::present;
      result.codes[row] = static_cast<std::int32_t>(*part);
    }
  }
  return result;
}

}  // namespace nilai::engine::kernels
