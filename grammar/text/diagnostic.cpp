#include "grammar/text/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <tuple>

namespace nilai::text {

namespace {

struct PhraseEntry {
  std::string_view en;
  std::string_view id;
};

constexpr auto phrases = std::to_array<PhraseEntry>({
#define NILAI_PHRASE(name, en, id) {en, id},
#include "grammar/text/phrases.def"
#undef NILAI_PHRASE
});

constexpr char translated_mark = '\x1f';

std::string_view phrase_text(Phrase phrase, Language language) {
  const PhraseEntry& entry = phrases[static_cast<std::size_t>(phrase)];
  return language == Language::id ? entry.id : entry.en;
}

std::string spelt(std::string_view wording, Spelling spelling) {
  return spelling == nullptr ? std::string(wording) : spelling(wording);
}

/// The arguments with those of `translated` put into `language`.
std::vector<std::string> in_language(std::vector<std::string> arguments, Language language, Spelling spelling) {
  for (std::string& argument : arguments) {
    if (argument.empty() || argument.front() != translated_mark) continue;
    const std::size_t end = argument.find(translated_mark, 1);
    const auto phrase = static_cast<Phrase>(std::stoul(argument.substr(1, end - 1)));
    argument = fill(spelt(phrase_text(phrase, language), spelling), {argument.substr(end + 1)});
  }
  return arguments;
}

std::string filled(const Message& message, Language language, Spelling spelling) {
  return fill(spelt(phrase_text(message.phrase, language), spelling),
              in_language(message.arguments, language, spelling));
}

}  // namespace

std::string translated(Phrase phrase, const std::string& argument) {
  return translated_mark + std::to_string(static_cast<unsigned>(phrase)) + translated_mark + argument;
}

const std::vector<CatalogueEntry>& catalogue() {
  static const std::vector<CatalogueEntry> entries = {
#define NILAI_DIAGNOSTIC(number, name, severity, en, id) {Code::name, #name, Severity::severity, en, id},
#include "grammar/text/catalogue.def"
#undef NILAI_DIAGNOSTIC
  };
  return entries;
}

const CatalogueEntry& catalogue_entry(Code code) {
  const auto& entries = catalogue();
  const auto found = std::lower_bound(entries.begin(), entries.end(), code,
                                      [](const CatalogueEntry& entry, Code wanted) { return entry.code < wanted; });
  assert(found != entries.end() && found->code == code);
  return *found;
}

std::string code_text(Code code) {
  return "N" + std::to_string(static_cast<unsigned>(code));
}

Diagnostic& Diagnostics::add(Code code, Span span, std::vector<std::string> arguments) {
  if (catalogue_entry(code).severity == Severity::error) ++error_count_;
  Diagnostic diagnostic{code, span, std::move(arguments), std::nullopt, {}, {}, {}, spelling_};
  if (all_.size() >= max_kept) {
    ++left_out_count_;
    return overflow_.emplace(std::move(diagnostic));
  }
  return all_.emplace_back(std::move(diagnostic));
}

void Diagnostics::add_all(Diagnostics found, std::uint32_t offset) {
  const auto move = [offset](Span& span) { span.begin += offset, span.end += offset; };
  for (Diagnostic& diagnostic : found.all_) {
    move(diagnostic.span);
    for (Label& label : diagnostic.labels) move(label.span);
    for (Fix& fix : diagnostic.fixes) {
      if (fix.span) move(*fix.span);
    }
    if (catalogue_entry(diagnostic.code).severity == Severity::error) --found.error_count_;
    add(diagnostic.code, diagnostic.span) = std::move(diagnostic);
  }
  left_out_count_ += found.left_out_count_;
  error_count_ += found.error_count_;
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) { return std::tie(d.span.begin, d.code, d.span.end, d.arguments); };
  const auto errors = [this] {
    return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [](const Diagnostic& diagnostic) {
      return catalogue_entry(diagnostic.code).severity == Severity::error;
    }));
  };
  error_count_ -= errors();
  std::stable_sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto copies =
      std::unique(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); });
  all_.erase(copies, all_.end());
  error_count_ += errors();
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string filled;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_argument = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                             pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!is_argument) {
      filled += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (index < arguments.size()) filled += arguments[index];
    i += 2;
  }
  return filled;
}

std::string message_text(const Diagnostic& diagnostic, Language language) {
  const CatalogueEntry& entry = catalogue_entry(diagnostic.code);
  return fill(spelt(language == Language::id ? entry.id : entry.en, diagnostic.spelling),
              in_language(diagnostic.arguments, language, diagnostic.spelling));
}

std::string message_text(const Message& message, Language language) {
  return filled(message, language, nullptr);
}

std::string message_text(const Message& message, const Diagnostic& diagnostic, Language language) {
  return filled(message, language, diagnostic.spelling);
}

}  // namespace nilai::text
