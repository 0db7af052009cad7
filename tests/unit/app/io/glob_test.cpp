#include "app/io/glob.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "support/temporary_folder.hpp"

namespace nilai::app {
namespace {

TEST_CASE("patterns fit names, and only stars and question marks are special", "[app]") {
  const tests::TemporaryFolder work;
  const auto folder = work.path() / "data [2017]*";
  std::filesystem::create_directories(folder / "sub");
  for (const char* name : {"visit-2.csv", "visit-1.csv", "visit.csv", "Visit-3.csv", "a[1].csv", "sub/visit-4.csv"}) {
    std::ofstream(folder / name) << "";
  }
  const auto names = [&](const std::string& pattern) {
    std::vector<std::string> found;
    for (const auto& path : files_that_fit(folder, pattern)) found.push_back(path.lexically_relative(folder).string());
    return found;
  };
  CHECK(names("visit-*.csv") == std::vector<std::string>{"visit-1.csv", "visit-2.csv"});
  CHECK(names("visit-?.csv") == std::vector<std::string>{"visit-1.csv", "visit-2.csv"});
  CHECK(names("*/visit-*.csv") == std::vector<std::string>{"sub/visit-4.csv"});
  CHECK(names("visit.csv") == std::vector<std::string>{"visit.csv"});
  CHECK(names("a[1].csv") == std::vector<std::string>{"a[1].csv"});
  CHECK(names("[av].csv").empty());
  CHECK(names("nothing.csv").empty());
  CHECK(files_that_fit("elsewhere", (folder / "visit.csv").string()).size() == 1);
}

}  // namespace
}  // namespace nilai::app
