#include "app/cli/graph.hpp"

#include "app/cli/steps.hpp"
#include "app/io/graphviz.hpp"
#include "app/report/graph_text.hpp"
#include "app/words.hpp"
#include "grammar/text/nearest.hpp"
#include "rules/explanation.hpp"

namespace nilai::app {

namespace {

using rules::DependencyGraph;
using text::Language;

std::string unknown_part(const std::string& name, const DependencyGraph& graph, Language language) {
  std::vector<std::string> names;
  for (const rules::GraphNode& node : graph.nodes) {
    names.push_back(node.name);
    if (node.kind == rules::GraphNode::Kind::column) names.push_back(node.name.substr(node.name.find('.') + 1));
  }
  const auto near = text::nearest(name, names);
  return say(Word::no_such_part, language, {name}) +
         (near ? say(Word::did_you_mean, language, {*near}) : std::string());
}

std::string several_parts(const std::string& name, const DependencyGraph& graph, const std::vector<std::size_t>& found,
                          Language language) {
  std::string list;
  for (const std::size_t node : found) list += (list.empty() ? "`" : ", `") + rules::node_id(graph.nodes[node]) + "`";
  return say(Word::several_parts, language, {name, list});
}

/// The part of the graph that was asked for; empty where the name means none or several, and `problem` says which.
std::optional<DependencyGraph> asked_for(DependencyGraph graph, const std::string& of, Language language,
                                         std::string& problem) {
  if (of.empty()) return graph;
  const std::vector<std::size_t> found = rules::find_nodes(graph, of);
  if (found.size() == 1) return rules::around(graph, found.front());
  problem = found.empty() ? unknown_part(of, graph, language) : several_parts(of, graph, found, language);
  return std::nullopt;
}

int print_svg(const TitledGraph& titled, Console& console) {
  std::string problem;
  const auto svg = draw_svg(graph_dot(titled, console.language), problem);
  if (svg) {
    console.out << *svg;
    return exit_done;
  }
  console.err << "nilai: "
              << (problem.empty() ? say(Word::no_graphviz, console.language)
                                  : say(Word::graphviz_failed, console.language, {problem}))
              << "\n";
  return exit_outside_failed;
}

int print(const TitledGraph& titled, GraphParameters::Format format, Console& console) {
  switch (format) {
    case GraphParameters::Format::dot:
      console.out << graph_dot(titled, console.language);
      return exit_done;
    case GraphParameters::Format::mermaid:
      console.out << graph_mermaid(titled, console.language);
      return exit_done;
    case GraphParameters::Format::json:
      console.out << graph_json(titled, console.language);
      return exit_done;
    case GraphParameters::Format::svg:
      return print_svg(titled, console);
  }
  return exit_done;
}

}  // namespace

int graph(const GraphParameters& parameters, Console& console) {
  Log log(console.err, {});
  Steps steps(console, log);
  const auto compiled = steps.compile(parameters.rulebook);
  if (compiled == nullptr) return steps.exit_code();
  std::string problem;
  auto asked = asked_for(rules::dependency_graph(compiled->model), parameters.of, console.language, problem);
  if (!asked) {
    steps.stop(exit_command_line_is_wrong, "nilai: " + problem);
    return steps.exit_code();
  }
  const syntax::Name& name = *compiled->book.name;
  const std::string title = rules::label_text(compiled->book.label, name.text, console.language);
  return print({name.text, title, std::move(*asked)}, parameters.format, console);
}

}  // namespace nilai::app
