#include "app/output/run_json.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "app/io/sha256.hpp"
#include "app/report/json_text.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// Of a rulebook alone, the hash of its text. With files that it reads, that of the lines `HASH  NAME` of all of them,
/// as `sha256sum` prints them, names from the rulebook's folder on.
void add_hashes(const text::Source& source, object& rulebook) {
  if (source.files().size() == 1) {
    rulebook["sha256"] = sha256_of(source.text());
    return;
  }
  const std::size_t folder = source.name().rfind('/') + 1;
  std::string lines;
  array files;
  for (const auto& file : source.files()) {
    const std::string sha256 = sha256_of(file->text), name = file->name.substr(folder);
    lines.append(sha256).append("  ").append(name).append("\n");
    files.push_back(object{{"name", name}, {"sha256", sha256}});
  }
  rulebook["sha256"] = sha256_of(lines);
  rulebook["files"] = std::move(files);
}

object rulebook_of(const rules::Compiled& compiled) {
  object rulebook;
  rulebook["name"] = compiled.book.name ? value(compiled.book.name->text) : value(nullptr);
  rulebook["version"] = compiled.book.version.is_there() ? value(compiled.book.version.text) : value(nullptr);
  add_hashes(compiled.source, rulebook);
  return rulebook;
}

array files_of(const std::vector<std::shared_ptr<InputFile>>& files) {
  array described;
  for (const auto& file : files) {
    const auto sha256 = file->sha256();
    described.push_back(object{{"name", file->name()}, {"sha256", sha256 ? value(*sha256) : value(nullptr)}});
  }
  return described;
}

object dataset_of(const Dataset& dataset) {
  object described;
  described["name"] = dataset.name ? value(*dataset.name) : value(nullptr);
  described["sha256"] = dataset.sha256 ? value(*dataset.sha256) : value(nullptr);
  if (!dataset.holiday_files.empty()) described["holidays"] = files_of(dataset.holiday_files);
  return described;
}

object tables_of(const Evaluation& evaluation) {
  object tables;
  for (std::size_t t = 0; t < evaluation.plan().tables.size(); ++t) {
    const engine::RowCounts& counts = evaluation.data.row_counts[t];
    const auto& refusals = evaluation.data.refusals[t];
    const auto withheld = std::count_if(refusals.begin(), refusals.end(),
                                        [](const engine::Refusal& refusal) { return refusal.is_value_only; });
    tables[evaluation.plan().tables[t].name] =
        object{{"rows_in", counts.in},        {"used", counts.used},
               {"outside", counts.outside},   {"set_aside", counts.set_aside},
               {"values_withheld", withheld}, {"files", files_of(evaluation.dataset.files[t])}};
  }
  return tables;
}

object outcomes_of(const Evaluation& evaluation, const std::vector<std::size_t>& subjects) {
  object outcomes;
  for (const std::string& outcome : evaluation.plan().outcomes) outcomes[outcome] = 0;
  for (const std::size_t subject : subjects) {
    const std::string outcome = evaluation.outcome_of(subject);
    if (outcome.empty()) continue;
    value& count = outcomes[outcome];
    count = count.is_null() ? 1 : count.as_int64() + 1;
  }
  return outcomes;
}

}  // namespace

std::string run_json(const Evaluation& evaluation, text::Language language) {
  const std::vector<std::size_t> subjects = evaluation.evaluated_subjects();
  array looked_back_on;
  for (std::size_t p = 0; p + 1 < evaluation.periods.size(); ++p) {
    looked_back_on.push_back(value(evaluation.periods[p].name()));
  }
  object run;
  run["engine"] = "nilai " NILAI_VERSION;
  run["rulebook"] = rulebook_of(*evaluation.compiled);
  run["dataset"] = dataset_of(evaluation.dataset);
  run["period"] = evaluation.periods.empty() ? value(nullptr) : value(evaluation.period_name());
  run["is_provisional"] = evaluation.is_provisional;
  run["looked_back_on"] = std::move(looked_back_on);
  run["language"] = language == text::Language::id ? "id" : "en";
  run["evaluated"] = subjects.size();
  run["outcomes"] = outcomes_of(evaluation, subjects);
  run["tables"] = tables_of(evaluation);
  return json_text(run);
}

}  // namespace nilai::app
