#include "rules/graph.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rules/order.hpp"

namespace nilai::rules {

namespace {

using NodeKind = GraphNode::Kind;
using Relation = GraphNode::Relation;

/// The columns that say whose a row is, and when.
std::set<ColumnIndex> placing_columns(const Table& table) {
  std::set<ColumnIndex> columns(table.key.begin(), table.key.end());
  for (const Link& link : table.links) columns.insert(link.own_columns.begin(), link.own_columns.end());
  if (table.dated) columns.insert(*table.dated);
  if (table.period) columns.insert(*table.period);
  return columns;
}

class GraphBuilder {
 public:
  explicit GraphBuilder(const Model& model) : model_(model) {}

  DependencyGraph build() {
    add_nodes();
    connect_columns();
    for (const auto& [definition, node] : nodes_) connect(definition, node);
    for (const syntax::Decision& decision : model_.decisions) {
      edges_.insert({nodes_.at({Definition::Kind::decide, 0, 0}), outcomes_.at(decision.outcome.text)});
    }
    graph_.edges.assign(edges_.begin(), edges_.end());
    return std::move(graph_);
  }

 private:
  std::size_t add(NodeKind kind, std::string name, const syntax::Label& label) {
    graph_.nodes.push_back({kind, std::move(name), label, Relation::unasked});
    return graph_.nodes.size() - 1;
  }

  template <class Items>
  void add_all(Definition::Kind definition, NodeKind kind, const Items& items) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      nodes_[{definition, i, 0}] = add(kind, items[i].name, items[i].label);
    }
  }

  void add_nodes() {
    for (TableIndex t = 0; t < model_.tables.size(); ++t) {
      const Table& table = model_.tables[t];
      tables_.push_back(add(NodeKind::table, table.name, table.label));
      for (ColumnIndex c = 0; c < table.columns.size(); ++c) {
        const Column& column = table.columns[c];
        nodes_[{Definition::Kind::column, t, c}] = add(NodeKind::column, table.name + "." + column.name, column.label);
      }
    }
    add_all(Definition::Kind::parameter, NodeKind::parameter, model_.parameters);
    add_all(Definition::Kind::measure, NodeKind::measure, model_.measures);
    add_all(Definition::Kind::criterion, NodeKind::criterion, model_.criteria);
    add_all(Definition::Kind::score, NodeKind::score, model_.scores);
    if (!model_.decisions.empty()) nodes_[{Definition::Kind::decide, 0, 0}] = add(NodeKind::decide, "decide", {});
    for (const syntax::Outcome& outcome : model_.outcomes) {
      outcomes_[outcome.name.text] = add(NodeKind::outcome, outcome.name.text, outcome.label);
    }
  }

  void connect_columns() {
    for (TableIndex t = 0; t < model_.tables.size(); ++t) {
      const std::set<ColumnIndex> placing = placing_columns(model_.tables[t]);
      for (ColumnIndex c = 0; c < model_.tables[t].columns.size(); ++c) {
        const std::size_t column = nodes_.at({Definition::Kind::column, t, c});
        const bool places = placing.count(c) != 0;
        edges_.insert(places ? GraphEdge{column, tables_[t]} : GraphEdge{tables_[t], column});
      }
    }
  }

  void connect(const Definition& definition, std::size_t node) {
    for (const Use& use : uses(model_, definition)) edges_.insert({nodes_.at(use.used), node});
    for (const ExpressionId id : expressions_of(model_, definition)) connect_data(id, node);
  }

  /// What an expression reads of the data.
  void connect_data(ExpressionId id, std::size_t node) {
    if (id.is_none()) return;
    if (const auto* read = std::get_if<ColumnReference>(&model_.reference(id))) {
      edges_.insert({nodes_.at({Definition::Kind::column, read->table, read->column}), node});
    }
    for (const ColumnReference& common : model_.in_same(id)) {
      edges_.insert({nodes_.at({Definition::Kind::column, common.table, common.column}), node});
    }
    if (const auto& aggregate = model_.aggregate(id)) {
      edges_.insert({tables_[aggregate->source], node});
      for (const ColumnIndex by : aggregate->by) {
        edges_.insert({nodes_.at({Definition::Kind::column, aggregate->source, by}), node});
      }
    }
    for (const ExpressionId child : children(*model_.book, id)) connect_data(child, node);
  }

  const Model& model_;
  DependencyGraph graph_;
  std::set<GraphEdge> edges_;
  std::map<Definition, std::size_t> nodes_;
  std::vector<std::size_t> tables_;
  std::map<std::string, std::size_t> outcomes_;
};

/// Marks all that is reached from `start`, along the edges or against them.
void mark_reached(DependencyGraph& graph, std::size_t start, Relation relation) {
  const bool along = relation == Relation::touched;
  std::vector<std::size_t> open = {start};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const GraphEdge& edge : graph.edges) {
      if ((along ? edge.from : edge.to) != at) continue;
      const std::size_t next = along ? edge.to : edge.from;
      if (graph.nodes[next].relation != Relation::unasked) continue;
      graph.nodes[next].relation = relation;
      open.push_back(next);
    }
  }
}

/// Whether the edge lies on a way to the node asked about, or from it on.
bool is_on_the_way(const DependencyGraph& graph, const GraphEdge& edge) {
  const Relation from = graph.nodes[edge.from].relation, to = graph.nodes[edge.to].relation;
  const bool leads_to = from == Relation::feeds && (to == Relation::feeds || to == Relation::itself);
  const bool leads_on = to == Relation::touched && (from == Relation::touched || from == Relation::itself);
  return leads_to || leads_on;
}

bool is_column_called(const GraphNode& node, const std::string& name) {
  return node.kind == NodeKind::column && node.name.ends_with("." + name);
}

}  // namespace

DependencyGraph dependency_graph(const Model& model) {
  return GraphBuilder(model).build();
}

std::vector<std::size_t> find_nodes(const DependencyGraph& graph, const std::string& name) {
  const auto all_with = [&](const auto& holds) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
      if (holds(graph.nodes[i])) found.push_back(i);
    }
    return found;
  };
  auto found = all_with([&](const GraphNode& node) { return node_id(node) == name; });
  if (found.empty()) found = all_with([&](const GraphNode& node) { return node.name == name; });
  if (found.empty()) found = all_with([&](const GraphNode& node) { return is_column_called(node, name); });
  return found;
}

DependencyGraph around(const DependencyGraph& graph, std::size_t of) {
  DependencyGraph marked = graph;
  marked.nodes[of].relation = Relation::itself;
  mark_reached(marked, of, Relation::feeds);
  mark_reached(marked, of, Relation::touched);

  DependencyGraph kept;
  std::vector<std::size_t> place(marked.nodes.size());
  for (std::size_t i = 0; i < marked.nodes.size(); ++i) {
    if (marked.nodes[i].relation == Relation::unasked) continue;
    place[i] = kept.nodes.size();
    kept.nodes.push_back(marked.nodes[i]);
  }
  for (const GraphEdge& edge : marked.edges) {
    if (is_on_the_way(marked, edge)) kept.edges.push_back({place[edge.from], place[edge.to]});
  }
  return kept;
}

std::string kind_name(GraphNode::Kind kind) {
  switch (kind) {
    case NodeKind::table:
      return "table";
    case NodeKind::column:
      return "column";
    case NodeKind::parameter:
      return "parameter";
    case NodeKind::measure:
      return "measure";
    case NodeKind::criterion:
      return "criterion";
    case NodeKind::score:
      return "score";
    case NodeKind::decide:
      return "decide";
    case NodeKind::outcome:
      return "outcome";
  }
  return {};
}

std::string node_id(const GraphNode& node) {
  return kind_name(node.kind) + " " + node.name;
}

}  // namespace nilai::rules
