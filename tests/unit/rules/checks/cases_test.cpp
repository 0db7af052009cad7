#include <algorithm>
#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("check_cases finds gaps, and cases out of reach", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"the whole line, in two", "measure m = yes when mark < 50, no when mark >= 50", {}},
      {"whole bands over a whole number", "measure m = yes when households <= 90, no when households >= 91", {}},
      {"whole bands over a number that is not whole",
       "measure m = yes when mark <= 90, no when mark >= 91",
       {"4101 yes when mark <= 90, no when mark >= 91"}},
      {"a point left out",
       "measure m = yes when mark < 50, no when mark > 50",
       {"4101 yes when mark < 50, no when mark > 50"}},
      {"bounds between the values of a whole number",
       "measure m = yes when households between 0.5 and 50.5, no when households between 53.5 and 90",
       {"4101 yes when households between 0.5 and 50.5, no when households between 53.5 and 90"}},
      {"bounds between whole values that leave nothing out",
       "measure m = yes when households < 50.5, no when households > 50.5",
       {}},
      {"two subjects and no otherwise",
       "measure m = yes when mark < 50, no when households >= 1",
       {"4101 yes when mark < 50, no when households >= 1"}},
      {"taken by the case before",
       "measure m = 2 when mark >= 35, 1 when mark >= 40, 0 otherwise",
       {"4102 1 when mark >= 40"}},
      {"beyond the bounds of the column", "measure m = 2 when mark > 100, 1 otherwise", {"4102 2 when mark > 100"}},
      {"an otherwise that nothing is left for",
       "measure m = 2 when mark >= 50, 1 when mark < 50, 0 otherwise",
       {"4102 0 otherwise"}},
      {"a decision out of reach", "outcomes a b\ndecide b when mark < 50 b when mark < 40 a otherwise", {"4102 b"}},
      {"a decision without otherwise", "outcomes a b\ndecide b when mark < 50", {"4101 b"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}

namespace {

using nilai::text::Phrase;

struct Bands {
  const char* name;
  const char* text;
  bool are_complete_in_whole_numbers;
  std::vector<Phrase> fixes;
};

}  // namespace

TEST_CASE("bands published in whole numbers are said to leave no whole value out", "[rules]") {
  const auto bands = GENERATE(values<Bands>({
      {"of a column",
       "measure m = yes when mark between 0 and 50, no when mark between 51 and 100",
       true,
       {Phrase::declare_whole_column, Phrase::add_otherwise}},
      {"of a measure",
       "measure half = mark / 2\nmeasure m = yes when half <= 30, no when half >= 31",
       true,
       {Phrase::round_to_whole, Phrase::add_otherwise}},
      {"of a score",
       "score = mark / 2\nmeasure m = yes when score <= 30, no when score >= 31",
       true,
       {Phrase::round_to_whole, Phrase::add_otherwise}},
      {"of a formula", "measure m = yes when mark / 2 <= 30, no when mark / 2 >= 31", true, {Phrase::add_otherwise}},
      {"of a criterion",
       "criterion c weight 1 measured by mark points 1 when between 0 and 50, 2 when between 51 and 100\n"
       "score = weighted average of criteria",
       true,
       {Phrase::declare_whole_column, Phrase::add_otherwise}},
      {"with a whole value left out",
       "measure m = yes when mark between 0 and 50, no when mark between 52 and 100",
       false,
       {Phrase::add_otherwise}},
      {"with what lies beyond left out", "measure m = yes when mark between 0 and 50", false, {Phrase::add_otherwise}},
      {"in fractions",
       "measure m = yes when mark / 100 between 0% and 50%, no when mark / 100 between 51% and 100%",
       false,
       {Phrase::add_otherwise}},
      {"of what is whole already",
       "measure m = yes when households between 1 and 50, no when households between 52 and 53",
       false,
       {Phrase::add_otherwise}},
  }));
  CAPTURE(bands.name);
  nilai::text::Diagnostics diagnostics;
  const nilai::text::Source source("book.nilai", nilai::test::schema + bands.text);
  nilai::rules::compile(source, diagnostics);
  const auto found = std::find_if(diagnostics.all().begin(), diagnostics.all().end(), [](const auto& diagnostic) {
    return diagnostic.code == nilai::text::Code::no_otherwise;
  });
  REQUIRE(found != diagnostics.all().end());
  const bool is_said = std::any_of(found->notes.begin(), found->notes.end(),
                                   [](const auto& note) { return note.phrase == Phrase::no_whole_value_left_out; });
  CHECK(is_said == bands.are_complete_in_whole_numbers);
  std::vector<Phrase> fixes;
  fixes.reserve(found->fixes.size());
  for (const auto& fix : found->fixes) fixes.push_back(fix.message.phrase);
  CHECK(fixes == bands.fixes);
}
