#include "app/report/data_problems.hpp"

#include <algorithm>
#include <tuple>

#include "app/io/mistaken.hpp"
#include "app/words.hpp"
#include "engine/scan/date_pattern.hpp"
#include "grammar/text/nearest.hpp"
#include "grammar/text/render.hpp"

namespace nilai::app {

namespace {

using engine::FileFaultKind;
using engine::RefusalKind;
using text::Code;
using text::Language;
using text::Phrase;

std::string message_of(Code code, const std::vector<std::string>& arguments, Language language) {
  const text::CatalogueEntry& entry = text::catalogue_entry(code);
  return text::fill(language == Language::id ? entry.id : entry.en, arguments);
}

std::string head(const std::string& file, std::uint64_t row, bool is_error, Code code, Language language) {
  const std::string severity = say(is_error ? Word::severity_error : Word::severity_warning, language);
  return file + ":" + std::to_string(row) + ": " + severity + "[" + text::code_text(code) + "]: ";
}

std::string effect_of(const engine::Refusal& refusal, Language language) {
  if (refusal.kind == RefusalKind::differs_on_date) return say(Word::effect_missing, language);
  if (refusal.is_value_only) return say(Word::effect_withheld, language);
  const bool is_copy = refusal.kind == RefusalKind::duplicate_identical;
  return say(is_copy ? Word::effect_counted_once : Word::effect_set_aside, language);
}

/// Whether what was found may not be shown: a cell goes by its column, a record by all columns of its table.
bool is_personal(const rules::Table& table, const std::string& column) {
  if (!column.empty()) {
    const auto index = table.find(column);
    return index && table.columns[*index].is_personal;
  }
  return std::any_of(table.columns.begin(), table.columns.end(), [](const rules::Column& c) { return c.is_personal; });
}

/// What a file is instead of a CSV file, by the line that should be its header. Of UTF-16 the mark at the beginning is
/// no text any more, but every other byte of plain letters is still zero.
std::optional<Word> other_sort(const std::string& header) {
  if (mistaken({}, header) == Mistaken::office) return Word::is_office;
  if (header.find('\0') != std::string::npos) return Word::is_utf16;
  return std::nullopt;
}

/// The patterns that a text is a date of, as people write dates. Where day or month may stand first, the day does if it
/// does so in `wanted`.
std::vector<std::string> patterns_of(const std::string& text, const std::string& wanted) {
  std::vector<std::string> day_first, others;
  for (const char* pattern : {"d/m/yyyy", "d-m-yyyy", "d.m.yyyy", "d/m/yy", "d-m-yy", "yyyy-m-d", "yyyy/m/d",
                              "yyyymmdd", "m/d/yyyy", "m-d-yyyy", "m/d/yy"}) {
    if (engine::DatePattern::parse(pattern)->read(text)) (*pattern == 'd' ? day_first : others).emplace_back(pattern);
  }
  if (day_first.empty() || !wanted.starts_with('d')) {
    day_first.insert(day_first.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
  }
  return day_first;
}

/// What to say in the dataset file so that a text is a date; empty where it is none, however it is read.
std::string dates_fix(const std::string& text, const std::string& wanted, bool is_folder, Language language) {
  std::string patterns;
  for (const std::string& pattern : patterns_of(text, wanted)) {
    const std::string said = "`dates: " + pattern + "`";
    patterns = patterns.empty() ? said : say(Word::either_or, language, {patterns, said});
  }
  if (patterns.empty()) return {};
  return say(is_folder ? Word::make_dataset_with : Word::say_dates, language, {patterns});
}

std::vector<std::string> split_headers(const std::string& joined) {
  std::vector<std::string> headers;
  for (std::size_t begin = 0; begin <= joined.size();) {
    const std::size_t end = std::min(joined.find(", ", begin), joined.size());
    headers.push_back(joined.substr(begin, end - begin));
    begin = end + 2;
  }
  return headers;
}

}  // namespace

Code code_of(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::not_a_number:
      return Code::cell_not_a_number;
    case RefusalKind::not_whole:
      return Code::cell_not_whole;
    case RefusalKind::not_a_date:
      return Code::cell_not_a_date;
    case RefusalKind::not_a_flag:
      return Code::cell_not_a_flag;
    case RefusalKind::not_a_choice:
      return Code::cell_not_a_choice;
    case RefusalKind::not_a_period:
      return Code::cell_not_a_period;
    case RefusalKind::out_of_bounds:
      return Code::cell_out_of_bounds;
    case RefusalKind::empty:
      return Code::cell_is_empty;
    case RefusalKind::too_few_fields:
      return Code::row_too_short;
    case RefusalKind::too_many_fields:
      return Code::row_too_long;
    case RefusalKind::unclosed_quote:
      return Code::row_unclosed_quote;
    case RefusalKind::stray_quote:
      return Code::row_stray_quote;
    case RefusalKind::wrong_encoding:
      return Code::row_wrong_encoding;
    case RefusalKind::orphan:
      return Code::row_orphan;
    case RefusalKind::duplicate_identical:
      return Code::row_duplicate_identical;
    case RefusalKind::duplicate_differing:
      return Code::row_duplicate_differing;
    case RefusalKind::not_the_only:
      return Code::row_not_the_only;
    case RefusalKind::differs_on_date:
      return Code::row_differs_on_date;
  }
  return {};
}

Code code_of(FileFaultKind kind) {
  switch (kind) {
    case FileFaultKind::cannot_open:
      return Code::file_cannot_open;
    case FileFaultKind::cannot_read:
      return Code::file_cannot_read;
    case FileFaultKind::is_empty:
      return Code::file_is_empty;
    case FileFaultKind::missing_column:
      return Code::file_missing_column;
    case FileFaultKind::column_twice:
      return Code::file_column_twice;
    case FileFaultKind::record_too_long:
      return Code::file_record_too_long;
  }
  return {};
}

std::vector<RefusedRow> refused_rows(const rules::Compiled& compiled, const Dataset& dataset,
                                     const engine::GatherResult& data, bool shows_personal, Language language) {
  std::vector<RefusedRow> rows;
  for (std::size_t t = 0; t < data.refusals.size(); ++t) {
    const rules::Table& table = compiled.model.tables[compiled.model_tables[t]];
    std::vector<RefusedRow> of_table;
    for (const engine::Refusal& refusal : data.refusals[t]) {
      RefusedRow row;
      row.table = table.name;
      row.file = dataset.files[t][refusal.file]->name();
      row.row = refusal.row;
      row.column = refusal.column;
      const bool is_hidden = !shows_personal && !refusal.text.empty() && is_personal(table, refusal.column);
      row.text = is_hidden ? say(Word::personal, language) : refusal.text;
      row.code = code_of(refusal.kind);
      row.problem = message_of(row.code, {}, language);
      row.effect = effect_of(refusal, language);
      if (refusal.kind == RefusalKind::not_a_date) {
        const std::string& pattern = dataset.inputs[t][refusal.file].format.date_pattern;
        row.problem = say(Word::of_pattern, language, {row.problem, pattern});
        row.fix = dates_fix(refusal.text, pattern, !dataset.sha256, language);
      }
      of_table.push_back(std::move(row));
    }
    std::stable_sort(of_table.begin(), of_table.end(), [](const RefusedRow& a, const RefusedRow& b) {
      return std::tie(a.file, a.row) < std::tie(b.file, b.row);
    });
    std::move(of_table.begin(), of_table.end(), std::back_inserter(rows));
  }
  return rows;
}

std::string refusal_line(const RefusedRow& refused, bool is_error, Language language) {
  std::string line = head(refused.file, refused.row, is_error, refused.code, language);
  if (!refused.column.empty()) line += refused.column + ": ";
  if (!refused.text.empty()) line += "`" + text::shown(refused.text) + "`: ";
  return line + refused.problem + "; " + refused.effect;
}

std::string fault_text(const engine::TableFault& fault, const engine::Plan& plan, const Dataset& dataset,
                       Language language) {
  const engine::FileFault& file = fault.fault;
  const Code code = code_of(file.kind);
  // A fault of the file as a whole is one of its first line.
  const std::uint64_t row = std::max<std::uint64_t>(file.row, 1);
  std::string text = head(dataset.files[fault.table][file.file]->name(), row, true, code, language);
  text += message_of(code, {file.column}, language);
  const auto add = [&](Word word, Phrase phrase, std::vector<std::string> arguments) {
    text += "\n  " + say(word, language) + ": " + message_text(text::Message{phrase, std::move(arguments)}, language);
  };
  if (!file.text.empty() && file.kind != FileFaultKind::missing_column && !other_sort(file.text))
    text += ": `" + text::shown(file.text) + "`";
  text += "\n  " + say(Word::note, language) + ": " + say(Word::feeds_table, language, {plan.tables[fault.table].name});
  if (const auto other = other_sort(file.text)) {
    text += "\n  " + say(Word::note, language) + ": " + say(*other, language);
    text += "\n  " + say(Word::fix, language) + ": " + say(Word::save_as_csv, language);
  } else if (file.kind == FileFaultKind::missing_column) {
    const auto near = text::nearest(file.column, split_headers(file.text));
    add(Word::note, Phrase::headers_are, {file.text});
    add(Word::fix, Phrase::map_column, {file.column, near.value_or("…")});
  }
  return text;
}

}  // namespace nilai::app
