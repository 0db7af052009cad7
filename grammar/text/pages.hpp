#pragma once

#include <optional>
#include <string_view>

#include "grammar/text/diagnostic.hpp"

namespace nilai::text {

/// A page about a problem, in one language.
struct PageWording {
  std::string_view title;
  std::string_view meaning;  ///< paragraphs, parted by empty lines; lines end where the page has them end
};

/// What is written wrong, or right.
struct PageExample {
  std::string_view kind;    ///< `nilai`, `csv`, `yaml` or `sh`
  std::string_view file;    ///< the name of the file it stands in; empty: a part of a rulebook, or a command
  std::string_view text;    ///< with its line ends
  bool is_escaped = false;  ///< `\xA0` in it stands for that byte
};

/// What a problem means in an author's words, with an example before it is mended and after.
struct Page {
  PageWording en, id;
  std::optional<PageExample> before, after;
};

/// The page of `code`: `pages/N2104.md`, which `pages/README.md` says how to write. Empty where there is none.
std::optional<Page> page(Code code);

}  // namespace nilai::text
