#include "rules/files/folder.hpp"

#include <optional>
#include <string_view>

#include "grammar/text/render.hpp"

namespace nilai::rules {

namespace {

using text::Code;

/// With the `/` behind it; empty: the working folder.
std::string folder_of(const std::string& name) {
  return name.substr(0, name.rfind('/') + 1);
}

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

}  // namespace

const text::Source::File* Folder::open(const syntax::Text& path, text::Diagnostics& diagnostics) {
  const std::string name = path_below(source_.name(), source_.file_at(path.span.begin).name, path.text);
  if (name.empty()) {
    diagnostics.add(Code::file_outside, path.span, {text::shown(path.text)})
        .notes.push_back({text::Phrase::files_below_folder, {}});
    return nullptr;
  }
  if (const auto* known = source_.find(name)) return known;
  if (source_.files().size() + unread_count_ >= text::Source::max_files) {
    diagnostics.add(Code::too_many_files, path.span, {std::to_string(text::Source::max_files)});
    return nullptr;
  }
  std::string reason;
  auto text = read_file_(name, reason);
  if (!text) {
    ++unread_count_;
    diagnostics.add(Code::file_not_readable, path.span, {text::shown(path.text), reason});
    return nullptr;
  }
  return &source_.add(name, std::move(*text));
}

std::string path_below(const std::string& top, const std::string& from, const std::string& path) {
  const std::string folder = folder_of(top);
  std::vector<std::string> parts = parts_of(folder_of(from).substr(folder.size()));
  if (path.empty() || path.front() == '/' || path.find('\0') != std::string::npos) return {};
  for (const std::string& part : parts_of(path)) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return {};
    } else {
      parts.pop_back();
    }
  }
  std::string name = folder;
  for (const std::string& part : parts) name += (name.size() == folder.size() ? "" : "/") + part;
  return name.size() == folder.size() ? std::string() : name;
}

std::optional<std::string> no_files(const std::string&, std::string& reason) {
  reason = "-";
  return std::nullopt;
}

}  // namespace nilai::rules
