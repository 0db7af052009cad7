#include "engine/scan/encoding.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("is_utf8 knows the well-formed characters and no others", "[engine]") {
  struct Case {
    std::string name, bytes;
    bool is_sound;
  };
  const auto c = GENERATE(values<Case>({
      {"empty", "", true},
      {"ASCII", "Lebak", true},
      {"two bytes", "\xC3\xA9", true},
      {"three bytes", "\xE2\x82\xAC", true},
      {"four bytes", "\xF0\x9F\x98\x80", true},
      {"the last character", "\xF4\x8F\xBF\xBF", true},
      {"beyond the last", "\xF4\x90\x80\x80", false},
      {"overlong in two bytes", "\xC0\xAF", false},
      {"overlong in three", "\xE0\x80\xAF", false},
      {"overlong in four", "\xF0\x80\x80\xAF", false},
      {"surrogate", "\xED\xA0\x80", false},
      {"before the surrogates", "\xED\x9F\xBF", true},
      {"cut short", "\xE2\x82", false},
      {"continuation alone", "\x80", false},
      {"windows-1252", "Caf\xE9 Roma", false},
      {"no lead byte", "\xFF", false},
  }));
  CAPTURE(c.name);
  CHECK(is_utf8(c.bytes) == c.is_sound);
  std::string text;
  CHECK(append_utf8(c.bytes, Encoding::utf8, text) == c.is_sound);
  CHECK(is_utf8(text));
  CHECK((text == c.bytes) == c.is_sound);
}

TEST_CASE("append_utf8 turns every byte of windows-1252 into one character", "[engine]") {
  int without_character = 0;
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    std::string text;
    const bool is_sound = append_utf8(std::string(1, static_cast<char>(byte)), Encoding::windows_1252, text);
    if (!is_sound) ++without_character;
    CHECK(is_utf8(text));
    CHECK((text == "\xEF\xBF\xBD") == !is_sound);
  }
  CHECK(without_character == 5);

  std::string text = "harga: ";
  CHECK(append_utf8("\x80 5 \x96 \xFF", Encoding::windows_1252, text));
  CHECK(text == "harga: € 5 – ÿ");
}

TEST_CASE("is_ascii sees one high byte anywhere", "[engine]") {
  CHECK(is_ascii(""));
  CHECK(is_ascii(std::string(100, 'x')));
  CHECK_FALSE(is_ascii(std::string(100, 'x') + "\x80"));
}

}  // namespace nilai::engine
