#include "app/io/sha256.hpp"

#include <catch2/catch.hpp>

namespace nilai::app {
namespace {

// The examples of FIPS 180-2, appendix B.
TEST_CASE("SHA-256 gives the digests of its standard", "[app]") {
  CHECK(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("pieces make the digest of the whole", "[app]") {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  CHECK(hash.finish() == sha256_of("abc"));
}

}  // namespace
}  // namespace nilai::app
