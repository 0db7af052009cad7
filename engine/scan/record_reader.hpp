#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scan/encoding.hpp"
#include "engine/scan/record_splitter.hpp"
#include "engine/scan/refusal.hpp"

namespace nilai::engine {

/// A record is no longer than this, its line end included.
inline constexpr std::size_t max_record_bytes = 16u << 20;

/// One record of a delimited file. The views live until the next call of `RecordReader::next`.
struct CsvRecord {
  std::uint64_t row = 0;                 ///< counted from 1; a quoted newline does not count
  std::vector<std::string_view> fields;  ///< unquoted, in UTF-8
  std::vector<bool> was_quoted;          ///< per field: `""` is an empty text, but a blank cell all the same
  std::string_view text;                 ///< the record as written, in UTF-8, without its line end
  std::optional<RefusalKind> fault;      ///< unclosed_quote, stray_quote, wrong_encoding: the record is unusable
};

/// How a file is written, as far as its records go.
struct Dialect {
  char delimiter = ',';
  Encoding encoding = Encoding::utf8;
};

/// Reads the records of a stretch of bytes that begins and ends where records do, one at a time: the careful way.
class RecordReader {
 public:
  explicit RecordReader(Dialect dialect) : dialect_(dialect) {}

  /// The bytes to read next, in place of those before; rows go on counting. Requires: they outlive the reading.
  void start(std::string_view bytes);

  /// The next record; blank lines are passed over. Null at the end of the bytes or after a fault.
  const CsvRecord* next();

  [[nodiscard]] std::string_view rest() const { return bytes_; }                  ///< what comes after it
  [[nodiscard]] std::uint64_t row_count() const { return record_.row; }           ///< records so far
  [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }  ///< `record_too_long`

 private:
  bool find_record();
  [[nodiscard]] bool is_blank_line() const;
  void build_record();
  std::string_view converted(std::string_view bytes, bool is_sound, bool has_doubled_quotes);

  Dialect dialect_;
  std::string_view bytes_;    // after the record at hand
  std::string_view written_;  // the record at hand, or a blank line
  RecordSplitter splitter_;
  CsvRecord record_;
  std::string scratch_;  // what had to be unquoted or converted; the record's views point into it or into the bytes
  std::optional<FileFault> fault_;
};

}  // namespace nilai::engine
