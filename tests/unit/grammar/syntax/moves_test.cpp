#include "grammar/syntax/moves.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "grammar/read.hpp"

namespace nilai::syntax {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> rulebooks() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(NILAI_SAMPLES_DIR)) {
    if (entry.path().extension() == ".nilai") paths.push_back(entry.path());
  }
  return paths;
}

Rulebook read(const std::string& text) {
  text::Diagnostics none;
  return grammar::read(text::Source("book.nilai", text), none);
}

struct Seen {
  std::vector<Span> spans;
  std::vector<ExpressionId> ids;

  explicit Seen(Rulebook& book) {
    const Visits visits{[this](Span& span) { spans.push_back(span); }, [this](ExpressionId& id) { ids.push_back(id); }};
    visit_definitions(book, visits);
    for (Expression& expression : book.expressions) visit_expression(expression, visits);
  }
};

TEST_CASE("a tree that is moved is the one of the text behind another", "[syntax]") {
  REQUIRE(rulebooks().size() > 10);
  for (const fs::path& path : rulebooks()) {
    CAPTURE(path.string());
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    Rulebook moved = read(text.str()), behind = read("\n\n\n\n\n" + text.str());
    move_tree(moved, 5, 0);
    const Seen a(moved), b(behind);
    CHECK(a.spans == b.spans);
    CHECK(a.ids == b.ids);
    // Every expression is a part of another or of a definition: none is forgotten.
    std::set<ExpressionId> parts(a.ids.begin(), a.ids.end());
    CHECK(parts.size() == moved.expressions.size());
  }
}

TEST_CASE("expressions are moved behind others, and what is not there stays so", "[syntax]") {
  Rulebook book = read("measure a = 1 + b criterion c points 1 when it > 2, 0 otherwise");
  move_tree(book, 100, 1000);
  CHECK(book.measures.at(0).body == ExpressionId{1002});
  CHECK(std::get<Binary>(book.expressions.at(2).node).left == ExpressionId{1000});
  CHECK(book.criteria.at(0).weight.is_none());
  CHECK_FALSE(book.measures.at(0).basis.is_there());
  CHECK(book.criteria.at(0).name.span.begin > 100);
}

}  // namespace
}  // namespace nilai::syntax
