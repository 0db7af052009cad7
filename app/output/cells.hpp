#pragma once

#include "app/io/csv_writer.hpp"
#include "engine/value.hpp"
#include "rules/model.hpp"

namespace nilai::app {

/// A value as outputs have it: a number with all its digits (to 6 places where they do not end), `yes` or `no`, an ISO
/// date, a choice's value by name; nothing where it is missing or withheld. `choice`: of which choice it is a value.
void write_value(CsvWriter& csv, const engine::Value& value, const rules::Model& model, engine::ChoiceIndex choice);

/// The same as a text of its own.
std::string value_text(const engine::Value& value, const rules::Model& model, engine::ChoiceIndex choice);

}  // namespace nilai::app
