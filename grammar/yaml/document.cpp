#include "grammar/yaml/document.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <map>
#include <sstream>
#include <utility>

#include "grammar/text/render.hpp"
#include "grammar/yaml/scalar_places.hpp"
#include "grammar/yaml/syntax_mistakes.hpp"

namespace nilai::grammar::yaml {

namespace {

using text::Code;
using text::Phrase;
using text::Span;

/// Thrown where reading cannot go on; it has been reported.
struct Stop {};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Builds the document from what the library meets, in its order.
class Builder : public YAML::EventHandler {
 public:
  Builder(const text::Source& source, text::Diagnostics& diagnostics)
      : source_(source),
        file_(source.text()),
        // The library does not count the bytes of the mark.
        skipped_(file_.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0),
        diagnostics_(diagnostics) {}

  /// The place of a mark in the file.
  [[nodiscard]] std::uint32_t place(const YAML::Mark& mark) const {
    const std::size_t at = mark.is_null() ? 0 : static_cast<std::size_t>(mark.pos) + skipped_;
    return static_cast<std::uint32_t>(std::min(at, file_.size()));
  }

  [[nodiscard]] bool is_there() const { return has_root_; }
  Document take() { return std::move(document_); }

  // --- what the library calls ---------------------------------------------------------------------------------------

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!has_root_) return;
    const std::uint32_t at = place(mark);
    diagnostics_.add(Code::second_document, {at, word_end(at)}).notes.push_back({Phrase::yaml_one_rulebook, {}});
    throw Stop();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    const std::uint32_t at = place(mark);
    add({Node::Kind::nothing, {at, at}, {}, {}, {}});
  }

  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse(Code::yaml_anchor, place(mark), '&'); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    const Span span = refuse(Code::yaml_alias, place(mark), '*');
    add({Node::Kind::refused, span, {}, {}, {}});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    std::uint32_t at = place(mark);
    if (tag != "?" && (tag != "!" || behind_properties(at, '!') != at)) refuse(Code::yaml_tag, at, '!');
    if (anchor != 0 || tag != "?") at = behind_properties(at, '\0');
    add(scalar(at, value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::list, mark, tag, style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::mapping, mark, tag, style);
  }
  void OnMapEnd() override { close(); }

 private:
  /// A list or mapping that is not closed yet.
  struct Open {
    Node node;
    std::optional<Node> key;                        ///< whose value comes next
    std::map<std::string, Span, std::less<>> seen;  ///< its keys
    bool is_flow = false;                           ///< between brackets
  };

  // --- words of the file
  // ----------------------------------------------------------------------------------------------

  [[nodiscard]] std::uint32_t word_end(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min(file_.find_first_of(" \t\r\n,[]{}", at), file_.size()));
  }

  /// Behind the tag and the anchor that stand before a value at `at`; or at the one that begins with `sign`, if any.
  [[nodiscard]] std::uint32_t behind_properties(std::uint32_t at, char sign) const {
    while (at < file_.size() && (file_[at] == '&' || file_[at] == '!')) {
      if (file_[at] == sign) return word_end(at);
      at = static_cast<std::uint32_t>(std::min(file_.find_first_not_of(" \t\r\n", word_end(at)), file_.size()));
      while (at < file_.size() && file_[at] == '#') {
        const std::size_t line_end = std::min(file_.find('\n', at), file_.size());
        at = static_cast<std::uint32_t>(std::min(file_.find_first_not_of(" \t\r\n", line_end), file_.size()));
      }
    }
    return at;
  }

  /// Reports a tag, an anchor or an alias: what begins with `sign` at or after `at`.
  Span refuse(Code code, std::uint32_t at, char sign) {
    const std::size_t begin = std::min(file_.find(sign, at), file_.size());
    const Span span{static_cast<std::uint32_t>(begin), word_end(static_cast<std::uint32_t>(begin))};
    report_refused(code, span, source_, diagnostics_);
    return span;
  }

  // --- nodes
  // --------------------------------------------------------------------------------------------------------------

  Node scalar(std::uint32_t at, const std::string& value) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    const ScalarPlace found = place_scalar(file_, at, value, document_.places);
    document_.text += value;
    const auto end = static_cast<std::uint32_t>(document_.text.size());
    document_.text += '\0';
    document_.places.add_written(1, {found.text_end, found.text_end});
    return {Node::Kind::scalar, found.span, {begin, end}, {}, {}};
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::EmitterStyle::value style) {
    const std::uint32_t at = place(mark);
    if (tag != "?" && !tag.empty()) refuse(Code::yaml_tag, at, '!');
    if (open_.size() >= max_depth) {
      diagnostics_.add(Code::yaml_nested_too_deep, {at, at + 1}, {std::to_string(max_depth)});
      throw Stop();
    }
    open_.push_back({{kind, {at, at}, {}, {}, {}}, {}, {}, style == YAML::EmitterStyle::Flow});
  }

  void close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (open_.empty()) {
      document_.root = std::move(node);
      has_root_ = true;
      return;
    }
    Open& whole = open_.back();
    if (whole.node.kind == Node::Kind::list) {
      whole.node.span.end = std::max(whole.node.span.end, node.span.end);
      whole.node.items.push_back(std::move(node));
    } else if (!whole.key) {
      whole.key = std::move(node);
    } else {
      add_entry(whole, {*std::exchange(whole.key, {}), std::move(node)});
    }
  }

  void add_entry(Open& whole, Entry entry) {
    whole.node.span.end = std::max(whole.node.span.end, entry.span().end);
    if (!is_usable_key(whole, entry.key)) return;
    if (entry.value.kind == Node::Kind::nothing) {
      entry.value.span = entry.key.span;
      if (whole.is_flow && is_rest_of_text(entry.key)) return;
    }
    whole.node.entries.push_back(std::move(entry));
  }

  /// `{a: 0 at 1, 2 at 3}`: what stands behind the comma is a key without a value, and was meant otherwise.
  bool is_rest_of_text(const Node& key) {
    const std::size_t behind = file_.find_first_not_of(" \t\r\n", key.span.end);
    if (behind < file_.size() && file_[behind] == ':') return false;
    auto& diagnostic = diagnostics_.add(Code::nothing_written, key.span, {text::shown(source_.text(key.span))});
    diagnostic.notes.push_back({Phrase::yaml_commas, {}});
    return true;
  }

  bool is_usable_key(Open& whole, const Node& key) {
    if (key.kind == Node::Kind::refused) return false;
    if (key.kind != Node::Kind::scalar) {
      const std::uint32_t end = std::max(key.span.end, word_end(key.span.begin));
      diagnostics_.add(Code::key_not_text, {key.span.begin, end});
      return false;
    }
    const std::string word = document_.text.substr(key.text.begin, key.text.end - key.text.begin);
    if (word == "<<" && file_[key.span.begin] == '<') {
      report_refused(Code::yaml_merge, key.span, source_, diagnostics_);
      return false;
    }
    const auto [seen, is_new] = whole.seen.try_emplace(word, key.span);
    if (is_new) return true;
    auto& diagnostic = diagnostics_.add(Code::key_twice, key.span, {text::shown(word)});
    diagnostic.labels.push_back({seen->second, {Phrase::first_here, {}}});
    return false;
  }

  const text::Source& source_;
  std::string_view file_;
  std::size_t skipped_;
  text::Diagnostics& diagnostics_;
  Document document_;
  std::vector<Open> open_;
  bool has_root_ = false;
};

/// Brackets that are opened and never closed: the library takes all of them in before it says a word.
bool has_open_brackets(std::string_view file) {
  constexpr int limit = 1000;
  int depth = 0;
  for (const char c : file) {
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (depth > limit) return true;
  }
  return false;
}

}  // namespace

std::optional<Document> read_document(const text::Source& source, text::Diagnostics& diagnostics) {
  if (has_open_brackets(source.text())) {
    diagnostics.add(Code::yaml_nested_too_deep, {0, 0}, {std::to_string(max_depth)});
    return std::nullopt;
  }
  Builder builder(source, diagnostics);
  try {
    std::istringstream stream{std::string(source.text())};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& mistake) {
    report_syntax_mistake(mistake.msg, builder.place(mistake.mark), source, diagnostics);
    return std::nullopt;
  } catch (const Stop&) {
    return std::nullopt;
  }
  if (!builder.is_there()) {
    diagnostics.add(Code::empty_file, {0, 0});
    return std::nullopt;
  }
  return builder.take();
}

}  // namespace nilai::grammar::yaml
