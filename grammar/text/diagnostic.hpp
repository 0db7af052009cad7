#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/source.hpp"

namespace nilai::text {

/// The language of messages, `--lang`.
enum class Language : std::uint8_t { en, id };

enum class Severity : std::uint8_t { error, warning };

/// Every problem that can be reported, by name; the catalogue gives each its stable number and wording.
enum class Code : std::uint16_t {
#define NILAI_DIAGNOSTIC(number, name, severity, en, id) name = number,
#include "grammar/text/catalogue.def"
#undef NILAI_DIAGNOSTIC
};

/// Reasons, labels and advice that go with a problem.
enum class Phrase : std::uint16_t {
#define NILAI_PHRASE(name, en, id) name,
#include "grammar/text/phrases.def"
#undef NILAI_PHRASE
};

struct CatalogueEntry {
  Code code;
  std::string_view name;
  Severity severity;
  std::string_view en;  ///< `{0}`, `{1}` stand for the arguments
  std::string_view id;
};

const std::vector<CatalogueEntry>& catalogue();  ///< in order of code
const CatalogueEntry& catalogue_entry(Code code);
std::string code_text(Code code);  ///< `N2104`

/// Wording that is put into a language only when it is shown.
struct Message {
  Phrase phrase;
  std::vector<std::string> arguments;
};

/// A place that belongs to the problem, with a word on it.
struct Label {
  Span span;
  Message message;
};

/// A way to mend it: `replacement` for the text of `span`, or advice alone where `span` is empty.
struct Fix {
  Message message;
  std::optional<Span> span;
  std::string replacement;
};

/// Spells the keywords that a wording quotes as the rulebook does; given the wording before its arguments are filled
/// in.
using Spelling = std::string (*)(std::string_view wording);

/// A problem of a rulebook.
struct Diagnostic {
  Code code;
  Span span;  ///< what is marked; its begin is the place reported
  std::vector<std::string> arguments;
  std::optional<Message> mark;  ///< the word beside the marks
  std::vector<Label> labels;    ///< other places
  std::vector<Message> notes;
  std::vector<Fix> fixes;
  Spelling spelling = nullptr;  ///< null: keywords as the catalogue has them, in English
};

/// What a stage found. Stages add; the next stage begins only when there are no errors.
class Diagnostics {
 public:
  /// A file can hold more mistakes than anyone reads; those after the limit are counted, not kept.
  static constexpr std::size_t max_kept = 500;

  /// Adds a problem and returns it, to be given labels, notes and fixes. The reference lives until the next `add`.
  Diagnostic& add(Code code, Span span, std::vector<std::string> arguments = {});

  /// How problems added from now on spell keywords.
  void spell_keywords(Spelling spelling) { spelling_ = spelling; }

  [[nodiscard]] bool has_errors() const { return error_count_ > 0; }
  [[nodiscard]] std::size_t error_count() const { return error_count_; }
  [[nodiscard]] std::size_t left_out_count() const { return left_out_count_; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

  /// Adds what was found in a text whose spans begin at `offset` of the whole source.
  void add_all(Diagnostics found, std::uint32_t offset);

  /// By place, then by code; the same problem at the same place is kept once.
  void sort();

 private:
  std::vector<Diagnostic> all_;
  std::size_t error_count_ = 0;
  std::size_t left_out_count_ = 0;
  std::optional<Diagnostic> overflow_;
  Spelling spelling_ = nullptr;
};

/// An argument that is itself put into the language when it is shown: `a number`, `angka`; `{0}` in it is `argument`.
std::string translated(Phrase phrase, const std::string& argument = {});

/// `pattern` with `{0}`, `{1}`, … replaced by the arguments.
std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

std::string message_text(const Diagnostic& diagnostic, Language language);
std::string message_text(const Message& message, Language language);

/// A message that goes with a problem: keywords are spelt as there.
std::string message_text(const Message& message, const Diagnostic& diagnostic, Language language);

}  // namespace nilai::text
