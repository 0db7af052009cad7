#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>

namespace jamsosratu {

/// One CSV file being written: UTF-8, commas, lines that end in LF. No cell of the sample needs quotes.
class CsvFile {
 public:
  CsvFile(const std::filesystem::path& path, std::initializer_list<std::string_view> header);

  /// Requires: at least one cell; no comma, quote or line break in any.
  void row(std::initializer_list<std::string_view> cells);

  /// Writes what is left. Errors: false where any of the file could not be written.
  [[nodiscard]] bool finish();

 private:
  std::ofstream stream_;
  std::string line_;
};

}  // namespace jamsosratu
