#pragma once

#include <iostream>

#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// The language of LC_ALL, LC_MESSAGES or LANG, the first of them that is set: Indonesian where it begins with `id`.
text::Language language_of_locale();

/// Where a command prints, and how. Results go to `out`, everything else to `err`.
struct Console {
  std::ostream& out = std::cout;
  std::ostream& err = std::cerr;
  bool has_colour = false;      ///< of `out`
  bool shows_progress = false;  ///< `err` is a terminal, where a line can be written over
  text::Language language = language_of_locale();

  /// The streams of this process: colour on a terminal unless NO_COLOR is set.
  static Console of_process();
};

}  // namespace nilai::app
