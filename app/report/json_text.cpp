#include "app/report/json_text.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace nilai::app {

namespace {

constexpr std::size_t max_line_width = 110;

/// On one line, with blanks after commas and colons.
std::string one_line(const boost::json::value& value) {
  std::string text;
  const auto separate = [&] { text += text.size() > 1 ? ", " : ""; };
  if (const auto* object = value.if_object()) {
    text = "{";
    for (const auto& member : *object) {
      separate();
      text += boost::json::serialize(boost::json::value(member.key())) + ": " + one_line(member.value());
    }
    return text + "}";
  }
  if (const auto* array = value.if_array()) {
    text = "[";
    for (const auto& item : *array) {
      separate();
      text += one_line(item);
    }
    return text + "]";
  }
  return boost::json::serialize(value);
}

bool is_structured(const boost::json::value& value) {
  return value.is_object() || value.is_array();
}

bool has_structured_parts(const boost::json::value& value) {
  if (const auto* array = value.if_array()) return std::any_of(array->begin(), array->end(), is_structured);
  if (const auto* object = value.if_object()) {
    return std::any_of(object->begin(), object->end(),
                       [](const auto& member) { return is_structured(member.value()); });
  }
  return false;
}

void append(std::string& text, const boost::json::value& value, std::size_t level) {
  if (!is_structured(value)) {
    text += one_line(value);
    return;
  }
  const std::string line = has_structured_parts(value) ? std::string() : one_line(value);
  if (!line.empty() && line.size() + 2 * level <= max_line_width) {
    text += line;
    return;
  }
  const std::string indent(2 * level + 2, ' ');
  const char* separator = "\n";
  text += value.is_object() ? '{' : '[';
  const auto begin_part = [&] {
    text += separator + indent;
    separator = ",\n";
  };
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object) {
      begin_part();
      text += one_line(boost::json::value(member.key())) + ": ";
      append(text, member.value(), level + 1);
    }
  } else {
    for (const auto& item : value.get_array()) {
      begin_part();
      append(text, item, level + 1);
    }
  }
  text += "\n" + std::string(2 * level, ' ') + (value.is_object() ? '}' : ']');
}

}  // namespace

std::string json_text(const boost::json::value& value) {
  std::string text;
  append(text, value, 0);
  return text + "\n";
}

}  // namespace nilai::app
