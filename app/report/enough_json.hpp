#pragma once

#include "rules/enough.hpp"

namespace boost::json {
class object;
}

namespace nilai::app {

/// What would have been enough, as a JSON tree: the members of `rules::Enough` by their names. Values are objects as in
/// an explanation; `together` is null where there is none.
boost::json::object enough_json(const rules::Enough& enough);

}  // namespace nilai::app
