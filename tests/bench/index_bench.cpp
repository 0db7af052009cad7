// Indexing a table's rows by their key, and looking up in random order as visits do their household; rows a second.
// `dense` counts up; `gaps` leaves some out and jumps, as numbers given out by district do; `text` has letters, and
// `mixed` letters and no one length.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/gather/rows/row_index.hpp"

namespace {

namespace engine = nilai::engine;

constexpr std::uint64_t in_district = 300;
constexpr std::size_t rows_looked_up = 1 << 20;
constexpr std::size_t rows_at_once = 4096;

std::uint64_t district_of(std::uint64_t number) {
  return 36'000'001 + number / in_district * 7;
}

std::string four_digits(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(4 - digits.size(), '0') + digits;
}

std::string dense(std::uint64_t number) {
  return std::to_string(100'000'000 + number);
}

std::string gaps(std::uint64_t number) {
  return std::to_string(district_of(number) * 10'000 + number % in_district * 7);
}

std::string text(std::uint64_t number) {
  return "KPM-" + std::to_string(district_of(number)) + '-' + four_digits(number % in_district);
}

std::string mixed(std::uint64_t number) {
  return "household of family card " + std::to_string(number * 7919 % 1'000'000'007);
}

using Write = std::string (*)(std::uint64_t number);

engine::Column keys_of(const std::vector<std::uint64_t>& numbers, Write write) {
  engine::Column column = engine::Column::of(engine::Kind::text, 0);
  column.presence.assign(numbers.size(), engine::Presence::present);
  column.texts.reserve(numbers.size());
  for (const std::uint64_t number : numbers) column.texts.push_back(write(number));
  return column;
}

/// The rows of a parent of `count`, in the order of their numbers; those of the last that was asked for are kept.
const engine::TableRows& parents(std::size_t count, Write write) {
  static std::pair<std::size_t, Write> last;
  static engine::TableRows rows;
  if (std::exchange(last, std::pair(count, write)) == std::pair(count, write)) return rows;
  std::vector<std::uint64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::uint64_t{0});
  rows.count = count;
  rows.columns = {keys_of(numbers, write)};
  return rows;
}

std::vector<std::uint32_t> places_of(const engine::TableRows& rows) {
  std::vector<std::uint32_t> places(rows.size());
  std::iota(places.begin(), places.end(), std::uint32_t{0});
  return places;
}

void build(benchmark::State& state, Write write) {
  const auto count = static_cast<std::size_t>(state.range(0));
  const engine::TableRows& rows = parents(count, write);
  const std::vector<std::uint32_t> places = places_of(rows);
  for (auto _ : state) benchmark::DoNotOptimize(engine::RowIndex(rows, {0}, places));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void look_up(benchmark::State& state, Write write) {
  const auto count = static_cast<std::size_t>(state.range(0));
  const engine::TableRows& rows = parents(count, write);
  const engine::RowIndex index(rows, {0}, places_of(rows));
  std::mt19937_64 random(1);
  std::vector<std::vector<engine::Column>> batches(rows_looked_up / rows_at_once);
  for (auto& batch : batches) {
    std::vector<std::uint64_t> numbers(rows_at_once);
    for (std::uint64_t& number : numbers) number = random() % count;
    batch = {keys_of(numbers, write)};
  }
  for (auto _ : state) {
    for (const auto& batch : batches) benchmark::DoNotOptimize(index.first_places(batch, {0}, rows_at_once));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows_looked_up));
}

constexpr std::int64_t small = 100'000, large = 10'000'000;

#define NILAI_INDEX_BENCH(keys) /* one kind of keys after another, so that rows are made once */ \
  BENCHMARK_CAPTURE(build, keys, keys)->Arg(small)->Unit(benchmark::kMillisecond);               \
  BENCHMARK_CAPTURE(look_up, keys, keys)->Arg(small)->Unit(benchmark::kMillisecond);             \
  BENCHMARK_CAPTURE(build, keys, keys)->Arg(large)->Unit(benchmark::kMillisecond);               \
  BENCHMARK_CAPTURE(look_up, keys, keys)->Arg(large)->Unit(benchmark::kMillisecond)

NILAI_INDEX_BENCH(dense);
NILAI_INDEX_BENCH(gaps);
NILAI_INDEX_BENCH(text);
NILAI_INDEX_BENCH(mixed);

}  // namespace
