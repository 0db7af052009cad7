#include "grammar/wording.hpp"

namespace nilai::grammar {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// How much of `text` the spelling takes, any blanks for its own; 0 where it does not stand there as whole words.
std::size_t length_of(std::string_view spelling, std::string_view text) {
  std::size_t at = 0;
  for (const char letter : spelling) {
    if (at >= text.size() || text[at] != letter) return 0;
    ++at;
    while (letter == ' ' && at < text.size() && text[at] == ' ') ++at;
  }
  return at < text.size() && is_letter(text[at]) ? 0 : at;
}

struct Match {
  Keyword keyword{};
  std::size_t length = 0;
};

/// The longest keyword that begins `text`, in any of its spellings.
Match longest_keyword(std::string_view text) {
  Match longest;
  for (const auto keywords : {all_keywords(), keys_of_yaml_only()}) {
    for (const Keyword keyword : keywords) {
      std::string_view rest = spellings(keyword, KeywordLanguage::english);
      while (!rest.empty()) {
        const std::size_t bar = rest.find('|');
        const std::size_t length = length_of(rest.substr(0, bar), text);
        if (length > longest.length) longest = {keyword, length};
        rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
      }
    }
  }
  return longest;
}

}  // namespace

std::string with_indonesian_keywords(std::string_view wording) {
  std::string text;
  bool is_quoted = false, is_in_word = false;
  while (!wording.empty()) {
    const Match match = is_quoted && !is_in_word ? longest_keyword(wording) : Match{};
    if (match.length > 0) {
      text += written(match.keyword, KeywordLanguage::indonesian);
      wording.remove_prefix(match.length);
      is_in_word = true;
      continue;
    }
    const char c = wording.front();
    if (c == '`') is_quoted = !is_quoted;
    is_in_word = is_letter(c);
    text += c;
    wording.remove_prefix(1);
  }
  return text;
}

std::string spelt(std::string_view piece, KeywordLanguage language) {
  if (language == KeywordLanguage::english) return std::string(piece);
  const std::string quoted = with_indonesian_keywords("`" + std::string(piece) + "`");
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace nilai::grammar
