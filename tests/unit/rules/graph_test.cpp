#include "rules/graph.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <set>

#include "support/check_text.hpp"

namespace nilai::rules {
namespace {

const std::string book = test::schema + R"(
measure caseload = count(household)
measure reach    = count(distinct household_id of visit where verified) / households
measure apart    = mark

criterion visits  weight 100%
  measured by  reach
  points       0 at 0, 100 at full

parameter full
  from 2017-01-01  95%

score = weighted average of criteria

outcomes
  retain
  coach
  leave

decide
  coach   when score < 50 and caseload > 3
  retain  otherwise
)";

DependencyGraph graph_of(const std::string& text) {
  text::Diagnostics diagnostics;
  const auto compiled = compile(text::Source("book.nilai", text), diagnostics);
  REQUIRE(compiled != nullptr);
  return dependency_graph(compiled->model);
}

/// The edges as `from -> to`.
std::set<std::string> edges_of(const DependencyGraph& graph) {
  std::set<std::string> edges;
  for (const GraphEdge& edge : graph.edges) {
    edges.insert(node_id(graph.nodes[edge.from]) + " -> " + node_id(graph.nodes[edge.to]));
  }
  return edges;
}

std::set<std::string> names_with(const DependencyGraph& graph, GraphNode::Relation relation) {
  std::set<std::string> names;
  for (const GraphNode& node : graph.nodes) {
    if (node.relation == relation) names.insert(node.name);
  }
  return names;
}

TEST_CASE("what an expression reads feeds its definition", "[rules]") {
  const std::set<std::string> edges = edges_of(graph_of(book));
  const auto edge = GENERATE(values<std::string>({
      "table household -> measure caseload",
      "table visit -> measure reach",
      "column visit.verified -> measure reach",
      "column visit.household_id -> measure reach",
      "column companion.households -> measure reach",
      "measure reach -> criterion visits",
      "parameter full -> criterion visits",
      "criterion visits -> score score",
      "score score -> decide decide",
      "measure caseload -> decide decide",
      "decide decide -> outcome coach",
      "column visit.visited_on -> table visit",
      "column visit.companion_id -> table visit",
      "table visit -> column visit.verified",
  }));
  CAPTURE(edge);
  CHECK(edges.count(edge) == 1);
}

TEST_CASE("what is not read feeds nothing", "[rules]") {
  const std::set<std::string> edges = edges_of(graph_of(book));
  CHECK(edges.count("decide decide -> outcome leave") == 0);
  for (const std::string& edge : edges) {
    CHECK_FALSE(edge.starts_with("measure apart -> "));
    CHECK_FALSE(edge.starts_with("column companion.gender -> "));
  }
}

TEST_CASE("around a part, what feeds it and what it touches are told apart", "[rules]") {
  const DependencyGraph graph = graph_of(book);
  const auto found = find_nodes(graph, "caseload");
  REQUIRE(found.size() == 1);
  const DependencyGraph part = around(graph, found.front());
  CHECK(names_with(part, GraphNode::Relation::itself) == std::set<std::string>{"caseload"});
  CHECK(names_with(part, GraphNode::Relation::feeds) ==
        std::set<std::string>{"household", "household.household_id", "household.companion_id"});
  CHECK(names_with(part, GraphNode::Relation::touched) == std::set<std::string>{"decide", "retain", "coach"});
  CHECK(names_with(part, GraphNode::Relation::unasked).empty());
}

TEST_CASE("an edge past the part is left out", "[rules]") {
  const DependencyGraph graph = graph_of(test::schema + "measure a = households\nmeasure b = a\nmeasure c = a + b\n");
  const std::set<std::string> edges = edges_of(around(graph, find_nodes(graph, "b").front()));
  CHECK(edges.count("measure a -> measure b") == 1);
  CHECK(edges.count("measure b -> measure c") == 1);
  CHECK(edges.count("measure a -> measure c") == 0);
}

struct Found {
  const char* name;
  const char* asked;
  std::size_t count;
};

TEST_CASE("a part is found by its name, its column or its kind", "[rules]") {
  const DependencyGraph graph = graph_of(book);
  const auto c = GENERATE(values<Found>({
      {"a measure", "reach", 1},
      {"a column of one table", "verified", 1},
      {"a column with its table", "visit.household_id", 1},
      {"a column of several tables", "companion_id", 3},
      {"with its kind", "column visit.companion_id", 1},
      {"part of a name", "erified", 0},
      {"none", "nothing", 0},
  }));
  CAPTURE(c.name);
  CHECK(find_nodes(graph, c.asked).size() == c.count);
}

}  // namespace
}  // namespace nilai::rules
