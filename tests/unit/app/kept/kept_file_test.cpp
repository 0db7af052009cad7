#include "app/kept/kept_file.hpp"

#include <catch2/catch.hpp>

namespace nilai::tests {
namespace {

using engine::Column;
using engine::Kind;
using engine::Number;
using engine::Value;

/// One subject in one period, with something of every kind.
engine::GatherResult gathered() {
  engine::GatherResult data;
  data.gathered.keys = {{"P1", "a, b"}};
  engine::GatheredPeriod period;
  period.period = engine::Period{engine::PeriodUnit::quarter, 8068, 4};
  period.is_evaluated = {true};
  const Number huge = (Number(1) / Number(3)).power(64);
  for (const Value& value :
       {Value::of(Number(-7)), Value::of(Number::ratio(118, 139)), Value::of(huge), Value::of(huge.power(9)),
        Value::flag(true), Value::of(engine::Date{17000}), Value::choice(2),
        Value::of(std::string("Sari, \"Rangkas\"")), Value::missing(Kind::number), Value::withheld(Kind::text)}) {
    Column column = Column::of(value.kind, 1);
    column.set(0, value);
    period.columns.push_back(column);
    period.aggregates.push_back({column, {3}, {4}});
  }
  period.above = {period.columns.front()};
  data.gathered.periods = {period};
  data.refusals = {{}, {{engine::RefusalKind::not_a_date, 1, 29999999, "visited_on", "31/02/2017", true}}};
  data.row_counts = {{1, 1, 0, 0}, {5, 3, 1, 1}};
  data.dates = {std::nullopt, engine::DateSpan{engine::Date{17400}, engine::Date{17500}}};
  data.last_date = engine::Date{17500};
  return data;
}

const app::FilesRead files = {{}, {{{1, 2, 3, 4, 5}, true, std::string(64, 'a')}}};

bool same(const Column& a, const Column& b) {
  if (a.kind != b.kind || a.size() != b.size()) return false;
  for (std::size_t row = 0; row < a.size(); ++row) {
    if (!(a.value(row) == b.value(row))) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("what was gathered is read as it was kept", "[app]") {
  const engine::GatherResult wanted = gathered();
  const auto kept = app::read_kept(app::kept_bytes("key", files, wanted));
  REQUIRE(kept);
  CHECK(kept->key == "key");
  REQUIRE(kept->files.size() == 2);
  CHECK(kept->files[1].at(0).state == files[1][0].state);
  CHECK(kept->files[1].at(0).is_young);
  CHECK(kept->files[1].at(0).sha256 == files[1][0].sha256);
  CHECK(kept->data.gathered.keys == wanted.gathered.keys);
  CHECK(kept->data.refusals == wanted.refusals);
  CHECK(kept->data.last_date == wanted.last_date);
  REQUIRE(kept->data.dates.size() == 2);
  CHECK(!kept->data.dates[0]);
  CHECK(kept->data.dates[1]->first == engine::Date{17400});
  CHECK(kept->data.row_counts.at(1).set_aside == 1);
  const engine::GatheredPeriod& period = kept->data.gathered.periods.at(0);
  const engine::GatheredPeriod& of = wanted.gathered.periods.at(0);
  CHECK(period.period == of.period);
  CHECK(period.is_evaluated == of.is_evaluated);
  CHECK(same(period.above.at(0), of.above[0]));
  REQUIRE(period.columns.size() == of.columns.size());
  for (std::size_t c = 0; c < of.columns.size(); ++c) {
    INFO(c);
    CHECK(same(period.columns[c], of.columns[c]));
    CHECK(same(period.aggregates.at(c).value, of.aggregates[c].value));
    CHECK(period.aggregates[c].counted == of.aggregates[c].counted);
    CHECK(period.aggregates[c].taken == of.aggregates[c].taken);
  }
}

TEST_CASE("a kept file that is cut or damaged is none", "[app]") {
  const std::string bytes = app::kept_bytes("key", files, gathered());
  for (std::size_t length = 0; length < bytes.size(); ++length) CHECK(!app::read_kept(bytes.substr(0, length)));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    CHECK(!app::read_kept(damaged));
  }
  CHECK(!app::read_kept(bytes + " "));
}

}  // namespace nilai::tests
