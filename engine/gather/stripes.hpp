#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace nilai::engine {

/// How the places of a table are divided into stripes of neighbours: several threads work on several of them at once,
/// and what belongs to one lies near in memory. What comes of places never depends on how they are divided.
class Stripes {
 public:
  explicit Stripes(std::size_t places) : places_(places) {
    while ((most << bits_) < places) ++bits_;
  }

  [[nodiscard]] std::size_t count() const { return places_ == 0 ? 0 : of(places_ - 1) + 1; }
  [[nodiscard]] std::size_t of(std::size_t place) const { return place >> bits_; }
  [[nodiscard]] std::size_t begin(std::size_t stripe) const { return stripe << bits_; }
  [[nodiscard]] std::size_t end(std::size_t stripe) const { return std::min(begin(stripe + 1), places_); }

 private:
  static constexpr std::size_t most = 64;  // many times the threads of a machine

  std::size_t places_;
  unsigned bits_ = 8;  // of the places of one stripe, but the last; with fewer it costs more than it gives
};

}  // namespace nilai::engine
