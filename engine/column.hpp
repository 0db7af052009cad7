#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/value.hpp"

namespace nilai::engine {

/// Values of one kind, a row each, with a presence mask: what every operator reads and writes.
///
/// A *constant* column holds one value that stands for every row (a literal, a parameter, the period's end). Of the
/// three content vectors only the one of `kind` is filled: `numbers`, `texts`, or `codes` for all other kinds.
/// Invariant: `presence` and that vector have the same length, and a row that is not present holds a default there.
struct Column {
  Kind kind = Kind::number;
  bool is_constant = false;
  std::vector<Presence> presence;
  std::vector<Number> numbers;
  std::vector<std::int32_t> codes;
  std::vector<std::string> texts;

  static Column of(Kind kind, std::size_t rows);  ///< all missing
  static Column constant(const Value& value);     ///< one value for every row

  [[nodiscard]] std::size_t size() const { return presence.size(); }
  [[nodiscard]] std::size_t index(std::size_t row) const { return is_constant ? 0 : row; }
  [[nodiscard]] Presence presence_at(std::size_t row) const { return presence[index(row)]; }
  [[nodiscard]] bool is_present(std::size_t row) const { return presence_at(row) == Presence::present; }
  [[nodiscard]] const Number& number(std::size_t row) const { return numbers[index(row)]; }
  [[nodiscard]] std::int32_t code(std::size_t row) const { return codes[index(row)]; }
  [[nodiscard]] const std::string& text(std::size_t row) const { return texts[index(row)]; }
  [[nodiscard]] bool is_yes(std::size_t row) const { return is_present(row) && code(row) != 0; }
  [[nodiscard]] Value value(std::size_t row) const;

  void reserve(std::size_t rows);
  void push(Value value);                  ///< Requires: the value's kind is this column's
  void set(std::size_t row, Value value);  ///< likewise; not on a constant column
};

}  // namespace nilai::engine
