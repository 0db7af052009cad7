#include "app/io/atomic_folder.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>
#include <set>

#include "support/temporary_folder.hpp"

namespace nilai::app {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

bool is_ours(const std::string& name) {
  return name.ends_with(".csv");
}

TEST_CASE("files appear in a new folder, below folders that were not there", "[app]") {
  const tests::TemporaryFolder work;
  const fs::path target = work.path() / "a" / "b" / "out";
  {
    AtomicFolder folder(target);
    folder.add("one.csv", "1\n");
    folder.add("two.csv", [](OutputFile& file) {
      file.write("2");
      file.write("\n");
    });
    CHECK_FALSE(fs::exists(target));
    CHECK_FALSE(folder.commit(is_ours));
  }
  CHECK(names_in(target) == std::set<std::string>{"one.csv", "two.csv"});
  CHECK(read(target / "one.csv") == "1\n");
  CHECK(read(target / "two.csv") == "2\n");
  CHECK(names_in(target.parent_path()) == std::set<std::string>{"out"});
}

TEST_CASE("an earlier run's files go, and other people's stay", "[app]") {
  const tests::TemporaryFolder work;
  write(work.path() / "old.csv", "old");
  write(work.path() / "one.csv", "old");
  write(work.path() / "notes.txt", "mine");
  {
    AtomicFolder folder(work.path() / "");
    folder.add("one.csv", "new");
    CHECK_FALSE(folder.commit(is_ours));
  }
  CHECK(names_in(work.path()) == std::set<std::string>{"one.csv", "notes.txt"});
  CHECK(read(work.path() / "one.csv") == "new");
}

TEST_CASE("nothing is left of what was not committed", "[app]") {
  const tests::TemporaryFolder work;
  { AtomicFolder(work.path() / "a" / "out").add("one.csv", "1"); }
  CHECK(names_in(work.path()).empty());
}

TEST_CASE("a file in the way is a problem, not a crash", "[app]") {
  const tests::TemporaryFolder work;
  write(work.path() / "file", "");
  const auto target = GENERATE("file", "file/out", "file/a/out");
  CAPTURE(target);
  {
    AtomicFolder folder(work.path() / target);
    folder.add("one.csv", "1");
    const auto problem = folder.commit(is_ours);
    REQUIRE(problem);
    CHECK_FALSE(problem->reason.empty());
  }
  CHECK(names_in(work.path()) == std::set<std::string>{"file"});
}

TEST_CASE("a file that cannot be written keeps all of them back", "[app]") {
  const tests::TemporaryFolder work;
  write(work.path() / "one.csv", "old");
  {
    AtomicFolder folder(work.path());
    folder.add("one.csv", "new");
    folder.add("no/such/folder.csv", "new");
    const auto problem = folder.commit(is_ours);
    REQUIRE(problem);
    CHECK(problem->path == (work.path() / "no/such/folder.csv").string());
  }
  CHECK(read(work.path() / "one.csv") == "old");
}

volatile std::sig_atomic_t signals_seen = 0;

TEST_CASE("a signal waits until the files are there or gone, and then nothing is written", "[app]") {
  const tests::TemporaryFolder work;
  const auto before = std::signal(SIGTERM, [](int) { signals_seen = signals_seen + 1; });
  {
    AtomicFolder folder(work.path() / "out");
    folder.add("one.csv", "1");
    std::raise(SIGTERM);
    CHECK(signals_seen == 0);
    CHECK_FALSE(folder.commit(is_ours));
  }
  CHECK(signals_seen == 1);
  CHECK(names_in(work.path()).empty());
  std::signal(SIGTERM, before);
}

}  // namespace
}  // namespace nilai::app
