#include "app/output/outputs.hpp"

#include "app/output/rejected_csv.hpp"
#include "app/output/results_csv.hpp"
#include "app/output/results_json.hpp"
#include "app/output/rows_csv.hpp"
#include "app/output/run_json.hpp"

namespace nilai::app {

namespace {

/// A file that some run of ours wrote: none of them may stand beside the files of another run.
bool is_an_output(const std::string& name) {
  for (const char* known : {"results.csv", "results.json", "rejected.csv", "run.json"}) {
    if (name == known) return true;
  }
  return name.starts_with("rows-") && name.ends_with(".csv");
}

}  // namespace

std::optional<FileProblem> write_outputs(const Evaluation& evaluation, const std::vector<RefusedRow>& refused,
                                         const OutputOptions& options) {
  AtomicFolder folder(options.folder);
  if (options.writes_csv) folder.add("results.csv", results_csv(evaluation, options.language));
  if (options.writes_json) {
    folder.add("results.json", [&](OutputFile& file) {
      results_json(evaluation, options.language, [&](std::string_view piece) { file.write(piece); });
    });
  }
  folder.add("rejected.csv", rejected_csv(refused));
  if (evaluation.rows_table) {
    const std::string& table = evaluation.plan().tables[*evaluation.rows_table].name;
    folder.add("rows-" + table + ".csv", [&](OutputFile& file) {
      rows_csv(evaluation, options.shows_personal, [&](std::string_view piece) { file.write(piece); });
    });
  }
  // Last, so that a folder which has it has everything.
  folder.add("run.json", run_json(evaluation, options.language));
  return folder.commit(is_an_output);
}

}  // namespace nilai::app
