#pragma once

#include <string>
#include <utility>
#include <vector>

#include "grammar/read_native.hpp"
#include "support/shape.hpp"

namespace nilai::tests {

/// A text, and what came of reading it.
struct Read {
  explicit Read(std::string text)
      : source("book.nilai", std::move(text)), book(grammar::read_native(source, diagnostics)) {}

  text::Source source;
  text::Diagnostics diagnostics;
  syntax::Rulebook book;

  /// What every mistake marks: its code by name, and the text under the marks. `unknown_clause: wieght`
  [[nodiscard]] std::vector<std::string> mistakes() const {
    std::vector<std::string> found;
    for (const auto& diagnostic : diagnostics.all()) {
      found.push_back(std::string(text::catalogue_entry(diagnostic.code).name) + ": " +
                      std::string(source.text(diagnostic.span)));
    }
    return found;
  }

  [[nodiscard]] std::string text_of(text::Span span) const { return std::string(source.text(span)); }
};

}  // namespace nilai::tests
