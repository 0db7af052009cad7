#pragma once

#include <optional>
#include <vector>

#include "grammar/read_cells.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::rules {

/// A row of a file, and where it stands in the source.
struct FileRow {
  std::vector<grammar::Cell> cells;  ///< their texts may be empty
  text::Span span;
};

/// So many rows a file beside a rulebook may have; larger ones are records, and belong into a dataset.
inline constexpr std::size_t max_file_rows = 20'000;

/// The rows of a CSV file, the headers first; each has as many cells as they. Empty where the file has a mistake, which
/// is reported at its place (1001, 1002, 1005, 2513, 2515).
std::vector<FileRow> read_csv_file(const text::Source::File& file, text::Diagnostics& diagnostics);

}  // namespace nilai::rules
