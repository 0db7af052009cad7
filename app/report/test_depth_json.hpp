#pragma once

#include "app/report/test_report.hpp"

namespace boost::json {
class object;
}

namespace nilai::app {

/// `reached_count`, `place_count`, and the `places`, each with its kind and how many tests reached it. Requires:
/// coverage.
boost::json::object coverage_json(const TestedRulebook& rulebook);

/// How many mutants were tried, noticed, refused, and the `unnoticed` ones. Requires: mutants were tried.
boost::json::object mutants_json(const TestedRulebook& rulebook);

}  // namespace nilai::app
