#include "grammar/text/source.hpp"

#include <catch2/catch.hpp>

#include "grammar/text/diagnostic.hpp"

namespace nilai::text {
namespace {

TEST_CASE("a span tells its file, and a place is one of that file", "[text]") {
  Source source("a.nilai", "one\ntwo");
  const Source::File& second = source.add("b.nilai", "\nä drei\r\n");
  source.add("c.nilai", "");
  CHECK(source.name() == "a.nilai");
  CHECK(source.text() == "one\ntwo");
  CHECK(second.begin == 8);
  CHECK(source.file_at(7).name == "a.nilai");  // the end of a text belongs to it
  CHECK(source.file_at(8).name == "b.nilai");
  CHECK(source.file_at(1000).name == "c.nilai");
  CHECK(source.find("b.nilai") == &second);
  CHECK(source.find("d.nilai") == nullptr);
  CHECK(source.text({8 + 4, 8 + 8}) == "drei");
  CHECK(source.text({4, 1000}) == "two");
  CHECK(source.place(8 + 4).line == 2);
  CHECK(source.place(8 + 4).column == 3);
  CHECK(source.line_at(8 + 4) == "ä drei");
  CHECK(source.line_start_at(8 + 4) == 9);
  CHECK(source.place(7).line == 2);
  CHECK(source.line_at(7) == "two");

  const Source copy = source;
  CHECK(copy.text().data() == source.text().data());
}

TEST_CASE("problems of a further text are moved to its place in the whole", "[text]") {
  Diagnostics all, found;
  all.add(Code::unknown_name, {1, 2});
  Diagnostic& problem = found.add(Code::unknown_name, {3, 4});
  problem.labels.push_back({{5, 6}, {Phrase::first_here, {}}});
  problem.fixes.push_back({{Phrase::first_here, {}}, Span{7, 8}, "x"});
  found.add(Code::unused_choice, {0, 0});
  for (std::size_t i = 0; i < Diagnostics::max_kept; ++i) found.add(Code::unknown_name, {9, 10});
  all.add_all(found, 100);
  CHECK(all.all()[1].span == Span{103, 104});
  CHECK(all.all()[1].labels.front().span == Span{105, 106});
  CHECK(all.all()[1].fixes.front().span == Span{107, 108});
  CHECK(all.all()[2].span == Span{100, 100});
  CHECK(all.error_count() == 2 + Diagnostics::max_kept);
  CHECK(all.all().size() + all.left_out_count() == 3 + Diagnostics::max_kept);
}

}  // namespace
}  // namespace nilai::text
