#include <algorithm>
#include <map>
#include <set>

#include "app/report/comparison.hpp"
#include "app/report/evaluation.hpp"
#include "app/report/text_table.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

using text::Language;
using Align = TextTable::Align;

constexpr std::size_t subjects_shown = 20;
constexpr std::size_t most_period_columns = 8;

class ComparisonText {
 public:
  ComparisonText(const Comparison& comparison, const Paint& paint, Language language)
      : comparison_(comparison), paint_(paint), language_(language) {}

  std::string write() {
    write_head();
    if (comparison_.all.otherwise == 0) return std::move(text_);
    write_moves();
    write_groups();
    write_changes();
    write_subjects();
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, language_, arguments);
  }
  [[nodiscard]] std::string number(std::size_t count) const { return count_text(count, language_); }

  void write_head() {
    std::string periods;
    if (!comparison_.periods.empty()) {
      periods = ", " + comparison_.periods.front();
      if (comparison_.periods.size() > 1) periods += ".." + comparison_.periods.back();
    }
    text_ += paint_.bold(comparison_.before + " → " + comparison_.after + periods) + "\n";
    const ComparedCounts& all = comparison_.all;
    if (comparison_.periods.size() > 1) {
      text_ +=
          say(Word::so_many_changed, {number(all.otherwise), number(all.evaluated), number(comparison_.periods.size()),
                                      number(touched_count()), number(comparison_.subject_count)}) +
          "\n";
    } else {
      text_ += say(Word::so_many_otherwise, {number(all.otherwise), number(all.evaluated)}) + "\n";
    }
    const auto by_reason =
        std::count_if(comparison_.subjects.begin(), comparison_.subjects.end(), [](const ComparedSubject& subject) {
          return !subject.before.outcome.empty() && subject.before.outcome == subject.after.outcome;
        });
    if (by_reason > 0) text_ += say(Word::so_many_reasons, {number(static_cast<std::size_t>(by_reason))}) + "\n";
    if (all.score_only > 0) text_ += say(Word::so_many_scores, {number(all.score_only)}) + "\n";
  }

  /// Those who are decided otherwise in some period.
  [[nodiscard]] std::size_t touched_count() const {
    std::set<std::vector<std::string>> keys;
    for (const ComparedSubject& subject : comparison_.subjects) keys.insert(subject.key);
    return keys.size();
  }

  [[nodiscard]] std::string outcome(const ComparedVerdict& verdict) const {
    if (!verdict.is_evaluated) return "(" + say(Word::not_evaluated_then) + ")";
    if (!verdict.outcome.empty()) return verdict.outcome;
    return verdict.score.empty() ? "–" : verdict.score;
  }

  /// Where an outcome stands in tables: those of the rulebook in its order, then others.
  [[nodiscard]] std::size_t rank(const std::string& name) const {
    const auto& outcomes = comparison_.outcomes;
    return static_cast<std::size_t>(std::find(outcomes.begin(), outcomes.end(), name) - outcomes.begin());
  }

  void write_moves() {
    using Move = std::pair<std::string, std::string>;
    std::map<Move, std::map<std::string, std::size_t>> moves;
    for (const ComparedSubject& subject : comparison_.subjects) {
      if (subject.before.is_evaluated && subject.after.is_evaluated && subject.after.outcome.empty()) continue;
      ++moves[{outcome(subject.before), outcome(subject.after)}][subject.period];
    }
    if (moves.empty()) return;
    std::vector<Move> order;
    order.reserve(moves.size());
    for (const auto& [move, counts] : moves) order.push_back(move);
    std::stable_sort(order.begin(), order.end(), [this](const Move& a, const Move& b) {
      return std::pair(rank(a.first), rank(a.second)) < std::pair(rank(b.first), rank(b.second));
    });
    const bool has_periods = comparison_.periods.size() > 1 && comparison_.periods.size() <= most_period_columns;
    const std::size_t period_columns = has_periods ? comparison_.periods.size() : 0;
    std::vector<Align> columns(3 + period_columns, Align::right);
    columns[0] = columns[1] = Align::left;
    TextTable table(columns);
    std::vector<std::string> head = {say(Word::from_outcome), say(Word::to_outcome)};
    for (std::size_t p = 0; p < period_columns; ++p) head.push_back(comparison_.periods[p]);
    head.push_back(say(Word::count_of));
    table.add(std::move(head));
    for (const Move& move : order) {
      std::vector<std::string> cells = {move.first, move.second};
      std::size_t total = 0;
      for (const auto& [period, count] : moves[move]) total += count;
      for (std::size_t p = 0; p < period_columns; ++p) cells.push_back(number(moves[move][comparison_.periods[p]]));
      cells.push_back(number(total));
      table.add(std::move(cells));
    }
    text_ += "\n" + table.text("  ");
  }

  void write_groups() {
    if (comparison_.groups.empty()) return;
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right});
    table.add(
        {comparison_.by, say(Word::all_evaluated), say(Word::decided_otherwise), say(Word::better), say(Word::worse)});
    for (const auto& [name, counts] : comparison_.groups) {
      table.add({name.empty() ? "–" : name, number(counts.evaluated), number(counts.otherwise), number(counts.better),
                 number(counts.worse)});
    }
    text_ += "\n" + table.text("  ");
  }

  void write_changes() {
    std::vector<std::size_t> made(comparison_.changes.size());
    std::size_t without = 0;
    for (const ComparedSubject& subject : comparison_.subjects) {
      for (const std::size_t cause : subject.causes) ++made[cause];
      if (subject.causes.empty()) ++without;
    }
    std::vector<std::size_t> order;
    for (std::size_t change = 0; change < made.size(); ++change) {
      if (made[change] > 0) order.push_back(change);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return made[a] > made[b]; });
    text_ += "\n" + say(Word::what_made_it) + "\n";
    for (const std::size_t change : order) write_change(comparison_.changes[change], made[change]);
    const bool is_of_runs = comparison_.kind == Comparison::Kind::runs;
    if (without > 0)
      text_ += "  " + say(is_of_runs ? Word::runs_do_not_tell : Word::other_causes) + ": " + number(without) + "\n";
  }

  void write_change(const rules::Change& change, std::size_t count) {
    text_ += "  " + paint_.bold(change_name(change, language_)) + ": " + number(count) + "\n";
    if (comparison_.kind != Comparison::Kind::rulebooks) return;
    TextTable table({Align::left, Align::left});
    if (!change.before.empty()) table.add({say(Word::change_before), change.before});
    if (!change.after.empty()) table.add({say(Word::change_after), change.after});
    text_ += table.text("    ");
  }

  void write_subjects() {
    TextTable table({Align::left, Align::left, Align::left, Align::right, Align::left});
    const std::size_t shown = std::min(subjects_shown, comparison_.subjects.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const ComparedSubject& subject = comparison_.subjects[i];
      const auto side = [this](const ComparedVerdict& verdict) {
        return outcome(verdict) + (verdict.code.empty() ? "" : " " + verdict.code);
      };
      const bool has_score = !subject.before.score.empty() || !subject.after.score.empty();
      std::string scores = has_score ? decimals(subject.before.score) : "";
      if (subject.before.score != subject.after.score) scores += " → " + decimals(subject.after.score);
      table.add({key_text(subject.key), subject.period, side(subject.before) + " → " + side(subject.after), scores,
                 causes_text(subject)});
    }
    text_ += "\n" + say(Word::who_is_touched) + "\n" + table.text("  ");
    if (shown < comparison_.subjects.size()) {
      text_ += "  " + say(Word::all_in_csv, {number(comparison_.subjects.size() - shown)}) + "\n";
    }
  }

  [[nodiscard]] std::string decimals(std::string number) const {
    if (number.empty()) return "–";
    if (language_ == Language::id) std::replace(number.begin(), number.end(), '.', ',');
    return number;
  }

  [[nodiscard]] std::string causes_text(const ComparedSubject& subject) const {
    std::string causes;
    for (const std::size_t cause : subject.causes) {
      causes += (causes.empty() ? "" : ", ") + change_name(comparison_.changes[cause], language_);
    }
    return causes;
  }

  const Comparison& comparison_;
  const Paint& paint_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, const Paint& paint, Language language) {
  return ComparisonText(comparison, paint, language).write();
}

}  // namespace nilai::app
