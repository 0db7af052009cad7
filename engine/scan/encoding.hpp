#pragma once

#include <string>
#include <string_view>

#include "engine/scan/csv_reader.hpp"

namespace nilai::engine {

[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Whether `bytes` are well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Appends `bytes`, written in `encoding`, to `text` in UTF-8; a byte that the encoding does not have becomes U+FFFD.
/// Returns whether there was none. At most three bytes are appended for each of `bytes`.
bool append_utf8(std::string_view bytes, Encoding encoding, std::string& text);

}  // namespace nilai::engine
