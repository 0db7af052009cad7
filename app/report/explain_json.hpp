#pragma once

#include <string>

#include "rules/explanation.hpp"

namespace boost::json {
class object;
}

namespace nilai::app {

/// An explanation as a JSON tree: the members of `rules::Explanation` by their names.
///
/// A value is an object: `text` as people read it, `value` as outputs have it (a number is a text of its decimal
/// digits, to 6 places where they do not end; null where there is none), `ratio` where the digits do not end,
/// `is_withheld` where the data could not be read, `reason` where a cell says why it is empty.
boost::json::object explanation_json(const rules::Explanation& explanation);

/// Such a value.
boost::json::object value_json(const rules::ShownValue& shown);

}  // namespace nilai::app
