#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace nilai::grammar {

/// A word, or a few, that the language gives a meaning.
enum class Keyword : std::uint8_t {
#define NILAI_KEYWORD(name, standing, english, indonesian) name,
#include "grammar/keywords.def"
#undef NILAI_KEYWORD
};

/// The languages that keywords are written in. A file keeps to one; which, its first keyword says.
enum class KeywordLanguage : std::uint8_t { english, indonesian };

/// How a keyword is spelt: words parted by one space; several spellings parted by `|`, the written one first.
std::string_view spellings(Keyword keyword, KeywordLanguage language);

/// The spelling that is written: `days`, `belongs to`.
std::string_view written(Keyword keyword, KeywordLanguage language);

/// The first word of what is written: `belongs`.
std::string_view first_word(Keyword keyword, KeywordLanguage language);

/// Every keyword of the native form, in the order of the table. The YAML form has the same, as keys and in values.
std::span<const Keyword> all_keywords();

/// The keys that only the YAML form has, behind them in the table.
std::span<const Keyword> keys_of_yaml_only();

/// The keyword is reserved: spelt so, a name needs backticks. One of several words is reserved as a whole; each of its
/// words is a free name.
bool is_reserved(Keyword keyword, KeywordLanguage language);

/// A reserved keyword is spelt so.
bool is_reserved(std::string_view words, KeywordLanguage language);

}  // namespace nilai::grammar
