#include <algorithm>
#include <set>

#include "rules/check.hpp"
#include "rules/checks/facts.hpp"

namespace nilai::rules {

namespace {

using engine::Value;
using syntax::Operator;
using text::Code;
using text::Phrase;

/// A condition on one expression, or none: what a case says of the values of its subject.
struct Subject {
  std::string name;
  Type type;
};

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
    Number grain = type.is_whole ? Number(1) : Number(0);
    if (!type.is_whole && type.places) {
      grain = 1;
      for (int i = 0; i < *type.places; ++i) grain = grain / 10;
    }
    std::set<Number> points = constants;
    if (type.at_least) points.insert(*type.at_least);
    if (type.at_most) points.insert(*type.at_most);
    if (points.empty()) points.insert(0);
    const Number step = grain.is_zero() ? Number(1) : grain;
    std::vector<Number> all = {*points.begin() - step};
    for (auto at = points.begin(); at != points.end(); ++at) {
      all.push_back(*at);
      const auto next = std::next(at);
      if (next == points.end()) continue;
      if (grain.is_zero())
        all.push_back((*at + *next) / 2);
      else if (*at + grain < *next)
        all.push_back(*at + grain);
    }
    all.push_back(*points.rbegin() + step);
    for (const Number& sample : all) {
      const bool is_on_grid = grain.is_zero() || (sample / grain).is_whole();
      if (is_on_grid && (!type.at_least || sample >= *type.at_least) && (!type.at_most || sample <= *type.at_most))
        found.push_back(sample);
    }
    return found;
  }

 private:
  std::optional<Subject> of(ExpressionId id) const { return Subject{canonical(model_, id), model_.type(id)}; }

  std::optional<Subject> of_criterion(ExpressionId id, const std::vector<ExpressionId>& operands,
                                      std::set<Number>& constants) const {
    const auto criterion = model_.place(id).criterion;
    if (!criterion) return std::nullopt;
    for (const ExpressionId operand : operands) {
      const auto value = number(operand);
      if (!value) return std::nullopt;
      constants.insert(*value);
    }
    return Subject{"it", model_.criteria[*criterion].value_type};
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

void report_out_of_reach(Span span, text::Diagnostics& diagnostics) {
  auto& diagnostic = diagnostics.add(Code::case_out_of_reach, span);
  diagnostic.notes.push_back({Phrase::earlier_cases_take_all, {}});
}

/// Checks one list of cases, of a formula or of the decision.
void check_list(const Model& model, const std::vector<Written>& cases, Span whole, text::Diagnostics& diagnostics) {
  const Conditions conditions(model);
  const bool has_otherwise = cases.back().condition.is_none();
  std::vector<std::optional<Subject>> subjects;
  std::set<Number> constants;
  for (const Written& c : cases)
    subjects.push_back(c.condition.is_none() ? std::nullopt : conditions.subject_of(c.condition, constants));

  std::set<std::string> names;
  for (const auto& subject : subjects) names.insert(subject ? subject->name : "");
  bool is_complete = has_otherwise;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    const auto first =
        std::find_if(subjects.begin(), subjects.end(), [&](const auto& s) { return s && s->name == name; });
    std::vector<Number> open = Conditions::samples(model, (*first)->type, constants);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i].condition.is_none() && open.empty()) report_out_of_reach(cases[i].span, diagnostics);
      if (!subjects[i] || subjects[i]->name != name) continue;
      const std::size_t before = open.size();
      open.erase(std::remove_if(open.begin(), open.end(),
                                [&](const Number& s) { return conditions.holds(cases[i].condition, s); }),
                 open.end());
      if (open.size() == before) report_out_of_reach(cases[i].span, diagnostics);
    }
    if (names.size() == 1 && open.empty()) is_complete = true;
  }
  if (is_complete) return;
  auto& diagnostic = diagnostics.add(Code::no_otherwise, whole);
  diagnostic.fixes.push_back({{Phrase::add_otherwise, {}}, std::nullopt, {}});
}

}  // namespace

void check_cases(const Model& model, text::Diagnostics& diagnostics) {
  for (const auto& expression : model.book->expressions) {
    const auto* cases = std::get_if<syntax::Cases>(&expression.node);
    if (cases == nullptr || cases->cases.empty()) continue;
    std::vector<Written> written;
    for (const syntax::Case& c : cases->cases) written.push_back({c.condition, c.span});
    check_list(model, written, expression.span, diagnostics);
  }
  if (model.decisions.empty()) return;
  std::vector<Written> written;
  for (const syntax::Decision& decision : model.decisions)
    written.push_back({decision.condition, decision.outcome.span});
  check_list(model, written, model.decisions.back().outcome.span, diagnostics);
}

}  // namespace nilai::rules
