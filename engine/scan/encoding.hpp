#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nilai::engine {

enum class Encoding : std::uint8_t { utf8, windows_1252 };

[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Whether `bytes` are well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Whether `bytes`, written in `encoding`, are UTF-8 as they stand.
[[nodiscard]] bool is_sound_text(std::string_view bytes, Encoding encoding);

/// Appends `bytes`, written in `encoding`, to `text` in UTF-8; a byte that the encoding does not have becomes U+FFFD.
/// Returns whether there was none. At most three bytes are appended for each of `bytes`.
bool append_utf8(std::string_view bytes, Encoding encoding, std::string& text);

}  // namespace nilai::engine
