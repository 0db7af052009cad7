#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/scan/byte_source.hpp"
#include "engine/scan/refusal.hpp"

namespace nilai::engine {

enum class Encoding : std::uint8_t { utf8, windows_1252 };

/// One record of a delimited file. The views live until the next call of `CsvReader::next`.
struct CsvRecord {
  std::uint64_t row = 0;                 ///< 1 for the header line; a quoted newline does not count
  std::vector<std::string_view> fields;  ///< unquoted, in UTF-8
  std::vector<bool> was_quoted;          ///< per field: `""` is an empty text, but a blank cell all the same
  std::string_view text;                 ///< the record as written, in UTF-8, without its line end
  std::optional<RefusalKind> fault;      ///< unclosed_quote, stray_quote, wrong_encoding: the record is unusable
};

/// Reads records of RFC 4180, and what people really have: BOM, LF, CRLF or CR line ends, `;` or tab between the
/// fields, blank lines (passed over), a last line without an end, windows-1252.
///
/// Plain and correct; a faster reader may take its place behind the same calls.
class CsvReader {
 public:
  static constexpr std::size_t max_record_bytes = 16u << 20;

  /// `delimiter` 0: the one of `,` `;` tab that is most frequent outside quotes in the first record.
  CsvReader(std::unique_ptr<ByteSource> source, char delimiter, Encoding encoding);
  ~CsvReader();

  /// The next record, or null at the end or after a fault of the file.
  const CsvRecord* next();

  /// Set when the file cannot be read on: `cannot_read`, `record_too_long`.
  [[nodiscard]] const std::optional<FileFault>& fault() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nilai::engine
