#include "engine/scan/record_blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where the last line of bytes without quotes ends; 0 where none does. A line end in two bytes is not torn apart.
std::size_t length_of_lines(std::string_view bytes) {
  const std::size_t newline = bytes.rfind('\n');
  const std::size_t last = newline == bytes.npos ? bytes.rfind('\r') : newline;
  return last == bytes.npos ? 0 : last + 1;
}

}  // namespace

RecordBlocks::RecordBlocks(std::unique_ptr<ByteSource> source, char delimiter, Encoding encoding,
                           std::size_t block_bytes)
    : source_(std::move(source)), dialect_{delimiter, encoding}, block_bytes_(block_bytes) {}

bool RecordBlocks::next(RecordBlock& block) {
  block.begin_ = 0;
  block.end_ = rest_.size();
  if (block.storage_.size() < block_bytes_ + rest_.size()) block.storage_.resize(block_bytes_ + rest_.size());
  std::copy(rest_.begin(), rest_.end(), block.storage_.begin());
  rest_.clear();
  if (!std::exchange(has_begun_, true)) begin(block);

  while (!is_at_end_ && block.bytes().size() < block_bytes_) fill(block);
  std::size_t length = length_of_records(block.bytes());
  while (length == 0 && !is_at_end_ && block.bytes().size() <= max_record_bytes) {
    const std::size_t wanted = 2 * block.bytes().size();
    while (block.bytes().size() < wanted && fill(block)) {
    }
    length = length_of_records(block.bytes());
  }
  // What ends with the file is a record as well, unless the file could not be read to its end.
  const bool takes_all = (is_at_end_ && !failed_) || (length == 0 && !is_at_end_);
  if (takes_all) length = block.bytes().size();
  rest_.assign(block.bytes().substr(length));
  block.end_ = block.begin_ + length;
  return length > 0;
}

/// What stands before the first record, and how records are written.
void RecordBlocks::begin(RecordBlock& block) {
  while (block.bytes().size() < byte_order_mark.size() && fill(block)) {
  }
  if (block.bytes().starts_with(byte_order_mark)) {
    block.begin_ += byte_order_mark.size();
    dialect_.encoding = Encoding::utf8;  // a file that says what it is knows better than who described it
  }
  if (dialect_.delimiter == 0) dialect_.delimiter = detect_delimiter(block);
}

/// Adds what one read gives; false at the end of the source or when it failed.
bool RecordBlocks::fill(RecordBlock& block) {
  if (is_at_end_) return false;
  if (block.end_ == block.storage_.size()) block.storage_.resize(2 * block.storage_.size());
  const auto count = source_->read(block.storage_.data() + block.end_, block.storage_.size() - block.end_);
  failed_ = !count;
  is_at_end_ = count.value_or(0) == 0;
  block.end_ += count.value_or(0);
  return !is_at_end_;
}

/// The most frequent of `,` `;` tab outside quotes in the first line that is not blank; `,` when there is none.
char RecordBlocks::detect_delimiter(RecordBlock& block) {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, candidates.size()> counts{};
  bool is_quoted = false;
  bool is_blank_line = true;
  for (std::size_t at = 0; at < max_record_bytes; ++at) {
    if (at == block.bytes().size() && !fill(block)) break;
    const char byte = block.bytes()[at];
    if (byte == '"') is_quoted = !is_quoted;
    if (!is_quoted && ends_line(byte)) {
      if (!is_blank_line) break;
      counts.fill(0);
    }
    if (!is_blank(byte)) is_blank_line = false;
    const std::size_t candidate = candidates.find(byte);
    if (!is_quoted && candidate != candidates.npos) ++counts[candidate];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// How many of the bytes are records that have ended.
std::size_t RecordBlocks::length_of_records(std::string_view bytes) {
  if (bytes.find('"') == bytes.npos) return length_of_lines(bytes);
  std::size_t length = 0;
  for (;;) {
    splitter_.start(dialect_.delimiter);
    if (!splitter_.advance(bytes.substr(length))) return length;
    length += splitter_.cursor();
  }
}

}  // namespace nilai::engine
