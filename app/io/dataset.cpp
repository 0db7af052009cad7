#include "app/io/dataset.hpp"

#include "app/io/bind_tables.hpp"
#include "app/io/holidays.hpp"
#include "app/io/sha256.hpp"

namespace nilai::app {

namespace fs = std::filesystem;

namespace {

/// Far more than any dataset file: what is larger is some other file, given by mistake.
constexpr std::size_t max_description_bytes = 1u << 20;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Without any, every weekday would silently be a working day.
void warn_of_holidays(const Dataset& dataset, const rules::Compiled& compiled, text::Span place,
                      text::Diagnostics& diagnostics) {
  if (dataset.holiday_files.empty() && counts_working_days(compiled.plan)) {
    auto& diagnostic = diagnostics.add(text::Code::dataset_without_holidays, place);
    diagnostic.fixes.push_back({{text::Phrase::add_holidays, {}}, std::nullopt, ""});
  }
}

OpenedDataset open_folder(const fs::path& folder, const rules::Compiled& compiled) {
  OpenedDataset opened{text::Source(folder.string(), ""), {}, std::nullopt};
  Dataset dataset;
  bind_folder(folder, compiled, dataset, opened.diagnostics);
  warn_of_holidays(dataset, compiled, {}, opened.diagnostics);
  if (!opened.diagnostics.has_errors()) opened.dataset = std::move(dataset);
  return opened;
}

}  // namespace

OpenedDataset open_dataset(const fs::path& path, const rules::Compiled& compiled) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return open_folder(path, compiled);

  std::string reason;
  auto text = read_whole(path, max_description_bytes, reason);
  if (text && text->size() > max_description_bytes) {
    reason = text::translated(text::Phrase::larger_than, std::to_string(max_description_bytes >> 20));
    text.reset();
  }
  if (!text) {
    OpenedDataset opened{text::Source(path.string(), ""), {}, std::nullopt};
    opened.diagnostics.add(text::Code::dataset_cannot_open, {}, {path.string(), reason});
    return opened;
  }
  Dataset dataset;
  dataset.sha256 = sha256_of(*text);
  if (text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());

  OpenedDataset opened{text::Source(path.string(), std::move(*text)), {}, std::nullopt};
  const DatasetDescription description = read_dataset_yaml(opened.source, opened.diagnostics);
  dataset.name = description.name ? description.name->text : path.stem().string();
  if (!opened.diagnostics.has_errors()) {
    bind_description(description, path.parent_path(), compiled, dataset, opened.diagnostics);
    if (description.holidays.empty()) {
      warn_of_holidays(dataset, compiled, description.tables_span, opened.diagnostics);
    }
  }
  opened.diagnostics.sort();
  if (!opened.diagnostics.has_errors()) opened.dataset = std::move(dataset);
  return opened;
}

}  // namespace nilai::app
