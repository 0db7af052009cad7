#include "grammar/text/source.hpp"

#include <algorithm>

namespace nilai::text {

namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

}  // namespace

Source::Source(std::string name, std::string text) {
  add(std::move(name), std::move(text));
}

const Source::File& Source::add(std::string name, std::string text) {
  const std::size_t begin = files_.empty() ? 0 : files_.back()->begin + files_.back()->text.size() + 1;
  File file{std::move(name), std::move(text), static_cast<std::uint32_t>(begin), {0}};
  for (std::size_t i = 0; i < file.text.size(); ++i) {
    if (file.text[i] == '\n') file.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return *files_.emplace_back(std::make_shared<const File>(std::move(file)));
}

const Source::File* Source::find(std::string_view name) const {
  const auto found = std::find_if(files_.begin(), files_.end(), [&](const auto& file) { return file->name == name; });
  return found == files_.end() ? nullptr : found->get();
}

const Source::File& Source::file_at(std::uint32_t offset) const {
  const auto next = std::upper_bound(files_.begin(), files_.end(), offset,
                                     [](std::uint32_t at, const auto& file) { return at < file->begin; });
  return **(next - 1);
}

std::string_view Source::text(Span span) const {
  const File& file = file_at(span.begin);
  const std::size_t end = std::min<std::size_t>(std::max(span.end, file.begin) - file.begin, file.text.size());
  const std::size_t begin = std::min<std::size_t>(span.begin - file.begin, end);
  return std::string_view(file.text).substr(begin, end - begin);
}

Place Source::place(std::uint32_t offset) const {
  const std::uint32_t start = line_start_at(offset);
  const auto& starts = file_at(offset).line_starts;
  const auto next = std::upper_bound(starts.begin(), starts.end(), start - file_at(offset).begin);
  return {static_cast<std::uint32_t>(next - starts.begin()),
          static_cast<std::uint32_t>(width(text({start, offset}))) + 1};
}

std::string_view Source::line_at(std::uint32_t offset) const {
  const File& file = file_at(offset);
  const std::size_t begin = line_start_at(offset) - file.begin;
  const std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
  std::string_view line = std::string_view(file.text).substr(begin, end - begin);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::uint32_t Source::line_start_at(std::uint32_t offset) const {
  const File& file = file_at(offset);
  return file.begin + *(std::upper_bound(file.line_starts.begin(), file.line_starts.end(), offset - file.begin) - 1);
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[i])) return 0;
  }
  // Overlong forms, surrogates, and what lies beyond Unicode.
  if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
  if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
  return length;
}

}  // namespace nilai::text
