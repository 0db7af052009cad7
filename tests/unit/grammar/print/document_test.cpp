#include "grammar/print/document.hpp"

#include <catch2/catch.hpp>

namespace nilai::tests {

using grammar::Document;

namespace {

Document list(const std::vector<std::string>& words) {
  Document all;
  for (const std::string& word : words) all += (&word == &words.front() ? Document() : Document::line()) + word;
  return Document::group(Document::aligned(std::move(all)));
}

}  // namespace

TEST_CASE("a group stands on one line where it fits, and breaks everywhere where it does not", "[grammar]") {
  const Document call = "f(" + list({"aa", "bb", "cc"}) + ")";
  CHECK(call.flat() == "f(aa bb cc)");
  CHECK(call.laid_out(0, 10) == "f(aa bb cc)");
  CHECK(call.laid_out(0, 9) == "f(aa\n  bb\n  cc)");
  CHECK(call.laid_out(4, 10) == "f(aa\n      bb\n      cc)");
}

TEST_CASE("an inner group may fit where the outer one is broken", "[grammar]") {
  const Document outer =
      Document::group(Document::aligned("x " + list({"a", "b"}) + Document::line() + list({"c", "d"})));
  CHECK(outer.laid_out(0, 6) == "x a b\nc d");
}

TEST_CASE("filled lines hold as many parts as fit; a letter counts as one, whatever its bytes", "[grammar]") {
  const Document words = "= " + Document::filled({"satu,", "dua,", "tiga,", "é"});
  CHECK(words.laid_out(0, 12) == "= satu, dua,\n  tiga, é");
  CHECK(words.flat() == "= satu, dua, tiga, é");
}

}  // namespace nilai::tests
