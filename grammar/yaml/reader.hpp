#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/native/alone.hpp"
#include "grammar/native/expression_grammar.hpp"
#include "grammar/native/state.hpp"
#include "grammar/yaml/document.hpp"

namespace nilai::grammar::yaml {

/// A value, and the key that it stands at: of an item of a list, the list's.
class Value {
 public:
  Value(const Node& node, const Node& key) : node_(&node), key_(&key) {}

  [[nodiscard]] const Node& node() const { return *node_; }
  [[nodiscard]] const Node& key() const { return *key_; }
  [[nodiscard]] text::Span span() const;  ///< of the key and all that stands there

 private:
  const Node* node_;
  const Node* key_;
};

/// Reads the values of a document: their shape here, what stands in a scalar by the rules of the native form.
///
/// What is not as it should be is reported once, and gives an empty result. An alias, reported already, is passed over.
class Reader {
 public:
  Reader(const Document& document, native::State& state) : document_(document), state_(state) {}

  [[nodiscard]] native::State& state() const { return state_; }
  [[nodiscard]] syntax::Rulebook& book() const { return state_.book; }
  [[nodiscard]] std::string_view written(Keyword word) const { return grammar::written(word, state_.language); }

  // --- shapes -------------------------------------------------------------------------------------------------------

  /// Reports that the value is not what its key takes.
  void report_shape(Value value, text::Phrase wanted);

  /// The value is a scalar; if not, that is reported, `wanted` being what the key takes.
  bool is_scalar(Value value, text::Phrase wanted = text::Phrase::shape_text);
  /// Each entry of a mapping, as a value at its own key.
  void each_entry(Value value, const std::function<void(Value entry)>& read);
  /// Each item of a list; a value that is none is the only item.
  void each_item(Value value, const std::function<void(Value item)>& read);
  /// The only entry of a mapping.
  std::optional<Value> only_entry(Value value);

  // --- scalars ------------------------------------------------------------------------------------------------------

  /// The characters of a scalar.
  [[nodiscard]] std::string_view characters(const Node& scalar) const;
  /// A scalar that is exactly this keyword.
  [[nodiscard]] bool is(const Node& node, Keyword word) const;

  /// Prose, taken as it is.
  std::string prose(Value value);
  syntax::Text text(Value value);
  syntax::Code code(Value value);
  /// A name, which needs no backticks and may have them.
  syntax::Name name(Value value);
  syntax::Name name(const Node& key) { return name({key, key}); }
  /// A name or a list of them.
  std::vector<syntax::Name> names(Value value);
  /// Prose with `{expression}` in it; a brace of its own is `\{`.
  syntax::ReasonText reason(Value value);
  /// `yes`, `no`
  bool flag(Value value);

  /// Reads a scalar by a rule of the native form, alone and to its end. False when there was a mistake.
  template <auto rule, class T>
  bool native(Value value, T& into, text::Phrase called) {
    const auto read = [&into](const char*& first, native::State& state) {
      return rule(first, state, into) ? native::Reading::yes : native::Reading::no;
    };
    return by_rule(value, read, called);
  }
  bool expression(Value value, native::Form form, syntax::ExpressionId& into,
                  text::Phrase called = text::Phrase::a_value);
  bool by_rule(Value value, const native::Filled& rule, text::Phrase called);

  // --- what several definitions have
  // ----------------------------------------------------------------------------------

  /// `{label: text}`
  syntax::Label label(Value value);
  /// A name, names, or a mapping from names to what is said of them.
  std::vector<syntax::LabelledName> labelled_names(Value value);
  std::optional<syntax::LabelledName> labelled_name(Value value);
  /// A native expression, or a list of cases. `is_clause`: directly in a criterion.
  syntax::ExpressionId body(Value value, native::Form form, bool is_clause = false);

 private:
  const Document& document_;
  native::State& state_;
};

/// The keys of a mapping, each of which means something.
class Keys {
 public:
  /// `known` may stand there; every other key is reported. With `label` go `en` and `id`. A value that is no
  /// mapping is reported, `wanted` being what the key takes, and has no keys.
  Keys(Reader& reader, Value value, std::vector<Keyword> known, text::Phrase wanted = text::Phrase::shape_keys);

  /// The value of a key, if it is there.
  [[nodiscard]] std::optional<Value> find(Keyword key) const;
  [[nodiscard]] std::optional<Value> find(std::string_view key) const;
  /// The same; when it is not there, that is reported.
  [[nodiscard]] std::optional<Value> require(Keyword key) const;
  /// Not both of them; if so, that is reported.
  void exclude(Keyword one, Keyword other) const;

  [[nodiscard]] syntax::Label label() const;
  [[nodiscard]] syntax::Text basis() const;

 private:
  [[nodiscard]] bool is_known(std::string_view key) const;
  void report_unknown(const Node& key) const;

  Reader& reader_;
  Value value_;
  std::vector<Keyword> known_;
};

}  // namespace nilai::grammar::yaml
