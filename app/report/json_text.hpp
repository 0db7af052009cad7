#pragma once

#include <string>

namespace boost::json {
class value;
}

namespace nilai::app {

/// JSON laid out for people: a member a line, two blanks a level; short arrays and objects of plain values on one.
std::string json_text(const boost::json::value& value);

}  // namespace nilai::app
