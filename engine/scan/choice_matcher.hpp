#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// Finds which value of a choice a text in the data means.
///
/// A name or a label as written comes first, but for letter case (`A+` is not `A`); then case, blanks, `_` and all
/// ASCII punctuation are passed over: `KAB. LEBAK` is `kab_lebak`. What could mean two values so means none.
class ChoiceMatcher {
 public:
  explicit ChoiceMatcher(const ChoicePlan& choice);

  /// The index of the value, or empty. Not for two threads at once: it has working storage.
  [[nodiscard]] std::optional<std::int32_t> find(std::string_view text);

 private:
  void add(const std::string& written, std::int32_t index);

  std::unordered_map<std::string, std::int32_t> as_written_;  // in small letters
  std::unordered_map<std::string, std::int32_t> loosely_;
  std::string key_;
};

}  // namespace nilai::engine
