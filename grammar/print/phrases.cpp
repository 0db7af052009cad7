#include "grammar/print/phrases.hpp"

#include <algorithm>
#include <array>

namespace nilai::grammar::print {

std::string Phrases::names(const std::vector<syntax::Name>& names) const {
  std::string all;
  for (const syntax::Name& one : names) all += (all.empty() ? "" : ", ") + name(one);
  return all;
}

std::string Phrases::every(const syntax::Evaluates& evaluates) const {
  std::string all;
  if (evaluates.every) all += " " + word(Keyword::every) + " " + printed(*evaluates.every, language_);
  if (evaluates.starting_month != 1) {
    const int month = static_cast<int>(Keyword::january) + evaluates.starting_month - 1;
    all += " " + word(Keyword::starting) + " " + word(static_cast<Keyword>(month));
  }
  return all;
}

// --- data ----------------------------------------------------------------------------------------------------------

Document Phrases::values(const syntax::ChoiceValues& values) const {
  std::vector<Document> parts;
  for (const syntax::ChoiceValue& value : values.values) {
    const bool is_first = parts.empty(), is_last = &value == &values.values.back();
    std::string part = values.is_ordered && !is_first ? "< " : "";
    part += name(value.name) + label_text(value.label);
    if (!values.is_ordered && !is_last) part += ",";
    parts.emplace_back(std::move(part));
  }
  return Document::filled(std::move(parts));
}

/// A choice as the type of a column, in backticks where the bare word begins another type or what may follow one.
std::string Phrases::choice(const std::string& choice) const {
  constexpr auto of_types = std::to_array<Keyword>({Keyword::text, Keyword::date, Keyword::number, Keyword::number_of,
                                                    Keyword::optional, Keyword::personal, Keyword::protected_});
  const bool is_word =
      std::any_of(of_types.begin(), of_types.end(), [&](Keyword keyword) { return word(keyword) == choice; });
  return is_word ? "`" + choice + "`" : printed(choice, language_);
}

Document Phrases::type(const syntax::Type& type) const {
  const auto number = [&](Keyword plain, Keyword of) {
    if (!type.unit) return word(plain);
    return word(of) + " " + printed_unit(type.unit->text, language_);
  };
  Document all;
  switch (type.plain) {
    case syntax::PlainType::yes_or_no:
      all = word(Keyword::yes_or_no);
      break;
    case syntax::PlainType::text:
      all = word(Keyword::text);
      break;
    case syntax::PlainType::date:
      all = word(Keyword::date);
      break;
    case syntax::PlainType::number:
      all = number(Keyword::number, type.says_in ? Keyword::number_in : Keyword::number_of);
      break;
    case syntax::PlainType::whole_number:
      all = number(Keyword::whole_number, type.says_in ? Keyword::whole_number_in : Keyword::whole_number_of);
      break;
    case syntax::PlainType::one_of:
      all = word(Keyword::one_of) + " " + values(type.values);
      break;
    case syntax::PlainType::choice:
      all = choice(type.choice.text);
      break;
  }
  if (type.places) all += " " + printed_places(*type.places, language_);
  if (type.reasons) all += " " + word(Keyword::either) + " " + name(*type.reasons);
  return all;
}

Document Phrases::content(const syntax::Column& column, const std::string& gap) const {
  Document all = type(column.type);
  const auto attribute = [&](bool is_there, Keyword keyword) {
    if (is_there) all += gap + word(keyword);
  };
  attribute(column.is_optional, Keyword::optional);
  attribute(column.is_personal, Keyword::personal);
  attribute(column.is_protected, Keyword::protected_);
  if (!column.at_least.is_none()) all += gap + word(Keyword::at_least) + " " + flat(column.at_least);
  if (!column.at_most.is_none()) all += gap + word(Keyword::at_most) + " " + flat(column.at_most);
  if (!column.formula.is_none()) all += gap + "= " + Document::aligned(document(column.formula));
  return all;
}

std::string Phrases::link(const syntax::Link& link) const {
  std::string columns;
  for (const syntax::Link::Pair& pair : link.pairs) {
    columns += (columns.empty() ? "" : ", ") + name(pair.own.name) + label_text(pair.own.label);
    if (pair.of_parent) columns += " = " + name(*pair.of_parent);
  }
  return name(link.table) + " " + word(Keyword::by) + " " + columns;
}

std::string Phrases::keys(const syntax::ParameterRow& row) const {
  std::string keys;
  for (const auto& values : row.keys) {
    std::string key;
    for (const syntax::ExpressionId value : values) {
      key += (key.empty() ? "" : " " + word(Keyword::either) + " ") + flat(value);
    }
    keys += (keys.empty() ? "" : ", ") + (values.empty() ? word(Keyword::whatever) : key);
  }
  return keys;
}

// --- scoring -------------------------------------------------------------------------------------------------------

std::string Phrases::way(const syntax::Changeable& changeable) const {
  std::string all = word(changeable.is_up ? Keyword::up : Keyword::down);
  if (!changeable.step.is_none()) all += " " + word(Keyword::step) + " " + flat(changeable.step);
  return all;
}

std::string Phrases::if_missing(const syntax::IfMissing& if_missing) const {
  if (if_missing.points) {
    return (if_missing.is_negative ? "-" : "") + printed(*if_missing.points) + " " + word(Keyword::points);
  }
  if (if_missing.heirs.empty()) return word(Keyword::not_assessed);
  std::string heirs;
  for (const syntax::IfMissing::Heir& heir : if_missing.heirs) {
    heirs += (heirs.empty() ? "" : ", ") + name(heir.criterion);
    if (heir.share) heirs += " " + printed(*heir.share);
  }
  return word(Keyword::weight_to) + " " + heirs;
}

// --- promises ------------------------------------------------------------------------------------------------------

Document Phrases::promise(const syntax::Guarantee& guarantee) const {
  using Kind = syntax::Guarantee::Kind;
  using Direction = syntax::Guarantee::Direction;
  const auto way = [&] {
    switch (guarantee.direction) {
      case Direction::raises:
        return word(Keyword::raises);
      case Direction::lowers:
        return word(Keyword::lowers);
      case Direction::worsens:
        return word(Keyword::worsens);
      case Direction::improves:
        return word(Keyword::improves);
    }
    return std::string{};
  };
  const std::string never = word(Keyword::never) + " ";
  const auto when = [&] { return " " + word(Keyword::when) + " " + document(guarantee.condition); };
  const auto raising = [&] {
    return word(Keyword::raising) + " " + name(guarantee.raised) + " " + never + way() + " ";
  };
  switch (guarantee.kind) {
    case Kind::raising_score:
      return raising() + flat(guarantee.subject);
    case Kind::raising_outcome:
      return raising() + word(Keyword::outcome);
    case Kind::missing_data:
      return word(Keyword::missing_data) + " " + never + word(Keyword::leads_to) + " " + name(guarantee.outcome);
    case Kind::never_code:
      return never + word(Keyword::code) + " " + code_text(guarantee.code, language_) + when();
    case Kind::never_outcome:
      return never + name(guarantee.outcome) + when();
    case Kind::never:
      return never + document(guarantee.condition);
    case Kind::always:
      return document(guarantee.subject) + " " + word(Keyword::is_always) + " " + document(guarantee.condition);
  }
  return {};
}

std::string Phrases::known(const syntax::Known& known) const {
  using Kind = syntax::Known::Kind;
  switch (known.kind) {
    case Kind::missing:
      return word(Keyword::is_missing);
    case Kind::value:
      return flat(known.value);
    case Kind::name:
      return name(known.name);
    case Kind::points:
      return flat(known.value) + " " + word(Keyword::points);
    case Kind::not_assessed:
      return word(Keyword::not_assessed);
  }
  return {};
}

std::string Phrases::expected(const syntax::Expectation& expectation) const {
  switch (expectation.kind) {
    case syntax::Expectation::Kind::outcome:
      return word(Keyword::outcome) + " " + name(expectation.name);
    case syntax::Expectation::Kind::code:
      return word(Keyword::code) + " " + code_text(expectation.code, language_);
    case syntax::Expectation::Kind::known:
      return name(expectation.name) + " " + known(expectation.known);
  }
  return {};
}

std::string label_text(const syntax::Label& label) {
  std::string all;
  if (!label.text.empty() || label.en || label.id) all += " " + quoted(label.text);
  if (label.en) all += " en " + quoted(*label.en);
  if (label.id) all += " id " + quoted(*label.id);
  return all;
}

std::string code_text(const syntax::Code& code, KeywordLanguage language) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  const auto joins = [](char c) { return c == '-' || c == '.' || c == '/'; };
  bool is_bare = !code.text.empty() && is_plain(code.text.back()) && code.text != word(Keyword::when, language) &&
                 code.text != word(Keyword::otherwise, language);
  bool was_plain = false;
  for (const char c : code.text) {
    is_bare = is_bare && (is_plain(c) || (joins(c) && was_plain));
    was_plain = is_plain(c);
  }
  return is_bare ? code.text : quoted(code.text);
}

}  // namespace nilai::grammar::print
