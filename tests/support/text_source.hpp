#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "engine/scan/byte_source.hpp"

namespace nilai::tests {

/// A text as a file: gives at most `portion` bytes a read, and fails after `fails_after` bytes when that is set.
class TextSource : public engine::ByteSource {
 public:
  explicit TextSource(std::string text, std::size_t portion = std::string::npos,
                      std::optional<std::size_t> fails_after = std::nullopt)
      : text_(std::move(text)), portion_(portion), fails_after_(fails_after) {}

  std::optional<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (fails_after_ && at_ >= *fails_after_) return std::nullopt;
    const std::size_t count = std::min({capacity, portion_, text_.size() - at_});
    std::copy_n(text_.data() + at_, count, buffer);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t portion_;
  std::optional<std::size_t> fails_after_;
  std::size_t at_ = 0;
};

/// Opens `text` each time anew.
inline engine::OpenSource open_text(std::string text) {
  return [text = std::move(text)] { return std::make_unique<TextSource>(text); };
}

}  // namespace nilai::tests
