#include "app/io/input_file.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <vector>

#include "app/io/sha256.hpp"
#include "support/temporary_folder.hpp"

namespace nilai::app {
namespace {

std::string read_all(engine::ByteSource& source, std::size_t capacity) {
  std::string text;
  std::vector<char> buffer(capacity);
  for (;;) {
    const auto count = source.read(buffer.data(), capacity);
    if (!count) FAIL("reading failed");
    if (*count == 0) return text;
    text.append(buffer.data(), *count);
  }
}

TEST_CASE("a file is read in pieces of any size and hashed once it is read", "[app]") {
  const tests::TemporaryFolder folder;
  const std::string text(600'000, 'x');
  std::ofstream(folder.path() / "a.csv") << text;
  const auto file = std::make_shared<InputFile>("a.csv", folder.path() / "a.csv");
  CHECK_FALSE(file->sha256());
  const auto capacity = GENERATE(std::size_t{7}, std::size_t{4096}, std::size_t{1} << 20);
  const auto source = open_input(file);
  REQUIRE(source);
  CHECK(read_all(*source, capacity) == text);
  CHECK(file->sha256() == sha256_of(text));
  CHECK(file->bytes_read() == text.size());
  CHECK_FALSE(file->has_changed());
}

TEST_CASE("a file that changes between two readings is noticed", "[app]") {
  const tests::TemporaryFolder folder;
  const auto file = std::make_shared<InputFile>("a.csv", folder.path() / "a.csv");
  for (const char* text : {"one", "two"}) {
    std::ofstream(folder.path() / "a.csv") << text;
    read_all(*open_input(file), 16);
  }
  CHECK(file->has_changed());
}

TEST_CASE("what is not there, or is a folder, cannot be opened", "[app]") {
  const tests::TemporaryFolder folder;
  CHECK(open_input(std::make_shared<InputFile>("a", folder.path() / "nowhere")) == nullptr);
  CHECK(open_input(std::make_shared<InputFile>("a", folder.path())) == nullptr);
}

TEST_CASE("a whole file is read up to a limit and one byte more", "[app]") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "a") << "12345";
  std::string reason;
  CHECK(read_whole(folder.path() / "a", 10, reason) == "12345");
  CHECK(read_whole(folder.path() / "a", 5, reason) == "12345");
  CHECK(read_whole(folder.path() / "a", 3, reason) == "1234");
  CHECK(reason.empty());
  CHECK_FALSE(read_whole(folder.path() / "b", 10, reason));
  CHECK_FALSE(reason.empty());
  CHECK_FALSE(read_whole(folder.path(), 10, reason));
}

}  // namespace
}  // namespace nilai::app
