#pragma once

#include <string>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "rules/compile.hpp"

namespace nilai::test {

/// The head and the tables that snippets of rulebooks stand on.
inline const std::string schema = R"(rulebook example "Contoh"
  in force   from 2017-01-01
  evaluates  companion every quarter

choice stage: witness < suspect < convicted

table companion
  key     companion_id
  column  households   whole number  at least 1
  column  active_days  number of days
  column  mark         number  at least 0  at most 100
  column  gender       one of female, male  protected
  column  name         text  personal

table household
  key         household_id
  belongs to  companion by companion_id
  column      productive  yes or no

table visit
  belongs to  companion by companion_id
  belongs to  household by household_id
  dated       visited_on
  column      verified  yes or no
  column      minutes   number  optional

)";

/// The errors that checking found: `2101 housholds`, the code and the text that is marked.
inline std::vector<std::string> found_in(const std::string& rulebook) {
  text::Diagnostics diagnostics;
  const text::Source source("book.nilai", rulebook);
  rules::compile(source, diagnostics);
  std::vector<std::string> found;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    if (text::catalogue_entry(diagnostic.code).severity != text::Severity::error) continue;
    found.push_back(std::to_string(static_cast<unsigned>(diagnostic.code)) + " " +
                    std::string(source.text(diagnostic.span)));
  }
  return found;
}

struct Snippet {
  const char* name;
  const char* text;
  std::vector<std::string> found;
};

}  // namespace nilai::test
