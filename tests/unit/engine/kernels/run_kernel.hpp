#pragma once

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

#include "engine/kernels/evaluate.hpp"

namespace nilai::engine {

inline const Value yes = Value::flag(true);
inline const Value no = Value::flag(false);
inline const Value unknown = Value::missing(Kind::flag);
inline const Value unread = Value::withheld(Kind::flag);
inline const Value none = Value::missing(Kind::number);
inline const Value hidden = Value::withheld(Kind::number);

inline Value number(std::int64_t whole) {
  return Value::of(Number(whole));
}

inline Value ratio(std::int64_t numerator, std::int64_t denominator) {
  return Value::of(Number::ratio(numerator, denominator));
}

inline Value day(int year, int month, int of_month) {
  return Value::of(*Date::from_ymd(year, month, of_month));
}

inline Column column_of(const std::vector<Value>& values, Kind kind) {
  Column column = Column::of(kind, 0);
  for (const Value& value : values) column.push(value);
  return column;
}

/// What an operation makes of one row of operands: read from columns, and given as constants, which must agree.
inline Value run(Operation operation, Kind kind, const std::vector<Value>& operands, Payload payload = {}) {
  Program of_columns;
  Program of_constants;
  Instruction instruction{operation, kind, {}, std::move(payload), 0};
  for (std::uint32_t i = 0; i < operands.size(); ++i) {
    of_columns.instructions.push_back({Operation::column, operands[i].kind, {}, ColumnLoad{{}, i}, 0});
    of_constants.instructions.push_back({Operation::constant, operands[i].kind, {}, operands[i], 0});
    instruction.operands.push_back(i);
  }
  of_columns.instructions.push_back(instruction);
  of_constants.instructions.push_back(instruction);

  Loads loads;
  loads.column = [&operands](const ColumnLoad& load) {
    return column_of({operands[load.column]}, operands[load.column].kind);
  };
  const Column by_row = evaluate(of_columns, loads).back();
  const Column constant = evaluate(of_constants, loads).back();
  REQUIRE(by_row.size() == 1);
  CHECK(constant.is_constant);
  CHECK_FALSE(by_row.is_constant);
  CHECK(constant.value(5) == by_row.value(0));
  return by_row.value(0);
}

}  // namespace nilai::engine
