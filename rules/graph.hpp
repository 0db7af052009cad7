#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/model.hpp"

namespace nilai::rules {

/// A part of a rulebook that feeds others or is fed.
struct GraphNode {
  enum class Kind : std::uint8_t { table, column, parameter, measure, criterion, score, decide, outcome };

  /// How it stands to the part that was asked about.
  enum class Relation : std::uint8_t { unasked, itself, feeds, touched };

  Kind kind{};
  std::string name;  ///< of a column TABLE.COLUMN
  syntax::Label label;
  Relation relation = Relation::unasked;
};

/// Node `from` feeds node `to`: a change to it may change the other. Both are places in `nodes`.
struct GraphEdge {
  std::size_t from = 0, to = 0;
  friend auto operator<=>(const GraphEdge&, const GraphEdge&) = default;
};

/// What feeds what: tables and columns, parameters and measures, criteria, scores, the decision, outcomes.
struct DependencyGraph {
  std::vector<GraphNode> nodes;  ///< by kind, then in the order of the text; a table's columns follow it
  std::vector<GraphEdge> edges;  ///< in order, each once
};

/// The graph of a whole rulebook. Columns that place a row (keys, links, date, period) feed their table; a table feeds
/// its other columns, and whatever takes its rows.
DependencyGraph dependency_graph(const Model& model);

/// The nodes that `name` can mean: `KIND NAME`, else a name, else the name of a column without its table.
std::vector<std::size_t> find_nodes(const DependencyGraph& graph, const std::string& name);

/// What feeds node `of`, straight or through others, and what a change to it touches; the ways between these alone.
DependencyGraph around(const DependencyGraph& graph, std::size_t of);

/// `measure`, in the words of the language; `column visit.verified`, which no two nodes share.
std::string kind_name(GraphNode::Kind kind);
std::string node_id(const GraphNode& node);

}  // namespace nilai::rules
