#include "app/report/graph_text.hpp"

namespace nilai::app {

namespace {

using rules::GraphNode;
using Kind = GraphNode::Kind;
using Relation = GraphNode::Relation;

struct Shape {
  const char *open, *close;
};

Shape shape_of(Kind kind) {
  switch (kind) {
    case Kind::table:
      return {"[(", ")]"};
    case Kind::column:
      return {"[", "]"};
    case Kind::parameter:
      return {"[/", "/]"};
    case Kind::measure:
      return {"(", ")"};
    case Kind::criterion:
      return {"{{", "}}"};
    case Kind::score:
      return {"([", "])"};
    case Kind::decide:
      return {"{", "}"};
    case Kind::outcome:
      return {"[[", "]]"};
  }
  return {"", ""};
}

/// In the quotes of Mermaid, where a character that means something is written by its number.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "<br/>";
    } else if (c == '"' || c == '#' || c == '&' || c == '<' || c == '>' || c == '`' || c == '\\') {
      result += "#" + std::to_string(static_cast<int>(c)) + ";";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string node_line(std::size_t index, const GraphNode& node, text::Language language) {
  const std::string label = node_label(node, language);
  const Shape shape = shape_of(node.kind);
  return "n" + std::to_string(index) + shape.open + quoted(label.empty() ? node.name : node.name + "\n" + label) +
         shape.close + "\n";
}

/// The nodes of one relation, and how they look; nothing where there are none.
std::string look(const rules::DependencyGraph& graph, Relation relation, const std::string& name,
                 const std::string& style) {
  std::string list;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].relation == relation) list += (list.empty() ? "n" : ",n") + std::to_string(i);
  }
  if (list.empty()) return {};
  return "  classDef " + name + " " + style + "\n  class " + list + " " + name + "\n";
}

}  // namespace

std::string graph_mermaid(const TitledGraph& titled, text::Language language) {
  const auto& nodes = titled.graph.nodes;
  std::string mermaid = "flowchart LR\n";
  for (std::size_t i = 0; i < nodes.size();) {
    const bool is_table = nodes[i].kind == Kind::table;
    if (is_table) mermaid += "  subgraph t" + std::to_string(i) + "[" + quoted(nodes[i].name) + "]\n";
    const std::size_t end = is_table ? end_of_columns(titled.graph, i) : i + 1;
    for (; i < end; ++i) mermaid += (is_table ? "    " : "  ") + node_line(i, nodes[i], language);
    if (is_table) mermaid += "  end\n";
  }
  for (const rules::GraphEdge& edge : titled.graph.edges) {
    mermaid += "  n" + std::to_string(edge.from) + " --> n" + std::to_string(edge.to) + "\n";
  }
  mermaid += look(titled.graph, Relation::itself, "itself", "fill:#fde047,stroke-width:3px");
  mermaid += look(titled.graph, Relation::feeds, "feeds", "fill:#bfdbfe");
  mermaid += look(titled.graph, Relation::touched, "touched", "fill:#fed7aa,stroke-dasharray:5");
  return mermaid;
}

}  // namespace nilai::app
