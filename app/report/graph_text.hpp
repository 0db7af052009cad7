#pragma once

#include <string>

#include "grammar/text/diagnostic.hpp"
#include "rules/graph.hpp"

namespace nilai::app {

/// A graph with what is written over it.
struct TitledGraph {
  std::string name;   ///< of the rulebook
  std::string title;  ///< its label, in the language of the reader
  rules::DependencyGraph graph;
};

/// For Graphviz: tables are boxes around their columns; a shape for each kind. Around a part that was asked about, what
/// feeds it is blue, and what a change to it touches is orange and dashed.
std::string graph_dot(const TitledGraph& titled, text::Language language);

/// For Mermaid, which many wikis and code hosts draw; shapes and colours likewise.
std::string graph_mermaid(const TitledGraph& titled, text::Language language);

/// For programs: `rulebook`, `nodes` (`id`, `kind`, `name`, `label`, and `relation` to the part asked about), `edges`.
std::string graph_json(const TitledGraph& titled, text::Language language);

/// The label of a node in `language`; empty where it has none.
std::string node_label(const rules::GraphNode& node, text::Language language);

/// The columns that stand below the table at `table`: the nodes up to, and without, this one.
std::size_t end_of_columns(const rules::DependencyGraph& graph, std::size_t table);

}  // namespace nilai::app
