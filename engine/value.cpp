#include "engine/value.hpp"

namespace nilai::engine {

bool operator==(const Value& a, const Value& b) {
  if (a.kind != b.kind || a.presence != b.presence) return false;
  return !a.is_present() || a.content == b.content;
}

}  // namespace nilai::engine
