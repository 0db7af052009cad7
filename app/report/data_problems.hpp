#pragma once

#include <string>
#include <vector>

#include "app/io/dataset.hpp"
#include "engine/gather/gather.hpp"
#include "engine/scan/refusal.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/compile.hpp"

namespace nilai::app {

text::Code code_of(engine::RefusalKind kind);
text::Code code_of(engine::FileFaultKind kind);

/// A refusal, worded.
struct RefusedRow {
  std::string table, file;
  std::uint64_t row = 0;
  std::string column;  ///< empty: the whole row
  std::string text;    ///< what was found; in place of personal data a word that says so
  text::Code code{};
  std::string problem;  ///< what is wrong
  std::string effect;   ///< what follows
  std::string fix;      ///< how all of its kind could be read; empty where nothing of the sort is known
};

/// All refusals, in the order of tables, file names and rows. Personal data are shown only where asked for: a refused
/// cell of a personal column, and a refused record of a table that has one.
std::vector<RefusedRow> refused_rows(const rules::Compiled& compiled, const Dataset& dataset,
                                     const engine::GatherResult& data, bool shows_personal, text::Language language);

/// One of them on a line: `visit.csv:6: warning[N5204]: verified: …`.
std::string refusal_line(const RefusedRow& refused, bool is_error, text::Language language);

/// A file that is of no use: place and message on a line, then notes and the way to mend it.
std::string fault_text(const engine::TableFault& fault, const engine::Plan& plan, const Dataset& dataset,
                       text::Language language);

}  // namespace nilai::app
