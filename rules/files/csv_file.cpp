#include "rules/files/csv_file.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/scan/cell_text.hpp"
#include "engine/scan/csv_reader.hpp"
#include "grammar/native/screen.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;
using text::Span;

/// A text in memory, as the reader of records takes it.
class TextBytes : public engine::ByteSource {
 public:
  explicit TextBytes(std::string_view text) : rest_(text) {}

  std::optional<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t count = std::min(capacity, rest_.size());
    std::copy_n(rest_.data(), count, buffer);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

/// Finds the places of what the reader of records gives, record by record.
class Places {
 public:
  explicit Places(const text::Source::File& file) : file_(file) {}

  FileRow row(const engine::CsvRecord& record) {
    const std::size_t begin = std::min(file_.text.find(record.text, at_), file_.text.size());
    at_ = begin + record.text.size();
    FileRow row;
    row.span = span(begin, record.text.size());
    std::size_t after = 0;  // of the record: what lies behind the field before
    for (const std::string_view field : record.fields) row.cells.push_back(cell(record, field, begin, after));
    return row;
  }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t length) const {
    const auto from = file_.begin + static_cast<std::uint32_t>(begin);
    return {from, from + static_cast<std::uint32_t>(length)};
  }

  [[nodiscard]] grammar::Cell cell(const engine::CsvRecord& record, std::string_view field, std::size_t begin,
                                   std::size_t& after) const {
    const std::string_view text = engine::trim(field);
    const std::less<> is_before;
    const char* first = record.text.data();
    if (!is_before(text.data(), first) && !is_before(first + record.text.size(), text.data())) {
      const auto offset = static_cast<std::size_t>(text.data() - first);
      after = offset + text.size();
      return {std::string(text), span(begin + offset, text.size()), true};
    }
    // Quotes within it were undone, so that its text stands elsewhere.
    const std::size_t opening = std::min(record.text.find('"', after + 1), record.text.size());
    std::size_t closing = opening + 1;
    while (closing < record.text.size() && (record.text[closing] != '"' || record.text.substr(closing, 2) == "\"\"")) {
      closing += record.text[closing] == '"' ? 2 : 1;
    }
    closing = std::min(closing, record.text.size());
    after = closing;
    return {std::string(text), span(begin + opening, closing + 1 - opening), false};
  }

  const text::Source::File& file_;
  std::size_t at_ = 0;
};

bool is_text(const text::Source::File& file, text::Diagnostics& diagnostics) {
  text::Diagnostics found;
  const bool is_readable =
      grammar::native::is_readable(text::Source(file.name, file.text), text::Source::max_bytes, found);
  diagnostics.add_all(std::move(found), file.begin);
  return is_readable;
}

std::string reason(engine::RefusalKind fault) {
  return text::translated(fault == engine::RefusalKind::unclosed_quote ? Phrase::quote_not_closed
                                                                       : Phrase::text_behind_quote);
}

}  // namespace

std::vector<FileRow> read_csv_file(const text::Source::File& file, text::Diagnostics& diagnostics) {
  if (!is_text(file, diagnostics)) return {};
  engine::CsvReader reader(std::make_unique<TextBytes>(file.text), '\0', engine::Encoding::utf8);
  Places places(file);
  std::vector<FileRow> rows;
  bool is_sound = true;
  while (const engine::CsvRecord* record = reader.next()) {
    FileRow row = places.row(*record);
    const std::size_t wanted = rows.empty() ? record->fields.size() : rows.front().cells.size();
    if (record->fault || record->fields.size() != wanted) {
      const std::string counts = std::to_string(record->fields.size()) + " ≠ " + std::to_string(wanted);
      const std::string why = record->fault ? reason(*record->fault) : text::translated(Phrase::cells_counted, counts);
      diagnostics.add(Code::row_not_readable, row.span, {why});
      is_sound = false;
    }
    if (rows.size() > max_file_rows) {
      diagnostics.add(Code::too_many_file_rows, row.span, {std::to_string(max_file_rows)});
      return {};
    }
    rows.push_back(std::move(row));
  }
  if (rows.size() < 2) {
    const Span begin{file.begin, file.begin};
    diagnostics.add(Code::empty_file, begin).notes.push_back({Phrase::headers_and_rows, {}});
    return {};
  }
  return is_sound ? rows : std::vector<FileRow>();
}

}  // namespace nilai::rules
