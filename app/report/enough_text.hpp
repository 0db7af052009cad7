#pragma once

#include <string>

#include "app/report/paint.hpp"
#include "rules/enough.hpp"

namespace nilai::app {

/// What would have been enough, as people read it under an explanation. Begins with an empty line.
std::string enough_text(const rules::Enough& enough, const Paint& paint, text::Language language);

}  // namespace nilai::app
