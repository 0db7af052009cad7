#include "engine/kernels/peers.hpp"

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {
namespace {

struct Setting {
  std::vector<Value> values;
  std::vector<std::int32_t> district = {}, stage = {};  ///< in common, where not empty; a negative one was not read
  PeersSpec spec = {};
  std::vector<Value> where = {};
  std::vector<Value> ties = {};
  std::vector<bool> is_evaluated = {};
};

Column choices(const std::vector<std::int32_t>& values) {
  Column column = Column::of(Kind::choice, 0);
  for (const std::int32_t value : values) {
    column.push(value < 0 ? Value::withheld(Kind::choice) : Value::choice(value));
  }
  return column;
}

PeerComparison compare(Operation operation, Setting setting) {
  std::vector<Column> columns = {column_of(setting.values, setting.values.front().kind)};
  if (!setting.ties.empty()) columns.push_back(column_of(setting.ties, Kind::number));
  setting.spec.has_where = !setting.where.empty();
  if (setting.spec.has_where) columns.push_back(column_of(setting.where, Kind::flag));
  for (const auto& common : {setting.district, setting.stage}) {
    if (common.empty()) continue;
    columns.push_back(choices(common));
    ++setting.spec.common_count;
  }
  std::vector<const Column*> operands;
  operands.reserve(columns.size());
  for (const Column& column : columns) operands.push_back(&column);
  if (setting.is_evaluated.empty()) setting.is_evaluated.assign(setting.values.size(), true);
  return compare_with_peers({operation, Kind::number, {}, setting.spec, 0}, operands, setting.is_evaluated);
}

std::vector<Value> values_of(const Column& column) {
  std::vector<Value> values;
  for (std::size_t row = 0; row < column.size(); ++row) values.push_back(column.value(row));
  return values;
}

std::vector<Value> given(Operation operation, const Setting& setting) {
  return values_of(compare(operation, setting).value);
}

PeersSpec median(std::uint32_t smallest_group = 0) {
  PeersSpec spec;
  spec.statistic = AggregateKind::median;
  spec.smallest_group = smallest_group;
  return spec;
}

PeersSpec skipping(PeersSpec spec = {}) {
  spec.skips_missing = true;
  return spec;
}

using Values = std::vector<Value>;

}  // namespace

TEST_CASE("a statistic of peers is one for all of a group, the subject itself among them", "[engine]") {
  const Values marks = {number(1), number(2), number(6), number(10)};
  CHECK(given(Operation::peers, {marks, {}, {}, median()}) == Values(4, number(4)));
  CHECK(given(Operation::peers, {marks, {0, 0, 1, 1}, {}, median()}) ==
        Values{ratio(3, 2), ratio(3, 2), number(8), number(8)});
}

TEST_CASE("a group that is too small is widened by the last thing in common", "[engine]") {
  const Values marks = {number(1), number(2), number(6), number(10)};
  const auto compared = compare(Operation::peers, {marks, {0, 0, 0, 1}, {0, 0, 1, 1}, median(2)});
  CHECK(values_of(compared.value) == Values{ratio(3, 2), ratio(3, 2), number(2), number(4)});
  CHECK(compared.size == std::vector<std::uint32_t>{2, 2, 3, 4});
  CHECK(compared.common_count == std::vector<std::uint32_t>{2, 2, 1, 0});
}

TEST_CASE("where all together are too few there is no statistic", "[engine]") {
  CHECK(given(Operation::peers, {{number(1), number(2)}, {0, 1}, {}, median(3)}) == Values{none, none});
}

TEST_CASE("who is not evaluated, or does not meet the condition, is no peer", "[engine]") {
  const Values marks = {number(1), number(2), number(6)};
  CHECK(given(Operation::peers, {marks, {}, {}, median(), {}, {}, {true, true, false}}) ==
        Values{ratio(3, 2), ratio(3, 2), none});
  CHECK(given(Operation::peers, {marks, {}, {}, median(), {yes, no, yes}}) == Values(3, ratio(7, 2)));
  CHECK(given(Operation::rank, {marks, {}, {}, {}, {yes, no, unknown}}) == Values{number(1), none, none});
}

TEST_CASE("missing values are skipped, or leave the group without a statistic", "[engine]") {
  const Values marks = {number(1), none, number(6)};
  CHECK(given(Operation::peers, {marks, {}, {}, median()}) == Values(3, none));
  CHECK(given(Operation::peers, {marks, {}, {}, skipping(median())}) == Values(3, ratio(7, 2)));
  CHECK(given(Operation::rank, {marks}) == Values(3, none));
  CHECK(given(Operation::rank, {marks, {}, {}, skipping()}) == Values{number(2), none, number(1)});
}

TEST_CASE("what could not be read withholds its group, and no other", "[engine]") {
  const Values marks = {number(1), hidden, number(6)};
  CHECK(given(Operation::peers, {marks, {0, 0, 1}, {}, skipping(median())}) == Values{hidden, hidden, number(6)});
  CHECK(given(Operation::rank, {marks, {0, 0, 1}}) == Values{hidden, hidden, number(1)});
  CHECK(given(Operation::rank, {{number(1), number(2)}, {}, {}, {}, {yes, unread}}) == Values{hidden, hidden});
}

TEST_CASE("whose group could not be read may be in any", "[engine]") {
  const Values marks = {number(1), number(2), number(6)};
  CHECK(given(Operation::peers, {marks, {0, -1, 1}, {}, median()}) == Values(3, hidden));
  CHECK(given(Operation::peers, {marks, {0, -1, 1}, {}, median(), {yes, no, yes}}) ==
        Values{number(1), hidden, number(6)});
}

TEST_CASE("the highest ranks first, ties share the better rank", "[engine]") {
  const Values marks = {number(5), number(9), number(9), number(1)};
  CHECK(given(Operation::rank, {marks}) == Values{number(3), number(1), number(1), number(4)});
  CHECK(given(Operation::rank, {marks, {0, 0, 1, 1}}) == Values{number(2), number(1), number(1), number(2)});
}

TEST_CASE("further values break ties", "[engine]") {
  CHECK(
      given(Operation::rank, {{number(9), number(9), number(1)}, {}, {}, {}, {}, {number(2), number(3), number(8)}}) ==
      Values{number(2), number(1), number(3)});
}

TEST_CASE("a percentile rank is the part of the others below, and of one alone there is none", "[engine]") {
  const Values marks = {number(5), number(9), number(9), number(1)};
  CHECK(given(Operation::percentile_rank, {marks}) == Values{ratio(1, 3), ratio(2, 3), ratio(2, 3), number(0)});
  CHECK(given(Operation::percentile_rank, {marks, {0, 1, 1, 1}}) == Values{none, ratio(1, 2), ratio(1, 2), number(0)});
}

}  // namespace nilai::engine
