#include <algorithm>

#include "grammar/text/nearest.hpp"
#include "grammar/text/render.hpp"
#include "grammar/yaml/reader.hpp"

namespace nilai::grammar::yaml {

namespace {

using text::Code;
using text::Phrase;

constexpr std::string_view label_languages[] = {"en", "id"};

/// A longer word is no slip of a key.
constexpr std::size_t longest_slip = 40;

/// The key that a word is meant to be.
std::optional<std::string> key_meant(std::string_view word, const std::vector<std::string>& keys) {
  return word.size() > longest_slip ? std::nullopt : text::nearest(word, keys);
}

}  // namespace

Keys::Keys(Reader& reader, Value value, std::vector<Keyword> known, Phrase wanted)
    : reader_(reader), value_(value), known_(std::move(known)) {
  if (value.node().kind != Node::Kind::mapping) {
    reader.report_shape(value, wanted);
    return;
  }
  for (const Entry& entry : value.node().entries) {
    if (!is_known(reader.characters(entry.key))) report_unknown(entry.key);
  }
}

bool Keys::is_known(std::string_view key) const {
  const bool has_label = std::find(known_.begin(), known_.end(), Keyword::label) != known_.end();
  return std::any_of(known_.begin(), known_.end(), [&](Keyword k) { return reader_.written(k) == key; }) ||
         (has_label &&
          std::find(std::begin(label_languages), std::end(label_languages), key) != std::end(label_languages));
}

void Keys::report_unknown(const Node& key) const {
  const std::string word(reader_.characters(key));
  std::vector<std::string> words;
  std::string listed;
  for (const Keyword k : known_) {
    words.emplace_back(reader_.written(k));
    listed += (listed.empty() ? "`" : ", `") + words.back() + "`";
  }
  auto& diagnostic = reader_.state().diagnostics.add(Code::unknown_key, key.span, {text::shown(word)});
  const auto meant = key_meant(word, words);
  if (meant) {
    diagnostic.fixes.push_back({{Phrase::did_you_mean, {*meant}}, key.span, *meant});
  } else {
    diagnostic.notes.push_back({Phrase::known_keys, {listed}});
  }
}

std::optional<Value> Keys::find(std::string_view key) const {
  for (const Entry& entry : value_.node().entries) {
    if (reader_.characters(entry.key) == key) return Value{entry.value, entry.key};
  }
  return std::nullopt;
}

std::optional<Value> Keys::find(Keyword key) const {
  return find(reader_.written(key));
}

std::optional<Value> Keys::require(Keyword key) const {
  auto value = find(key);
  if (value || value_.node().kind != Node::Kind::mapping) return value;
  // Misspelt, it is there, and has been reported.
  const auto& entries = value_.node().entries;
  const bool is_misspelt = std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    const std::string_view word = reader_.characters(entry.key);
    return !is_known(word) && key_meant(word, {std::string(reader_.written(key))});
  });
  if (!is_misspelt) {
    const std::string whole = text::shown(reader_.characters(value_.key()));
    reader_.state().diagnostics.add(Code::key_left_out, value_.key().span, {whole, std::string(reader_.written(key))});
  }
  return value;
}

void Keys::exclude(Keyword one, Keyword other) const {
  const auto second = find(other);
  if (!find(one) || !second) return;
  reader_.state().diagnostics.add(Code::keys_exclude, second->key().span,
                                  {std::string(reader_.written(other)), std::string(reader_.written(one))});
}

syntax::Label Keys::label() const {
  syntax::Label label;
  if (const auto text = find(Keyword::label)) label.text = reader_.prose(*text);
  if (const auto text = find("en")) label.en = reader_.prose(*text);
  if (const auto text = find("id")) label.id = reader_.prose(*text);
  return label;
}

syntax::Text Keys::basis() const {
  const auto text = find(Keyword::basis);
  return text ? reader_.text(*text) : syntax::Text{};
}

}  // namespace nilai::grammar::yaml
