#include "engine/gather/rows/held_column.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

/// The values as integers, zero where none is present; empty where one has no such form.
std::optional<std::vector<std::int64_t>> integers_of(const Column& column) {
  if (column.kind == Kind::text) return std::nullopt;
  if (column.kind != Kind::number) return std::vector<std::int64_t>(column.codes.begin(), column.codes.end());
  std::vector<std::int64_t> integers;
  integers.reserve(column.size());
  for (const Number& number : column.numbers) {
    const auto whole = number.to_int64();
    if (!whole) return std::nullopt;
    integers.push_back(*whole);
  }
  return integers;
}

template <class Integer>
bool holds(std::int64_t least, std::int64_t greatest) {
  return least >= std::numeric_limits<Integer>::min() && greatest <= std::numeric_limits<Integer>::max();
}

template <class Integer>
std::vector<Integer> narrowed(const std::vector<std::int64_t>& integers) {
  std::vector<Integer> narrow;
  narrow.reserve(integers.size());
  for (const std::int64_t integer : integers) narrow.push_back(static_cast<Integer>(integer));
  return narrow;
}

}  // namespace

HeldColumn::Chunk HeldColumn::packed(Column&& column) {
  const auto integers = integers_of(column);
  if (!integers) {
    column.texts.shrink_to_fit();
    return {{}, std::move(column)};
  }
  Chunk chunk;
  const bool has_gaps = std::any_of(column.presence.begin(), column.presence.end(),
                                    [](Presence presence) { return presence != Presence::present; });
  if (has_gaps) chunk.presence = std::move(column.presence);
  const auto [least, greatest] = std::minmax_element(integers->begin(), integers->end());
  if (holds<std::int8_t>(*least, *greatest)) {
    chunk.content = narrowed<std::int8_t>(*integers);
  } else if (holds<std::int16_t>(*least, *greatest)) {
    chunk.content = narrowed<std::int16_t>(*integers);
  } else if (holds<std::int32_t>(*least, *greatest)) {
    chunk.content = narrowed<std::int32_t>(*integers);
  } else {
    chunk.content = *integers;
  }
  return chunk;
}

void HeldColumn::append(const Column& more) {
  for (std::size_t begin = 0; begin < more.size();) {
    const std::size_t end = std::min(more.size(), begin + rows_per_chunk - rest_.size());
    engine::append(rest_, engine::slice(more, begin, end));
    if (rest_.size() == rows_per_chunk) chunks_.push_back(packed(std::exchange(rest_, Column::of(rest_.kind, 0))));
    begin = end;
  }
}

void HeldColumn::unpack(std::size_t row, Column& to, std::size_t to_row) const {
  const std::size_t chunk_index = row / rows_per_chunk;
  const std::size_t in_chunk = row % rows_per_chunk;
  if (chunk_index == chunks_.size()) return copy_value(to, to_row, rest_, in_chunk);
  const Chunk& chunk = chunks_[chunk_index];
  if (const auto* column = std::get_if<Column>(&chunk.content)) return copy_value(to, to_row, *column, in_chunk);

  to.presence[to_row] = chunk.presence.empty() ? Presence::present : chunk.presence[in_chunk];
  if (!to.is_present(to_row)) return;
  const std::int64_t integer = std::visit(
      [in_chunk]<class Held>(const Held& held) -> std::int64_t {
        if constexpr (std::is_same_v<Held, Column>) {
          return 0;
        } else {
          return held[in_chunk];
        }
      },
      chunk.content);
  if (to.kind == Kind::number) {
    to.numbers[to_row] = Number(integer);
  } else {
    to.codes[to_row] = static_cast<std::int32_t>(integer);
  }
}

Column HeldColumn::slice(std::size_t begin, std::size_t end) const {
  Column rows = Column::of(rest_.kind, end - begin);
  for (std::size_t row = begin; row < end; ++row) unpack(row, rows, row - begin);
  return rows;
}

Column HeldColumn::pick(const std::vector<std::uint32_t>& rows) const {
  Column picked = Column::of(rest_.kind, rows.size());
  for (std::size_t to = 0; to < rows.size(); ++to) {
    if (rows[to] != no_row) unpack(rows[to], picked, to);
  }
  return picked;
}

}  // namespace nilai::engine
