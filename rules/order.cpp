#include "rules/order.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <map>
#include <set>
#include <utility>

#include "grammar/wording.hpp"
#include "rules/parts.hpp"
#include "rules/score_name.hpp"

namespace nilai::rules {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// Every definition of the model: the vertices.
std::vector<Definition> all_definitions(const Model& model) {
  std::vector<Definition> all;
  const auto add = [&](Definition::Kind kind, std::size_t count) {
    for (std::uint32_t i = 0; i < count; ++i) all.push_back({kind, i, 0});
  };
  for (TableIndex t = 0; t < model.tables.size(); ++t) {
    for (ColumnIndex c = 0; c < model.tables[t].columns.size(); ++c) {
      if (!model.tables[t].columns[c].formula.is_none()) all.push_back({Definition::Kind::column, t, c});
    }
  }
  add(Definition::Kind::parameter, model.parameters.size());
  add(Definition::Kind::measure, model.measures.size());
  add(Definition::Kind::criterion, model.criteria.size());
  add(Definition::Kind::score, model.scores.size());
  if (!model.decisions.empty()) all.push_back({Definition::Kind::decide, 0, 0});
  return all;
}

/// Whether a call reads its values of earlier periods alone.
bool reads_past_alone(const syntax::Call& call) {
  if (call.function == syntax::Function::previous) return true;
  const syntax::Rows* rows = rows_of(call);
  return rows != nullptr && rows->of == syntax::Rows::Of::periods && rows->window == syntax::Rows::Window::previous;
}

/// Collects what an expression uses, depth first.
class Collector {
 public:
  explicit Collector(const Model& model) : model_(model) {}

  void visit(ExpressionId id) {
    if (id.is_none()) return;
    const auto* call = std::get_if<syntax::Call>(&model_.at(id).node);
    if (call != nullptr && (named_score(model_, *call) || named_criterion(model_, *call))) return add_named(*call, id);
    note(id);
    const bool was_past = std::exchange(is_past_, is_past_ || (call != nullptr && reads_past_alone(*call)));
    for (const ExpressionId child : children(*model_.book, id)) visit(child);
    is_past_ = was_past;
  }

  std::vector<Use> found;

 private:
  void note(ExpressionId id) {
    const Reference& reference = model_.reference(id);
    if (const auto* r = std::get_if<ParameterReference>(&reference))
      add({Definition::Kind::parameter, r->index, 0}, id);
    if (const auto* r = std::get_if<MeasureReference>(&reference)) add({Definition::Kind::measure, r->index, 0}, id);
    if (const auto* r = std::get_if<ScoreReference>(&reference)) add({Definition::Kind::score, r->index, 0}, id);
    if (const auto* r = std::get_if<CriteriaReference>(&reference)) add_criteria(id, r->of);
    if (call_over(*model_.book, id, syntax::Rows::Of::criteria) != nullptr) add_criteria(id, CriterionNumber::points);
    if (std::holds_alternative<OutcomeReference>(reference)) add({Definition::Kind::decide, 0, 0}, id);
    if (const auto* r = std::get_if<ColumnReference>(&reference)) add_formula(*r, id);
    for (const ColumnReference& common : model_.in_same(id)) add_formula(common, id);
    // An average, and the weight assessed, read the parts of a score; they do not read the score.
    const auto* phrase = std::get_if<syntax::PhraseUse>(&model_.at(id).node);
    if (phrase == nullptr || phrase->phrase == syntax::Phrase::period_start ||
        phrase->phrase == syntax::Phrase::period_end) {
      return;
    }
    const OfScore score = score_spoken_of(model_, id);
    const bool is_weakest = phrase->phrase == syntax::Phrase::weakest_criterion;
    add_parts(is_weakest ? all_parts_of(model_, score) : parts_of(model_, score), id);
  }

  /// `assessed weight(NAME)` and its like read what they name as a part, or its parts; not the score.
  void add_named(const syntax::Call& call, ExpressionId where) {
    if (const OfScore score = named_score(model_, call)) return add_parts(parts_of(model_, score), where);
    const std::uint32_t criterion = *named_criterion(model_, call);
    add({Definition::Kind::criterion, criterion, 0}, where);
    if (call.function == syntax::Function::weight) add_parts(parts_of(model_, model_.criteria[criterion].in), where);
  }

  /// What is said of rows of criteria; a weight that counted rests on all parts of its score.
  void add_criteria(ExpressionId where, CriterionNumber number) {
    for (const std::uint32_t criterion : criteria_at(model_, where)) {
      add({Definition::Kind::criterion, criterion, 0}, where);
      if (number == CriterionNumber::weight) add_parts(parts_of(model_, model_.criteria[criterion].in), where);
    }
  }

  void add_parts(const std::vector<Definition>& parts, ExpressionId where) {
    for (const Definition& part : parts) add(part, where);
  }

  void add_formula(const ColumnReference& column, ExpressionId where) {
    if (model_.column(column).formula.is_none()) return;
    add({Definition::Kind::column, column.table, column.column}, where);
  }

  void add(const Definition& definition, ExpressionId where) {
    const auto [known, is_new] = place_.emplace(definition, found.size());
    if (is_new) {
      found.push_back({definition, where, is_past_});
    } else if (found[known->second].is_past && !is_past_) {
      found[known->second] = {definition, where, false};
    }
  }

  const Model& model_;
  std::map<Definition, std::size_t> place_;  ///< in `found`
  bool is_past_ = false;                     ///< behind `previous` and its like
};

/// A shortest circle through `start` inside its component.
std::vector<std::size_t> circle_through(const Graph& graph, std::size_t start,
                                        const std::vector<std::size_t>& component) {
  std::map<std::size_t, std::size_t> came_from;
  std::vector<std::size_t> open = {start};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const std::size_t at = open[i];
    for (auto [edge, last] = boost::out_edges(at, graph); edge != last; ++edge) {
      const std::size_t next = boost::target(*edge, graph);
      if (component[next] != component[start] || came_from.count(next) != 0) continue;
      came_from[next] = at;
      if (next == start) {
        std::vector<std::size_t> circle = {start};
        for (std::size_t v = at; v != start; v = came_from[v]) circle.push_back(v);
        circle.push_back(start);
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      open.push_back(next);
    }
  }
  return {};
}

void report_circle(const Model& model, const std::vector<Definition>& all, const std::vector<std::size_t>& circle,
                   text::Diagnostics& diagnostics) {
  std::string path;
  for (const std::size_t v : circle) path += (path.empty() ? "" : " → ") + definition_name(model, all[v]);
  const Definition& first = all[circle.front()];
  auto& diagnostic =
      diagnostics.add(text::Code::cycle, definition_span(model, first), {definition_name(model, first), path});
  for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
    for (const Use& use : uses(model, all[circle[i]])) {
      if (use.used != all[circle[i + 1]]) continue;
      diagnostic.labels.push_back({model.at(use.where).span, {text::Phrase::used_here, {}}});
    }
  }
}

std::vector<std::size_t> components(const Graph& graph) {
  std::vector<std::size_t> component(boost::num_vertices(graph));
  boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  return component;
}

void report_circles(const Model& model, const std::vector<Definition>& all, const Graph& graph,
                    text::Diagnostics& diagnostics) {
  const std::vector<std::size_t> component = components(graph);
  std::vector<std::size_t> size(all.size());
  for (const std::size_t c : component) ++size[c];
  std::set<std::size_t> reported;
  for (std::size_t v = 0; v < all.size(); ++v) {
    const bool is_circular = size[component[v]] > 1 || boost::edge(v, v, graph).second;
    if (!is_circular || !reported.insert(component[v]).second) continue;
    report_circle(model, all, circle_through(graph, v, component), diagnostics);
  }
}

}  // namespace

std::vector<ExpressionId> expressions_of(const Model& model, const Definition& definition) {
  switch (definition.kind) {
    case Definition::Kind::column:
      return {model.tables[definition.index].columns[definition.column].formula};
    case Definition::Kind::parameter: {
      std::vector<ExpressionId> values;
      for (const DatedValue& value : model.parameters[definition.index].values) values.push_back(value.value);
      return values;
    }
    case Definition::Kind::measure: {
      const Measure& measure = model.measures[definition.index];
      return {measure.body, measure.assessed_when};
    }
    case Definition::Kind::criterion: {
      const Criterion& criterion = model.criteria[definition.index];
      return {criterion.measured_by, criterion.points, criterion.weight, criterion.assessed_when};
    }
    case Definition::Kind::score: {
      const Score& score = model.scores[definition.index];
      return {score.body, score.weight, score.assessed_when};
    }
    case Definition::Kind::decide:
      break;
  }
  std::vector<ExpressionId> found;
  for (const syntax::Decision& decision : model.decisions) {
    found.push_back(decision.condition);
    if (!decision.because) continue;
    for (const auto* text : {&decision.because->text, decision.because->en ? &*decision.because->en : nullptr,
                             decision.because->id ? &*decision.because->id : nullptr}) {
      if (text == nullptr) continue;
      for (const auto& piece : text->pieces) {
        if (const auto* id = std::get_if<ExpressionId>(&piece)) found.push_back(*id);
      }
    }
  }
  return found;
}

std::vector<Use> uses(const Model& model, const Definition& definition) {
  Collector collector(model);
  for (const ExpressionId id : expressions_of(model, definition)) collector.visit(id);
  return std::move(collector.found);
}

Order order_definitions(const Model& model, text::Diagnostics& diagnostics) {
  const std::vector<Definition> all = all_definitions(model);
  std::map<Definition, std::size_t> vertex;
  for (std::size_t v = 0; v < all.size(); ++v) vertex[all[v]] = v;
  Graph present(all.size()), whole(all.size());
  for (std::size_t v = 0; v < all.size(); ++v) {
    for (const Use& use : uses(model, all[v])) {
      boost::add_edge(v, vertex.at(use.used), whole);
      if (!use.is_past) boost::add_edge(v, vertex.at(use.used), present);
    }
  }
  report_circles(model, all, present, diagnostics);
  if (diagnostics.has_errors()) return {};

  const std::vector<std::size_t> component = components(whole);
  for (std::size_t v = 0; v < all.size(); ++v) {
    for (const Use& use : uses(model, all[v])) {
      const std::size_t used = vertex.at(use.used);
      if (use.is_past && component[v] != component[used]) boost::add_edge(v, used, present);
    }
  }
  std::vector<std::size_t> sorted;
  boost::topological_sort(present, std::back_inserter(sorted));  // what is used comes first
  Order order;
  for (const std::size_t v : sorted) order.push_back(all[v]);
  return order;
}

std::string definition_name(const Model& model, const Definition& definition) {
  switch (definition.kind) {
    case Definition::Kind::parameter:
      return model.parameters[definition.index].name;
    case Definition::Kind::measure:
      return model.measures[definition.index].name;
    case Definition::Kind::criterion:
      return model.criteria[definition.index].name;
    case Definition::Kind::score:
      return score_name(model, definition.index);
    case Definition::Kind::decide:
      return grammar::spelt("decide", model.book->language);
    case Definition::Kind::column: {
      const Table& table = model.tables[definition.index];
      return table.name + "." + table.columns[definition.column].name;
    }
  }
  return {};
}

Span definition_span(const Model& model, const Definition& definition) {
  switch (definition.kind) {
    case Definition::Kind::parameter:
      return model.parameters[definition.index].span;
    case Definition::Kind::measure:
      return model.measures[definition.index].span;
    case Definition::Kind::criterion:
      return model.criteria[definition.index].span;
    case Definition::Kind::score:
      return model.scores[definition.index].span;
    case Definition::Kind::decide:
      return model.book->decides.front().span;
    case Definition::Kind::column:
      return model.tables[definition.index].columns[definition.column].span;
  }
  return {};
}

}  // namespace nilai::rules
