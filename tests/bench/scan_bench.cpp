// The steps of reading a table, each by itself, on records like those of the workload. The fast way and the careful way
// stand side by side; bytes a second are those of the file.
#include <benchmark/benchmark.h>

#include <string>

#include "engine/scan/separators.hpp"
#include "support/scanned_text.hpp"

namespace {

namespace engine = nilai::engine;
namespace tests = nilai::tests;

/// Some 4,000 records; `mark` stands around every field.
std::string records(const std::string& mark = "") {
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    const std::string day = std::to_string(10 + i % 19);
    for (const std::string& cell : {std::to_string(100000000 + i), std::to_string(8 + i * 7 % 50) + ".25",
                                    std::to_string(i % 2), "2025-02-" + day, std::string("reported")}) {
      text += mark + cell + mark + ',';
    }
    text.back() = '\n';
  }
  return text;
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void separators(benchmark::State& state, const std::string& mark) {
  const std::string text = records(mark);
  engine::Separators found;
  for (auto _ : state) {
    engine::find_separators(text, ',', found);
    benchmark::DoNotOptimize(found.count);
  }
  count_bytes(state, text);
}

/// `Rows`: PlainRows or CarefulRows.
template <class Rows>
void read_rows(benchmark::State& state, const std::string& mark) {
  const std::string text = records(mark);
  const engine::TablePlan table = tests::table_of_every_kind(false);
  const engine::FileInput input = tests::input_of(table);
  const engine::FileLayout layout = tests::layout_of(table, {});
  Rows reader(table, tests::stages(), input, layout, 0, engine::max_batch_rows);
  for (auto _ : state) benchmark::DoNotOptimize(reader.read(text));
  count_bytes(state, text);
}

void plain_rows(benchmark::State& state, const std::string& mark) {
  read_rows<engine::PlainRows>(state, mark);
}

void careful_rows(benchmark::State& state, const std::string& mark) {
  read_rows<engine::CarefulRows>(state, mark);
}

BENCHMARK_CAPTURE(separators, bare, "");
BENCHMARK_CAPTURE(separators, quoted, "\"");
BENCHMARK_CAPTURE(plain_rows, bare, "");
BENCHMARK_CAPTURE(plain_rows, quoted, "\"");
BENCHMARK_CAPTURE(careful_rows, bare, "");
BENCHMARK_CAPTURE(careful_rows, quoted, "\"");

}  // namespace
