#include "rules/differences.hpp"

#include <catch2/catch.hpp>
#include <memory>

#include "engine/gather/gather.hpp"
#include "support/text_source.hpp"

namespace nilai::rules {
namespace {

using Names = std::vector<std::string>;

const std::string book = R"(rulebook example "Contoh"
  in force   from 2025-01-01
  evaluates  companion every quarter

table companion
  key     companion_id
  period  quarter
  column  reach  number
  column  late   whole number

table visit
  belongs to  companion by companion_id
  dated       visited_on
  column      minutes  whole number
  column      is_long  yes or no  = minutes >= long_visit

parameter long_visit
  from 2025-01-01  30
parameter full
  from 2025-01-01  100

measure long_visits = count(visit where is_long)
measure apart = late

criterion reached  weight 1
  measured by  reach
  points       0 at 0, 100 at full

criterion visited  weight 1
  measured by  long_visits
  points       0 at 0, 100 at 4

score = weighted average of criteria
  rounded to 2 places

outcomes
  good
  fair
  poor

decide
  poor  when score < 40  code A
  fair  when score < 60  code B
  good  otherwise
)";

// Each has four visits of 40 minutes: 100 points, so that the score is 50 and half the reach.
const std::string companions =
    "companion_id,quarter,reach,late\n"
    "P24,2025-Q1,24,2\nP30,2025-Q1,30,10\nP50,2025-Q1,50,2\nP90,2025-Q1,90,2\n";

std::string visits() {
  std::string text = "companion_id,visited_on,minutes\n";
  for (const char* id : {"P24", "P30", "P50", "P90"}) {
    for (const char* day : {"06", "07", "08", "09"}) text += std::string(id) + ",2025-01-" + day + ",40\n";
  }
  return text;
}

std::unique_ptr<Compiled> compiled(const std::string& text) {
  text::Diagnostics diagnostics;
  auto compiled = compile(text::Source("book.nilai", text), diagnostics);
  CAPTURE(text);
  REQUIRE(compiled != nullptr);
  return compiled;
}

engine::TableInputs inputs_of(const engine::Plan& plan, const std::string& companion_records) {
  engine::TableInputs inputs;
  for (const engine::TablePlan& table : plan.tables) {
    engine::FileInput& file = inputs.emplace_back().emplace_back();
    file.name = file.id = table.name;
    file.open = tests::open_text(table.name == "companion" ? companion_records : visits());
    for (const engine::ColumnPlan& column : table.columns) file.columns.emplace_back().headers = {column.name};
  }
  return inputs;
}

const engine::Period quarter = *engine::Period::parse("2025-Q1", engine::PeriodUnit::quarter);

Differences compared(const Compiled& before, const Compiled& after, const std::string& records_before = companions,
                     const std::string& records_after = companions) {
  const engine::TableInputs old = inputs_of(before.plan, records_before), now = inputs_of(after.plan, records_after);
  const auto a = engine::gather(before.plan, old, {quarter}, {}), b = engine::gather(after.plan, now, {quarter}, {});
  return differences({before, a.gathered}, {after, b.gathered}, {quarter});
}

std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), now);
}

/// `P30 good -> fair: fair B`, the names of the causes parted by commas.
Names told(const Differences& differences) {
  Names lines;
  for (const Difference& one : differences.periods.front().differences) {
    std::string line = one.key.front() + " " + one.before.outcome + " -> " + one.after.outcome + ":";
    for (const std::size_t cause : one.causes) line += " " + differences.changes[cause].name;
    lines.push_back(line);
  }
  return lines;
}

struct ChangeCase {
  const char* name;
  std::vector<std::pair<std::string, std::string>> changes;
  Names found;
};

}  // namespace

TEST_CASE("differences names the change that made each difference", "[rules]") {
  const auto c = GENERATE(values<ChangeCase>({
      {"a threshold", {{"score < 60", "score < 70"}}, {"P24 good -> fair: fair B", "P30 good -> fair: fair B"}},
      {"a parameter on a scale", {{"01-01  100", "01-01  200"}}, {"P24 good -> fair: full", "P30 good -> fair: full"}},
      {"a parameter in the condition of a count",
       {{"01-01  30", "01-01  50"}},
       {"P24 good -> poor: long_visit", "P30 good -> poor: long_visit", "P50 good -> poor: long_visit",
        "P90 good -> fair: long_visit"}},
      {"a column that is worked out",
       {{"minutes >= long_visit", "minutes > 2 * long_visit"}},
       {"P24 good -> poor: visit.is_long", "P30 good -> poor: visit.is_long", "P50 good -> poor: visit.is_long",
        "P90 good -> fair: visit.is_long"}},
      {"a measure",
       {{"count(visit where is_long)", "count(visit where is_long) - 2"}},
       {"P24 good -> poor: long_visits", "P30 good -> fair: long_visits", "P50 good -> fair: long_visits"}},
      {"the points of a criterion",
       {{"100 at 4", "100 at 5"}},
       {"P24 good -> fair: visited", "P30 good -> fair: visited"}},
      {"a new criterion",
       {{"score = weighted",
         "criterion punctual  weight 1\n  measured by  late\n  points  100 at 0, 0 at 10\nscore = weighted"}},
       {"P30 good -> fair: punctual"}},
      {"a case that is gone", {{"  fair  when score < 60  code B\n", ""}}, {}},
      {"a new case", {{"  fair  when", "  poor  when late > 5  code C\n  fair  when"}}, {"P30 good -> poor: poor C"}},
      {"a case with another code", {{"code B", "code D"}}, {}},
      {"two changes that did it together, and not alone",
       {{"01-01  100", "01-01  139"}, {"score < 60", "score < 70"}},
       {"P24 good -> fair: full fair B", "P30 good -> fair: fair B", "P50 good -> fair: full fair B"}},
  }));
  CAPTURE(c.name);
  // A change that touches nobody stands beside each, so that there is always something to tell apart.
  std::string after = with(book, "apart = late", "apart = late + 1");
  for (const auto& [old, now] : c.changes) after = with(after, old, now);
  CHECK(told(compared(*compiled(book), *compiled(after))) == c.found);
}

TEST_CASE("differences tells apart what is written otherwise and what says something else", "[rules]") {
  const std::string after = with(with(book, "\"Contoh\"", "\"Example\""), "score < 60  code B",
                                 "score   <  60  because \"low\"  code B  # as before");
  const Differences found = compared(*compiled(book), *compiled(after));
  CHECK(found.changes.empty());
  CHECK(found.periods.front().differences.empty());
  CHECK(found.periods.front().pairs.size() == 4);
}

TEST_CASE("between two datasets the definitions that read other records are the causes", "[rules]") {
  const auto rulebook = compiled(book);
  const std::string records = with(with(companions, "P30,2025-Q1,30", "P30,2025-Q1,10"), "P90,2025-Q1,90,2\n", "");
  CHECK(told(compared(*rulebook, *rulebook, companions, records)) ==
        Names{"P30 good -> fair: reached", "P90 good -> :"});
}

TEST_CASE("a score that changes and decides nothing is counted", "[rules]") {
  const auto found = compared(*compiled(book), *compiled(with(book, "100 at 4", "100 at 5")));
  std::size_t scores_alone = 0;
  for (const ComparedPair& pair : found.periods.front().pairs) {
    if (!pair.difference && pair.has_another_score) ++scores_alone;
  }
  CHECK(scores_alone == 2);
}

}  // namespace nilai::rules
