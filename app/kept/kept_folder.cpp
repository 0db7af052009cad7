#include "app/kept/kept_folder.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

#include "app/kept/gather_key.hpp"

namespace nilai::app {

namespace {

/// The coarsest clock that file systems take their times from ticks every two seconds.
constexpr std::int64_t tick = 2'000'000'000;

std::string file_name(const std::string& key) {
  return key.substr(0, 32) + ".gathered";
}

std::int64_t now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

/// Reads all of a file, so that it knows its hash.
void read_through(const std::shared_ptr<InputFile>& file) {
  const auto source = open_input(file);
  std::array<char, 64u << 10> block{};
  while (source != nullptr) {
    const auto count = source->read(block.data(), block.size());
    if (!count || *count == 0) return;
  }
}

/// Whether a file holds what it held.
bool holds_the_same(const std::shared_ptr<InputFile>& file, const ReadFile& kept) {
  const auto state = state_of(file->path());
  if (!state || state->bytes != kept.state.bytes) return false;
  if (*state == kept.state && !kept.is_young) {
    file->is_known_to_have(kept.sha256);
    return true;
  }
  read_through(file);
  return file->sha256() == kept.sha256;
}

bool hold_the_same(const Dataset& dataset, const FilesRead& kept) {
  if (dataset.files.size() != kept.size()) return false;
  for (std::size_t table = 0; table < kept.size(); ++table) {
    if (!std::equal(dataset.files[table].begin(), dataset.files[table].end(), kept[table].begin(), kept[table].end(),
                    holds_the_same)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<FilesRead> files_now(const Dataset& dataset) {
  const std::int64_t begin = now();
  FilesRead tables;
  for (const auto& files : dataset.files) {
    auto& table = tables.emplace_back();
    for (const auto& file : files) {
      const auto state = state_of(file->path());
      if (!state) return std::nullopt;
      table.push_back({*state, std::max(state->modified, state->changed) > begin - tick, {}});
    }
  }
  return tables;
}

std::optional<engine::GatherResult> KeptFolder::take(const engine::GatherRequest& request,
                                                     const Dataset& dataset) const {
  const std::string key = gather_key(request);
  std::string reason;
  const auto bytes = read_whole(folder_ / file_name(key), std::numeric_limits<std::size_t>::max() - 1, reason);
  auto kept = bytes ? read_kept(*bytes) : std::nullopt;
  if (!kept || kept->key != key || !hold_the_same(dataset, kept->files)) return std::nullopt;
  kept->data.gathered.working_days = engine::WorkingDays(request.holidays);
  return std::move(kept->data);
}

std::optional<FileProblem> KeptFolder::keep(const engine::GatherRequest& request, const Dataset& dataset,
                                            FilesRead before, const engine::GatherResult& data) const {
  for (std::size_t table = 0; table < before.size(); ++table) {
    for (std::size_t file = 0; file < before[table].size(); ++file) {
      const auto sha256 = dataset.files[table][file]->sha256();
      if (!sha256 || state_of(dataset.files[table][file]->path()) != before[table][file].state) return std::nullopt;
      before[table][file].sha256 = *sha256;
    }
  }
  const std::string key = gather_key(request);
  AtomicFolder folder(folder_);
  folder.add(file_name(key), kept_bytes(key, before, data));
  return folder.commit([](const std::string&) { return false; });
}

}  // namespace nilai::app
