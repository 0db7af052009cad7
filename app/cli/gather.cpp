#include "app/cli/gather.hpp"

#include <utility>

#include "app/cli/progress.hpp"
#include "app/kept/kept_folder.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

/// Empty where one of them is not kept.
std::vector<engine::GatherResult> take_kept(const std::vector<ToGather>& wanted, const KeptFolder& folder) {
  std::vector<engine::GatherResult> results;
  for (const ToGather& one : wanted) {
    auto result = folder.take(one.request, one.dataset);
    if (!result) return {};
    results.push_back(*std::move(result));
  }
  return results;
}

std::vector<engine::GatherResult> gather_anew(const std::vector<ToGather>& wanted, const ReadingOptions& options,
                                              const Console& console) {
  Progress progress(console, wanted.front().dataset, options.is_quiet);
  engine::GatherOptions how;
  how.threads = options.threads;
  how.keep_rows = options.rows_table;
  how.progress = [&progress](std::uint64_t rows) { progress.show(rows); };
  std::vector<engine::GatherRequest> requests;
  requests.reserve(wanted.size());
  for (const ToGather& one : wanted) requests.push_back(one.request);
  return engine::gather(requests, how);
}

}  // namespace

std::vector<engine::GatherResult> gather(const std::vector<ToGather>& wanted, const ReadingOptions& options,
                                         const Console& console, Log& log) {
  if (!options.kept) return gather_anew(wanted, options, console);
  const KeptFolder folder(*options.kept);
  if (!options.rows_table) {
    auto results = take_kept(wanted, folder);
    if (!results.empty()) {
      log.detail(say(Word::kept_rows_taken, console.language, {folder.path().string()}));
      return results;
    }
  }
  std::vector<std::optional<FilesRead>> before;
  before.reserve(wanted.size());
  for (const ToGather& one : wanted) before.push_back(files_now(one.dataset));
  auto results = gather_anew(wanted, options, console);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!before[i] || !results[i].faults.empty()) continue;
    const auto problem = folder.keep(wanted[i].request, wanted[i].dataset, *std::move(before[i]), results[i]);
    if (!problem) continue;
    log.warning(placeless_text("nilai", text::Code::cannot_write, {problem->path, problem->reason}, console.language));
  }
  return results;
}

}  // namespace nilai::app
