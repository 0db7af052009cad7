#include "app/report/summary.hpp"

#include <algorithm>
#include <map>

#include "app/report/text_table.hpp"
#include "app/words.hpp"
#include "rules/explanation.hpp"

namespace nilai::app {

namespace {

using text::Language;
using Align = TextTable::Align;

constexpr std::size_t nearest_count = 3;

/// A word of a command as a shell takes it.
std::string shell_word(const std::string& word) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-+,:=@%").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

class Summary {
 public:
  Summary(const Evaluation& evaluation, const SummaryRequest& request, const Paint& paint, Language language)
      : evaluation_(evaluation),
        plan_(evaluation.plan()),
        model_(evaluation.compiled->model),
        request_(request),
        paint_(paint),
        language_(language),
        subjects_(evaluation.evaluated_subjects()) {}

  std::string write() {
    write_head();
    if (!plan_.decisions.empty()) write_outcomes();
    write_nearest();
    write_rows();
    text_ += "\n" + say(Word::results_are_in, {request_.out_path}) + "\n";
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, language_, arguments);
  }
  [[nodiscard]] std::string count(std::uint64_t number) const { return count_text(number, language_); }

  void write_head() {
    const auto& book = evaluation_.compiled->book;
    const std::string name = book.name ? book.name->text : "";
    const std::string version = book.version.is_there() ? say(Word::version, {book.version.text}) : "";
    const std::string period = evaluation_.periods.empty() ? "" : ", " + evaluation_.period_name();
    text_ += paint_.bold(name + version + period) + ": " + say(Word::evaluated, {count(subjects_.size())}) + "\n";
  }

  void write_outcomes() {
    std::map<std::string, std::uint64_t> counts;
    for (const std::size_t subject : subjects_) ++counts[evaluation_.outcome_of(subject)];
    TextTable table({Align::left, Align::left, Align::right});
    for (const syntax::Outcome& outcome : model_.outcomes) {
      const std::string& name = outcome.name.text;
      table.add({name, rules::label_text(outcome.label, name, language_), count(counts[name])});
    }
    if (const std::uint64_t undecided = counts[rules::undecided_outcome]) {
      const text::Message label{text::Phrase::outcome_undecided, {}};
      table.add({rules::undecided_outcome, message_text(label, language_), count(undecided)});
    }
    text_ += "\n" + table.text("  ");
  }

  void write_nearest() {
    const auto margins = rules::margins(*evaluation_.compiled, evaluation_.gathered(), evaluation_.judgements);
    if (margins.empty()) return;
    text_ += "\n" + say(Word::nearest_to_another) + "\n";
    const auto places = plan_.scores[plan_.main_score].places;
    const auto number = [&](const engine::Number& value) {
      std::string text = places ? value.to_fixed(*places) : value.to_at_most(4);
      if (language_ == Language::id) std::replace(text.begin(), text.end(), '.', ',');
      return text;
    };
    TextTable table({Align::left, Align::right, Align::left, Align::left});
    for (std::size_t i = 0; i < std::min(nearest_count, margins.size()); ++i) {
      const rules::Margin& margin = margins[i];
      table.add(
          {key_text(evaluation_.gathered().keys[margin.subject]), number(margin.score), margin.outcome,
           say(Word::so_far_from, {number(margin.distance), margin.other_outcome, number(margin.changed_score)})});
    }
    text_ += table.text("  ");
    write_command(evaluation_.gathered().keys[margins.front().subject]);
  }

  void write_command(const std::vector<std::string>& key) {
    std::string command =
        "nilai explain " + shell_word(request_.rulebook_path) + " --data " + shell_word(request_.data_path);
    if (!evaluation_.periods.empty()) command += " --period " + shell_word(evaluation_.period_name());
    text_ += "\n" + say(Word::why_the_first) + "\n  " + command + " --subject " + shell_word(key_text(key)) + "\n";
  }

  void write_rows() {
    TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right});
    table.add({say(Word::table), say(Word::rows_in), say(Word::rows_used), say(Word::rows_outside),
               say(Word::rows_set_aside)});
    for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
      const engine::RowCounts& rows = evaluation_.data.row_counts[t];
      table.add({plan_.tables[t].name, count(rows.in), count(rows.used), count(rows.outside), count(rows.set_aside)});
    }
    text_ += "\n" + table.text("  ");
  }

  const Evaluation& evaluation_;
  const engine::Plan& plan_;
  const rules::Model& model_;
  const SummaryRequest& request_;
  const Paint& paint_;
  Language language_;
  std::vector<std::size_t> subjects_;
  std::string text_;
};

}  // namespace

std::string summary_text(const Evaluation& evaluation, const SummaryRequest& request, const Paint& paint,
                         Language language) {
  return Summary(evaluation, request, paint, language).write();
}

}  // namespace nilai::app
