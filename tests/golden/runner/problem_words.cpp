#include "golden/runner/problem_words.hpp"

#include <algorithm>

namespace nilai::tests {
namespace {

using grammar::Keyword;
using grammar::KeywordLanguage;
using Words = std::vector<std::string>;

/// Letters of any script, digits, `_` and `%`; the rest parts them.
Words words_of(std::string_view text) {
  Words words(1);
  for (const char c : text) {
    const bool is_of_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                            c == '%' || static_cast<unsigned char>(c) >= 0x80;
    if (is_of_word) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// The words that keywords are made of; the keys that only YAML has are left out, for `isi` and `label` are words of
/// their own.
std::set<std::string> words_of_keywords(KeywordLanguage language) {
  std::set<std::string> words;
  for (const Keyword keyword : grammar::all_keywords()) {
    for (std::string& word : words_of(grammar::spellings(keyword, language))) words.insert(std::move(word));
  }
  return words;
}

/// What stands in backticks, or what does not.
Words pieces_of(const std::string& text, bool is_quoted) {
  Words pieces;
  std::size_t begin = 0;
  for (bool in_quotes = false; begin <= text.size(); in_quotes = !in_quotes) {
    const std::size_t end = std::min(text.find('`', begin), text.size());
    if (in_quotes == is_quoted) pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

/// Words that no sentence of the language does without for long, and that are none of the other language.
const std::set<std::string>& common_words(text::Language language) {
  static const std::set<std::string> english = {"the",  "is",  "are",  "has",   "have", "not", "no",
                                                "of",   "and", "or",   "it",    "this", "its", "by",
                                                "with", "for", "that", "which", "here"};
  static const std::set<std::string> indonesian = {"yang", "adalah", "punya", "tidak",  "bukan", "dan",   "atau",
                                                   "ini",  "itu",    "di",    "dengan", "untuk", "harus", "tetapi"};
  return language == text::Language::en ? english : indonesian;
}

/// Those of `words` that are among `wrong`, with the text they stand in.
void take(std::set<std::string>& found, const Words& pieces, const std::set<std::string>& wrong,
          const std::string& in) {
  for (const std::string& piece : pieces) {
    for (const std::string& word : words_of(piece)) {
      if (wrong.count(word) == 0) continue;
      std::string place = word;
      found.insert(place.append(" in: ").append(in));
    }
  }
}

}  // namespace

std::vector<std::string> texts_of(const text::Diagnostic& diagnostic, text::Language language) {
  const auto text = [&](const text::Message& message) { return text::message_text(message, diagnostic, language); };
  std::vector<std::string> texts = {text::message_text(diagnostic, language)};
  if (diagnostic.mark) texts.push_back(text(*diagnostic.mark));
  for (const text::Label& label : diagnostic.labels) texts.push_back(text(label.message));
  for (const text::Message& note : diagnostic.notes) texts.push_back(text(note));
  for (const text::Fix& fix : diagnostic.fixes) texts.push_back(text(fix.message));
  return texts;
}

bool is_same_construct(std::string_view native, std::string_view yaml, KeywordLanguage language) {
  static const std::set<std::string> keywords[] = {words_of_keywords(KeywordLanguage::english),
                                                   words_of_keywords(KeywordLanguage::indonesian)};
  const Words in_native = words_of(native), in_yaml = words_of(yaml);
  if (in_native.empty() || in_yaml.empty()) return native == yaml;
  auto word = in_yaml.begin();
  for (const std::string& native_word : in_native) {
    if (word != in_yaml.end() && *word == native_word) {
      ++word;
    } else if (keywords[static_cast<std::size_t>(language)].count(native_word) == 0) {
      return false;
    }
  }
  return word == in_yaml.end();
}

std::set<std::string> words_left_over(const text::Diagnostics& diagnostics, const text::Source& source,
                                      KeywordLanguage language) {
  const bool is_english = language == KeywordLanguage::english;
  std::set<std::string> foreign =
      words_of_keywords(is_english ? KeywordLanguage::indonesian : KeywordLanguage::english);
  for (const std::string& word : words_of_keywords(language)) foreign.erase(word);
  for (const auto& file : source.files()) {
    for (const std::string& word : words_of(file->text)) foreign.erase(word);
  }
  std::set<std::string> found;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.code == text::Code::file_not_readable) continue;  // in the system's own words
    for (const text::Language messages : {text::Language::en, text::Language::id}) {
      const auto other = messages == text::Language::en ? text::Language::id : text::Language::en;
      for (const std::string& text : texts_of(diagnostic, messages)) {
        take(found, pieces_of(text, true), foreign, text);
        take(found, pieces_of(text, false), common_words(other), text);
      }
    }
  }
  return found;
}

}  // namespace nilai::tests
