#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// What commands and reports say that is no diagnostic; `words.def` has it in every language.
enum class Word : std::uint16_t {
#define NILAI_WORDS(name, en, id) name,
#include "app/words.def"
#undef NILAI_WORDS
};

/// The words in `language`, with `{0}`, `{1}`, … replaced by the arguments.
std::string say(Word word, text::Language language, const std::vector<std::string>& arguments = {});

/// A count with its thousands apart: `144,000`, in Indonesian `144.000`.
std::string count_text(std::uint64_t count, text::Language language);

}  // namespace nilai::app
