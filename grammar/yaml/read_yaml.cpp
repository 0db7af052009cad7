#include "grammar/read_yaml.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "grammar/given_names.hpp"
#include "grammar/keywords.hpp"
#include "grammar/native/screen.hpp"
#include "grammar/wording.hpp"
#include "grammar/yaml/definitions.hpp"

namespace nilai::grammar {

namespace {

using yaml::Node;
using yaml::Reader;

struct Section {
  Keyword key;
  void (*read)(Reader& reader, yaml::Value value);
};

constexpr auto sections = std::to_array<Section>({{Keyword::use, yaml::read_uses},
                                                  {Keyword::choices, yaml::read_choices},
                                                  {Keyword::tables, yaml::read_tables},
                                                  {Keyword::parameters, yaml::read_parameters},
                                                  {Keyword::measures, yaml::read_measures},
                                                  {Keyword::criteria, yaml::read_criteria},
                                                  {Keyword::score, yaml::read_score},
                                                  {Keyword::scores, yaml::read_scores},
                                                  {Keyword::outcomes, yaml::read_outcomes},
                                                  {Keyword::decide, yaml::read_decide},
                                                  {Keyword::guarantees, yaml::read_guarantees},
                                                  {Keyword::tests, yaml::read_tests}});

std::vector<Keyword> known_keys() {
  std::vector<Keyword> known = {Keyword::rulebook,  Keyword::label,  Keyword::version, Keyword::in_force,
                                Keyword::evaluates, Keyword::amends, Keyword::basis};
  for (const Section& section : sections) known.push_back(section.key);
  return known;
}

/// The language in which a key is one of a rulebook's, where it is so in one language only.
std::optional<KeywordLanguage> language_of(std::string_view key) {
  const auto known = known_keys();
  const auto is_of = [&](KeywordLanguage language) {
    return std::any_of(known.begin(), known.end(), [&](Keyword k) { return written(k, language) == key; });
  };
  const bool is_english = is_of(KeywordLanguage::english), is_indonesian = is_of(KeywordLanguage::indonesian);
  if (is_english == is_indonesian) return std::nullopt;
  return is_english ? KeywordLanguage::english : KeywordLanguage::indonesian;
}

/// The key that names the rulebook says, else the first that is one of a single language.
KeywordLanguage language_of(const Reader& reader, const Node& root) {
  for (const KeywordLanguage language : {KeywordLanguage::english, KeywordLanguage::indonesian}) {
    for (const yaml::Entry& entry : root.entries) {
      if (reader.characters(entry.key) == written(Keyword::rulebook, language)) return language;
    }
  }
  for (const yaml::Entry& entry : root.entries) {
    if (const auto language = language_of(reader.characters(entry.key))) return *language;
  }
  return KeywordLanguage::english;
}

void read_rulebook(Reader& reader, const Node& root) {
  const yaml::Keys keys(reader, {root, root}, known_keys());
  read_head(reader, keys);
  for (const Section& section : sections) {
    if (const auto value = keys.find(section.key)) section.read(reader, *value);
  }
}

}  // namespace

syntax::Rulebook read_yaml(const text::Source& source, text::Diagnostics& diagnostics) {
  syntax::Rulebook book;
  if (!native::is_readable(source, yaml::max_bytes, diagnostics)) return book;
  native::State of_file(source, book, diagnostics);
  if (!native::has_no_controls(of_file, of_file.begin, of_file.last)) return book;
  auto document = yaml::read_document(source, diagnostics);
  if (!document) {
    diagnostics.sort();
    return book;
  }
  native::State state(document->text, document->places, book, diagnostics);
  Reader reader(*document, state);
  if (document->root.kind != Node::Kind::mapping) {
    const std::string key(written(Keyword::rulebook, state.language));
    diagnostics.add(text::Code::wrong_shape, document->root.span, {key, text::translated(text::Phrase::shape_keys)});
    return book;
  }
  state.language = language_of(reader, document->root);
  if (state.language == KeywordLanguage::indonesian) diagnostics.spell_keywords(with_indonesian_keywords);
  read_rulebook(reader, document->root);
  book.language = state.language;
  if (state.language == KeywordLanguage::indonesian) name_as_in_english(book);
  book.scalars.push_back({std::make_shared<const std::string>(std::move(document->text)),
                          std::make_shared<const text::SourceMap>(std::move(document->places)), 0});
  diagnostics.sort();
  return book;
}

}  // namespace nilai::grammar
