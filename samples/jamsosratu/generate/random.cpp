#include "random.hpp"

namespace jamsosratu {
namespace {

constexpr std::uint64_t golden_gamma = 0x9e3779b97f4a7c15;

std::uint64_t mix(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

}  // namespace

// Mixed twice: neighbouring labels must not give one stream shifted by a draw.
Random Random::fork(std::uint64_t label) const {
  return Random(mix(mix(state_ + golden_gamma) ^ mix(label + 1)));
}

std::uint64_t Random::next() {
  state_ += golden_gamma;
  return mix(state_);
}

int Random::below(int count) {
  // The upper half scaled into the range: no division, and a bias of less than one in 2^32 / count.
  const std::uint64_t upper_half = next() >> 32;
  return static_cast<int>((upper_half * static_cast<std::uint64_t>(count)) >> 32);
}

int Random::between(int low, int high) {
  return low + below(high - low + 1);
}

bool Random::chance(int per_thousand) {
  return below(1000) < per_thousand;
}

}  // namespace jamsosratu
