#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace nilai::app {

/// What a file is that was given where plain text of another sort is wanted.
enum class Mistaken : std::uint8_t {
  nothing,  ///< it may well be what is wanted
  office,   ///< of Word or Excel, by its first bytes
  utf16,    ///< text in two bytes a letter, as Excel saves "Unicode text"
  table     ///< a table of records, by its name
};

/// Looks at the name and at how the content begins.
Mistaken mistaken(const std::filesystem::path& path, std::string_view begin);

}  // namespace nilai::app
