#include "grammar/print/yaml/value.hpp"

#include <algorithm>
#include <array>

namespace nilai::grammar::print {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A YAML reader of the core schema would take it for an integer or a decimal number.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with("0x") || text.starts_with("0o")) return true;
  bool has_digit = false;
  for (const char c : text) {
    has_digit = has_digit || is_digit(c);
    if (!is_digit(c) && c != '.' && c != 'e' && c != 'E' && c != '-' && c != '+') return false;
  }
  const auto dashes = std::count(text.begin(), text.end(), '-');
  return has_digit && (is_digit(text.front()) || text.front() == '.') && dashes <= 1 &&
         (dashes == 0 || text.find_first_of("eE") != std::string_view::npos);
}

/// It would be taken for a truth value, for nothing, or for a number that is none.
bool is_word_of_yaml(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>({"true",  "True", "TRUE", "false", "False", "FALSE", "null",
                                                          "Null",  "NULL", "~",    ".inf",  ".Inf",  ".INF",  "-.inf",
                                                          "+.inf", ".nan", ".NaN", ".NAN",  "<<",    "---",   "..."});
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool needs_quotes(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return true;
  if (std::string_view("`\"'&*!|>@%#{[]},").find(text.front()) != std::string_view::npos) return true;
  if (text.starts_with("- ") || text.starts_with("? ") || text.starts_with(": ") || text == "-" || text == "?")
    return true;
  if (text.starts_with("---") || text.starts_with("...")) return true;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return true;
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  return std::any_of(text.begin(), text.end(), is_control) || is_number(text) || is_word_of_yaml(text);
}

}  // namespace

std::string yaml_scalar(std::string_view characters) {
  if (!needs_quotes(characters)) return std::string(characters);
  std::string all = "\"";
  for (const char c : characters) {
    if (c == '"' || c == '\\') {
      all += std::string("\\") + c;
    } else if (c == '\n') {
      all += "\\n";
    } else if (c == '\t') {
      all += "\\t";
    } else {
      all += c;
    }
  }
  return all + '"';
}

YamlValue YamlValue::scalar(std::uint32_t anchor, std::string characters) {
  YamlValue value(Kind::scalar, anchor);
  value.characters_ = std::move(characters);
  return value;
}

YamlValue YamlValue::without_list_of_one() && {
  if (kind_ != Kind::list || items_.size() != 1) return std::move(*this);
  return std::move(items_.front());
}

YamlValue YamlValue::without_only_key(const std::string& key) && {
  if (entries_.size() != 1 || entries_.front().first != key) return std::move(*this);
  YamlValue value = std::move(entries_.front().second);
  value.anchor_ = anchor_;
  return value;
}

void YamlValue::write(std::vector<Line>& lines, std::size_t indent, std::string first) const {
  const std::size_t inner = indent + first.size();
  for (const auto& [key, value] : entries_) {
    const std::string opening = std::string(indent, ' ') + (first.empty() ? std::string(inner - indent, ' ') : first);
    first.clear();
    const std::string head = opening + yaml_scalar(key) + ":";
    if (value.kind_ == Kind::scalar) {
      lines.push_back({head + " " + yaml_scalar(value.characters_), value.anchor_});
    } else if (value.is_empty()) {
      lines.push_back({head + (value.kind_ == Kind::list ? " []" : " {}"), value.anchor_});
    } else {
      lines.push_back({head, value.anchor_});
      value.write_below(lines, inner + 2);
    }
  }
}

void YamlValue::write_below(std::vector<Line>& lines, std::size_t indent) const {
  kind_ == Kind::list ? write_items(lines, indent) : write(lines, indent);
}

void YamlValue::write_items(std::vector<Line>& lines, std::size_t indent) const {
  for (const YamlValue& item : items_) {
    if (item.kind_ == Kind::scalar) {
      lines.push_back({std::string(indent, ' ') + "- " + yaml_scalar(item.characters_), item.anchor_});
    } else {
      item.write(lines, indent, "- ");
    }
  }
}

}  // namespace nilai::grammar::print
