#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scan/byte_source.hpp"
#include "engine/scan/record_reader.hpp"

namespace nilai::engine {

/// Bytes that begin and end where records do. The storage is kept from one use to the next.
class RecordBlock {
 public:
  [[nodiscard]] std::string_view bytes() const { return {storage_.data() + begin_, end_ - begin_}; }
  /// Leaves only the last `count` bytes. Requires: there are so many.
  void keep_last(std::size_t count) { begin_ = end_ - count; }

 private:
  friend class RecordBlocks;
  std::vector<char> storage_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// Cuts the bytes of a file into blocks of whole records, so that each can be read by itself, on any thread.
///
/// A block ends at a line end that is proven to lie outside quotes: without a quote in it any does, otherwise the
/// records are followed from its start. A record that is longer than a block makes the block as long.
class RecordBlocks {
 public:
  static constexpr std::size_t usual_bytes = 256u << 10;

  /// `delimiter` 0: the one of `,` `;` tab that is most frequent outside quotes in the first record. Blocks have about
  /// `block_bytes`, at least 1.
  RecordBlocks(std::unique_ptr<ByteSource> source, char delimiter, Encoding encoding,
               std::size_t block_bytes = usual_bytes);

  /// The next records into `block`; false at the end, or when reading failed.
  bool next(RecordBlock& block);

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] Dialect dialect() const { return dialect_; }  ///< known after the first block

 private:
  void begin(RecordBlock& block);
  bool fill(RecordBlock& block);
  char detect_delimiter(RecordBlock& block);
  [[nodiscard]] std::size_t length_of_records(std::string_view bytes);

  std::unique_ptr<ByteSource> source_;
  Dialect dialect_;
  std::size_t block_bytes_;
  RecordSplitter splitter_;
  std::string rest_;  // the beginning of a record whose end is yet to be read
  bool has_begun_ = false;
  bool is_at_end_ = false;
  bool failed_ = false;
};

}  // namespace nilai::engine
