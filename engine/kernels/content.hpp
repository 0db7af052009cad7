#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/column.hpp"

namespace nilai::engine {

/// Stands for a row that is not there.
inline constexpr std::uint32_t no_row = 0xFFFFFFFF;

/// Makes row `to_row` of `to` what row `from_row` of `from` is. Requires: one kind; `to` has a content for each row.
void copy_value(Column& to, std::size_t to_row, const Column& from, std::size_t from_row);

/// How two present values of one kind stand to each other: numbers, days, choices and flags by size, texts bytewise.
[[nodiscard]] std::strong_ordering compare_content(const Column& a, std::size_t row_a, const Column& b,
                                                   std::size_t row_b);

/// Whether two rows of columns of one kind have the same presence and, where present, the same content.
[[nodiscard]] bool same_value(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b);

/// The rows of `column` in the order of `rows`; missing for `no_row`.
[[nodiscard]] Column pick(const Column& column, const std::vector<std::uint32_t>& rows);

/// The rows [begin, end) of `column`; all of it where it is constant.
[[nodiscard]] Column slice(const Column& column, std::size_t begin, std::size_t end);

/// Puts all rows of `more` behind those of `column`. Requires: one kind; neither is constant.
void append(Column& column, Column&& more);

}  // namespace nilai::engine
