#pragma once

#include <string>

#include "engine/gather/gather.hpp"

namespace nilai::app {

/// A digest of all that decides what gathering gives, but for the bytes of the records: what the plan has of gathering,
/// how each file is read, the periods, the holidays, and this very program. Points, weights, scores and decisions are
/// no part of it: they are judged afterwards.
///
/// 64 hexadecimal digits.
std::string gather_key(const engine::GatherRequest& request);

}  // namespace nilai::app
