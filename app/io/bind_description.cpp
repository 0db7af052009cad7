#include <algorithm>

#include "app/io/bind_tables.hpp"
#include "app/io/file_input.hpp"
#include "app/io/glob.hpp"
#include "app/io/holidays.hpp"
#include "engine/scan/choice_matcher.hpp"
#include "engine/scan/date_pattern.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace fs = std::filesystem;

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;

/// Suffixes of files that interfaces.md names, but that this version cannot read yet.
constexpr std::string_view later_suffixes[] = {".xlsx", ".ods", ".gz", ".zst", ".db", ".sqlite"};

struct NamedEncoding {
  std::string_view name;
  engine::Encoding encoding;
};
constexpr NamedEncoding encodings[] = {{"utf-8", engine::Encoding::utf8},
                                       {"utf8", engine::Encoding::utf8},
                                       {"windows-1252", engine::Encoding::windows_1252},
                                       {"cp1252", engine::Encoding::windows_1252}};

std::string quoted_list(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "`" : ", `") + word + "`";
  return list;
}

class Binder {
 public:
  Binder(const fs::path& folder, const rules::Compiled& compiled, Diagnostics& diagnostics)
      : folder_(folder), plan_(compiled.plan), model_(compiled.model), compiled_(compiled), diagnostics_(diagnostics) {}

  void bind(const DatasetDescription& description, Dataset& dataset) {
    for (const Spanned& holidays : description.holidays) bind_holidays(holidays, description.format, dataset);
    for (const TableDescription& table : description.tables) check_table(table.name);
    for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
      const engine::TablePlan& table = plan_.tables[t];
      const auto found = std::find_if(description.tables.begin(), description.tables.end(),
                                      [&](const TableDescription& d) { return d.name.text == table.name; });
      auto& files = dataset.files.emplace_back();
      auto& inputs = dataset.inputs.emplace_back();
      if (found == description.tables.end()) {
        auto& diagnostic = diagnostics_.add(Code::dataset_no_file, description.tables_span, {table.name});
        diagnostic.fixes.push_back({{Phrase::add_table_file, {table.name}}, std::nullopt, ""});
        continue;
      }
      const rules::Table& declared = model_.tables[compiled_.model_tables[t]];
      for (const SourceDescription& source : found->sources) {
        bind_source(found->name, source, description.format, table, declared, files, inputs);
      }
    }
  }

 private:
  // --- sources ----------------------------------------------------------------------------------------------------

  void check_table(const Spanned& name) {
    std::vector<std::string> tables;
    for (const rules::Table& table : model_.tables) tables.push_back(table.name);
    if (std::find(tables.begin(), tables.end(), name.text) != tables.end()) return;
    offer_nearest(diagnostics_.add(Code::dataset_unknown_table, name.span, {name.text}), name, tables);
  }

  void bind_source(const Spanned& name, const SourceDescription& source, const FormatDescription& defaults,
                   const engine::TablePlan& table, const rules::Table& declared,
                   std::vector<std::shared_ptr<InputFile>>& files, std::vector<engine::FileInput>& inputs) {
    auto input = file_input(std::make_shared<InputFile>("", ""), table);
    bind_format(source.format, defaults, input);
    bind_columns(source, table, declared, input);
    if (source.period) bind_period(*source.period, table, input);
    if (source.files.empty()) {
      auto& diagnostic = diagnostics_.add(Code::dataset_no_file, name.span, {table.name});
      diagnostic.fixes.push_back({{Phrase::add_table_file, {table.name}}, std::nullopt, ""});
    }
    for (const fs::path& path : paths_of(source.files)) {
      const auto file = std::make_shared<InputFile>(shown_name(path), path);
      files.push_back(file);
      read_from(input, file);
      inputs.push_back(input);
    }
  }

  void bind_holidays(const Spanned& named, const FormatDescription& format, Dataset& dataset) {
    for (const fs::path& path : paths_of({named})) {
      const auto file = std::make_shared<InputFile>(shown_name(path), path);
      engine::FileInput input;
      input.name = file->name();
      input.open = [file] { return open_input(file); };
      bind_format({}, format, input);
      const auto holidays = read_holidays(input, named.span, diagnostics_);
      dataset.holidays.insert(dataset.holidays.end(), holidays.begin(), holidays.end());
      dataset.holiday_files.push_back(file);
    }
  }

  /// Every file once, however many of the patterns it fits, in bytewise order.
  std::vector<fs::path> paths_of(const std::vector<Spanned>& patterns) {
    std::vector<fs::path> paths;
    for (const Spanned& pattern : patterns) {
      const bool is_later = std::any_of(std::begin(later_suffixes), std::end(later_suffixes),
                                        [&](std::string_view suffix) { return pattern.text.ends_with(suffix); });
      if (is_later) {
        auto& diagnostic = diagnostics_.add(Code::dataset_later_key, pattern.span, {pattern.text});
        diagnostic.notes.push_back({Phrase::only_csv_yet, {}});
        continue;
      }
      const auto found = files_that_fit(folder_, pattern.text);
      if (found.empty()) {
        auto& diagnostic = diagnostics_.add(Code::dataset_no_match, pattern.span, {pattern.text});
        diagnostic.notes.push_back({Phrase::paths_from_dataset, {}});
      }
      paths.insert(paths.end(), found.begin(), found.end());
    }
    std::sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
  }

  /// Relative to the dataset, whatever folder that is in today; of a file from elsewhere the name alone.
  [[nodiscard]] std::string shown_name(const fs::path& path) const {
    const fs::path relative = path.lexically_relative(folder_.empty() ? fs::path(".") : folder_);
    if (path.is_absolute() && (relative.empty() || *relative.begin() == "..")) return path.filename().string();
    return relative.empty() ? path.string() : relative.string();
  }

  // --- how values are written -------------------------------------------------------------------------------------

  /// The later of two descriptions that says something.
  template <class T>
  static const std::optional<T>& said(const std::optional<T>& own, const std::optional<T>& general) {
    return own ? own : general;
  }

  void bind_format(const FormatDescription& own, const FormatDescription& general, engine::FileInput& input) {
    if (const auto& locale = said(own.locale, general.locale)) {
      if (locale->text != "id" && locale->text != "en") wrong_value("locale", *locale, {"id", "en"});
      if (locale->text == "id") {
        input.format.decimal_comma = true;
        input.format.indonesian_flags = true;
        input.format.date_pattern = "dd/mm/yyyy";
      }
    }
    if (const auto& dates = said(own.dates, general.dates)) {
      input.format.date_pattern = dates->text;
      if (!engine::DatePattern::parse(dates->text)) {
        wrong_value("dates", *dates, {"yyyy-mm-dd", "dd/mm/yyyy", "d.m.yy", "yyyymmdd"}, Phrase::for_instance);
      }
    }
    if (const auto& nulls = said(own.nulls, general.nulls)) {
      input.format.nulls = {""};
      for (const Spanned& null : *nulls) input.format.nulls.push_back(null.text);
    }
    if (const auto& delimiter = said(own.delimiter, general.delimiter)) bind_delimiter(*delimiter, input);
    if (const auto& encoding = said(own.encoding, general.encoding)) bind_encoding(*encoding, input);
  }

  void bind_delimiter(const Spanned& delimiter, engine::FileInput& input) {
    const std::string& text = delimiter.text;
    if (text == "tab") {
      input.delimiter = '\t';
    } else if (text.size() == 1 && std::string_view(",;|\t:").find(text.front()) != std::string_view::npos) {
      input.delimiter = text.front();
    } else {
      wrong_value("delimiter", delimiter, {",", ";", "tab", "|", ":"});
    }
  }

  void bind_encoding(const Spanned& encoding, engine::FileInput& input) {
    std::string name = encoding.text;
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = std::find_if(std::begin(encodings), std::end(encodings),
                                    [&](const NamedEncoding& known) { return known.name == name; });
    if (found == std::end(encodings)) return wrong_value("encoding", encoding, {"utf-8", "windows-1252"});
    input.encoding = found->encoding;
  }

  void bind_period(const Spanned& period, const engine::TablePlan& table, engine::FileInput& input) {
    if (!table.period) {
      diagnostics_.add(Code::dataset_no_period, period.span, {table.name});
      return;
    }
    const auto read = engine::Period::parse(period.text, table.period_unit, table.period_starting_month);
    if (!read) {
      const auto example = engine::Period::containing(*engine::Date::from_ymd(2021, 7, 1), table.period_unit,
                                                      table.period_starting_month);
      auto& diagnostic = diagnostics_.add(Code::dataset_wrong_value, period.span, {"period", period.text});
      diagnostic.notes.push_back({Phrase::period_form, {example.name()}});
      return;
    }
    input.columns[*table.period].constant = read->name();
  }

  // --- columns ----------------------------------------------------------------------------------------------------

  void bind_columns(const SourceDescription& source, const engine::TablePlan& table, const rules::Table& declared,
                    engine::FileInput& input) {
    for (const ColumnDescription& described : source.columns) {
      const auto index = column_of(described.column, table, declared);
      if (!index) continue;
      auto& headers = input.columns[*index].headers;
      headers.clear();
      for (const Spanned& header : described.headers) headers.push_back(header.text);
    }
    for (const ValuesDescription& described : source.values) {
      const auto index = column_of(described.column, table, declared);
      if (!index) continue;
      const engine::ColumnPlan& column = table.columns[*index];
      if (column.kind == engine::Kind::choice) check_values(described, column);
      for (const auto& [found, meant] : described.pairs) {
        input.columns[*index].values.emplace_back(found.text, meant.text);
      }
    }
    // What says why a cell is empty is that cell.
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (table.columns[c].reason_of) input.columns[c] = input.columns[*table.columns[c].reason_of];
    }
  }

  /// The place of a column in the plan; empty where the rules do not read it, or where there is none.
  std::optional<std::size_t> column_of(const Spanned& name, const engine::TablePlan& table,
                                       const rules::Table& declared) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (table.columns[c].name == name.text) return c;
    }
    if (declared.find(name.text)) return std::nullopt;
    std::vector<std::string> columns;
    for (const rules::Column& column : declared.columns) columns.push_back(column.name);
    offer_nearest(diagnostics_.add(Code::dataset_unknown_column, name.span, {name.text, table.name}), name, columns);
    return std::nullopt;
  }

  void check_values(const ValuesDescription& described, const engine::ColumnPlan& column) {
    engine::ChoiceMatcher matcher(plan_.choices[column.choice]);
    std::vector<std::string> names;
    for (const auto& item : plan_.choices[column.choice].items) names.push_back(item.name);
    std::optional<engine::ChoiceMatcher> reasons;
    if (column.reasons) reasons.emplace(plan_.choices[*column.reasons]);
    for (const auto& [found, meant] : described.pairs) {
      if (meant.text.empty() || matcher.find(meant.text) || (reasons && reasons->find(meant.text))) continue;
      auto& diagnostic = diagnostics_.add(Code::dataset_unknown_choice_value, meant.span, {meant.text, column.name});
      offer_nearest(diagnostic, meant, names);
      if (diagnostic.fixes.empty()) diagnostic.notes.push_back({Phrase::values_are, {quoted_list(names)}});
    }
  }

  // --- reports ----------------------------------------------------------------------------------------------------

  static void offer_nearest(text::Diagnostic& diagnostic, const Spanned& word, const std::vector<std::string>& words) {
    const auto near = text::nearest(word.text, words);
    if (near) diagnostic.fixes.push_back({{Phrase::did_you_mean, {*near}}, word.span, *near});
  }

  void wrong_value(const std::string& key, const Spanned& value, const std::vector<std::string>& allowed,
                   Phrase note = Phrase::can_be) {
    auto& diagnostic = diagnostics_.add(Code::dataset_wrong_value, value.span, {key, value.text});
    diagnostic.notes.push_back({note, {quoted_list(allowed)}});
  }

  const fs::path& folder_;
  const engine::Plan& plan_;
  const rules::Model& model_;
  const rules::Compiled& compiled_;
  Diagnostics& diagnostics_;
};

}  // namespace

void bind_description(const DatasetDescription& description, const fs::path& folder, const rules::Compiled& compiled,
                      Dataset& dataset, Diagnostics& diagnostics) {
  Binder(folder, compiled, diagnostics).bind(description, dataset);
}

}  // namespace nilai::app
