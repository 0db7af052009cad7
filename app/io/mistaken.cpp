#include "app/io/mistaken.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace nilai::app {

namespace {

bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> begins) {
  return std::any_of(begins.begin(), begins.end(), [text](std::string_view begin) { return text.starts_with(begin); });
}

bool is_named_csv(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension == ".csv";
}

}  // namespace

Mistaken mistaken(const std::filesystem::path& path, std::string_view begin) {
  // A ZIP archive, as .docx, .xlsx and .ods are; and what came before them.
  if (begins_with_one_of(begin, {"PK\x03\x04", "\xD0\xCF\x11\xE0"})) return Mistaken::office;
  if (begins_with_one_of(begin, {"\xFF\xFE", "\xFE\xFF"})) return Mistaken::utf16;
  return is_named_csv(path) ? Mistaken::table : Mistaken::nothing;
}

}  // namespace nilai::app
