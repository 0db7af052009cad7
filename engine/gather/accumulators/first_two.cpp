#include "engine/gather/accumulators/first_two.hpp"

#include "engine/kernels/content.hpp"

namespace nilai::engine {

void FirstTwo::restart(const TakenRow& row) {
  origins_[row.owner] = row.origin;
  copy_value(values_, row.owner, *row.value, row.row);
  seconds_.erase(row.owner);
}

void FirstTwo::add(const TakenRow& row) {
  const std::uint32_t owner = row.owner;
  const bool agrees = equal_rows_agree_ && same_value(values_, owner, *row.value, row.row);
  if (row.origin < origins_[owner]) {
    // The first until now stands before all others that differ from the new one, where it differs itself.
    if (!agrees) seconds_[owner] = {origins_[owner], values_.value(owner)};
    origins_[owner] = row.origin;
    copy_value(values_, owner, *row.value, row.row);
  } else if (!agrees) {
    const auto second = seconds_.find(owner);
    const bool is_nearer = second == seconds_.end() || row.origin < second->second.origin;
    if (is_nearer) seconds_[owner] = {row.origin, row.value->value(row.row)};
  }
}

std::vector<Clash> FirstTwo::clashes() const {
  std::vector<Clash> found;
  found.reserve(seconds_.size());
  for (const auto& [owner, second] : seconds_) {
    found.push_back({owner, {origins_[owner], values_.value(owner)}, second});
  }
  return found;
}

}  // namespace nilai::engine
