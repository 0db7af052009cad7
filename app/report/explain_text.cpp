#include "app/report/explain_text.hpp"

#include <algorithm>

#include "app/report/evaluation.hpp"
#include "app/report/text_table.hpp"
#include "app/words.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

namespace {

using rules::CaseState;
using text::Language;

/// Values stand in a column of their own, unless what they are of is longer than this.
constexpr std::size_t max_name_width = 60;

/// `text` and blanks up to `width` columns; nothing is cut off.
std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, text::width(text)), ' ');
}

constexpr std::string_view unnamed_score = "score";

/// Empty where there is none but the name.
std::string label_of(const std::string& name, const std::string& label) {
  return label == name ? std::string() : label;
}

std::string named(const std::string& name, const std::string& label) {
  return label.empty() || label == name ? name : name + "  " + label;
}

class ExplanationText {
 public:
  ExplanationText(const rules::Explanation& explanation, const Paint& paint, Language language)
      : explanation_(explanation), paint_(paint), language_(language) {}

  std::string write(const std::string& title) {
    const std::string period = explanation_.period.empty() ? "" : ", " + explanation_.period;
    line(paint_.bold(key_text(explanation_.key)) + period + paint_.faint("  " + title));
    if (!explanation_.is_evaluated) {
      line(say(Word::not_evaluated));
      return std::move(text_);
    }
    write_outcome();
    write_cases();
    write_scores();
    write_criteria();
    write_measures();
    write_past();
    return std::move(text_);
  }

  std::string write_part(const std::string& name) {
    if (name.empty()) write_cases();
    for (const rules::ScoreLine& score : explanation_.scores) {
      if (score.name == name) write_score(score);
    }
    for (const rules::CriterionLine& criterion : explanation_.criteria) {
      if (criterion.name == name) write_criterion(criterion);
    }
    for (const rules::Term& measure : explanation_.measures) {
      if (measure.name != name) continue;
      text_ += "\n";
      write_terms({measure}, 0, true);
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, language_, arguments);
  }

  void line(const std::string& text) { text_ += text + "\n"; }

  void heading(const std::string& text) { text_ += "\n" + paint_.bold(text) + "\n"; }

  // --- outcome and cases ------------------------------------------------------------------------------------------

  void write_outcome() {
    if (explanation_.outcome.empty()) return;
    const std::string code = explanation_.code.empty() ? "" : "  [" + explanation_.code + "]";
    line("\n" + paint_.bold(named(explanation_.outcome, explanation_.outcome_label)) + code);
    if (!explanation_.reason.empty()) line(explanation_.reason);
    if (explanation_.is_confirmed_by_a_person) line(say(Word::recommendation_only));
  }

  void write_cases() {
    if (explanation_.cases.empty()) return;
    heading(say(Word::cases_in_order));
    std::size_t outcome_width = 0, code_width = 0;
    for (const rules::DecisionCase& c : explanation_.cases) {
      outcome_width = std::max(outcome_width, text::width(c.outcome));
      code_width = std::max(code_width, text::width(c.code));
    }
    for (const rules::DecisionCase& c : explanation_.cases) {
      std::string shown = padded(c.outcome, outcome_width) + "  " + padded(c.code, code_width) + "  ";
      shown += c.condition.empty() ? say(Word::otherwise) : c.condition;
      // A condition that is one value says all there is to say.
      const bool is_one_value = c.terms.size() == 1 && c.terms.front().text == c.condition;
      if (is_one_value) shown += ": " + value_text(c.terms.front());
      line("  " + mark(c.state) + " " + (c.state == CaseState::not_reached ? paint_.faint(shown) : shown));
      if (!is_one_value) write_terms(c.terms, 6, false);
    }
  }

  [[nodiscard]] std::string mark(CaseState state) const {
    switch (state) {
      case CaseState::holds:
        return paint_.green("✓");
      case CaseState::does_not_hold:
        return paint_.red("✗");
      case CaseState::not_known:
        return "?";
      case CaseState::not_reached:
        return "–";
    }
    return {};
  }

  // --- the sum ----------------------------------------------------------------------------------------------------

  void write_scores() {
    for (const rules::ScoreLine& score : explanation_.scores) write_score(score);
  }

  [[nodiscard]] const std::string& score_name(const std::string& name) const {
    return name == unnamed_score ? explanation_.score_word : name;
  }

  void write_score(const rules::ScoreLine& score) {
    heading(named(score_name(score.name), label_of(score.name, score.label)) + ": " + score.value.text);
    line("  = " + score.formula);
    const bool is_average = score.weighted_average.value.is_present();
    const bool is_nothing_else = is_average && score.terms.empty() && score.exact.text == score.weighted_average.text;
    const bool has_sum = !score.parts.empty();
    if (has_sum) write_sum(score, is_average, is_nothing_else);
    write_terms(score.terms, 2, true);
    std::vector<std::pair<Word, std::string>> last;
    if (!is_nothing_else) last.emplace_back(Word::worked_out, score.exact.text);
    if (score.value.text != score.exact.text && !(has_sum && is_nothing_else)) {
      last.emplace_back(Word::rounded, score.value.text);
    }
    if (has_sum) last.emplace_back(Word::assessed_weight, score.assessed_weight.text);
    if (!score.evidence.empty()) last.emplace_back(Word::evidence, score.evidence);
    std::size_t width = 0;
    for (const auto& [word, value] : last) width = std::max(width, text::width(say(word)));
    for (const auto& [word, value] : last) line("  " + padded(say(word), width) + "  " + value);
    write_terms(score.evidence_terms, 6, false);
  }

  void write_sum(const rules::ScoreLine& score, bool is_average, bool is_nothing_else) {
    using Align = TextTable::Align;
    TextTable table({Align::left, Align::left, Align::right, Align::left, Align::right, Align::left, Align::right});
    table.add({say(Word::criterion), "", say(Word::points), "", is_average ? say(Word::part_of_weight) : "", "",
               is_average ? say(Word::product) : ""});
    for (const rules::PartLine& part : score.parts) {
      const std::string label = label_of(part.name, part.label);
      const std::string name = score_name(part.name);
      if (!part.is_assessed) {
        table.add({name, label, say(part.is_withheld ? Word::withheld : Word::not_assessed)});
      } else if (is_average) {
        table.add({name, label, part.points.text, "×", part.part_weight.text, "=", part.product.text});
      } else {
        table.add({name, label, part.points.text});
      }
    }
    if (is_average) {
      table.rule_under(6);
      table.add({say(Word::weighted_average), "", "", "", "", "", score.weighted_average.text});
      const bool is_rounded = is_nothing_else && score.value.text != score.exact.text;
      if (is_rounded) table.add({say(Word::rounded), "", "", "", "", "", score.value.text});
    }
    text_ += table.text("  ");
    for (const rules::PartLine& part : score.parts) write_handed_on(part);
  }

  /// Of a part that is not assessed: to whom its weight goes.
  void write_handed_on(const rules::PartLine& part) {
    std::string heirs;
    for (const rules::HandedWeight& to : part.weight_to) {
      const std::string& share = to.share.ratio.empty() ? to.share.text : to.share.ratio;
      heirs += (heirs.empty() ? "" : ", ") + to.name + (part.weight_to.size() == 1 ? "" : " (× " + share + ")");
    }
    if (!heirs.empty()) line("  " + say(Word::weight_goes, {part.name, part.weight.text, heirs}));
  }

  // --- criteria, measures, history --------------------------------------------------------------------------------

  void write_criteria() {
    for (const rules::CriterionLine& criterion : explanation_.criteria) write_criterion(criterion);
  }

  void write_criterion(const rules::CriterionLine& criterion) {
    const std::string points = criterion.is_assessed   ? say(Word::so_many_points, {criterion.points.text})
                               : criterion.is_withheld ? say(Word::withheld)
                                                       : say(Word::not_assessed);
    heading(named(criterion.name, criterion.label) + ": " + points);
    const std::size_t width =
        std::max({text::width(say(Word::measured_by)), text::width(say(Word::rule)), text::width(say(Word::evidence))});
    line("  " + padded(say(Word::measured_by), width) + "  " + criterion.measured_by + ": " +
         value_text(criterion.value));
    write_terms(without(criterion.terms, criterion.measured_by), 6, true);
    if (!criterion.rule.empty()) line("  " + padded(say(Word::rule), width) + "  " + criterion.rule);
    if (!criterion.evidence.empty()) {
      line("  " + padded(say(Word::evidence), width) + "  " + criterion.evidence);
      write_terms(criterion.evidence_terms, 6, false);
    }
    if (criterion.weight_formula.empty()) return;
    line("  " + padded(say(Word::part_of_weight), width) + "  " + criterion.weight_formula + ": " +
         value_text(criterion.weight));
    write_terms(without(criterion.weight_terms, criterion.weight_formula), 6, true);
  }

  /// The terms, or where there is one that says the same as `text`, its parts.
  static std::vector<rules::Term> without(const std::vector<rules::Term>& terms, const std::string& text) {
    const bool is_same = terms.size() == 1 && terms.front().text == text;
    if (!is_same || terms.front().peers || terms.front().periods) return terms;
    if (!terms.front().parts.empty() || !terms.front().counted) return terms.front().parts;
    return terms;
  }

  void write_measures() {
    if (explanation_.measures.empty()) return;
    heading(say(Word::measures));
    const std::size_t width = names_width(explanation_.measures);
    for (const rules::Term& measure : explanation_.measures) {
      line("  " + padded(named(measure.name, measure.label), width) + "  " + value_text(measure));
      if (measure.parts.empty()) line(paint_.faint("      = " + measure.text));
      write_terms(measure.parts, 6, false);
      if (!measure.evidence.empty()) line("      " + say(Word::evidence) + "  " + measure.evidence);
      write_terms(measure.evidence_terms, 8, false);
    }
  }

  void write_past() {
    if (explanation_.past.empty()) return;
    heading(say(Word::earlier_periods));
    for (const rules::PastPeriod& past : explanation_.past) {
      const std::string text = past.is_evaluated ? past.outcome : say(Word::not_evaluated_then);
      line("  " + past.period + (text.empty() ? "" : "  " + text));
      write_terms(past.terms, 6, false);
    }
  }

  // --- terms ------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string value_text(const rules::ShownValue& value) const {
    const std::string& more = value.reason.empty() ? value.ratio : value.reason;
    return more.empty() ? value.text : value.text + " (" + more + ")";
  }

  [[nodiscard]] std::string value_text(const rules::Term& term) const {
    if (term.periods) {
      const std::string count = count_text(static_cast<std::uint64_t>(*term.periods), language_);
      const std::string periods = *term.periods == 1 ? say(Word::one_period) : say(Word::so_many_periods, {count});
      return value_text(term.value) + "  " + paint_.faint("(" + periods + ")");
    }
    if (term.peers) return value_text(term.value) + "  " + paint_.faint("(" + peers_text(term) + ")");
    if (!term.taken) return value_text(term.value);
    const auto count = [this](std::int64_t rows) { return count_text(static_cast<std::uint64_t>(rows), language_); };
    const bool is_part = term.counted && *term.counted != *term.taken;
    const std::string rows = is_part            ? say(Word::counted_of, {count(*term.counted), count(*term.taken)})
                             : *term.taken == 1 ? say(Word::one_row)
                                                : say(Word::so_many_rows, {count(*term.taken)});
    return term.value.text + "  " + paint_.faint("(" + rows + ")");
  }

  /// `7 peers, district kab_lebak`; of a group that is not there nothing is said but that.
  [[nodiscard]] std::string peers_text(const rules::Term& term) const {
    const std::string size = count_text(static_cast<std::uint64_t>(*term.peers), language_);
    std::string text = *term.peers == 0   ? say(Word::no_peers)
                       : *term.peers == 1 ? say(Word::one_peer)
                                          : say(Word::so_many_peers, {size});
    for (const rules::Term& common : term.in_same) text += ", " + term_head(common) + " " + common.value.text;
    return text;
  }

  static std::string term_head(const rules::Term& term) {
    if (term.name.empty()) return term.text;
    // What is read by its name is written by it, but for a score without one: the text has the rulebook's word for it.
    return named(term.name == unnamed_score ? term.text : term.name, label_of(term.name, term.label));
  }

  /// The width of the column of names: that of the longest which is not too long for one.
  static std::size_t names_width(const std::vector<rules::Term>& terms) {
    std::size_t width = 0;
    for (const rules::Term& term : terms) {
      const std::size_t own = text::width(term_head(term));
      if (own <= max_name_width) width = std::max(width, own);
    }
    return width;
  }

  void write_terms(const std::vector<rules::Term>& terms, std::size_t indent, bool with_parts) {
    const std::size_t width = names_width(terms);
    for (const rules::Term& term : terms) {
      line(std::string(indent, ' ') + padded(term_head(term), width) + "  " + value_text(term));
      if (with_parts) write_terms(term.parts, indent + 2, true);
    }
  }

  const rules::Explanation& explanation_;
  const Paint& paint_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string explanation_text(const rules::Explanation& explanation, const std::string& title, const Paint& paint,
                             Language language) {
  return ExplanationText(explanation, paint, language).write(title);
}

std::string explanation_part(const rules::Explanation& explanation, const std::string& name, const Paint& paint,
                             Language language) {
  return ExplanationText(explanation, paint, language).write_part(name);
}

}  // namespace nilai::app
