#pragma once

#include <string>
#include <string_view>

namespace nilai::app {

/// Appends records of RFC 4180 to a text, with plain newlines.
///
///     CsvWriter csv(text);
///     csv.text("P1").number("42.50").end_record();
class CsvWriter {
 public:
  explicit CsvWriter(std::string& target) : target_(&target) {}

  /// What people or data wrote. A cell that a spreadsheet would take for a formula (it begins with `=` `+` `-` `@`, a
  /// tab or a carriage return) gets an apostrophe in front.
  CsvWriter& text(std::string_view cell);

  /// A number, a date, or nothing: written as it stands.
  CsvWriter& number(std::string_view cell);
  CsvWriter& blank() { return number({}); }

  void end_record();

 private:
  void begin_cell();

  std::string* target_;
  bool is_first_ = true;
};

}  // namespace nilai::app
