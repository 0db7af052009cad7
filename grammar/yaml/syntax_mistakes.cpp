#include "grammar/yaml/syntax_mistakes.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "grammar/text/render.hpp"

namespace nilai::grammar::yaml {

namespace {

using text::Code;
using text::Phrase;

/// How a reason of the library begins, and what helps.
struct Advice {
  std::string_view reason;
  Phrase phrase;
};
constexpr auto advice = std::to_array<Advice>({{"illegal map value", Phrase::yaml_quote_colons},
                                               {"illegal map key", Phrase::yaml_quote_colons},
                                               {"end of map flow", Phrase::yaml_close_brackets},
                                               {"end of sequence flow", Phrase::yaml_close_brackets},
                                               {"illegal flow end", Phrase::yaml_close_brackets},
                                               {"end of map", Phrase::yaml_indent_alike},
                                               {"end of sequence", Phrase::yaml_indent_alike},
                                               {"illegal block entry", Phrase::yaml_indent_alike},
                                               {"illegal tab", Phrase::yaml_indent_with_blanks},
                                               {"illegal EOF", Phrase::yaml_close_quotes},
                                               {"illegal document indicator", Phrase::yaml_close_quotes},
                                               {"unknown escape", Phrase::yaml_escapes},
                                               {"bad character found while scanning hex", Phrase::yaml_escapes},
                                               {"invalid unicode", Phrase::yaml_escapes},
                                               {"unexpected character in block", Phrase::yaml_text_below_mark},
                                               {"unknown token", Phrase::yaml_quote_signs}});

/// The word of the file that begins at `at`, with the sign before it where the library has passed it.
text::Span word_at(std::string_view file, std::uint32_t at, char sign) {
  const std::size_t begin = file.substr(0, std::min<std::size_t>(at + 1, file.size())).rfind(sign);
  if (begin == std::string_view::npos) return {at, at};
  const std::size_t end = std::min(file.find_first_of(" \t\r\n,[]{}", begin), file.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// A tag, an anchor or an alias that the library could not read is refused as every other.
struct Refused {
  std::string_view word;  ///< in the reason
  Code code;
  char sign;
};
constexpr auto refused = std::to_array<Refused>({{"referenced anchor", Code::yaml_alias, '*'},
                                                 {"alias", Code::yaml_alias, '*'},
                                                 {"anchor", Code::yaml_anchor, '&'},
                                                 {"tag", Code::yaml_tag, '!'}});

}  // namespace

void report_syntax_mistake(std::string_view reason, std::uint32_t place, const text::Source& source,
                           text::Diagnostics& diagnostics) {
  for (const Refused& one : refused) {
    if (reason.find(one.word) == std::string_view::npos) continue;
    report_refused(one.code, word_at(source.text(), place, one.sign), source, diagnostics);
    return;
  }
  // Where the file ends, its last word tells more than the line below.
  const std::string_view before = source.text().substr(0, place);
  if (place >= source.text().size()) place = static_cast<std::uint32_t>(before.find_last_not_of(" \t\r\n") + 1);
  auto& diagnostic = diagnostics.add(Code::not_yaml, {place, place});
  const auto* match =
      std::find_if(advice.begin(), advice.end(), [&](const Advice& a) { return reason.starts_with(a.reason); });
  if (match != advice.end()) diagnostic.notes.push_back({match->phrase, {}});
}

void report_refused(text::Code code, text::Span span, const text::Source& source, text::Diagnostics& diagnostics) {
  auto& diagnostic = diagnostics.add(code, span, {text::shown(source.text(span))});
  const Phrase advice_for_it = code == Code::yaml_tag ? Phrase::yaml_leave_out_tag : Phrase::yaml_write_out;
  diagnostic.notes.push_back({advice_for_it, {}});
}

}  // namespace nilai::grammar::yaml
