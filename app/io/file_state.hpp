#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace nilai::app {

/// What the system says of a file without reading it. While it stays the same, so do the bytes; but for a change within
/// one tick of the clock that the times are taken from.
struct FileState {
  std::uint64_t device = 0, node = 0;
  std::uint64_t bytes = 0;
  std::int64_t modified = 0, changed = 0;  ///< in nanoseconds since 1970; `changed` cannot be set back by hand

  friend auto operator<=>(const FileState&, const FileState&) = default;
};

/// Empty where there is no such file, or what is there can be read but once: a pipe.
std::optional<FileState> state_of(const std::filesystem::path& path);

}  // namespace nilai::app
