#include "app/kept/kept_file.hpp"

#include "app/io/sha256.hpp"
#include "app/kept/passes.hpp"

namespace nilai::app {

namespace {

const std::string opening = "nilai: gathered rows\n";
constexpr std::size_t digest_digits = 64;

}  // namespace

template <class Archive>
void pass(Archive& archive, Is<engine::Column> auto& column) {
  auto& [kind, is_constant, presence, numbers, codes, texts] = column;
  archive(kind, is_constant, presence, numbers, codes, texts);
}

template <class Archive>
void pass(Archive& archive, Is<engine::GatheredAggregate> auto& aggregate) {
  auto& [value, counted, taken] = aggregate;
  archive(value, counted, taken);
}

template <class Archive>
void pass(Archive& archive, Is<engine::GatheredPeriod> auto& gathered) {
  auto& [period, is_evaluated, columns, above, aggregates] = gathered;
  archive(period, is_evaluated, columns, above, aggregates);
}

template <class Archive>
void pass(Archive& archive, Is<engine::Gathered> auto& gathered) {
  auto& [keys, periods, working_days] = gathered;
  archive(keys, periods);
}

template <class Archive>
void pass(Archive& archive, Is<engine::Refusal> auto& refusal) {
  auto& [kind, file, row, column, text, is_value_only] = refusal;
  archive(kind, file, row, column, text, is_value_only);
}

template <class Archive>
void pass(Archive& archive, Is<engine::RowCounts> auto& counts) {
  auto& [in, used, outside, set_aside] = counts;
  archive(in, used, outside, set_aside);
}

template <class Archive>
void pass(Archive& archive, Is<engine::DateSpan> auto& span) {
  auto& [first, last] = span;
  archive(first, last);
}

template <class Archive>
void pass(Archive& archive, Is<engine::GatherResult> auto& data) {
  auto& [gathered, refusals, row_counts, dates, last_date, kept, faults] = data;
  archive(gathered, refusals, row_counts, dates, last_date);
}

template <class Archive>
void pass(Archive& archive, Is<ReadFile> auto& file) {
  auto& [state, is_young, sha256] = file;
  archive(state, is_young, sha256);
}

std::string kept_bytes(const std::string& key, const FilesRead& files, const engine::GatherResult& data) {
  Writer archive;
  archive(key, files, data);
  std::string bytes = opening + archive.bytes();
  return bytes += sha256_of(bytes);
}

std::optional<KeptGather> read_kept(std::string_view bytes) {
  if (bytes.size() < opening.size() + digest_digits || !bytes.starts_with(opening)) return std::nullopt;
  const std::string_view content = bytes.substr(0, bytes.size() - digest_digits);
  if (sha256_of(content) != bytes.substr(content.size())) return std::nullopt;
  Reader archive(content.substr(opening.size()));
  KeptGather kept;
  archive(kept.key, kept.files, kept.data);
  if (!archive.is_sound() || !archive.is_at_end()) return std::nullopt;
  return kept;
}

}  // namespace nilai::app
