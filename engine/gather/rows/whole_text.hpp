#pragma once

#include <cstdint>
#include <string_view>

namespace nilai::engine {

inline constexpr std::uint64_t not_whole = 0xFFFFFFFFFFFFFFFF;

/// What `text` says, where it is a whole number as one writes it: at most 18 digits, without sign, leading zeros or
/// anything else; `not_whole` where it is not. Two texts never say the same.
[[nodiscard]] std::uint64_t whole_number(std::string_view text);

}  // namespace nilai::engine
