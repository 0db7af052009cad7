#include "grammar/text/render.hpp"

#include <algorithm>

namespace nilai::text {

namespace {

constexpr std::size_t max_line_width = 160;
constexpr std::size_t max_shown_width = 40;

std::string_view severity_word(Severity severity, Language language) {
  switch (severity) {
    case Severity::error:
      return language == Language::id ? "galat" : "error";
    case Severity::warning:
      return language == Language::id ? "peringatan" : "warning";
  }
  return {};
}

/// Blanks for every control character, so that marks stay under what they mark; `?` for bytes that are no UTF-8.
std::string clean(std::string_view text, std::size_t max_width) {
  std::string cleaned;
  std::size_t columns = 0;
  while (!text.empty() && columns < max_width) {
    const std::size_t length = utf8_length(text);
    const bool is_control = length == 1 && static_cast<unsigned char>(text[0]) < 0x20;
    if (length == 0) {
      cleaned += '?';
    } else if (is_control || text[0] == '\x7f') {
      cleaned += ' ';
    } else {
      cleaned.append(text.substr(0, length));
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
    ++columns;
  }
  return cleaned;
}

/// The source line of `span` with marks below, and a word beside the marks.
std::string excerpt(Span span, const Source& source, char mark, const std::string& word) {
  const Place place = source.place(span.begin);
  const std::string_view line = source.line_at(span.begin);
  const std::string number = std::to_string(place.line);
  const std::string margin(std::max<std::size_t>(number.size(), 5), ' ');
  const std::size_t before = place.column - 1;
  const std::size_t left = line.size() < span.end - source.line_start_at(span.begin)
                               ? width(line) - std::min(width(line), before)
                               : width(source.text(span));
  const std::size_t marks = std::max<std::size_t>(1, left);
  std::string text = margin.substr(number.size()) + number + " | " + clean(line, max_line_width) + "\n";
  if (before >= max_line_width) return text;
  text += margin + " | " + std::string(before, ' ') + std::string(std::min(marks, max_line_width - before), mark);
  if (!word.empty()) text += " " + word;
  return text + "\n";
}

std::string fix_text(const Fix& fix, const Diagnostic& diagnostic, Language language) {
  const std::string_view head = language == Language::id ? "  perbaikan: " : "  fix: ";
  std::string text;
  for (const char c : std::string(head) + message_text(fix.message, diagnostic, language)) {
    text += c;
    if (c == '\n') text += "       ";
  }
  return text + "\n";
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const Source& source, Language language) {
  const Place place = source.place(diagnostic.span.begin);
  const CatalogueEntry& entry = catalogue_entry(diagnostic.code);
  const Source::File& file = source.file_at(diagnostic.span.begin);
  std::string text = file.name + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
  text += std::string(severity_word(entry.severity, language)) + "[" + code_text(diagnostic.code) + "]: ";
  text += message_text(diagnostic, language) + "\n";
  text += excerpt(diagnostic.span, source, '^',
                  diagnostic.mark ? message_text(*diagnostic.mark, diagnostic, language) : "");
  for (const Label& label : diagnostic.labels) {
    const Source::File& other = source.file_at(label.span.begin);
    if (&other != &file) text += "  " + other.name + ":\n";
    text += excerpt(label.span, source, '-', message_text(label.message, diagnostic, language));
  }
  for (const Message& note : diagnostic.notes) {
    text += std::string(language == Language::id ? "  catatan: " : "  note: ") +
            message_text(note, diagnostic, language) + "\n";
  }
  for (const Fix& fix : diagnostic.fixes) text += fix_text(fix, diagnostic, language);
  return text;
}

std::string render(const Diagnostics& diagnostics, const Source& source, Language language) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!text.empty()) text += "\n";
    text += render(diagnostic, source, language);
  }
  if (diagnostics.left_out_count() > 0) {
    const std::string count = std::to_string(diagnostics.left_out_count());
    text += language == Language::id ? "\n… dan " + count + " lagi\n" : "\n… and " + count + " more\n";
  }
  return text;
}

std::string shown(std::string_view text) {
  std::string cleaned = clean(text, max_shown_width);
  if (width(text) > max_shown_width) cleaned += "…";
  return cleaned;
}

}  // namespace nilai::text
