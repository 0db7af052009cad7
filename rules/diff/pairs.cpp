#include "rules/diff/pairs.hpp"

#include <algorithm>

#include "grammar/print/expression.hpp"
#include "rules/order.hpp"

namespace nilai::rules {

namespace {

/// A definition in one of the rulebooks.
struct Named {
  std::string name;
  std::string meaning;  ///< the same text exactly where it says the same, however laid out and in whichever keywords
  std::string text;     ///< as people read it
};

template <class Written>
const std::string& name_of(const Written& written) {
  return written.name.text;
}
std::string name_of(const syntax::Score& written) {
  return written.name ? written.name->text : "score";
}

/// What the definitions of one rulebook say.
class Reader {
 public:
  explicit Reader(const Model& model) : model_(model) {}

  [[nodiscard]] std::vector<Named> definitions(Change::Kind kind) const {
    switch (kind) {
      case Change::Kind::parameter:
        return each(model_.parameters, model_.book->parameters, [this](const Parameter& p) { return meaning(p); });
      case Change::Kind::column:
        return columns();
      case Change::Kind::measure:
        return each(model_.measures, model_.book->measures, [this](const Measure& m) { return formula_meaning(m); });
      case Change::Kind::criterion:
        return each(model_.criteria, model_.book->criteria, [this](const Criterion& c) { return meaning(c); });
      case Change::Kind::score:
        return each(model_.scores, model_.book->scores, [this](const Score& s) { return meaning(s); });
      case Change::Kind::decision_case:
        break;
    }
    return cases();
  }

 private:
  template <class Definition, class Written, class Meaning>
  std::vector<Named> each(const std::vector<Definition>& definitions, const std::vector<Written>& written,
                          Meaning meaning_of) const {
    std::vector<Named> named;
    for (const Definition& definition : definitions) {
      // Not every definition that is written is one of the model: a formula with inputs is written out in those that
      // use it.
      const auto found = std::find_if(written.begin(), written.end(),
                                      [&](const Written& one) { return name_of(one) == definition.name; });
      const std::string text = found == written.end() ? "" : source_text(model_, found->span);
      named.push_back({definition.name, meaning_of(definition), text});
    }
    return named;
  }

  [[nodiscard]] std::vector<Named> columns() const {
    std::vector<Named> named;
    for (const Definition& column : formula_columns(model_)) {
      const ExpressionId formula = model_.tables[column.index].columns[column.column].formula;
      named.push_back({definition_name(model_, column), printed(formula), "= " + source_text(model_, formula)});
    }
    return named;
  }

  [[nodiscard]] std::vector<Named> cases() const {
    std::vector<Named> named;
    for (const syntax::Decision& decision : model_.decisions) {
      const std::string code = code_text(decision);
      const std::string name = decision.outcome.text + (code.empty() ? "" : " " + code);
      named.push_back({name, name + " when " + printed(decision.condition), source_text(model_, decision.span)});
    }
    return named;
  }

  [[nodiscard]] std::string meaning(const Parameter& parameter) const {
    std::string text;
    for (const DatedValue& value : parameter.values) text += value.from.to_iso() + " " + printed(value.value) + "; ";
    return text;
  }

  [[nodiscard]] std::string meaning(const Criterion& criterion) const {
    std::string text = part_text(criterion) + "; " + printed(criterion.measured_by) + "; " + printed(criterion.points) +
                       "; " + printed(criterion.assessed_when) + "; ";
    if (criterion.if_missing && criterion.if_missing->points) {
      const Number points = number_of(*criterion.if_missing->points);
      text += (criterion.if_missing->is_negative ? -points : points).to_ratio_text();
    }
    for (const Heir& heir : criterion.heirs) {
      text += model_.criteria[heir.criterion].name + " " + heir.share.to_ratio_text() + "; ";
    }
    return text;
  }

  [[nodiscard]] std::string meaning(const Score& score) const {
    return part_text(score) + "; " + formula_meaning(score);
  }

  /// The weight, and the score it is in. The main one goes by no name: a part of it remains one when it is called anew.
  template <class Part>
  [[nodiscard]] std::string part_text(const Part& part) const {
    const bool is_named = part.in && (*part.in != model_.main_score);
    return printed(part.weight) + (is_named ? " in " + model_.scores[*part.in].name : "");
  }

  /// Of a measure or a score.
  template <class Definition>
  [[nodiscard]] std::string formula_meaning(const Definition& definition) const {
    return printed(definition.body) + rounding_text(definition.rounding) + "; " + printed(definition.assessed_when);
  }

  static std::string rounding_text(const std::optional<syntax::Rounding>& rounding) {
    if (!rounding) return {};
    return " rounded " + std::to_string(static_cast<int>(rounding->direction)) + " to " +
           (rounding->places ? std::to_string(*rounding->places) + " places"
                             : number_of(rounding->nearest).to_ratio_text());
  }

  [[nodiscard]] std::string printed(ExpressionId id) const {
    return id.is_none() ? "" : grammar::printed(*model_.book, id, grammar::KeywordLanguage::english);
  }

  const Model& model_;
};

Pair pair_of(Change::Kind kind, const std::vector<Named>& before, std::optional<std::size_t> b,
             const std::vector<Named>& after, std::optional<std::size_t> a) {
  Pair pair{kind, b ? before[*b].name : after[*a].name, {}, {}, true, {}, {}};
  if (b) {
    pair.before = static_cast<std::uint32_t>(*b);
    pair.text_before = before[*b].text;
  }
  if (a) {
    pair.after = static_cast<std::uint32_t>(*a);
    pair.text_after = after[*a].text;
  }
  if (b && a) pair.is_changed = before[*b].meaning != after[*a].meaning;
  return pair;
}

/// Cases of two decisions in one order: a longest sequence of those that both have, the others where they are tried.
class CaseAlignment {
 public:
  CaseAlignment(const std::vector<Named>& before, const std::vector<Named>& after)
      : before_(before), after_(after), length_(before.size() + 1, std::vector<std::size_t>(after.size() + 1)) {
    for (std::size_t b = before.size(); b-- > 0;) {
      for (std::size_t a = after.size(); a-- > 0;) {
        length_[b][a] = is_same(b, a) ? length_[b + 1][a + 1] + 1 : std::max(length_[b + 1][a], length_[b][a + 1]);
      }
    }
  }

  [[nodiscard]] std::vector<Pair> pairs() const {
    std::vector<Pair> found;
    std::size_t b = 0, a = 0;
    while (b < before_.size() || a < after_.size()) {
      const bool has_both = b < before_.size() && a < after_.size();
      if (has_both && is_same(b, a)) {
        found.push_back(pair(b++, a++));
      } else if (a == after_.size() || (has_both && length_[b + 1][a] >= length_[b][a + 1])) {
        found.push_back(pair(b++, std::nullopt));
      } else {
        found.push_back(pair(std::nullopt, a++));
      }
    }
    return found;
  }

 private:
  [[nodiscard]] bool is_same(std::size_t b, std::size_t a) const { return before_[b].name == after_[a].name; }

  [[nodiscard]] Pair pair(std::optional<std::size_t> b, std::optional<std::size_t> a) const {
    return pair_of(Change::Kind::decision_case, before_, b, after_, a);
  }

  const std::vector<Named>& before_;
  const std::vector<Named>& after_;
  std::vector<std::vector<std::size_t>> length_;
};

/// Definitions of one name side by side, wherever they stand; then those that are gone.
std::vector<Pair> pairs_by_name(Change::Kind kind, const std::vector<Named>& before, const std::vector<Named>& after) {
  const auto place_in = [](const std::vector<Named>& named, const std::string& name) {
    const auto found = std::find_if(named.begin(), named.end(), [&](const Named& n) { return n.name == name; });
    return found == named.end() ? std::optional<std::size_t>{} : static_cast<std::size_t>(found - named.begin());
  };
  std::vector<Pair> found;
  for (std::size_t a = 0; a < after.size(); ++a) {
    found.push_back(pair_of(kind, before, place_in(before, after[a].name), after, a));
  }
  for (std::size_t b = 0; b < before.size(); ++b) {
    if (!place_in(after, before[b].name)) found.push_back(pair_of(kind, before, b, after, std::nullopt));
  }
  return found;
}

}  // namespace

std::vector<Pair> pairs(const Model& before, const Model& after) {
  std::vector<Pair> found;
  for (const Change::Kind kind : {Change::Kind::parameter, Change::Kind::column, Change::Kind::measure,
                                  Change::Kind::criterion, Change::Kind::score}) {
    const auto of_kind = pairs_by_name(kind, Reader(before).definitions(kind), Reader(after).definitions(kind));
    found.insert(found.end(), of_kind.begin(), of_kind.end());
  }
  const auto cases_before = Reader(before).definitions(Change::Kind::decision_case);
  const auto cases_after = Reader(after).definitions(Change::Kind::decision_case);
  const auto cases = CaseAlignment(cases_before, cases_after).pairs();
  found.insert(found.end(), cases.begin(), cases.end());
  return found;
}

std::vector<Definition> formula_columns(const Model& model) {
  std::vector<Definition> found;
  for (TableIndex t = 0; t < model.tables.size(); ++t) {
    for (ColumnIndex c = 0; c < model.tables[t].columns.size(); ++c) {
      if (!model.tables[t].columns[c].formula.is_none()) found.push_back({Definition::Kind::column, t, c});
    }
  }
  return found;
}

}  // namespace nilai::rules
