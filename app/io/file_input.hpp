#pragma once

#include <memory>

#include "app/io/input_file.hpp"
#include "engine/plan_tables.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::app {

/// A file as the engine reads it, for a table whose columns the file calls by the rulebook's names: UTF-8, ISO dates,
/// decimal points, the delimiter of the header line.
///
/// The id is that of the file, so that two rulebooks that read it are read together.
engine::FileInput file_input(const std::shared_ptr<InputFile>& file, const engine::TablePlan& table);

/// Has `input` read `file`, as it reads what it read before.
void read_from(engine::FileInput& input, const std::shared_ptr<InputFile>& file);

}  // namespace nilai::app
