#include <algorithm>

#include "app/io/bind_tables.hpp"
#include "app/io/file_input.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace fs = std::filesystem;

namespace {

using text::Code;
using text::Phrase;

std::string small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// Whether a file of this name, without `.csv` and in small letters, is the table's.
bool fits(const std::string& stem, const std::string& table) {
  return stem == table || (stem.starts_with(table) && stem[table.size()] == '-');
}

std::vector<std::string> csv_names(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path name = entry->path().filename();
    if (small_letters(name.extension().string()) == ".csv") names.push_back(name.string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string stem_of(const std::string& name) {
  return small_letters(fs::path(name).stem().string());
}

/// The names of all tables of the rulebook, also those that the plan does not read: their files are not another's.
std::vector<std::string> table_names(const rules::Model& model) {
  std::vector<std::string> names;
  for (const rules::Table& table : model.tables) names.push_back(small_letters(table.name));
  return names;
}

/// The table that a file belongs to: the longest name that fits.
std::string owner_of(const std::string& name, const std::vector<std::string>& tables) {
  std::string owner;
  for (const std::string& table : tables) {
    if (fits(stem_of(name), table) && table.size() > owner.size()) owner = table;
  }
  return owner;
}

void report_no_file(const std::string& table, const std::vector<std::string>& names, text::Diagnostics& diagnostics) {
  auto& diagnostic = diagnostics.add(Code::dataset_no_file, {}, {table});
  std::vector<std::string> stems;
  stems.reserve(names.size());
  for (const std::string& name : names) stems.push_back(stem_of(name));
  if (const auto near = text::nearest(small_letters(table), stems)) {
    const auto at = std::find(stems.begin(), stems.end(), *near) - stems.begin();
    diagnostic.notes.push_back({Phrase::other_file_near, {names[static_cast<std::size_t>(at)]}});
  }
  diagnostic.fixes.push_back({{Phrase::add_table_csv, {table}}, std::nullopt, ""});
}

}  // namespace

void bind_folder(const fs::path& folder, const rules::Compiled& compiled, Dataset& dataset,
                 text::Diagnostics& diagnostics) {
  const std::vector<std::string> names = csv_names(folder);
  const std::vector<std::string> tables = table_names(compiled.model);
  for (const engine::TablePlan& table : compiled.plan.tables) {
    auto& files = dataset.files.emplace_back();
    auto& inputs = dataset.inputs.emplace_back();
    for (const std::string& name : names) {
      if (owner_of(name, tables) != small_letters(table.name)) continue;
      files.push_back(std::make_shared<InputFile>(name, folder / name));
      inputs.push_back(file_input(files.back(), table));
    }
    if (files.empty()) report_no_file(table.name, names, diagnostics);
  }
}

}  // namespace nilai::app
