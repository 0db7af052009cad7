#include <algorithm>
#include <set>

#include "rules/check.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using text::Diagnostics;

/// Checks definitions one by one, each after those it uses.
class DefinitionTypes {
 public:
  DefinitionTypes(Model& model, Diagnostics& diagnostics) : model_(model), checker_(model, diagnostics) {}

  void check(const Definition& definition) {
    switch (definition.kind) {
      case Definition::Kind::column:
        return check_column(definition);
      case Definition::Kind::parameter:
        return check_parameter(model_.parameters[definition.index]);
      case Definition::Kind::measure:
        return check_measure(model_.measures[definition.index]);
      case Definition::Kind::criterion:
        return check_criterion(model_.criteria[definition.index]);
      case Definition::Kind::score:
        return check_score(model_.scores[definition.index]);
      case Definition::Kind::decide:
        return check_decisions();
    }
  }

  void check_guarantees() {
    for (const syntax::Guarantee& guarantee : model_.book->guarantees) {
      if (guarantee.kind == syntax::Guarantee::Kind::always) {
        check_always(guarantee);
      } else if (!guarantee.condition.is_none()) {
        checker_.check_kind(guarantee.condition, Kind::flag);
      }
    }
  }

 private:
  void check_column(const Definition& definition) {
    Column& column = model_.tables[definition.index].columns[definition.column];
    const Type type = checker_.check_expected(column.formula, column.type);
    if (type.is_poisoned || column.type.is_poisoned) return;
    checker_.check_fits(column.formula, type, column.type);
  }

  void check_parameter(Parameter& parameter) {
    std::vector<ExpressionId> values;
    for (const DatedValue& value : parameter.values) values.push_back(value.value);
    parameter.type = checker_.check_together(values);
  }

  /// The body's type, rounded as the definition says.
  Type body_type(ExpressionId body, const std::optional<syntax::Rounding>& rounding, ExpressionId assessed_when) {
    Type type = rounding ? checker_.check_kind(body, Kind::number) : checker_.check_together({body});
    type.is_literal = false;
    if (rounding) checker_.check_rounding(*rounding);
    if (rounding && rounding->places) {
      type.places = static_cast<int>(*rounding->places);
      type.is_whole = type.is_whole || *rounding->places == 0;
    }
    if (!assessed_when.is_none()) checker_.check_kind(assessed_when, Kind::flag);
    return type;
  }

  void check_measure(Measure& measure) {
    measure.type = body_type(measure.body, measure.rounding, measure.assessed_when);
  }

  void check_score(Score& score) {
    score.type = body_type(score.body, score.rounding, score.assessed_when);
    if (!score.type.is_poisoned && score.type.kind != Kind::number) checker_.check_kind(score.body, Kind::number);
    if (!score.weight.is_none()) checker_.check_kind(score.weight, Kind::number);
  }

  void check_criterion(Criterion& criterion) {
    criterion.value_type = checker_.check_together({criterion.measured_by});
    if (!criterion.assessed_when.is_none()) checker_.check_kind(criterion.assessed_when, Kind::flag);
    checker_.check_kind(criterion.points, Kind::number);
    if (!criterion.weight.is_none()) checker_.check_kind(criterion.weight, Kind::number);
  }

  void check_decisions() {
    for (const syntax::Decision& decision : model_.decisions) {
      if (!decision.condition.is_none()) checker_.check_kind(decision.condition, Kind::flag);
      if (!decision.because) continue;
      check_reason(decision.because->text);
      if (decision.because->en) check_reason(*decision.because->en);
      if (decision.because->id) check_reason(*decision.because->id);
    }
  }

  void check_reason(const syntax::ReasonText& reason) {
    for (const auto& piece : reason.pieces) {
      if (const auto* id = std::get_if<ExpressionId>(&piece)) checker_.check_together({*id});
    }
  }

  /// `score is always between 0 and 100`: the condition speaks of the subject before it.
  void check_always(const syntax::Guarantee& guarantee) {
    const Type type = checker_.check_together({guarantee.subject});
    checker_.check_condition_on(guarantee.condition, guarantee.subject, type);
  }

  Model& model_;
  TypeChecker checker_;
};

/// What is certain of the type of a definition that its own past feeds.
Type loosened(const Type& type) {
  if (type.is_poisoned) return type;
  Type loose = Type::of(type.kind);
  loose.choice = type.choice;
  loose.unit = type.unit;
  return loose;
}

/// Definitions that look back on each other are told apart in so many rounds, or not at all.
constexpr int most_rounds = 8;

/// A definition may look back on itself, and has a type only when it has been checked. In the first rounds a look at
/// one that has none says nothing, and nothing is reported: they find what the rest of it says.
void assume_types(Model& model, const Order& order) {
  for (Measure& measure : model.measures) measure.type = Type::poisoned();
  for (Score& score : model.scores) score.type = Type::of(Kind::number);
  const std::vector<Reference> references = model.facts.reference;
  for (int round = 0; round < most_rounds; ++round) {
    Diagnostics unsaid;
    DefinitionTypes types(model, unsaid);
    for (const Definition& definition : order) types.check(definition);
    model.facts.reference = references;
    for (Measure& measure : model.measures) measure.type = loosened(measure.type);
    for (Score& score : model.scores) score.type = loosened(score.type);
    const bool has_all = std::none_of(model.measures.begin(), model.measures.end(),
                                      [](const Measure& measure) { return measure.type.is_poisoned; });
    if (has_all) return;
  }
  // What is nothing but its own past is always missing, of whatever type.
  for (Measure& measure : model.measures) {
    if (measure.type.is_poisoned) measure.type = Type::of(Kind::number);
  }
}

/// What was found has the unit that was assumed.
void check_assumed(const Model& model, const std::vector<Measure>& assumed, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < assumed.size(); ++i) {
    const Measure& measure = model.measures[i];
    if (measure.type.is_poisoned || measure.type.unit == assumed[i].type.unit) continue;
    diagnostics.add(text::Code::units_differ, measure.span,
                    {measure.name, unit_text(measure.type.unit), "previous(" + measure.name + ")",
                     unit_text(assumed[i].type.unit)});
  }
}

bool looks_back_on_itself(const Model& model, const Order& order) {
  std::set<Definition> checked;
  for (const Definition& definition : order) {
    for (const Use& use : uses(model, definition)) {
      if (use.is_past && checked.count(use.used) == 0) return true;
    }
    checked.insert(definition);
  }
  return false;
}

}  // namespace

void check_types(Model& model, const Order& order, Diagnostics& diagnostics) {
  const bool is_circular = looks_back_on_itself(model, order);
  if (is_circular) assume_types(model, order);
  const std::vector<Measure> assumed = is_circular ? model.measures : std::vector<Measure>();
  DefinitionTypes types(model, diagnostics);
  for (const Definition& definition : order) types.check(definition);
  types.check_guarantees();
  if (is_circular) check_assumed(model, assumed, diagnostics);
}

}  // namespace nilai::rules
