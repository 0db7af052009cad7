#include "rules/tests/coverage.hpp"

#include <algorithm>
#include <numeric>

namespace nilai::rules {

namespace {

using PlaceKind = CoveredPlace::Kind;

}  // namespace

Coverage::Coverage(const Compiled& compiled) : compiled_(compiled) {
  const syntax::Rulebook& book = compiled.book;
  for (const syntax::Table& table : book.tables) {
    for (const syntax::Column& column : table.columns)
      find_in(table.name.text + "." + column.name.text, column.formula);
  }
  for (const syntax::Parameter& parameter : book.parameters) {
    for (const syntax::DatedValue& value : parameter.values) find_in(parameter.name.text, value.value);
    for (const syntax::ParameterRows& rows : parameter.rows) {
      for (const syntax::ParameterRow& row : rows.rows) find_in(parameter.name.text, row.body);
    }
  }
  for (const syntax::Measure& measure : book.measures) {
    find_in(measure.name.text, measure.body);
    find_evidence(measure.name.text, measure.assessed_when);
  }
  for (const syntax::Criterion& criterion : book.criteria) {
    for (const ExpressionId id : {criterion.weight, criterion.measured_by, criterion.points}) {
      find_in(criterion.name.text, id);
    }
    find_evidence(criterion.name.text, criterion.assessed_when);
  }
  for (const syntax::Score& score : book.scores) {
    const std::string name = score.name ? score.name->text : "score";
    find_in(name, score.body);
    find_evidence(name, score.assessed_when);
  }
  find_decisions();
  sort_places();
}

void Coverage::add(const TestResult& result) {
  if (!result.problems.all().empty()) return;
  std::set<std::size_t> reached;
  std::set<TakenWay> taken = result.ways_of_rows;
  const engine::Plan& plan = compiled_.plan;
  std::vector<engine::Slot> results;
  for (const engine::NamedSlot& measure : plan.measures) results.push_back(measure.value);
  for (const engine::CriterionPlan& criterion : plan.criteria) results.push_back(criterion.points);
  for (const engine::ScorePlan& score : plan.scores) results.push_back(score.value);
  add_taken_ways(plan.judge, result.judgements.last().slots, result.subject, results, taken);
  for (const TakenWay& one : taken) {
    const auto ways = ways_.find(ExpressionId{one.source});
    if (ways != ways_.end() && one.way < ways->second.size()) reached.insert(ways->second[one.way]);
  }
  for (const auto& [id, ways] : evidence_) {
    const auto& slot = compiled_.slots[id.index];
    if (!slot) continue;
    reached.insert(ways[result.judgements.value(*slot, result.subject).is_yes() ? 0 : 1]);
  }
  const std::uint32_t decision =
      decisions_.empty() ? engine::Judgements::undecided : result.judgements.decision[result.subject];
  if (decision != engine::Judgements::undecided) reached.insert(decisions_[decision]);
  for (const std::size_t place : reached) ++places_[place].test_count;
}

// --- what there is to reach ------------------------------------------------------------------------------------------

void Coverage::add_place(PlaceKind kind, const std::string& of, std::string text, text::Span span, Ways& ways) {
  // What is written out for several uses is one place of the text.
  const auto known = std::find_if(places_.begin(), places_.end(),
                                  [&](const CoveredPlace& place) { return place.kind == kind && place.span == span; });
  ways.push_back(static_cast<std::size_t>(known - places_.begin()));
  if (known == places_.end()) places_.push_back({kind, of, std::move(text), span, 0});
}

void Coverage::find_in(const std::string& of, ExpressionId id) {
  if (id.is_none()) return;
  const Model& model = compiled_.model;
  const syntax::Expression& expression = model.at(id);
  if (const auto* cases = std::get_if<syntax::Cases>(&expression.node)) {
    for (const syntax::Case& one : cases->cases) {
      add_place(PlaceKind::formula_case, of, source_text(model, one.span), one.span, ways_[id]);
    }
  }
  if (const auto* scale = std::get_if<syntax::Scale>(&expression.node)) {
    const std::size_t count = scale->points.size();
    for (std::size_t stretch = 0; stretch <= count; ++stretch) {
      const syntax::ScalePoint& from = scale->points[stretch == 0 ? 0 : stretch - 1];
      const syntax::ScalePoint& to = scale->points[std::min(stretch, count - 1)];
      const text::Span span{model.at(from.points).span.begin, model.at(to.at).span.end};
      const std::string text = source_text(model, span);
      const bool is_flat = stretch == 0 || stretch == count;
      add_place(PlaceKind::scale_segment, of,
                !is_flat       ? text
                : stretch == 0 ? "… " + text
                               : text + " …",
                span, ways_[id]);
    }
  }
  for (const ExpressionId child : children(compiled_.book, id)) find_in(of, child);
}

void Coverage::find_evidence(const std::string& of, ExpressionId assessed_when) {
  if (assessed_when.is_none()) return;
  find_in(of, assessed_when);
  const text::Span span = compiled_.model.at(assessed_when).span;
  const std::string text = source_text(compiled_.model, assessed_when);
  Ways& ways = evidence_[assessed_when];
  add_place(PlaceKind::evidence, of, text, span, ways);
  add_place(PlaceKind::no_evidence, of, text, span, ways);
}

void Coverage::find_decisions() {
  for (const syntax::Decision& decision : compiled_.model.decisions) {
    find_in("decide", decision.condition);
    std::string text = decision.outcome.text;
    if (!decision.condition.is_none()) text += ": " + source_text(compiled_.model, decision.condition);
    add_place(PlaceKind::decision, "decide", std::move(text), decision.outcome.span, decisions_);
  }
}

void Coverage::sort_places() {
  std::vector<std::size_t> order(places_.size()), rank(places_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [this](std::size_t a, std::size_t b) { return places_[a].span.begin < places_[b].span.begin; });
  std::vector<CoveredPlace> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    sorted.push_back(std::move(places_[order[i]]));
  }
  places_ = std::move(sorted);
  for (auto* all : {&ways_, &evidence_}) {
    for (auto& [id, ways] : *all) {
      for (std::size_t& place : ways) place = rank[place];
    }
  }
  for (std::size_t& place : decisions_) place = rank[place];
}

}  // namespace nilai::rules
