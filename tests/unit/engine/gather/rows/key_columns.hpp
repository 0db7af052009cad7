#pragma once

#include <string>
#include <vector>

#include "engine/column.hpp"

namespace nilai::engine {

/// A column of texts, as a file has them: an empty one is missing.
inline Column texts_of(const std::vector<std::string>& texts) {
  Column column = Column::of(Kind::text, 0);
  for (const std::string& text : texts) {
    column.push(text.empty() ? Value::missing(Kind::text) : Value::of(text));
  }
  return column;
}

}  // namespace nilai::engine
