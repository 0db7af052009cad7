#include "csv_file.hpp"

namespace jamsosratu {

// Binary, because the bytes are to be the same on every platform.
CsvFile::CsvFile(const std::filesystem::path& path, std::initializer_list<std::string_view> header)
    : stream_(path, std::ios::binary | std::ios::trunc) {
  row(header);
}

void CsvFile::row(std::initializer_list<std::string_view> cells) {
  line_.clear();
  for (const auto cell : cells) {
    line_ += cell;
    line_ += ',';
  }
  line_.back() = '\n';
  stream_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
}

bool CsvFile::finish() {
  stream_.close();
  return stream_.good();
}

}  // namespace jamsosratu
