#pragma once

#include <string>

#include "grammar/print/phrases.hpp"
#include "grammar/print/yaml/value.hpp"

namespace nilai::grammar::print {

/// Makes the YAML document of a rulebook, definitions by kind.
class YamlWriter : private Phrases {
 public:
  YamlWriter(const syntax::Rulebook& book, KeywordLanguage language) : Phrases(book, language) {}

  [[nodiscard]] YamlValue document() const;

 private:
  // --- parts of all definitions -------------------------------------------------------------------------------------

  void add_label(YamlValue& into, const syntax::Label& label, std::uint32_t anchor) const;
  void add_text(YamlValue& into, Keyword key, const syntax::Text& text) const;
  void add_native(YamlValue& into, Keyword key, syntax::ExpressionId id) const;
  /// A text where it is all there is to say, else `{label, en, id}`.
  [[nodiscard]] YamlValue short_label(const syntax::Label& label, std::uint32_t anchor) const;
  [[nodiscard]] YamlValue name_list(const std::vector<syntax::Name>& names) const;
  [[nodiscard]] YamlValue labelled(const std::vector<syntax::LabelledName>& names) const;
  /// Cases as a list, one an item; anything else as one scalar.
  [[nodiscard]] YamlValue body(syntax::ExpressionId id) const;
  /// `{label, is}`, or what is meant alone where there is no label.
  [[nodiscard]] YamlValue in_short(YamlValue mapping) const;

  // --- kinds of definitions -----------------------------------------------------------------------------------------

  void add_head(YamlValue& into) const;
  [[nodiscard]] YamlValue value(const syntax::Choice& choice) const;
  [[nodiscard]] YamlValue value(const syntax::Table& table) const;
  [[nodiscard]] YamlValue links(const syntax::Table& table) const;
  [[nodiscard]] YamlValue value(const syntax::Column& column) const;
  [[nodiscard]] YamlValue value(const syntax::Parameter& parameter) const;
  void add_rows(YamlValue& into, const syntax::ParameterRows& rows) const;
  template <class Definition>
  void add_value(YamlValue& into, const Definition& definition) const;
  [[nodiscard]] YamlValue value(const syntax::Measure& measure) const;
  [[nodiscard]] YamlValue value(const syntax::Criterion& criterion) const;
  [[nodiscard]] YamlValue value(const syntax::Score& score) const;
  [[nodiscard]] YamlValue value(const syntax::Outcome& outcome) const;
  [[nodiscard]] YamlValue value(const syntax::Decision& decision) const;
  [[nodiscard]] YamlValue because(const syntax::Reason& reason) const;
  [[nodiscard]] YamlValue value(const syntax::Guarantee& guarantee) const;
  [[nodiscard]] YamlValue value(const syntax::Test& test) const;
  [[nodiscard]] YamlValue value(const syntax::Given& given) const;

  template <class Definitions>
  void add_all(YamlValue& into, Keyword key, const Definitions& definitions) const;
};

}  // namespace nilai::grammar::print
