// Any bytes at all as the records of a table: where the fast way takes them it gives what the careful way gives; and
// where a file is cut into blocks does not show.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "engine/scan/record_blocks.hpp"
#include "support/scanned_text.hpp"
#include "support/text_source.hpp"

namespace {

namespace engine = nilai::engine;
namespace tests = nilai::tests;

/// The records of `text`, cut into blocks of about so many bytes, a line each.
std::string records_of(const std::string& text, std::size_t block_bytes) {
  engine::RecordBlocks blocks(std::make_unique<tests::TextSource>(text), 0, engine::Encoding::utf8, block_bytes);
  std::optional<engine::RecordReader> records;
  engine::RecordBlock block;
  std::string shown;
  while (blocks.next(block)) {
    if (!records) records.emplace(blocks.dialect());
    records->start(block.bytes());
    while (const engine::CsvRecord* record = records->next()) {
      shown += std::to_string(record->row) + ':' + std::string(record->text) + '\n';
      for (const std::string_view field : record->fields) shown += std::string(field) + '|';
    }
  }
  return shown;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const unsigned choice = *data;
  const std::string text(data + 1, data + size);
  const engine::TablePlan table = tests::table_of_every_kind((choice & 1) != 0);
  engine::FileInput input = tests::input_of(table);
  input.format.decimal_comma = (choice & 2) != 0;
  input.format.indonesian_flags = (choice & 4) != 0;
  if ((choice & 8) != 0) input.format.nulls = {"", "-", "Nihil"};
  const engine::Dialect dialect{(choice & 16) != 0 ? ';' : ',',
                                (choice & 32) != 0 ? engine::Encoding::windows_1252 : engine::Encoding::utf8};
  bool was_plain = false;
  if (!tests::ways_agree(text, table, input, dialect, was_plain)) std::abort();
  if (records_of(text, text.size() + 1) != records_of(text, 7)) std::abort();
  return 0;
}
