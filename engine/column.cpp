#include "engine/column.hpp"

#include <cassert>
#include <utility>

namespace nilai::engine {
namespace {

enum class Storage : std::uint8_t { numbers, codes, texts };

Storage storage_of(Kind kind) {
  switch (kind) {
    case Kind::number:
      return Storage::numbers;
    case Kind::text:
      return Storage::texts;
    case Kind::flag:
    case Kind::date:
    case Kind::span:
    case Kind::choice:
      return Storage::codes;
  }
  return Storage::codes;
}

/// The content of a present value, or the default that a row without one holds.
template <class Content>
Content content_or_default(Value&& value) {
  if (!value.is_present()) return Content{};
  return std::get<Content>(std::move(value.content));
}

}  // namespace

Column Column::of(Kind kind, std::size_t rows) {
  Column column;
  column.kind = kind;
  column.presence.resize(rows, Presence::missing);
  switch (storage_of(kind)) {
    case Storage::numbers:
      column.numbers.resize(rows);
      break;
    case Storage::codes:
      column.codes.resize(rows);
      break;
    case Storage::texts:
      column.texts.resize(rows);
      break;
  }
  return column;
}

Column Column::constant(const Value& value) {
  Column column;
  column.kind = value.kind;
  column.push(value);
  column.is_constant = true;
  return column;
}

Value Column::value(std::size_t row) const {
  const std::size_t at = index(row);
  if (presence[at] != Presence::present) return {kind, presence[at], 0};
  switch (storage_of(kind)) {
    case Storage::numbers:
      return {kind, Presence::present, numbers[at]};
    case Storage::codes:
      return {kind, Presence::present, codes[at]};
    case Storage::texts:
      return {kind, Presence::present, texts[at]};
  }
  return Value::missing(kind);
}

void Column::reserve(std::size_t rows) {
  presence.reserve(rows);
  switch (storage_of(kind)) {
    case Storage::numbers:
      numbers.reserve(rows);
      break;
    case Storage::codes:
      codes.reserve(rows);
      break;
    case Storage::texts:
      texts.reserve(rows);
      break;
  }
}

void Column::push(Value value) {
  assert(value.kind == kind && !is_constant);
  presence.push_back(value.presence);
  switch (storage_of(kind)) {
    case Storage::numbers:
      numbers.push_back(content_or_default<Number>(std::move(value)));
      break;
    case Storage::codes:
      codes.push_back(content_or_default<std::int32_t>(std::move(value)));
      break;
    case Storage::texts:
      texts.push_back(content_or_default<std::string>(std::move(value)));
      break;
  }
}

void Column::set(std::size_t row, Value value) {
  assert(value.kind == kind && !is_constant);
  presence[row] = value.presence;
  switch (storage_of(kind)) {
    case Storage::numbers:
      numbers[row] = content_or_default<Number>(std::move(value));
      break;
    case Storage::codes:
      codes[row] = content_or_default<std::int32_t>(std::move(value));
      break;
    case Storage::texts:
      texts[row] = content_or_default<std::string>(std::move(value));
      break;
  }
}

}  // namespace nilai::engine
