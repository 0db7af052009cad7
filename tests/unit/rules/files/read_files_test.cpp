#include "rules/files/read_files.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "grammar/read.hpp"
#include "rules/files/folder.hpp"
#include "support/tree_text.hpp"

namespace nilai::rules {
namespace {

using Files = std::map<std::string, std::string>;

/// A rulebook read with files beside it.
struct Read {
  Read(const std::string& book_text, const Files& files, const std::string& name = "book.nilai")
      : source(name, book_text) {
    const auto read_file = [&](const std::string& wanted, std::string& reason) -> std::optional<std::string> {
      asked.push_back(wanted);
      const auto found = files.find(wanted);
      if (found != files.end()) return found->second;
      reason = "none";
      return std::nullopt;
    };
    book = read_files(source, read_file, diagnostics);
    diagnostics.sort();
  }

  /// `2501 x.nilai`: the code and the text that is marked, of each problem.
  [[nodiscard]] std::vector<std::string> found() const {
    std::vector<std::string> all;
    for (const text::Diagnostic& one : diagnostics.all()) {
      all.push_back(std::to_string(static_cast<unsigned>(one.code)) + " " + std::string(source.text(one.span)));
    }
    return all;
  }

  text::Source source;
  text::Diagnostics diagnostics;
  std::vector<std::string> asked;
  syntax::Rulebook book;
};

std::string tree_of(const std::string& text) {
  text::Diagnostics diagnostics;
  const syntax::Rulebook book = grammar::read(text::Source("whole.nilai", text), diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return tests::tree_text(book);
}

TEST_CASE("a path goes from the folder of its file, and stays below the rulebook's", "[rules]") {
  struct Case {
    const char *top, *from, *path, *name;
  };
  const auto c = GENERATE(values<Case>({
      {"book.nilai", "book.nilai", "a.nilai", "a.nilai"},
      {"in/book.nilai", "in/book.nilai", "a.nilai", "in/a.nilai"},
      {"/in/book.nilai", "/in/book.nilai", "./a/../b.nilai", "/in/b.nilai"},
      {"in/book.nilai", "in/parts/a.nilai", "b.nilai", "in/parts/b.nilai"},
      {"in/book.nilai", "in/parts/a.nilai", "../b.nilai", "in/b.nilai"},
      {"in/book.nilai", "in/parts/a.nilai", "../../b.nilai", ""},
      {"book.nilai", "book.nilai", "../book.nilai", ""},
      {"book.nilai", "book.nilai", "a/../../b.nilai", ""},
      {"book.nilai", "book.nilai", "/a.nilai", ""},
      {"book.nilai", "book.nilai", ".", ""},
      {"book.nilai", "book.nilai", "", ""},
  }));
  CAPTURE(c.top, c.from, c.path);
  CHECK(path_below(c.top, c.from, c.path) == c.name);
}

TEST_CASE("used files are read once, before the rulebook, and not at all when their texts are there", "[rules]") {
  const Files files = {{"in/a.nilai", "use \"b.nilai\"\nmeasure a = b + 1"}, {"in/b.nilai", "measure b = 2 * 3"}};
  Read read("use \"a.nilai\" use \"b.nilai\"\nmeasure c = a / b", files, "in/book.nilai");
  CHECK(read.found().empty());
  CHECK(read.asked == std::vector<std::string>{"in/a.nilai", "in/b.nilai"});
  REQUIRE(read.book.measures.size() == 3);
  CHECK(read.book.measures[0].name.text == "b");
  CHECK(read.book.measures[2].name.text == "c");
  for (const syntax::Measure& measure : read.book.measures) {
    CAPTURE(measure.name.text);
    CHECK(read.source.text(measure.name.span) == measure.name.text);
    CHECK(read.source.text(read.book.at(measure.body).span).size() == 5);
  }
  CHECK(read.source.file_at(read.book.measures[0].span.begin).name == "in/b.nilai");
  CHECK(read.source.place(read.book.measures[1].span.begin).line == 2);

  text::Diagnostics again;
  const syntax::Rulebook same = read_files(read.source, no_files, again);
  CHECK_FALSE(again.has_errors());
  CHECK(tests::tree_text(same) == tests::tree_text(read.book));
}

TEST_CASE("files that cannot be had are reported where they are named", "[rules]") {
  using Found = std::vector<std::string>;
  CHECK(Read("use \"a.nilai\"", {}).found() == Found{"2501 \"a.nilai\""});
  CHECK(Read("use \"../a.nilai\"", {}).found() == Found{"2502 \"../a.nilai\""});
  CHECK(Read("use \"a.nilai\"", {{"a.nilai", "use \"book.nilai\""}}).found() == Found{"2503 \"book.nilai\""});
  CHECK(Read("parameter p by x in \"p.csv\"", {}).found() == Found{"2501 \"p.csv\""});
  CHECK(Read("use \"a.nilai\"", {{"a.nilai", "measure a = 1 +"}}).diagnostics.has_errors());
}

TEST_CASE("an amendment makes the rulebook that one would have written", "[rules]") {
  struct Case {
    const char *name, *base, *change, *whole;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", "measure a = 1", "", "measure a = 1"},
      {"a clause", "criterion c \"C\" weight 40% measured by m points 0 at 0, 1 at 2 if missing not assessed",
       "criterion c weight 50%",
       "criterion c \"C\" weight 50% measured by m points 0 at 0, 1 at 2 if missing not assessed"},
      {"points by a formula", "criterion c measured by m points 0 at 0, 1 at 2", "criterion c points = 2 * it",
       "criterion c measured by m points = 2 * it"},
      {"a label", "measure a \"A\" = 1 rounded to 1 place", "measure a \"B\" = 2",
       "measure a \"B\" = 2 rounded to 1 place"},
      {"a line of a date", "parameter p \"P\" from 2017-01-01 1 from 2019-01-01 3", "parameter p from 2019-01-01 4",
       "parameter p \"P\" from 2017-01-01 1 from 2019-01-01 4"},
      {"a line between dates", "parameter p from 2017-01-01 1 from 2019-01-01 3", "parameter p from 2018-01-01 2",
       "parameter p from 2017-01-01 1 from 2018-01-01 2 from 2019-01-01 3"},
      {"rows of a date", "parameter p by k from 2017-01-01 1 when 1, 2 when 2",
       "parameter p by k from 2018-01-01 3 when 1",
       "parameter p by k from 2017-01-01 1 when 1, 2 when 2 from 2018-01-01 3 when 1"},
      {"rows without a date", "parameter p by k 1 when 1, 2 when 2", "parameter p by k 3 when 1",
       "parameter p by k 3 when 1"},
      {"a file's rows", "parameter p by k in \"k.csv\"", "parameter p by k 3 when 1", "parameter p by k 3 when 1"},
      {"other keys", "parameter p by k from 2017-01-01 1 when 1", "parameter p from 2017-01-01 3",
       "parameter p from 2017-01-01 3"},
      {"the values of a choice", "choice g \"G\": a \"A\" < b", "choice g: a < b < c", "choice g \"G\": a < b < c"},
      {"columns", "table t key k column a number column b text", "table t column a text column c date",
       "table t key k column a text column b text column c date"},
      {"the score without a name", "score \"S\" = 1 rounded to 1 place", "score = 2",
       "score \"S\" = 2 rounded to 1 place"},
      {"one case of the decision",
       "outcomes a b decide a when x > 1 because \"X\" code A-1 a when x > 2 code A-2 b otherwise",
       "decide b when x > 3 code A-1",
       "outcomes a b decide b when x > 3 because \"X\" code A-1 a when x > 2 code A-2 b otherwise"},
      {"the whole decision", "outcomes a b decide a when x > 1 code A-1 b otherwise", "decide b otherwise",
       "outcomes a b decide b otherwise"},
      {"the outcomes", "outcomes a b", "outcomes a c", "outcomes a c"},
      {"tests by their labels", "test \"1\" given t a 1 expect m 1 test \"2\" given t a 1 expect m 2",
       "test \"2\" given t a 1 expect m 3 test \"3\" given t a 1 expect m 4",
       "test \"1\" given t a 1 expect m 1 test \"2\" given t a 1 expect m 3 test \"3\" given t a 1 expect m 4"},
      {"guarantees by their labels", "guarantee \"g\" never x > 1 guarantee never x > 2",
       "guarantee \"g\" never x > 3 guarantee never x > 4",
       "guarantee \"g\" never x > 3 guarantee never x > 2 guarantee never x > 4"},
  }));
  CAPTURE(c.name);
  const std::string head = "rulebook r \"R\" version \"1\" ", changed = head + "in force from 2017-01-01 ";
  Files files = {{"base.nilai", head + c.base}};
  const Read read("rulebook r in force from 2017-01-01 amends \"base.nilai\" " + std::string(c.change), files);
  CHECK(read.found().empty());
  CHECK(tests::tree_text(read.book) == tree_of(changed + c.whole));
}

TEST_CASE("what a used file brings is new; what an amendment states is there already", "[rules]") {
  const Files files = {{"base.nilai", "rulebook r measure a = 1"}, {"new.nilai", "measure b = 2"}};
  const Read read("rulebook s amends \"base.nilai\" use \"new.nilai\" measure b = 3", files);
  CHECK(read.found().empty());
  REQUIRE(read.book.measures.size() == 2);
  CHECK(read.source.text(read.book.at(read.book.measures[1].body).span) == "3");

  CHECK(Read("rulebook s amends \"base.nilai\" measure c = 3", files).found() == std::vector<std::string>{"2505 c"});
  CHECK(Read("rulebook s amends \"base.nilai\" measure a = 3 measure a = 4", files).found() ==
        std::vector<std::string>{"2001 a"});
}

TEST_CASE("an Indonesian amendment speaks of the score in its own word", "[rules]") {
  const Files files = {{"base.nilai", "rulebook r score = 1 outcomes a decide a when score < 1 code A a otherwise"}};
  const Read read("buku aturan s mengubah \"base.nilai\" putuskan a bila nilai < 2 kode A", files);
  CHECK(read.found().empty());
  const auto& condition = read.book.at(read.book.decides.at(0).decisions.at(0).condition);
  const auto& left = read.book.at(std::get<syntax::Binary>(condition.node).left);
  CHECK(std::get<syntax::NameUse>(left.node).name == "score");
}

}  // namespace
}  // namespace nilai::rules
