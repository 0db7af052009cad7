#pragma once

#include <vector>

#include "engine/plan.hpp"

namespace nilai::engine {

/// Per column of a table whether a program or an aggregate reads it of its rows, be it from a row below.
[[nodiscard]] std::vector<bool> columns_read(const Plan& plan, TableIndex table);

/// Per column of a table whether rows of others find those of the table by it.
[[nodiscard]] std::vector<bool> columns_looked_up(const Plan& plan, TableIndex table);

/// Whether an aggregate over the table's rows may have to say where they stand.
[[nodiscard]] bool tells_origins(const Plan& plan, TableIndex table);

}  // namespace nilai::engine
