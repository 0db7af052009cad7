#include <algorithm>
#include <map>
#include <set>

#include "grammar/wording.hpp"
#include "rules/check.hpp"
#include "rules/checks/facts.hpp"

namespace nilai::rules {

namespace {

using syntax::Operator;
using text::Code;
using text::Phrase;

/// A condition on one expression, or none: what a case says of the values of its subject.
struct Subject {
  std::string name;     ///< the same for the same expression, however it is written
  std::string written;  ///< as the rulebook has it
  Type type;
  ExpressionId id;
};

/// The whole number at or below `value`.
Number floor_of(const Number& value) {
  const Number whole = value.whole_part();
  return value < whole ? whole - 1 : whole;
}

/// Conditions that compare one same expression with constants. Between two neighbouring constants such a condition is
/// everywhere true or everywhere false, so one sample of each stretch says all about it.
class Conditions {
 public:
  explicit Conditions(const Model& model) : model_(model) {}

  /// What `id` speaks of, where it speaks of one expression alone; notes its constants.
  std::optional<Subject> subject_of(ExpressionId id, std::set<Number>& constants) const {
    const auto& node = model_.at(id).node;
    if (const auto* bare = std::get_if<syntax::BareComparison>(&node))
      return of_criterion(id, {bare->right}, constants);
    if (const auto* between = std::get_if<syntax::Between>(&node)) {
      const auto low = number(between->low), high = number(between->high);
      if (!low || !high) return std::nullopt;
      constants.insert({*low, *high});
      return between->subject.is_none() ? of_criterion(id, {}, constants) : of(between->subject);
    }
    const auto* binary = std::get_if<syntax::Binary>(&node);
    if (binary == nullptr) return std::nullopt;
    if (binary->operation == Operator::either || binary->operation == Operator::both) {
      auto left = subject_of(binary->left, constants), right = subject_of(binary->right, constants);
      return left && right && left->name == right->name ? left : std::nullopt;
    }
    const auto bound = number(binary->right);
    if (!bound) return std::nullopt;
    constants.insert(*bound);
    return of(binary->left);
  }

  /// Whether the condition holds for `sample`. Requires: `subject_of` gave a subject.
  bool holds(ExpressionId id, const Number& sample) const {
    const auto& node = model_.at(id).node;
    if (const auto* bare = std::get_if<syntax::BareComparison>(&node))
      return compare(bare->operation, sample, *number(bare->right));
    if (const auto* between = std::get_if<syntax::Between>(&node)) {
      const bool inside = *number(between->low) <= sample && sample <= *number(between->high);
      return inside != between->is_negated;
    }
    const auto& binary = std::get<syntax::Binary>(node);
    if (binary.operation == Operator::either) return holds(binary.left, sample) || holds(binary.right, sample);
    if (binary.operation == Operator::both) return holds(binary.left, sample) && holds(binary.right, sample);
    return compare(binary.operation, sample, *number(binary.right));
  }

  /// A value of every stretch that the constants part, within what the type allows.
  static std::vector<Number> samples(const Model& model, const Type& type, const std::set<Number>& constants) {
    std::vector<Number> found;
    if (type.kind == Kind::choice) {
      for (std::size_t i = 0; i < model.choices[type.choice].values.size(); ++i)
        found.emplace_back(static_cast<std::int64_t>(i));
      return found;
    }
    if (type.kind == Kind::flag) return {0, 1};
    const bool is_whole = type.is_whole || type.kind == Kind::date;
    Number grain = is_whole ? Number(1) : Number(0);
    if (!is_whole && type.places) {
      grain = 1;
      for (int i = 0; i < *type.places; ++i) grain = grain / 10;
    }
    std::set<Number> points = constants;
    if (type.at_least) points.insert(*type.at_least);
    if (type.at_most) points.insert(*type.at_most);
    if (points.empty()) points.insert(0);
    // The first value above `at`; where values have no grain, one above it.
    const auto above = [&](const Number& at) { return grain.is_zero() ? at + 1 : (floor_of(at / grain) + 1) * grain; };
    std::vector<Number> all = {-above(-*points.begin())};
    for (auto at = points.begin(); at != points.end(); ++at) {
      all.push_back(*at);
      const auto next = std::next(at);
      if (next == points.end()) continue;
      const Number between = grain.is_zero() ? (*at + *next) / 2 : above(*at);
      if (between < *next) all.push_back(between);
    }
    all.push_back(above(*points.rbegin()));
    for (const Number& sample : all) {
      const bool is_on_grid = grain.is_zero() || (sample / grain).is_whole();
      if (is_on_grid && (!type.at_least || sample >= *type.at_least) && (!type.at_most || sample <= *type.at_most))
        found.push_back(sample);
    }
    return found;
  }

 private:
  /// A constant is no subject: a formula may be written out for one, and then its other cases are out of reach by
  /// right.
  std::optional<Subject> of(ExpressionId id) const {
    if (constant_value(model_, id)) return std::nullopt;
    return Subject{canonical(model_, id), source_text(model_, id), model_.type(id), id};
  }

  std::optional<Subject> of_criterion(ExpressionId id, const std::vector<ExpressionId>& operands,
                                      std::set<Number>& constants) const {
    const auto criterion = model_.place(id).criterion;
    if (!criterion) return std::nullopt;
    for (const ExpressionId operand : operands) {
      const auto value = number(operand);
      if (!value) return std::nullopt;
      constants.insert(*value);
    }
    return Subject{"it", grammar::spelt("it", model_.book->language), model_.criteria[*criterion].value_type,
                   model_.criteria[*criterion].measured_by};
  }

  /// A constant on the line of its kind: a number, a date's days, a choice's place in its order, 0 or 1.
  std::optional<Number> number(ExpressionId id) const {
    const auto value = constant_value(model_, id);
    if (!value || value->kind == Kind::text) return std::nullopt;
    return value->kind == Kind::number ? value->number() : Number(static_cast<std::int64_t>(value->code()));
  }

  static bool compare(Operator operation, const Number& a, const Number& b) {
    switch (operation) {
      case Operator::equal:
        return a == b;
      case Operator::unequal:
        return a != b;
      case Operator::less:
        return a < b;
      case Operator::at_most:
        return a <= b;
      case Operator::greater:
        return a > b;
      case Operator::at_least:
        return a >= b;
      case Operator::either:
      case Operator::both:
      case Operator::if_missing:
      case Operator::add:
      case Operator::subtract:
      case Operator::multiply:
      case Operator::divide:
        return false;
    }
    return false;
  }

  const Model& model_;
};

struct Written {
  ExpressionId condition;  ///< none: otherwise
  Span span;
};

/// One list of cases, of a formula or of the decision.
class CaseList {
 public:
  CaseList(const Model& model, std::vector<Written> cases, text::Diagnostics& diagnostics)
      : model_(model), conditions_(model), cases_(std::move(cases)), diagnostics_(diagnostics) {
    for (const Written& c : cases_) {
      subjects_.push_back(c.condition.is_none() ? std::nullopt : conditions_.subject_of(c.condition, constants_));
    }
  }

  /// `whole` is marked where the cases leave something out, which they must not unless they may end missing.
  void check(Span whole, bool may_end_missing = false) {
    std::set<std::string> names;
    for (const auto& subject : subjects_) names.insert(subject ? subject->name : "");
    std::optional<Left> left;
    for (const std::string& name : names) {
      if (!name.empty()) left = take_in_turn(name);
    }
    check_overlaps();
    const bool is_complete = names.size() == 1 && left && left->samples.empty();
    if (may_end_missing || cases_.back().condition.is_none() || is_complete) return;
    auto& diagnostic = diagnostics_.add(Code::no_otherwise, whole);
    if (names.size() == 1 && left) {
      const Subject& subject = left->subject;
      diagnostic.notes.push_back(
          {Phrase::nothing_said_for, {subject.written, shown(left->samples.front(), subject.type)}});
      if (take_all_whole_values(subject.type)) note_whole_values(subject, diagnostic);
    }
    diagnostic.fixes.push_back({{Phrase::add_otherwise, {}}, std::nullopt, {}});
  }

 private:
  /// What no case on a subject takes.
  struct Left {
    Subject subject;
    std::vector<Number> samples;
  };

  /// Bands as they are published, in whole numbers: they leave out nothing but what lies between two of these.
  [[nodiscard]] bool take_all_whole_values(Type type) const {
    if (type.kind != Kind::number) return false;
    if (!std::all_of(constants_.begin(), constants_.end(), [](const Number& one) { return one.is_whole(); })) {
      return false;
    }
    type.is_whole = true;
    const std::vector<Number> samples = Conditions::samples(model_, type, constants_);
    return std::all_of(samples.begin(), samples.end(), [&](const Number& sample) {
      return std::any_of(cases_.begin(), cases_.end(),
                         [&](const Written& c) { return conditions_.holds(c.condition, sample); });
    });
  }

  void note_whole_values(const Subject& subject, text::Diagnostic& diagnostic) const {
    diagnostic.notes.push_back({Phrase::no_whole_value_left_out, {subject.written}});
    if (subject.id.is_none()) return;
    const Reference& reference = model_.reference(subject.id);
    if (std::holds_alternative<ColumnReference>(reference)) {
      diagnostic.fixes.push_back({{Phrase::declare_whole_column, {}}, std::nullopt, {}});
    } else if (const auto* measure = std::get_if<MeasureReference>(&reference)) {
      diagnostic.fixes.push_back({{Phrase::round_to_whole, {model_.measures[measure->index].name}}, std::nullopt, {}});
    } else if (std::holds_alternative<ScoreReference>(reference)) {
      diagnostic.fixes.push_back({{Phrase::round_to_whole, {source_text(model_, subject.id)}}, std::nullopt, {}});
    }
  }

  /// Gives the subject's values to the cases in their order; reports those that get none.
  Left take_in_turn(const std::string& name) {
    const auto first =
        std::find_if(subjects_.begin(), subjects_.end(), [&](const auto& s) { return s && s->name == name; });
    const Type type = (*first)->type;
    std::vector<Number> open = Conditions::samples(model_, type, constants_);
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (cases_[i].condition.is_none() && open.empty()) report_out_of_reach(i);
      if (!subjects_[i] || subjects_[i]->name != name) continue;
      const auto taken = std::remove_if(open.begin(), open.end(),
                                        [&](const Number& s) { return conditions_.holds(cases_[i].condition, s); });
      if (taken == open.end()) report_out_of_reach(i);
      open.erase(taken, open.end());
    }
    return {**first, std::move(open)};
  }

  void report_out_of_reach(std::size_t index) {
    auto& diagnostic = diagnostics_.add(Code::case_out_of_reach, cases_[index].span);
    diagnostic.notes.push_back({Phrase::earlier_cases_take_all, {}});
    if (const auto wider = wider_case_before(index)) {
      diagnostic.fixes.push_back(
          {{Phrase::stricter_first, {source_text(model_, cases_[*wider].span)}}, std::nullopt, {}});
    }
  }

  /// The first case before `index` that takes all that `index` speaks of, and more: the order is the reason.
  std::optional<std::size_t> wider_case_before(std::size_t index) const {
    const auto& subject = subjects_[index];
    if (!subject) return std::nullopt;
    const std::vector<Number> samples = Conditions::samples(model_, subject->type, constants_);
    const auto takes = [&](std::size_t i, const Number& s) { return conditions_.holds(cases_[i].condition, s); };
    for (std::size_t i = 0; i < index; ++i) {
      if (!subjects_[i] || subjects_[i]->name != subject->name) continue;
      const bool takes_all =
          std::all_of(samples.begin(), samples.end(), [&](const Number& s) { return takes(i, s) || !takes(index, s); });
      const bool takes_more =
          std::any_of(samples.begin(), samples.end(), [&](const Number& s) { return takes(i, s) && !takes(index, s); });
      const bool has_any =
          std::any_of(samples.begin(), samples.end(), [&](const Number& s) { return takes(index, s); });
      if (takes_all && takes_more && has_any) return i;
    }
    return std::nullopt;
  }

  /// Two `between` or `equal to` of one value that share a value: one of them says less than it seems to.
  void check_overlaps() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (!is_band(i)) continue;
      const std::vector<Number> samples = Conditions::samples(model_, subjects_[i]->type, constants_);
      for (std::size_t j = 0; j < i; ++j) {
        if (!is_band(j) || subjects_[j]->name != subjects_[i]->name) continue;
        const bool share_one = std::any_of(samples.begin(), samples.end(), [&](const Number& s) {
          return conditions_.holds(cases_[i].condition, s) && conditions_.holds(cases_[j].condition, s);
        });
        if (!share_one) continue;
        auto& diagnostic = diagnostics_.add(Code::cases_overlap, cases_[i].span);
        diagnostic.labels.push_back({cases_[j].span, {Phrase::comes_before, {}}});
        diagnostic.notes.push_back({Phrase::first_case_wins, {}});
        break;
      }
    }
  }

  bool is_band(std::size_t index) const {
    if (!subjects_[index]) return false;
    const auto& node = model_.at(cases_[index].condition).node;
    const auto* bare = std::get_if<syntax::BareComparison>(&node);
    const auto* binary = std::get_if<syntax::Binary>(&node);
    return std::holds_alternative<syntax::Between>(node) || (bare != nullptr && bare->operation == Operator::equal) ||
           (binary != nullptr && binary->operation == Operator::equal);
  }

  std::string shown(const Number& sample, const Type& type) const {
    if (type.kind == Kind::date) return engine::Date{static_cast<std::int32_t>(*sample.to_int64())}.to_iso();
    if (type.kind == Kind::flag) return sample.is_zero() ? "no" : "yes";
    if (type.kind != Kind::choice) return sample.to_text();
    return model_.choices[type.choice].values[static_cast<std::size_t>(*sample.to_int64())].name.text;
  }

  const Model& model_;
  Conditions conditions_;
  std::vector<Written> cases_;
  text::Diagnostics& diagnostics_;
  std::vector<std::optional<Subject>> subjects_;
  std::set<Number> constants_;
};

void check_formulas(const Model& model, text::Diagnostics& diagnostics) {
  for (const auto& expression : model.book->expressions) {
    const auto* cases = std::get_if<syntax::Cases>(&expression.node);
    if (cases == nullptr || cases->cases.empty()) continue;
    std::vector<Written> written;
    for (const syntax::Case& c : cases->cases) written.push_back({c.condition, c.span});
    CaseList(model, std::move(written), diagnostics).check(expression.span, cases->may_end_missing);
  }
}

void check_decisions(const Model& model, text::Diagnostics& diagnostics) {
  if (model.decisions.empty()) return;
  std::vector<Written> written;
  std::map<std::string, std::string> outcome_of_code;
  std::set<std::string> decided;
  for (const syntax::Decision& decision : model.decisions) {
    written.push_back({decision.condition, decision.outcome.span});
    decided.insert(decision.outcome.text);
    if (!decision.code) continue;
    const auto [found, is_new] = outcome_of_code.emplace(decision.code->text, decision.outcome.text);
    if (!is_new && found->second != decision.outcome.text) {
      diagnostics.add(Code::code_twice, decision.outcome.span, {decision.code->text});
    }
  }
  CaseList(model, std::move(written), diagnostics).check(model.decisions.back().outcome.span);
  for (const syntax::Outcome& outcome : model.outcomes) {
    if (decided.count(outcome.name.text) != 0) continue;
    diagnostics.add(Code::outcome_never_decided, outcome.name.span, {outcome.name.text});
  }
}

}  // namespace

void check_cases(const Model& model, text::Diagnostics& diagnostics) {
  check_formulas(model, diagnostics);
  check_decisions(model, diagnostics);
}

}  // namespace nilai::rules
