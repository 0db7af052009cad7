#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/source.hpp"

namespace nilai::grammar {

struct Comment {
  std::string text;            ///< from `#` to the end of its line, trailing blanks left out
  std::uint32_t begin = 0;     ///< where its `#` stands
  bool is_own_line = false;    ///< only blanks stand before it
  bool blank_follows = false;  ///< the next line is blank
  std::string before;          ///< in YAML the beginning of what stands next, as `beginning_of_yaml` has it
};

/// How a line of YAML begins, blanks aside: `-` for an item of a list, else its key and colon, else all of it.
std::string_view beginning_of_yaml(std::string_view line);

/// The comments of a text in native form, in their order.
std::vector<Comment> comments_of_native(std::string_view text);

/// The comments of a text in YAML form. Requires: it is a YAML document.
std::vector<Comment> comments_of_yaml(const text::Source& source);

}  // namespace nilai::grammar
