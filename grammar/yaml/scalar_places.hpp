#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/text/source_map.hpp"

namespace nilai::grammar::yaml {

/// How a scalar stands in the file.
struct ScalarPlace {
  text::Span span;           ///< quotes included
  std::uint32_t text_end{};  ///< behind its last character, before a closing quote
};

/// Adds to `places` where each character of a scalar stands: it begins at `at` of `file` (at its quote, or the `|` or
/// `>` of a block), and `value` is what YAML makes of it. Escapes, doubled quotes, folded lines and the indentation of
/// blocks are seen through; every character that is no blank is placed exactly.
ScalarPlace place_scalar(std::string_view file, std::uint32_t at, std::string_view value, text::SourceMap& places);

}  // namespace nilai::grammar::yaml
