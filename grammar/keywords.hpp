#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace nilai::grammar {

/// A word, or a few, that the language gives a meaning.
enum class Keyword : std::uint8_t {
#define NILAI_KEYWORD(name, standing, english) name,
#include "grammar/keywords.def"
#undef NILAI_KEYWORD
};

/// How a keyword is spelt: words parted by one space; several spellings parted by `|`, the written one first.
std::string_view spellings(Keyword keyword);

/// The spelling that is written: `days`, `belongs to`.
std::string_view written(Keyword keyword);

/// The first word of what is written: `belongs`.
std::string_view first_word(Keyword keyword);

/// Every keyword, in the order of the table.
std::span<const Keyword> all_keywords();

/// The word is reserved: as a name it needs backticks.
bool is_reserved(std::string_view word);

}  // namespace nilai::grammar
