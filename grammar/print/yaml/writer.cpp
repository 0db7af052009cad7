#include "grammar/print/yaml/writer.hpp"

namespace nilai::grammar::print {

void YamlWriter::add_label(YamlValue& into, const syntax::Label& label, std::uint32_t anchor) const {
  if (!label.text.empty() || label.en || label.id) into.add(word(Keyword::label), anchor, label.text);
  if (label.en) into.add("en", anchor, *label.en);
  if (label.id) into.add("id", anchor, *label.id);
}

void YamlWriter::add_text(YamlValue& into, Keyword key, const syntax::Text& text) const {
  if (text.is_there()) into.add(word(key), text.span.begin, text.text);
}

void YamlWriter::add_native(YamlValue& into, Keyword key, syntax::ExpressionId id) const {
  if (!id.is_none()) into.add(word(key), begin_of(id), flat(id));
}

YamlValue YamlWriter::short_label(const syntax::Label& label, std::uint32_t anchor) const {
  if (!label.en && !label.id) return YamlValue::scalar(anchor, label.text);
  YamlValue all = YamlValue::mapping(anchor);
  add_label(all, label, anchor);
  return all;
}

YamlValue YamlWriter::name_list(const std::vector<syntax::Name>& names) const {
  YamlValue all = YamlValue::list(names.front().span.begin);
  for (const syntax::Name& one : names) all.add(YamlValue::scalar(one.span.begin, one.text));
  return std::move(all).without_list_of_one();
}

YamlValue YamlWriter::labelled(const std::vector<syntax::LabelledName>& names) const {
  std::vector<syntax::Name> bare;
  YamlValue all = YamlValue::mapping(names.front().name.span.begin);
  bool has_label = false;
  for (const auto& [name, label] : names) {
    YamlValue one = YamlValue::mapping(name.span.begin);
    add_label(one, label, name.span.begin);
    has_label = has_label || !one.is_empty();
    if (one.is_empty()) one.add(word(Keyword::label), name.span.begin, "");
    all.add(name.text, std::move(one));
    bare.push_back(name);
  }
  return has_label ? all : name_list(bare);
}

YamlValue YamlWriter::body(syntax::ExpressionId id) const {
  const syntax::Expression& expression = book_.at(id);
  const auto* cases = std::get_if<syntax::Cases>(&expression.node);
  if (cases == nullptr || expression.is_parenthesized) return YamlValue::scalar(expression.span.begin, flat(id));
  YamlValue all = YamlValue::list(expression.span.begin);
  for (const syntax::Case& one : cases->cases) {
    all.add(YamlValue::scalar(one.span.begin, flat(one.value) + " " + guard_document(book_, one, language_).flat()));
  }
  return all;
}

template <class Definitions>
void YamlWriter::add_all(YamlValue& into, Keyword key, const Definitions& definitions) const {
  if (definitions.empty()) return;
  YamlValue all = YamlValue::mapping(Line::nowhere);
  for (const auto& one : definitions) all.add(one.name.text, value(one));
  into.add(word(key), std::move(all));
}

YamlValue YamlWriter::document() const {
  YamlValue all = YamlValue::mapping(Line::nowhere);
  add_head(all);
  add_all(all, Keyword::choices, book_.choices);
  add_all(all, Keyword::tables, book_.tables);
  add_all(all, Keyword::parameters, book_.parameters);
  add_all(all, Keyword::measures, book_.measures);
  add_all(all, Keyword::criteria, book_.criteria);
  YamlValue named = YamlValue::mapping(Line::nowhere);
  for (const syntax::Score& score : book_.scores) {
    score.name ? named.add(score.name->text, value(score)) : all.add(word(Keyword::score), value(score));
  }
  if (!named.is_empty()) all.add(word(Keyword::scores), std::move(named));
  for (const syntax::Outcomes& outcomes : book_.outcomes) {
    YamlValue list = YamlValue::mapping(outcomes.span.begin);
    for (const syntax::Outcome& one : outcomes.outcomes) list.add(one.name.text, value(one));
    all.add(word(Keyword::outcomes), std::move(list));
  }
  for (const syntax::Decide& decide : book_.decides) {
    YamlValue list = YamlValue::list(decide.span.begin);
    for (const syntax::Decision& one : decide.decisions) list.add(value(one));
    all.add(word(Keyword::decide), std::move(list));
  }
  const auto add_list = [&](Keyword key, const auto& definitions) {
    YamlValue list = YamlValue::list(Line::nowhere);
    for (const auto& one : definitions) list.add(value(one));
    if (!list.is_empty()) all.add(word(key), std::move(list));
  };
  add_list(Keyword::guarantees, book_.guarantees);
  add_list(Keyword::tests, book_.tests);
  return all;
}

}  // namespace nilai::grammar::print
