#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nilai::engine {

/// The delimiters and newlines of some bytes that lie outside quotes, found many bytes at a time.
struct Separators {
  std::vector<std::uint32_t> places;  ///< rising; only the first `count` mean anything, the rest is room for others
  std::size_t count = 0;
  std::size_t newline_count = 0;
  bool is_ascii = true;

  /// Quotes stand around whole fields alone and every one is closed; outside them a carriage return stands before a
  /// newline alone. What is not so is for the careful way.
  bool is_plain = true;
};

/// Fills `found`, whose storage is reused.
///
/// Requires: `bytes` begin outside quotes, at a record, and are less than 4 GiB; `delimiter` is no quote and no line
/// end. A delimiter among quotes that are not plain may be missed.
void find_separators(std::string_view bytes, char delimiter, Separators& found);

}  // namespace nilai::engine
