#include "app/report/graph_text.hpp"
#include "app/words.hpp"
#include "rules/explanation.hpp"

namespace nilai::app {

namespace {

using rules::GraphNode;
using Kind = GraphNode::Kind;
using Relation = GraphNode::Relation;

const char* shape_of(Kind kind) {
  switch (kind) {
    case Kind::table:
      return "cylinder";
    case Kind::column:
      return "box";
    case Kind::parameter:
      return "parallelogram";
    case Kind::measure:
      return "oval";
    case Kind::criterion:
      return "hexagon";
    case Kind::score:
      return "house";
    case Kind::decide:
      return "diamond";
    case Kind::outcome:
      return "note";
  }
  return "";
}

const char* look_of(Relation relation) {
  switch (relation) {
    case Relation::unasked:
      return "";
    case Relation::itself:
      return ", fillcolor=\"#fde047\", penwidth=2";
    case Relation::feeds:
      return ", fillcolor=\"#bfdbfe\"";
    case Relation::touched:
      return ", fillcolor=\"#fed7aa\", style=\"filled,dashed\"";
  }
  return "";
}

/// In the quotes of DOT, where a backslash begins an escape.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

/// A text that is shown: `\n` centres a line, and an ampersand would begin an entity.
std::string shown(const std::string& text) {
  std::string result;
  for (const char c : quoted(text)) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '&') {
      result += "&amp;";
    } else {
      result += c;
    }
  }
  return result;
}

std::string node_line(const GraphNode& node, text::Language language) {
  const std::string label = node_label(node, language);
  return quoted(rules::node_id(node)) + " [label=" + shown(label.empty() ? node.name : node.name + "\n" + label) +
         ", shape=" + shape_of(node.kind) + look_of(node.relation) + "];\n";
}

std::string title_of(const TitledGraph& titled, text::Language language) {
  for (const GraphNode& node : titled.graph.nodes) {
    if (node.relation == Relation::itself) {
      return titled.title + "\n" + say(Word::graph_around, language, {node.name});
    }
  }
  return titled.title;
}

}  // namespace

std::string node_label(const rules::GraphNode& node, text::Language language) {
  return rules::label_text(node.label, {}, language);
}

std::size_t end_of_columns(const rules::DependencyGraph& graph, std::size_t table) {
  std::size_t end = table + 1;
  while (end < graph.nodes.size() && graph.nodes[end].kind == Kind::column &&
         graph.nodes[end].name.starts_with(graph.nodes[table].name + ".")) {
    ++end;
  }
  return end;
}

std::string graph_dot(const TitledGraph& titled, text::Language language) {
  const auto& nodes = titled.graph.nodes;
  std::string dot = "digraph " + quoted(titled.name) + " {\n";
  dot += "  graph [rankdir=LR, fontname=\"Helvetica\", labelloc=t, label=" + shown(title_of(titled, language)) + "];\n";
  dot += "  node [fontname=\"Helvetica\", style=filled, fillcolor=white];\n";
  for (std::size_t i = 0; i < nodes.size();) {
    const bool is_table = nodes[i].kind == Kind::table;
    if (is_table) dot += "  subgraph " + quoted("cluster " + nodes[i].name) + " {\n    label=\"\";\n";
    const std::size_t end = is_table ? end_of_columns(titled.graph, i) : i + 1;
    for (; i < end; ++i) dot += (is_table ? "    " : "  ") + node_line(nodes[i], language);
    if (is_table) dot += "  }\n";
  }
  for (const rules::GraphEdge& edge : titled.graph.edges) {
    dot += "  " + quoted(rules::node_id(nodes[edge.from])) + " -> " + quoted(rules::node_id(nodes[edge.to])) + ";\n";
  }
  return dot + "}\n";
}

}  // namespace nilai::app
