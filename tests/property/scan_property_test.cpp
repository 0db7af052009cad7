// The fast way of reading a table's file gives what the careful way gives, on files that RapidCheck makes up: mostly
// usual ones, with something unusual here and there.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>

#include "support/scanned_text.hpp"

namespace nilai::tests {
namespace {

using Cells = std::vector<std::string>;

/// What may stand in the columns of `table_of_every_kind`; the rarer the more unusual.
rc::Gen<std::string> cell(std::size_t column) {
  static const std::vector<Cells> usual = {{"36000001", "A-7", "Siti Nurhaliz\xC4\x81", " x ", "a,b", "l\nm"},
                                           {"0", "12", "12.5", "3,25", "007", "1.00", "999999999999999999", "+4"},
                                           {"1", "0", "yes", "No", "ya", "", "TRUE"},
                                           {"2025-01-31", "2024-02-29", " 2025-03-01"},
                                           {"reported", "Dilaporkan", "CONVICTED", "con victed"}};
  static const Cells odd = {"",           "-",  "-1",       "1.234", "9999999999999999999", "1.", ".5", "x",
                            "2025-02-30", "\"", "5\" pipe", "\xE9"};
  return rc::gen::weightedOneOf<std::string>({{60, rc::gen::elementOf(usual[column])}, {1, rc::gen::elementOf(odd)}});
}

std::string quoted(const std::string& text) {
  std::string written = "\"";
  for (const char c : text) written += c == '"' ? "\"\"" : std::string(1, c);
  return written + "\"";
}

bool needs_quotes(const std::string& text) {
  return text.find_first_of(",;\n\"") != std::string::npos;
}

std::string record(bool has_quotes_everywhere, char delimiter) {
  std::string line;
  for (std::size_t column = 0; column < 5; ++column) {
    const std::string text = *cell(column);
    if (column > 0) line += delimiter;
    const bool is_torn = *rc::gen::weightedElement<bool>({{200, false}, {1, true}});
    line += (has_quotes_everywhere || needs_quotes(text)) && !is_torn ? quoted(text) : text;
  }
  return line + *rc::gen::weightedElement<std::string>({{60, ""}, {1, ",7"}, {1, "\n"}});
}

TEST_CASE("the fast way and the careful way give the same rows", "[property]") {
  std::size_t plain_count = 0, all_count = 0;
  CHECK(rc::check("they agree", [&] {
    const bool has_quotes_everywhere = *rc::gen::arbitrary<bool>();
    const char delimiter = *rc::gen::element(',', ';');
    const std::string line_end = *rc::gen::element<std::string>("\n", "\r\n");
    std::string text;
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) text += record(has_quotes_everywhere, delimiter) + line_end;
    if (*rc::gen::arbitrary<bool>() && !text.empty()) text.resize(text.size() - line_end.size());

    engine::TablePlan table = table_of_every_kind(*rc::gen::arbitrary<bool>());
    if (*rc::gen::arbitrary<bool>()) table = with_reasons(std::move(table));
    engine::FileInput input = input_of(table);
    input.format.decimal_comma = *rc::gen::arbitrary<bool>();
    input.format.indonesian_flags = *rc::gen::arbitrary<bool>();
    input.format.nulls = {"", *rc::gen::element<std::string>("-", "0", "YES")};
    bool was_plain = false;
    RC_ASSERT(ways_agree(text, table, input, {delimiter, engine::Encoding::utf8}, was_plain));
    plain_count += was_plain && count > 0 ? 1 : 0;
    ++all_count;
  }));
  CHECK(10 * plain_count > all_count);  // otherwise little was compared
}

}  // namespace
}  // namespace nilai::tests
