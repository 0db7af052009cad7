#pragma once

#include <string>

namespace nilai::app {

/// Text with the colours of a terminal, or plain.
class Paint {
 public:
  explicit Paint(bool is_on) : is_on_(is_on) {}

  [[nodiscard]] std::string bold(const std::string& text) const { return painted("1", text); }
  [[nodiscard]] std::string faint(const std::string& text) const { return painted("2", text); }
  [[nodiscard]] std::string red(const std::string& text) const { return painted("31", text); }
  [[nodiscard]] std::string green(const std::string& text) const { return painted("32", text); }

 private:
  [[nodiscard]] std::string painted(const char* code, const std::string& text) const {
    return is_on_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }

  bool is_on_;
};

}  // namespace nilai::app
