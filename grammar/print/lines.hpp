#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "grammar/print/comments.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar {

/// How wide a line of a rulebook should be, in columns.
constexpr std::size_t line_limit = 100;

/// A part of a rulebook that stands on a line of its own, or on several where it is long.
struct Line {
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  std::string text;                ///< empty: a blank line
  std::uint32_t anchor = nowhere;  ///< where its content stands in the text that was read
};

/// The lines as a file, with the comments of the text that was read:
///   - one that stood on lines of its own goes before the part that followed it, as deep as that part;
///   - one that stood at the end of a line goes to the end of the part that began before it. Where a part has several,
///     all go before it.
/// A blank line between a comment and what follows it is kept before a definition.
std::string with_comments(const std::vector<Line>& lines, const std::vector<Comment>& comments);

}  // namespace nilai::grammar
