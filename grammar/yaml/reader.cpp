#include "grammar/yaml/reader.hpp"

#include <algorithm>

#include "grammar/native/alone.hpp"
#include "grammar/native/characters.hpp"
#include "grammar/native/screen.hpp"
#include "grammar/text/render.hpp"

namespace nilai::grammar::yaml {

using native::State;
using syntax::ExpressionId;
using text::Code;
using text::Phrase;

text::Span Value::span() const {
  return {key_->span.begin, std::max(key_->span.end, node_->span.end)};
}

// --- shapes ----------------------------------------------------------------------------------------------------------

void Reader::report_shape(Value value, Phrase wanted) {
  if (value.node().kind == Node::Kind::refused) return;
  const std::string key = text::shown(characters(value.key()));
  if (value.node().kind == Node::Kind::nothing) {
    auto& diagnostic = state_.diagnostics.add(Code::nothing_written, value.key().span, {key});
    diagnostic.notes.push_back({Phrase::yaml_null, {}});
    return;
  }
  state_.diagnostics.add(Code::wrong_shape, value.key().span, {key, text::translated(wanted)});
}

bool Reader::is_scalar(Value value, Phrase wanted) {
  if (value.node().kind == Node::Kind::scalar) return true;
  report_shape(value, wanted);
  return false;
}

void Reader::each_entry(Value value, const std::function<void(Value entry)>& read) {
  if (value.node().kind != Node::Kind::mapping) return report_shape(value, Phrase::shape_keys);
  for (const Entry& entry : value.node().entries) read({entry.value, entry.key});
}

void Reader::each_item(Value value, const std::function<void(Value item)>& read) {
  if (value.node().kind != Node::Kind::list) return read(value);
  for (const Node& item : value.node().items) read({item, value.key()});
}

std::optional<Value> Reader::only_entry(Value value) {
  if (value.node().kind == Node::Kind::mapping && value.node().entries.size() == 1) {
    const Entry& entry = value.node().entries.front();
    return Value{entry.value, entry.key};
  }
  report_shape(value, Phrase::shape_one_key);
  return std::nullopt;
}

// --- scalars ---------------------------------------------------------------------------------------------------------

std::string_view Reader::characters(const Node& scalar) const {
  return std::string_view(document_.text).substr(scalar.text.begin, scalar.text.end - scalar.text.begin);
}

bool Reader::is(const Node& node, Keyword word) const {
  return node.kind == Node::Kind::scalar && characters(node) == written(word);
}

std::string Reader::prose(Value value) {
  if (!is_scalar(value)) return {};
  const std::string_view text = characters(value.node());
  native::has_no_controls(state_, text.data(), text.data() + text.size());
  return std::string(text);
}

syntax::Text Reader::text(Value value) {
  return {prose(value), value.node().span};
}

syntax::Code Reader::code(Value value) {
  return {prose(value), value.node().span};
}

syntax::Name Reader::name(Value value) {
  if (!is_scalar(value)) return {};
  std::string_view word = characters(value.node());
  if (word.size() > 2 && word.front() == '`' && word.back() == '`') word = word.substr(1, word.size() - 2);
  const char* const last = word.data() + word.size();
  const char* at = word.data();
  while (const std::size_t length = native::name_char_length(at, last)) at += length;
  if (word.empty() || at != last) {
    auto& diagnostic = state_.diagnostics.add(Code::not_a_name, value.node().span, {text::shown(word)});
    diagnostic.notes.push_back({Phrase::names_are, {}});
  }
  return {std::string(word), value.node().span};
}

syntax::ReasonText Reader::reason(Value value) {
  syntax::ReasonText reason;
  if (!is_scalar(value)) return reason;
  const std::string_view text = characters(value.node());
  native::read_reason_prose(text.data(), text.data() + text.size(), state_, reason);
  return reason;
}

std::vector<syntax::Name> Reader::names(Value value) {
  std::vector<syntax::Name> all;
  each_item(value, [&](Value item) { all.push_back(name(item)); });
  return all;
}

bool Reader::flag(Value value) {
  if (!is_scalar(value, Phrase::a_flag)) return false;
  if (is(value.node(), Keyword::yes)) return true;
  if (!is(value.node(), Keyword::no)) {
    const std::string key = text::shown(characters(value.key()));
    state_.diagnostics.add(Code::wrong_shape, value.node().span, {key, text::translated(Phrase::a_flag)});
  }
  return false;
}

bool Reader::by_rule(Value value, const native::Filled& rule, Phrase called) {
  if (!is_scalar(value)) return false;
  const std::string_view text = characters(value.node());
  return native::read_alone(text.data(), text.data() + text.size(), state_, rule, called);
}

bool Reader::expression(Value value, native::Form form, ExpressionId& into, Phrase called) {
  const auto read = [&](const char*& first, State& state) { return read_expression(form, first, state, into); };
  return by_rule(value, read, called);
}

// --- what several definitions have
// -------------------------------------------------------------------------------------

syntax::Label Reader::label(Value value) {
  return Keys(*this, value, {Keyword::label}).label();
}

std::vector<syntax::LabelledName> Reader::labelled_names(Value value) {
  std::vector<syntax::LabelledName> all;
  if (value.node().kind == Node::Kind::mapping) {
    each_entry(value, [&](Value entry) { all.push_back({name(entry.key()), label(entry)}); });
  } else {
    for (syntax::Name& one : names(value)) all.push_back({std::move(one), {}});
  }
  return all;
}

std::optional<syntax::LabelledName> Reader::labelled_name(Value value) {
  if (value.node().kind != Node::Kind::mapping) return syntax::LabelledName{name(value), {}};
  const auto entry = only_entry(value);
  if (!entry) return std::nullopt;
  return syntax::LabelledName{name(entry->key()), label(*entry)};
}

ExpressionId Reader::body(Value value, native::Form form, bool is_clause) {
  ExpressionId id;
  if (value.node().kind != Node::Kind::list) {
    expression(value, form, id);
    return id;
  }
  std::vector<syntax::Case> cases;
  each_item(value, [&](Value item) {
    syntax::Case one;
    const auto read = [&](const char*& first, State& state) { return read_case(is_clause, first, state, one); };
    if (by_rule(item, read, Phrase::a_value)) cases.push_back(one);
  });
  if (value.node().items.empty()) report_shape(value, Phrase::cases_or_scale);
  if (!cases.empty()) join_cases(std::move(cases), state_, id);
  return id;
}

}  // namespace nilai::grammar::yaml
