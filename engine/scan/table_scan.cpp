#include "engine/scan/table_scan.hpp"

#include "engine/scan/table_file.hpp"

namespace nilai::engine {

ScanReport scan_table(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
                      std::uint32_t file, const ConsumeBatch& consume, std::size_t batch_rows) {
  ScanReport report;
  if (input.rows) {
    report.row_count = input.rows->size();
    if (report.row_count > 0) consume(Batch{file, input.rows->rows, input.rows->columns});
    return report;
  }
  TableFile opened(table, input);
  report.fault = opened.fault(0);
  if (!report.fault) {
    BlockScan blocks(table, choices, input, opened.layout(), file, batch_rows);
    RecordBlock block;
    while (!report.fault && opened.next(block)) add_rows(blocks.scan(block.bytes()), report, consume);
    if (!report.fault) report.fault = opened.fault(report.row_count);
  }
  if (report.fault) report.fault->file = file;
  return report;
}

}  // namespace nilai::engine
