#pragma once

#include <string>
#include <string_view>

#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// The help of a command, on one screen; of the program as a whole for an empty name.
std::string_view help_text(std::string_view command, text::Language language);

}  // namespace nilai::app
