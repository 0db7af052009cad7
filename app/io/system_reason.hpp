#pragma once

#include <string>

namespace nilai::app {

/// Why the system refused, by its number of the error (`errno`), as the argument of a diagnostic: the usual reasons are
/// said in its language, any other one as the system says it.
std::string system_reason(int error_number);

}  // namespace nilai::app
