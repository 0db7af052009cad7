#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/print/lines.hpp"

namespace nilai::grammar::print {

/// A value of a YAML document that is to be written.
class YamlValue {
 public:
  /// `anchor` is where the value, or what it belongs to, stands in the text that was read.
  static YamlValue scalar(std::uint32_t anchor, std::string characters);
  static YamlValue list(std::uint32_t anchor) { return {Kind::list, anchor}; }
  static YamlValue mapping(std::uint32_t anchor) { return {Kind::mapping, anchor}; }

  /// Adds an entry to a mapping. Requires: the key is not there yet.
  void add(std::string key, YamlValue value) { entries_.emplace_back(std::move(key), std::move(value)); }
  void add(std::string key, std::uint32_t anchor, std::string characters) {
    add(std::move(key), scalar(anchor, std::move(characters)));
  }
  /// Adds an item to a list.
  void add(YamlValue item) { items_.push_back(std::move(item)); }

  [[nodiscard]] bool is_empty() const { return items_.empty() && entries_.empty(); }
  [[nodiscard]] std::size_t size() const { return items_.size() + entries_.size(); }

  /// The same, belonging to what stands at `anchor`.
  [[nodiscard]] YamlValue of(std::uint32_t anchor) && {
    anchor_ = anchor;
    return std::move(*this);
  }

  /// A list of one is its item.
  [[nodiscard]] YamlValue without_list_of_one() &&;

  /// A mapping whose only key is that one is what stands there.
  [[nodiscard]] YamlValue without_only_key(const std::string& key) &&;

  /// The entries of a mapping in block style, each with `first` before its first line's key (`- `) and all others
  /// below.
  void write(std::vector<Line>& lines, std::size_t indent, std::string first = {}) const;

 private:
  enum class Kind : std::uint8_t { scalar, list, mapping };

  YamlValue(Kind kind, std::uint32_t anchor) : kind_(kind), anchor_(anchor) {}
  void write_items(std::vector<Line>& lines, std::size_t indent) const;
  void write_below(std::vector<Line>& lines, std::size_t indent) const;

  Kind kind_;
  std::uint32_t anchor_;
  std::string characters_;
  std::vector<YamlValue> items_;
  std::vector<std::pair<std::string, YamlValue>> entries_;
};

/// Characters as a YAML scalar: plain where every reader takes them for that text, else in double quotes.
std::string yaml_scalar(std::string_view characters);

}  // namespace nilai::grammar::print
