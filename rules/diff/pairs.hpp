#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/differences.hpp"

namespace nilai::rules {

/// A definition of one rulebook beside that of the same name in another. A case of the decision is a definition too: it
/// is known by its outcome and its code.
struct Pair {
  Change::Kind kind{};
  std::string name;
  std::optional<std::uint32_t> before, after;  ///< place among those of its kind; of a column: its place in `columns`
  bool is_changed = false;                     ///< says something else; labels, reasons and sources are no part of it
  std::string text_before, text_after;
};

/// Every definition of two rulebooks, by kind, then in the order of the text. Cases stand as they are tried: a case of
/// one rulebook alone where it is tried there.
std::vector<Pair> pairs(const Model& before, const Model& after);

/// The columns of a model that are worked out: table and column, in the order of the text.
std::vector<Definition> formula_columns(const Model& model);

}  // namespace nilai::rules
