#pragma once

#include <cstdint>
#include <vector>

#include "grammar/text/source.hpp"

namespace nilai::text {

/// Where the bytes of a text that was taken out of a source stand in that source: the text is built from its begin to
/// its end, and each stretch of it says where it comes from.
class SourceMap {
 public:
  /// The next `length` bytes of the text stand in the source, as they are, from `place` on.
  void add_verbatim(std::uint32_t length, std::uint32_t place);

  /// The next `length` bytes are what `place` is written for: an escape, a line break that is folded.
  void add_written(std::uint32_t length, Span place);

  /// A stretch of the text as it stands in the source. An empty one stands where the byte behind it does.
  [[nodiscard]] Span span(Span of_text) const;

  /// The other way round: the stretch of the text whose bytes stand at `place`, whole or in part. Requires: the text
  /// was built in the order of the source.
  [[nodiscard]] Span text_at(Span place) const;

  [[nodiscard]] std::uint32_t size() const { return size_; }  ///< of the text

 private:
  struct Run {
    std::uint32_t begin;  ///< in the text
    Span place;           ///< in the source
    bool is_verbatim;
  };
  [[nodiscard]] const Run& run_at(std::uint32_t offset) const;

  std::vector<Run> runs_;
  std::uint32_t size_ = 0;
};

}  // namespace nilai::text
