#include "engine/gather/gathered.hpp"

#include <algorithm>

namespace nilai::engine {

std::vector<ColumnLoad> loads_above(const Program& program) {
  std::vector<ColumnLoad> loads;
  for (const Instruction& instruction : program.instructions) {
    const auto* load = std::get_if<ColumnLoad>(&instruction.payload);
    if (load != nullptr && !load->path.empty() && !index_of(loads, *load)) loads.push_back(*load);
  }
  return loads;
}

std::optional<std::size_t> index_of(const std::vector<ColumnLoad>& loads, const ColumnLoad& wanted) {
  const auto place = std::find(loads.begin(), loads.end(), wanted);
  if (place == loads.end()) return std::nullopt;
  return static_cast<std::size_t>(place - loads.begin());
}

}  // namespace nilai::engine
