#include <boost/json.hpp>

#include "app/report/graph_text.hpp"
#include "app/report/json_text.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using rules::GraphNode;
using Relation = GraphNode::Relation;

const char* relation_name(Relation relation) {
  switch (relation) {
    case Relation::unasked:
      return "";
    case Relation::itself:
      return "itself";
    case Relation::feeds:
      return "feeds";
    case Relation::touched:
      return "touched";
  }
  return "";
}

object node_json(const GraphNode& node, text::Language language) {
  object json = {{"id", rules::node_id(node)},
                 {"kind", rules::kind_name(node.kind)},
                 {"name", node.name},
                 {"label", node_label(node, language)}};
  if (node.relation != Relation::unasked) json["relation"] = relation_name(node.relation);
  return json;
}

}  // namespace

std::string graph_json(const TitledGraph& titled, text::Language language) {
  array nodes, edges;
  for (const GraphNode& node : titled.graph.nodes) nodes.push_back(node_json(node, language));
  for (const rules::GraphEdge& edge : titled.graph.edges) {
    edges.push_back(object{{"from", rules::node_id(titled.graph.nodes[edge.from])},
                           {"to", rules::node_id(titled.graph.nodes[edge.to])}});
  }
  return json_text(object{
      {"rulebook", titled.name}, {"title", titled.title}, {"nodes", std::move(nodes)}, {"edges", std::move(edges)}});
}

}  // namespace nilai::app
