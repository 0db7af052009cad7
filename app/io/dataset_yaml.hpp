#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

/// A text of a dataset file and where it stands.
struct Spanned {
  std::string text;
  text::Span span;
};

/// How values are written: what a source says, and where it says nothing, what the dataset says.
struct FormatDescription {
  std::optional<Spanned> locale, dates, delimiter, encoding;
  std::optional<std::vector<Spanned>> nulls;
};

/// `district: [Kab/Kota, Kabupaten]`
struct ColumnDescription {
  Spanned column;
  std::vector<Spanned> headers;
};

/// `district: {"KAB. LEBAK": kab_lebak}`: text found and text meant.
struct ValuesDescription {
  Spanned column;
  std::vector<std::pair<Spanned, Spanned>> pairs;
};

/// One source of a table: the files that have the same columns.
struct SourceDescription {
  std::vector<Spanned> files;     ///< names, or patterns with `*` and `?`
  std::optional<Spanned> period;  ///< of all rows
  FormatDescription format;
  std::vector<ColumnDescription> columns;
  std::vector<ValuesDescription> values;
};

struct TableDescription {
  Spanned name;
  std::vector<SourceDescription> sources;
};

/// A dataset file as it is written, nothing looked up yet.
struct DatasetDescription {
  std::optional<Spanned> name;
  FormatDescription format;
  std::vector<Spanned> holidays;  ///< files, as of a source
  std::vector<TableDescription> tables;
  text::Span tables_span;  ///< of the key `tables`; of the beginning where there is none
};

/// Reads a dataset file. Every mistake of it is reported; what could be read is returned all the same.
DatasetDescription read_dataset_yaml(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace nilai::app
