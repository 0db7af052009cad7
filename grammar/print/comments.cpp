#include "grammar/print/comments.hpp"

#include <algorithm>

#include "grammar/yaml/document.hpp"

namespace nilai::grammar {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// Behind the text in quotes that begins at `at`.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return at;
}

bool is_first_on_line(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at == 0 || text[at - 1] == '\n';
}

/// Nothing but blanks stands on the line that begins at `at`.
bool is_blank_line(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const std::string_view line = text.substr(at, line_end(text, at) - at);
  return std::all_of(line.begin(), line.end(), is_blank);
}

/// The comment whose `#` stands at `at`.
Comment comment_at(std::string_view text, std::size_t at) {
  const std::size_t end = line_end(text, at);
  std::string comment(text.substr(at, end - at));
  while (is_blank(comment.back())) comment.pop_back();
  return {
      std::move(comment), static_cast<std::uint32_t>(at), is_first_on_line(text, at), is_blank_line(text, end + 1), {}};
}

/// The next line behind `at` that is neither blank nor a comment.
std::string_view next_line(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_blank(text[at]) || text[at] == '\n' || text[at] == '#')) {
    at = text[at] == '#' ? line_end(text, at) : at + 1;
  }
  return text.substr(at, line_end(text, at) - at);
}

/// Where the scalars of a document stand, in their order.
void add_scalars(const yaml::Node& node, std::vector<text::Span>& found) {
  if (node.kind == yaml::Node::Kind::scalar) found.push_back(node.span);
  for (const yaml::Node& item : node.items) add_scalars(item, found);
  for (const yaml::Entry& entry : node.entries) add_scalars(entry.key, found), add_scalars(entry.value, found);
}

}  // namespace

std::string_view beginning_of_yaml(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  if (line.starts_with("- ")) return line.substr(0, 1);
  const std::size_t colon = std::min(line.find(": "), line.ends_with(':') ? line.size() - 1 : line.size());
  return line.substr(0, std::min(colon + 1, line.size()));
}

std::vector<Comment> comments_of_native(std::string_view text) {
  std::vector<Comment> found;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = behind_quotes(text, at);
    } else if (text[at] == '#') {
      found.push_back(comment_at(text, at));
      at = line_end(text, at);
    } else {
      ++at;
    }
  }
  return found;
}

std::vector<Comment> comments_of_yaml(const text::Source& source) {
  text::Diagnostics ignored;
  const auto document = yaml::read_document(source, ignored);
  if (!document) return {};
  std::vector<text::Span> scalars;
  add_scalars(document->root, scalars);
  const std::string_view text = source.text();
  std::vector<Comment> found;
  auto scalar = scalars.begin();
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (scalar != scalars.end() && scalar->end <= at) ++scalar;
    if (scalar != scalars.end() && scalar->begin <= at) {
      at = scalar->end - 1;
    } else if (text[at] == '#') {
      found.push_back(comment_at(text, at));
      at = line_end(text, at);
      found.back().before = beginning_of_yaml(next_line(text, at));
    }
  }
  return found;
}

}  // namespace nilai::grammar
