#include "app/io/glob.hpp"

#include <glob.h>

#include <algorithm>

namespace nilai::app {

namespace {

/// `text` as a pattern that fits it alone.
std::string literal(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (std::string_view("*?[]\\").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

/// `pattern` with only `*` and `?` special: brackets and backslashes are letters of names.
std::string stars_only(const std::string& pattern) {
  std::string stars;
  for (const char c : pattern) {
    if (std::string_view("[]\\").find(c) != std::string_view::npos) stars += '\\';
    stars += c;
  }
  return stars;
}

}  // namespace

std::vector<std::filesystem::path> files_that_fit(const std::filesystem::path& folder, const std::string& pattern) {
  const bool is_absolute = std::filesystem::path(pattern).is_absolute();
  const std::string whole = is_absolute ? stars_only(pattern) : literal((folder / "").string()) + stars_only(pattern);
  std::vector<std::filesystem::path> found;
  glob_t result{};
  if (glob(whole.c_str(), GLOB_NOSORT, nullptr, &result) == 0) {
    for (std::size_t i = 0; i < result.gl_pathc; ++i) found.emplace_back(result.gl_pathv[i]);
  }
  globfree(&result);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  return found;
}

}  // namespace nilai::app
