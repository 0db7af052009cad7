#include "grammar/text/pages.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "grammar/text/page_files.hpp"

namespace nilai::text {
namespace {

/// Codes whose example would be megabytes, nothing at all, several files, or a state of the disk.
const std::set<Code> without_example = {
    Code::file_too_large,   Code::empty_file,           Code::nested_too_deep,       Code::expression_too_long,
    Code::file_cannot_open, Code::file_record_too_long, Code::yaml_nested_too_deep,  Code::holidays_unreadable,
    Code::too_many_files,   Code::nothing_to_amend,     Code::decision_without_code, Code::too_many_file_rows};

TEST_CASE("every code has a page, in both languages", "[text]") {
  for (const CatalogueEntry& entry : catalogue()) {
    CAPTURE(code_text(entry.code), entry.name);
    const auto found = page(entry.code);
    if (!found) {
      FAIL_CHECK("no grammar/text/pages/" << code_text(entry.code) << ".md");
      continue;
    }
    for (const PageWording& wording : {found->en, found->id}) {
      CHECK_FALSE(wording.title.empty());
      CHECK_FALSE(wording.meaning.empty());
    }
    CHECK(found->en.title != found->id.title);
    const bool has_example = without_example.count(entry.code) == 0;
    CHECK(found->before.has_value() == has_example);
    CHECK(found->after.has_value() == has_example);
  }
}

TEST_CASE("every page is that of a code", "[text]") {
  std::set<std::string> names = {"README.md"};
  for (const CatalogueEntry& entry : catalogue()) names.insert(code_text(entry.code) + ".md");
  for (const EmbeddedFile& file : page_files()) {
    CAPTURE(file.name);
    CHECK(names.count(std::string(file.name)) == 1);
  }
}

TEST_CASE("a page is read as its README says", "[text]") {
  const Page rulebook = page(Code::unknown_outcome).value();
  CHECK(rulebook.en.title == "There is no such outcome");
  CHECK(rulebook.en.meaning.starts_with("A case of the decision"));
  CHECK(rulebook.en.meaning.ends_with("best first."));
  CHECK(rulebook.id.title == "Keputusan itu tidak ada");
  CHECK(rulebook.before.value().kind == "nilai");
  CHECK(rulebook.before.value().text.starts_with("outcomes\n  retain\n"));
  CHECK(rulebook.after.value().text.ends_with("otherwise\n"));

  const PageExample bytes = page(Code::row_wrong_encoding).value().before.value();
  CHECK(bytes.kind == "csv");
  CHECK(bytes.file == "visit.csv");
  CHECK(bytes.is_escaped);
}

}  // namespace
}  // namespace nilai::text
