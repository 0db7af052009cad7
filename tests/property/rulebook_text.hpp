#pragma once

#include <cstdint>
#include <string>

namespace nilai::tests {

/// A rulebook in native form with English keywords that `seed` makes up: every construct of the grammar, of some
/// `size`, laid out anyhow, with comments. It can be read; whether it means anything is another matter.
std::string made_up_rulebook(std::uint64_t seed, int size);

}  // namespace nilai::tests
