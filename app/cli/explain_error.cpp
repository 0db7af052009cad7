#include "app/cli/explain_error.hpp"

#include <algorithm>
#include <charconv>

#include "app/cli/exit_code.hpp"
#include "app/report/paint.hpp"
#include "app/words.hpp"
#include "grammar/text/pages.hpp"

namespace nilai::app {

namespace {

using text::CatalogueEntry;
using text::Language;

constexpr int codes_in_stage = 1000;
constexpr std::size_t nearest_shown = 3;

int number_of(const CatalogueEntry& entry) {
  return static_cast<int>(entry.code);
}

const text::PageWording& wording(const text::Page& page, Language language) {
  return language == Language::id ? page.id : page.en;
}

Word stage_word(int stage) {
  constexpr Word stages[] = {Word::stage_text,  Word::stage_names, Word::stage_types,
                             Word::stage_rules, Word::stage_data,  Word::stage_outside};
  return stages[std::clamp<std::size_t>(static_cast<std::size_t>(stage), 1, std::size(stages)) - 1];
}

/// The number in `N2104`, `n2104` or `2104`; empty where it is written otherwise.
std::optional<int> code_number(std::string_view word) {
  if (word.starts_with('N') || word.starts_with('n')) word.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = error == std::errc() && end == word.data() + word.size() && !word.starts_with('-');
  return is_number ? std::optional(number) : std::nullopt;
}

const CatalogueEntry* find_entry(int number) {
  const auto& all = text::catalogue();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const CatalogueEntry& entry) { return number_of(entry) == number; });
  return found == all.end() ? nullptr : &*found;
}

/// `N2103, N2104, N2105`: the codes nearest to `number`, in their order.
std::string nearest_codes(int number) {
  std::vector<CatalogueEntry> entries = text::catalogue();
  const auto distance = [&](const CatalogueEntry& entry) { return std::abs(std::int64_t{number_of(entry)} - number); };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
  entries.resize(std::min(entries.size(), nearest_shown));
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  std::string codes;
  for (const CatalogueEntry& entry : entries) codes += (codes.empty() ? "" : ", ") + text::code_text(entry.code);
  return codes;
}

std::string indented(std::string_view lines) {
  std::string text;
  bool begins_line = true;
  for (const char c : lines) {
    if (begins_line && c != '\n') text += "    ";
    text += c;
    begins_line = c == '\n';
  }
  return text;
}

std::string example_text(const text::PageExample& example, Word role, const Paint& paint, Language language) {
  const std::string file = example.file.empty() ? "" : ", " + std::string(example.file);
  return "\n" + paint.bold(say(role, language)) + file + "\n" + indented(example.text);
}

std::string page_text(const CatalogueEntry& entry, const text::Page& page, const Paint& paint, Language language) {
  const text::PageWording& words = wording(page, language);
  const bool is_error = entry.severity == text::Severity::error;
  const std::string severity = say(is_error ? Word::severity_error : Word::severity_warning, language);
  const std::string message =
      text::fill(language == Language::id ? entry.id : entry.en, std::vector<std::string>(10, "…"));
  std::string shown = paint.bold(text::code_text(entry.code) + "  " + std::string(words.title)) + "\n" +
                      paint.faint(severity + ": " + message) + "\n\n" + std::string(words.meaning) + "\n";
  if (page.before) shown += example_text(*page.before, Word::example_before, paint, language);
  if (page.after) shown += example_text(*page.after, Word::example_after, paint, language);
  return shown;
}

/// The titles of all pages, stage by stage.
std::string list_text(const Paint& paint, Language language) {
  std::string list;
  int stage = 0;
  for (const CatalogueEntry& entry : text::catalogue()) {
    if (const int of_entry = number_of(entry) / codes_in_stage; of_entry != stage) {
      list += (list.empty() ? "" : "\n") + paint.bold(say(stage_word(of_entry), language)) + "\n";
      stage = of_entry;
    }
    const auto page = text::page(entry.code);
    list +=
        "  " + text::code_text(entry.code) + "  " + (page ? std::string(wording(*page, language).title) : "") + "\n";
  }
  return list;
}

}  // namespace

int explain_error(const ExplainErrorParameters& parameters, Console& console) {
  const Language language = console.language;
  const Paint paint(console.has_colour);
  if (parameters.code.empty()) {
    console.out << list_text(paint, language);
    return exit_done;
  }
  const auto number = code_number(parameters.code);
  const CatalogueEntry* entry = number ? find_entry(*number) : nullptr;
  const auto page = entry != nullptr ? text::page(entry->code) : std::nullopt;
  if (!page) {
    const std::string advice =
        number ? say(Word::nearest_codes, language, {nearest_codes(*number)}) : say(Word::how_codes_look, language);
    console.err << "nilai: " << say(Word::no_such_code, language, {parameters.code}) << "; " << advice << "\n";
    return exit_command_line_is_wrong;
  }
  console.out << page_text(*entry, *page, paint, language);
  return exit_done;
}

}  // namespace nilai::app
