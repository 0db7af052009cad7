#include "app/cli/diff_runs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/cli/steps.hpp"
#include "app/io/input_file.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"
#include "engine/scan/csv_reader.hpp"

namespace nilai::app {

namespace {

namespace fs = std::filesystem;
using Record = std::vector<std::string>;

/// The results of a run, by key and period.
struct Results {
  Record header;
  std::size_t key_size = 0;  ///< so many columns before `period`
  std::map<Record, Record> records;

  [[nodiscard]] std::optional<std::size_t> column(const std::string& name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
  }

  /// The cell of a record; empty where the run has no such column.
  [[nodiscard]] std::string cell(const Record& record, const std::string& name) const {
    const auto place = column(name);
    return place ? record[*place] : std::string();
  }
};

/// Reads `results.csv`; empty where it has not the columns that every run writes.
std::optional<Results> read_results(const std::shared_ptr<InputFile>& file) {
  auto source = open_input(file);
  if (!source) return std::nullopt;
  engine::CsvReader reader(std::move(source), ',', engine::Encoding::utf8);
  Results results;
  while (const engine::CsvRecord* read = reader.next()) {
    const Record record(read->fields.begin(), read->fields.end());
    if (results.header.empty()) {
      results.header = record;
      results.key_size = results.column("period").value_or(0);
      for (const char* name : {"outcome", "code", "score"}) {
        if (!results.column(name)) return std::nullopt;
      }
      if (results.key_size == 0) return std::nullopt;
      continue;
    }
    if (record.size() != results.header.size()) return std::nullopt;
    const auto end = record.begin() + static_cast<std::ptrdiff_t>(results.key_size + 1);
    results.records.emplace(Record(record.begin(), end), record);
  }
  if (reader.fault() || results.header.empty()) return std::nullopt;
  return results;
}

class RunComparer {
 public:
  RunComparer(const DiffParameters& parameters, const Results& before, const Results& after)
      : before_(before), after_(after) {
    comparison_.kind = Comparison::Kind::runs;
    comparison_.before = parameters.compared[0];
    comparison_.after = parameters.compared[1];
    comparison_.key_columns.assign(after.header.begin(),
                                   after.header.begin() + static_cast<std::ptrdiff_t>(after.key_size));
    comparison_.by = parameters.by.value_or("");
    find_criteria();
  }

  Comparison compare() {
    std::map<Record, std::pair<const Record*, const Record*>> pairs;
    for (const auto& [key, record] : before_.records) pairs[key].first = &record;
    for (const auto& [key, record] : after_.records) pairs[key].second = &record;
    for (const auto& [key, pair] : pairs) add(key, pair.first, pair.second);
    if (comparison_.periods.size() > 1) {
      std::set<Record> keys;
      for (const auto& [key, pair] : pairs) keys.emplace(key.begin(), key.end() - 1);
      comparison_.subject_count = keys.size();
    }
    auto& subjects = comparison_.subjects;
    std::stable_sort(subjects.begin(), subjects.end(),
                     [](const ComparedSubject& a, const ComparedSubject& b) { return a.period < b.period; });
    return std::move(comparison_);
  }

 private:
  void find_criteria() {
    constexpr std::string_view suffix = ".points";
    for (const std::string& name : after_.header) {
      if (!name.ends_with(suffix)) continue;
      comparison_.changes.push_back(
          {rules::Change::Kind::criterion, name.substr(0, name.size() - suffix.size()), "", ""});
    }
  }

  void add(const Record& key, const Record* before, const Record* after) {
    ComparedSubject subject;
    subject.key.assign(key.begin(), key.end() - 1);
    subject.period = key.back();
    if (!subject.period.empty()) note_period(subject.period);
    subject.before = verdict(before_, before);
    subject.after = verdict(after_, after);
    const Results& described = after != nullptr ? after_ : before_;
    const std::string group = described.cell(after != nullptr ? *after : *before, comparison_.by);
    const bool has_another_score = subject.before.score != subject.after.score;
    const bool is_alike = before != nullptr && after != nullptr && subject.before.outcome == subject.after.outcome &&
                          subject.before.code == subject.after.code &&
                          (!subject.before.outcome.empty() || !has_another_score);
    if (is_alike) return count(comparison_, group, has_another_score, std::nullopt);
    if (before != nullptr && after != nullptr) subject.causes = changed_criteria(*before, *after);
    count(comparison_, group, false, std::move(subject));
  }

  void note_period(const std::string& period) {
    auto& periods = comparison_.periods;
    const auto place = std::lower_bound(periods.begin(), periods.end(), period);
    if (place == periods.end() || *place != period) periods.insert(place, period);
  }

  static ComparedVerdict verdict(const Results& results, const Record* record) {
    if (record == nullptr) return {};
    return {true, results.cell(*record, "outcome"), results.cell(*record, "code"), results.cell(*record, "score")};
  }

  [[nodiscard]] std::vector<std::size_t> changed_criteria(const Record& before, const Record& after) const {
    std::vector<std::size_t> changed;
    for (std::size_t c = 0; c < comparison_.changes.size(); ++c) {
      const std::string name = comparison_.changes[c].name + ".points";
      if (before_.cell(before, name) != after_.cell(after, name)) changed.push_back(c);
    }
    return changed;
  }

  const Results& before_;
  const Results& after_;
  Comparison comparison_;
};

}  // namespace

std::variant<Comparison, ExitCode> compare_runs(const DiffParameters& parameters, const Console& console, Log& log) {
  Steps steps(console, log);
  const auto wrong = [&](ExitCode code, Word word, const std::vector<std::string>& arguments) {
    steps.stop(code, "nilai: " + say(word, console.language, arguments));
    return steps.exit_code();
  };
  if (parameters.period) return wrong(exit_command_line_is_wrong, Word::what_to_compare, {});
  std::vector<Results> runs;
  for (const std::string& folder : parameters.compared) {
    const fs::path path = fs::path(folder) / "results.csv";
    std::error_code error;
    if (!fs::exists(path, error))
      return wrong(exit_command_line_is_wrong, Word::not_a_run, {folder, say(Word::no_results, console.language)});
    auto results = read_results(std::make_shared<InputFile>(path.string(), path));
    if (!results)
      return wrong(exit_data_are_wrong, Word::not_a_run, {folder, say(Word::not_results, console.language)});
    runs.push_back(*std::move(results));
  }
  if (runs[0].key_size != runs[1].key_size ||
      !std::equal(runs[0].header.begin(), runs[0].header.begin() + static_cast<std::ptrdiff_t>(runs[0].key_size),
                  runs[1].header.begin())) {
    return wrong(exit_command_line_is_wrong, Word::not_comparable,
                 {parameters.compared[0], parameters.compared[1], runs[0].header.front(), runs[1].header.front()});
  }
  if (parameters.by && !runs[1].column(*parameters.by)) {
    return wrong(exit_command_line_is_wrong, Word::cannot_count_by, {*parameters.by, "results.csv"});
  }
  return RunComparer(parameters, runs[0], runs[1]).compare();
}

}  // namespace nilai::app
