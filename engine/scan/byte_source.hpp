#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

namespace nilai::engine {

/// Bytes from somewhere that the application opened: a file, a pipe, a text in a test.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills at most `capacity` bytes of `buffer` and returns how many; 0 at the end; empty when reading failed.
  virtual std::optional<std::size_t> read(char* buffer, std::size_t capacity) = 0;
};

/// Opens the source anew, from its first byte; null when it cannot be opened.
using OpenSource = std::function<std::unique_ptr<ByteSource>()>;

}  // namespace nilai::engine
