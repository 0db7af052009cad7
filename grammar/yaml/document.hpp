#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "grammar/text/source_map.hpp"

namespace nilai::grammar::yaml {

struct Entry;

/// A value of a YAML document. Scalars are characters, nothing else: `no`, `1.10`, `2017-01-01` mean what is written.
struct Node {
  enum class Kind : std::uint8_t {
    nothing,  ///< nothing is written, or `null` or `~` without quotes
    scalar,
    list,
    mapping,
    refused  ///< an alias; it has been reported
  };
  Kind kind{};
  text::Span span;  ///< in the file, quotes included; of a list or mapping, up to its last value
  text::Span text;  ///< of a scalar: its characters, in `Document::text`
  std::vector<Node> items;
  std::vector<Entry> entries;  ///< of a mapping, each key once
};

struct Entry {
  Node key;  ///< a scalar
  Node value;

  [[nodiscard]] text::Span span() const { return {key.span.begin, std::max(key.span.end, value.span.end)}; }
};

/// A YAML document, with the characters of all its scalars in one text.
struct Document {
  /// The scalars one after another, a NUL behind each, so that no word goes on into the next.
  std::string text;
  text::SourceMap places;  ///< of the characters of `text` in the file
  Node root;
};

/// A YAML rulebook may have so many bytes: the YAML library takes a second for it.
inline constexpr std::size_t max_bytes = 1u << 20;

/// So many lists and mappings may stand inside each other.
inline constexpr int max_depth = 64;

/// Reads the only document of a file; none when it cannot be read on.
///
/// Reported are mistakes of YAML itself, and what a rulebook does without: tags, anchors, aliases, merge keys, a second
/// document, a key twice.
std::optional<Document> read_document(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace nilai::grammar::yaml
