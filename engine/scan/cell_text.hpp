#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nilai::engine {

/// What a blank is around a cell: space, tab and the ends of lines.
[[nodiscard]] bool is_blank(char c);

/// `text` without the blanks around it.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Whether the two are the same but for the case of ASCII letters.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// `text` in small letters into `lowered`, whose storage is reused: ASCII and the letters of Latin-1, in UTF-8.
void lower_case(std::string_view text, std::string& lowered);

/// At most the first `max_characters` of a text in UTF-8: enough to find the place, whatever the data hold.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t max_characters = 80);

}  // namespace nilai::engine
