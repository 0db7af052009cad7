#include "app/report/enough_text.hpp"

#include "app/report/evaluation.hpp"
#include "app/report/text_table.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

using text::Language;

class EnoughText {
 public:
  EnoughText(const rules::Enough& enough, const Paint& paint, Language language)
      : enough_(enough), paint_(paint), language_(language) {}

  std::string write() {
    const std::string wanted = named(enough_.wanted, enough_.wanted_label);
    const Word heading = enough_.is_best ? Word::enough_for : Word::enough_for_or_better;
    text_ = "\n" + paint_.bold(say(heading, {wanted})) + "\n";
    if (enough_.is_reached) {
      line(say(Word::enough_already));
      return std::move(text_);
    }
    for (const rules::EnoughChange& change : enough_.alone) add_changes(change, outcome(change));
    flush();
    if (!enough_.in_vain.empty()) {
      line(say(enough_.alone.empty() ? Word::none_alone : Word::not_enough_alone));
      for (const rules::ChangedMeasure& measure : enough_.in_vain) table_.add(cells(measure, false));
      flush();
    }
    if (enough_.together) {
      line(say(Word::enough_together));
      add_changes(*enough_.together, "");
      flush();
      line("  " + outcome(*enough_.together));
    } else if (enough_.alone.empty() && enough_.in_vain.size() > 1) {
      line(say(Word::not_together));
    }
    if (!enough_.has_tried_all && enough_.alone.empty() && !enough_.together) line(say(Word::not_all_tried));
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, language_, arguments);
  }

  void line(const std::string& text) { text_ += "  " + text + "\n"; }

  static std::string named(const std::string& name, const std::string& label) {
    return label == name ? name : name + " (" + label + ")";
  }

  static std::string outcome(const rules::EnoughChange& change) {
    return "→ " + named(change.outcome, change.outcome_label);
  }

  void add_changes(const rules::EnoughChange& change, const std::string& last_cell) {
    for (const rules::ChangedMeasure& measure : change.measures) {
      std::vector<std::string> row = cells(measure, true);
      row.push_back(last_cell);
      table_.add(std::move(row));
    }
  }

  void flush() {
    text_ += table_.text("    ");
    table_ = empty_table();
  }

  [[nodiscard]] std::vector<std::string> cells(const rules::ChangedMeasure& measure, bool is_enough) const {
    const std::string label = measure.label == measure.name ? "" : measure.label;
    if (measure.steps == 0) return {measure.name, label, value_text(measure.before), "", "", say(Word::cannot_change)};
    return {measure.name,
            label,
            value_text(measure.before),
            is_enough ? "→" : "…",
            value_text(measure.after),
            measure.is_in_rows ? rows_text(measure) : ""};
  }

  [[nodiscard]] std::string rows_text(const rules::ChangedMeasure& measure) const {
    if (measure.steps == 1) return paint_.faint(say(measure.is_up ? Word::one_row_more : Word::one_row_fewer));
    const std::string count = count_text(static_cast<std::uint64_t>(measure.steps), language_);
    return paint_.faint(say(measure.is_up ? Word::so_many_rows_more : Word::so_many_rows_fewer, {count}));
  }

  static std::string value_text(const rules::ShownValue& value) {
    return value.ratio.empty() ? value.text : value.text + " (" + value.ratio + ")";
  }

  static TextTable empty_table() {
    using Align = TextTable::Align;
    return TextTable({Align::left, Align::left, Align::right, Align::left, Align::right, Align::left, Align::left});
  }

  const rules::Enough& enough_;
  const Paint& paint_;
  Language language_;
  TextTable table_ = empty_table();
  std::string text_;
};

}  // namespace

std::string enough_text(const rules::Enough& enough, const Paint& paint, Language language) {
  return EnoughText(enough, paint, language).write();
}

}  // namespace nilai::app
