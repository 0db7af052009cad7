// Any bytes at all as a table's file: every record is a row of a batch or a refusal, and none is both.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/scan/table_scan.hpp"
#include "support/scanned_text.hpp"
#include "support/text_source.hpp"

namespace {

namespace engine = nilai::engine;
namespace tests = nilai::tests;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The first byte chooses how the rest is read: the header line, and where reads end, are then given.
  const unsigned choice = size > 0 ? *data : 0;
  const bool is_subject = (choice & 1) != 0;
  const std::size_t portion = (choice & 2) != 0 ? 7 : std::string::npos;
  const engine::TablePlan table = tests::table_of_every_kind(is_subject);
  engine::FileInput input = tests::input_of(table);
  input.encoding = (choice & 4) != 0 ? engine::Encoding::windows_1252 : engine::Encoding::utf8;
  input.format.decimal_comma = (choice & 8) != 0;
  std::string text = (choice & 16) != 0 ? "" : "id,number,flag,day,stage\n";
  if (size > 0) text.append(data + 1, data + size);
  input.open = [&] { return std::make_unique<tests::TextSource>(text, portion); };

  std::uint64_t row_count = 0;
  const auto count = [&](engine::Batch&& batch) {
    row_count += batch.size();
    for (const engine::Column& column : batch.columns) {
      if (column.size() != batch.size()) std::abort();
    }
  };
  const engine::ScanReport report = engine::scan_table(table, tests::stages(), input, 0, count, 3);
  for (const engine::Refusal& refusal : report.refusals) row_count += refusal.is_value_only ? 0 : 1;
  if (!report.fault && row_count != report.row_count) std::abort();
  return 0;
}
