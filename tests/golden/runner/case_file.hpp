#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nilai::tests {

/// `--- FILE`: bytes to be written, or added to what FILE holds.
struct WriteFile {
  std::string name;
  std::string content;
  bool is_appended = false;
};

/// `$ …`: a command, and what it printed when the case was blessed.
struct Command {
  std::vector<std::string> words;
  std::string expected;            ///< the printed lines and `exit N`, as they stand in the case
  std::size_t line = 0;            ///< of the `$`, from 1
  std::size_t expected_begin = 0;  ///< where `expected` stands in the text of the case
};

using Step = std::variant<WriteFile, Command>;

/// A `.case` file, as tests/golden/README.md describes it.
struct CaseFile {
  std::vector<Step> steps;
  std::string mistake;  ///< what is wrong with the case itself, with its line; empty: nothing
};

CaseFile read_case(std::string_view text);

/// `text` with every command's expected lines replaced. Requires: one entry of `printed` for each command, in order.
std::string blessed(std::string_view text, const CaseFile& file, const std::vector<std::string>& printed);

}  // namespace nilai::tests
