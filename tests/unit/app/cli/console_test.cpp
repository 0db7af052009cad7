#include "app/cli/console.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace nilai::app {
namespace {

struct LocaleCase {
  const char *all, *messages, *lang;
  text::Language language;
};

TEST_CASE("the language is that of the first locale that is set", "[app]") {
  const auto c = GENERATE(values<LocaleCase>({
      {"", "", "", text::Language::en},
      {"", "", "id_ID.UTF-8", text::Language::id},
      {"", "", "id", text::Language::id},
      {"", "en_GB", "id_ID", text::Language::en},
      {"id_ID", "en_GB", "en_GB", text::Language::id},
      {"C", "", "id_ID", text::Language::en},
      {"", "", "idb_XX", text::Language::en},
  }));
  setenv("LC_ALL", c.all, 1);
  setenv("LC_MESSAGES", c.messages, 1);
  setenv("LANG", c.lang, 1);
  CHECK(language_of_locale() == c.language);
}

}  // namespace
}  // namespace nilai::app
