#pragma once

#include <string>
#include <vector>

#include "app/report/data_problems.hpp"

namespace nilai::app {

/// `rejected.csv`: a record for each row set aside, and each value withheld.
std::string rejected_csv(const std::vector<RefusedRow>& refused);

}  // namespace nilai::app
