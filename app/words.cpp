#include "app/words.hpp"

#include <array>

namespace nilai::app {

namespace {

struct Wording {
  std::string_view en;
  std::string_view id;
};

constexpr auto wordings = std::to_array<Wording>({
#define NILAI_WORDS(name, en, id) {en, id},
#include "app/words.def"
#undef NILAI_WORDS
});

}  // namespace

std::string say(Word word, text::Language language, const std::vector<std::string>& arguments) {
  const Wording& wording = wordings[static_cast<std::size_t>(word)];
  return text::fill(language == text::Language::id ? wording.id : wording.en, arguments);
}

std::string count_text(std::uint64_t count, text::Language language) {
  std::string text = std::to_string(count);
  const char mark = language == text::Language::id ? '.' : ',';
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, mark);
  }
  return text;
}

}  // namespace nilai::app
