#include "app/cli/new_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "app/cli/template_files.hpp"
#include "support/temporary_folder.hpp"

namespace nilai::app {
namespace {

namespace fs = std::filesystem;

int make(const fs::path& folder, text::Language language) {
  std::ostringstream out, err;
  Console console{out, err, false, false, language};
  return new_folder({folder.string()}, console);
}

std::set<std::string> files_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

TEST_CASE("a folder that is not there is made, and one that is empty is filled", "[app]") {
  const tests::TemporaryFolder folder;
  CHECK(make(folder.path() / "a" / "b", text::Language::en) == 0);
  const auto made = files_in(folder.path() / "a" / "b");
  CHECK(made == std::set<std::string>{"README.md", "companions.csv", "dataset.yaml", "rules.nilai", "visits.csv"});

  fs::create_directory(folder.path() / "empty");
  CHECK(make(folder.path() / "empty", text::Language::en) == 0);
  CHECK(files_in(folder.path() / "empty") == made);
  CHECK(files_in(folder.path()) == std::set<std::string>{"a", "empty"});
}

TEST_CASE("the folder is in the language asked for", "[app]") {
  const tests::TemporaryFolder folder;
  CHECK(make(folder.path() / "id", text::Language::id) == 0);
  CHECK(files_in(folder.path() / "id") ==
        std::set<std::string>{"README.md", "aturan.nilai", "dataset.yaml", "kunjungan.csv", "pendamping.csv"});
}

TEST_CASE("a folder with anything in it is left as it is", "[app]") {
  const tests::TemporaryFolder folder;
  fs::create_directories(folder.path() / "full" / "something");
  CHECK(make(folder.path() / "full", text::Language::en) == 2);
  CHECK(files_in(folder.path() / "full") == std::set<std::string>{"something"});
}

}  // namespace
}  // namespace nilai::app
