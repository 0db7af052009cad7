#include "app/cli/diff.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <tuple>
#include <variant>

#include "app/cli/diff_runs.hpp"
#include "app/cli/gather.hpp"
#include "app/cli/period_warnings.hpp"
#include "app/cli/refusals.hpp"
#include "app/cli/steps.hpp"
#include "app/output/cells.hpp"
#include "app/report/comparison.hpp"
#include "app/words.hpp"
#include "engine/evaluated_periods.hpp"

namespace nilai::app {

namespace {

/// One of the two ways of evaluating, from its files on.
struct Compared {
  std::string name;  ///< as given
  const rules::Compiled* compiled = nullptr;
  AskedPeriods periods;
  Dataset dataset;
  engine::GatherResult data;
  std::optional<engine::ColumnIndex> by;  ///< of the subject's table in the plan

  /// Those asked for; empty where there are none.
  [[nodiscard]] std::vector<engine::Period> asked_periods() const {
    const auto& all = periods.periods;
    return {all.end() - static_cast<std::ptrdiff_t>(std::min(periods.asked_count, all.size())), all.end()};
  }

  [[nodiscard]] const engine::TablePlan& subject_table() const { return compiled->plan.tables[compiled->plan.subject]; }
};

/// The column that people are counted by unless they say otherwise: the first with named values that is neither
/// personal nor protected.
std::string default_by(const rules::Model& model) {
  for (const rules::Column& column : model.tables[model.subject].columns) {
    const bool is_read = column.formula.is_none() && !column.is_personal && !column.is_protected;
    if (is_read && column.type.kind == engine::Kind::choice) return column.name;
  }
  return {};
}

std::vector<std::string> key_names(const engine::TablePlan& table) {
  std::vector<std::string> names;
  for (const engine::ColumnIndex column : table.key) names.push_back(table.columns[column].name);
  return names;
}

/// The steps of a comparison of rulebooks or datasets. Each returns whether the next can begin.
class Differ {
 public:
  Differ(const DiffParameters& parameters, const Console& console, Log& log)
      : parameters_(parameters), console_(console), log_(log), steps_(console, log) {}

  std::variant<Comparison, ExitCode> compare() {
    if (!compile() || !choose_by() || !open() || !gather()) return steps_.exit_code();
    warn_of_refusals();
    warn_of_periods();
    return compared();
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, console_.language, arguments);
  }

  [[nodiscard]] bool is_of_rulebooks() const { return parameters_.compared.size() == 2; }

  // --- steps ------------------------------------------------------------------------------------------------------

  bool compile() {
    for (const std::string& path : parameters_.compared) {
      rulebooks_.push_back(steps_.compile(path));
      if (rulebooks_.back() == nullptr) return false;
    }
    for (std::size_t side = 0; side < 2; ++side) {
      sides_[side].compiled = (is_of_rulebooks() ? rulebooks_[side] : rulebooks_.front()).get();
      sides_[side].name = is_of_rulebooks() ? parameters_.compared[side] : parameters_.data[side];
    }
    if (!are_comparable()) return false;
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string& rulebook = parameters_.compared[is_of_rulebooks() ? side : 0];
      auto asked = steps_.period_range(sides_[side].compiled->plan, rulebook, parameters_.period);
      if (!asked) return false;
      sides_[side].periods = std::move(*asked);
    }
    return true;
  }

  bool are_comparable() {
    const engine::Plan& a = sides_[0].compiled->plan;
    const engine::Plan& b = sides_[1].compiled->plan;
    const auto described = [](const Compared& side) {
      const rules::Compiled& compiled = *side.compiled;
      std::string text = side.subject_table().name;
      for (const std::string& name : key_names(side.subject_table())) text += " " + name;
      if (compiled.plan.every) text += ", " + engine::first_period(compiled.plan).name();
      return text;
    };
    const bool is_same = sides_[0].subject_table().name == sides_[1].subject_table().name &&
                         key_names(sides_[0].subject_table()) == key_names(sides_[1].subject_table()) &&
                         a.every == b.every && a.starting_month == b.starting_month;
    return is_same || steps_.stop(exit_command_line_is_wrong,
                                  "nilai: " + say(Word::not_comparable, {sides_[0].name, sides_[1].name,
                                                                         described(sides_[0]), described(sides_[1])}));
  }

  bool choose_by() {
    const rules::Model& model = sides_[1].compiled->model;
    const rules::Table& table = model.tables[model.subject];
    by_ = parameters_.by.value_or(default_by(model));
    if (by_.empty()) return true;
    const auto column = table.find(by_);
    if (column && table.columns[*column].is_personal) {
      return steps_.stop(exit_command_line_is_wrong, "nilai: " + say(Word::personal_by, {by_}));
    }
    for (const auto& rulebook : rulebooks_) rules::read_also(*rulebook, by_);
    for (Compared& side : sides_) {
      const auto& columns = side.subject_table().columns;
      for (engine::ColumnIndex c = 0; c < columns.size(); ++c) {
        if (columns[c].name == by_) side.by = c;
      }
    }
    return sides_[1].by.has_value() ||
           steps_.stop(exit_command_line_is_wrong, "nilai: " + say(Word::cannot_count_by, {by_, table.name}));
  }

  bool open() {
    for (std::size_t side = 0; side < 2; ++side) {
      auto dataset = steps_.dataset(parameters_.data[is_of_rulebooks() ? 0 : side], *sides_[side].compiled);
      if (!dataset) return false;
      sides_[side].dataset = std::move(*dataset);
    }
    return true;
  }

  bool gather() {
    const Stopwatch stopwatch(log_, "gather");
    std::vector<ToGather> wanted;
    for (const Compared& side : sides_) {
      const Dataset& dataset = side.dataset;
      wanted.push_back({{side.compiled->plan, dataset.inputs, side.periods.periods, dataset.holidays}, dataset});
    }
    const ReadingOptions options{parameters_.threads, parameters_.kept, {}, parameters_.log.is_quiet};
    std::vector<engine::GatherResult> results = app::gather(wanted, options, console_, log_);
    for (std::size_t side = 0; side < 2; ++side) sides_[side].data = std::move(results[side]);
    for (const Compared& side : sides_) {
      if (!steps_.are_readable(side.data, side.compiled->plan, side.dataset)) return false;
    }
    return true;
  }

  /// Of two rulebooks, each may refuse what the other does not read: what both refuse is said once.
  void warn_of_refusals() {
    std::vector<RefusedRow> refused;
    std::set<std::tuple<std::string, std::string, std::uint64_t, std::string, text::Code>> told;
    for (const Compared& side : sides_) {
      for (RefusedRow& row : refused_rows(*side.compiled, side.dataset, side.data, false, console_.language)) {
        if (!is_of_rulebooks()) row.file = side.name + ": " + row.file;
        if (told.emplace(row.table, row.file, row.row, row.column, row.code).second) refused.push_back(std::move(row));
      }
    }
    report_refusals(refused, {}, console_.language, log_);
  }

  void warn_of_periods() {
    std::set<std::string> told;
    for (const Compared& side : sides_) {
      for (std::string& warning :
           period_warnings(side.compiled->plan, side.data, side.asked_periods(), console_.language)) {
        if (!is_of_rulebooks()) warning = side.name + ": " + warning;
        if (told.insert(warning).second) log_.warning(warning);
      }
    }
  }

  // --- what came out ----------------------------------------------------------------------------------------------

  Comparison compared() {
    const Stopwatch stopwatch(log_, "compare");
    Comparison comparison;
    comparison.kind = is_of_rulebooks() ? Comparison::Kind::rulebooks : Comparison::Kind::datasets;
    comparison.before = sides_[0].name;
    comparison.after = sides_[1].name;
    comparison.key_columns = key_names(sides_[1].subject_table());
    comparison.by = by_;
    comparison.outcomes = sides_[1].compiled->plan.outcomes;
    std::vector<std::optional<engine::Period>> asked;
    for (const engine::Period& period : sides_[1].asked_periods()) {
      asked.emplace_back(period);
      comparison.periods.push_back(period.name());
    }
    if (asked.empty()) asked.emplace_back();
    rules::Differences found = rules::differences({*sides_[0].compiled, sides_[0].data.gathered},
                                                  {*sides_[1].compiled, sides_[1].data.gathered}, asked);
    comparison.changes = std::move(found.changes);
    std::set<std::vector<std::string>> evaluated;
    for (const rules::PeriodDifferences& period : found.periods) {
      add_period(period, comparison);
      if (asked.size() > 1) note_evaluated(period, evaluated);
    }
    comparison.subject_count = evaluated.size();
    return comparison;
  }

  void note_evaluated(const rules::PeriodDifferences& period, std::set<std::vector<std::string>>& keys) const {
    for (const rules::ComparedPair& pair : period.pairs) {
      keys.insert(pair.after ? sides_[1].data.gathered.keys[*pair.after] : sides_[0].data.gathered.keys[*pair.before]);
    }
  }

  void add_period(const rules::PeriodDifferences& period, Comparison& comparison) const {
    const auto name = period.period ? period.period->name() : std::string();
    for (const rules::ComparedPair& pair : period.pairs) {
      const std::string group = by_.empty() ? std::string() : group_of(period, pair);
      if (!pair.difference) {
        count(comparison, group, pair.has_another_score, std::nullopt);
        continue;
      }
      const rules::Difference& difference = period.differences[*pair.difference];
      ComparedSubject subject{
          difference.key,   name, "", shown(difference.before), shown(difference.after), direction(difference),
          difference.causes};
      count(comparison, group, false, std::move(subject));
    }
  }

  /// As it is after; of those who are gone, as it was.
  [[nodiscard]] std::string group_of(const rules::PeriodDifferences& period, const rules::ComparedPair& pair) const {
    for (const auto& [side, row] : {std::pair(1, pair.after), std::pair(0, pair.before)}) {
      const Compared& from = sides_[side];
      if (!row || !from.by) continue;
      for (const engine::GatheredPeriod& gathered : from.data.gathered.periods) {
        if (gathered.period != period.period || !gathered.is_evaluated[*row]) continue;
        const engine::ColumnPlan& column = from.subject_table().columns[*from.by];
        return value_text(gathered.columns[*from.by].value(*row), from.compiled->model, column.choice);
      }
    }
    return {};
  }

  static ComparedVerdict shown(const rules::Verdict& verdict) {
    ComparedVerdict shown{verdict.is_evaluated, verdict.outcome, verdict.code, ""};
    if (verdict.score.is_present()) {
      const engine::Number& score = verdict.score.number();
      shown.score = verdict.places ? score.to_fixed(*verdict.places) : score.to_text();
    }
    return shown;
  }

  [[nodiscard]] Direction direction(const rules::Difference& difference) const {
    const auto before = rank(difference.before.outcome), after = rank(difference.after.outcome);
    if (!before || !after || *before == *after) return Direction::neither;
    return *after < *before ? Direction::better : Direction::worse;
  }

  /// Where an outcome stands in the order of the new rulebook, best first; empty where that does not place it.
  [[nodiscard]] std::optional<std::size_t> rank(const std::string& outcome) const {
    const auto& outcomes = sides_[1].compiled->model.outcomes;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (outcomes[i].name.text == outcome && !outcomes[i].is_outside_the_order) return i;
    }
    return std::nullopt;
  }

  const DiffParameters& parameters_;
  const Console& console_;
  Log& log_;
  Steps steps_;
  std::vector<std::unique_ptr<rules::Compiled>> rulebooks_;
  Compared sides_[2];
  std::string by_;
};

/// Rulebooks, then: a run is a folder.
bool are_files(const std::vector<std::string>& paths) {
  return std::all_of(paths.begin(), paths.end(), [](const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
  });
}

std::variant<Comparison, ExitCode> compare(const DiffParameters& parameters, const Console& console, Log& log) {
  const std::size_t compared = parameters.compared.size(), datasets = parameters.data.size();
  if (compared == 2 && datasets == 0) {
    if (!are_files(parameters.compared)) return compare_runs(parameters, console, log);
    log.error("nilai: " + say(Word::rulebooks_need_data, console.language));
    return exit_command_line_is_wrong;
  }
  if (compared + datasets == 3) return Differ(parameters, console, log).compare();
  log.error("nilai: " + say(Word::what_to_compare, console.language));
  return exit_command_line_is_wrong;
}

}  // namespace

int diff(const DiffParameters& parameters, Console& console) {
  Log log(console.err, parameters.log);
  auto compared = compare(parameters, console, log);
  if (const auto* exit_code = std::get_if<ExitCode>(&compared)) return *exit_code;
  const auto& comparison = std::get<Comparison>(compared);
  switch (parameters.format) {
    case DiffParameters::Format::text:
      console.out << comparison_text(comparison, Paint(console.has_colour), console.language);
      break;
    case DiffParameters::Format::json:
      console.out << comparison_json(comparison);
      break;
    case DiffParameters::Format::csv:
      console.out << comparison_csv(comparison);
      break;
  }
  return exit_done;
}

}  // namespace nilai::app
