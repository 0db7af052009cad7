#pragma once

#include <vector>

#include "app/io/dataset_yaml.hpp"
#include "app/io/input_file.hpp"
#include "engine/date.hpp"
#include "engine/plan.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::app {

/// Reads a file of holidays: its column `date` (or `tanggal`), else its first one, holds a date in every row.
/// Everything that is none is reported at `place`: a day that is taken for a working day by mistake would change
/// decisions.
///
/// `format`: how the file is opened and its dates are written; it has no columns.
std::vector<engine::Date> read_holidays(const engine::FileInput& format, text::Span place,
                                        text::Diagnostics& diagnostics);

/// Whether a plan counts working days anywhere.
bool counts_working_days(const engine::Plan& plan);

}  // namespace nilai::app
