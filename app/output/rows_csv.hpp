#pragma once

#include <functional>
#include <string_view>

#include "app/report/evaluation.hpp"

namespace nilai::app {

/// `rows-TABLE.csv`: the rows of one table that count in the period, by file and row, with the formulas worked out for
/// each. Personal columns only where asked for. Hands it to `write` in pieces: a table can have millions of rows.
///
/// Requires: `evaluation.rows_table`, and rows that were kept.
void rows_csv(const Evaluation& evaluation, bool shows_personal, const std::function<void(std::string_view)>& write);

}  // namespace nilai::app
