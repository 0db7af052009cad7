#include "engine/kernels/content.hpp"

#include <iterator>
#include <utility>

namespace nilai::engine {
namespace {

/// Calls `act` with the content vectors of both columns that belong to the first one's kind.
template <class A, class B, class Act>
auto with_contents(A&& a, B&& b, Act act) {
  switch (a.kind) {
    case Kind::number:
      return act(a.numbers, b.numbers);
    case Kind::text:
      return act(a.texts, b.texts);
    case Kind::flag:
    case Kind::date:
    case Kind::span:
    case Kind::choice:
      break;
  }
  return act(a.codes, b.codes);
}

}  // namespace

void copy_value(Column& to, std::size_t to_row, const Column& from, std::size_t from_row) {
  const std::size_t at = from.index(from_row);
  to.presence[to_row] = from.presence[at];
  if (from.presence[at] != Presence::present) return;
  with_contents(to, from, [&](auto& to_content, const auto& from_content) { to_content[to_row] = from_content[at]; });
}

std::strong_ordering compare_content(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b) {
  return with_contents(a, b, [&](const auto& content_a, const auto& content_b) -> std::strong_ordering {
    return content_a[a.index(row_a)] <=> content_b[b.index(row_b)];
  });
}

bool same_value(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b) {
  if (a.presence_at(row_a) != b.presence_at(row_b)) return false;
  return !a.is_present(row_a) || compare_content(a, row_a, b, row_b) == 0;
}

Column pick(const Column& column, const std::vector<std::uint32_t>& rows) {
  Column picked = Column::of(column.kind, rows.size());
  for (std::size_t to = 0; to < rows.size(); ++to) {
    if (rows[to] != no_row) copy_value(picked, to, column, rows[to]);
  }
  return picked;
}

Column slice(const Column& column, std::size_t begin, std::size_t end) {
  if (column.is_constant || (begin == 0 && end == column.size())) return column;
  const auto cut = [&](auto& to, const auto& from) {
    to.assign(from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end));
  };
  Column part;
  part.kind = column.kind;
  cut(part.presence, column.presence);
  with_contents(part, column, cut);
  return part;
}

void append(Column& column, Column&& more) {
  column.presence.insert(column.presence.end(), more.presence.begin(), more.presence.end());
  with_contents(column, more, [](auto& content, auto& more_content) {
    content.insert(content.end(), std::make_move_iterator(more_content.begin()),
                   std::make_move_iterator(more_content.end()));
  });
}

}  // namespace nilai::engine
