// Measures, criteria and scores.
#include "grammar/print/yaml/writer.hpp"

namespace nilai::grammar::print {

YamlValue YamlWriter::in_short(YamlValue mapping) const {
  return std::move(mapping).without_only_key(word(Keyword::is));
}

template <class Definition>
void YamlWriter::add_value(YamlValue& into, const Definition& definition) const {
  into.add(word(Keyword::is), body(definition.body));
  if (definition.rounding) {
    into.add(word(Keyword::rounded), definition.rounding->span.begin, printed(*definition.rounding, language_));
  }
  add_native(into, Keyword::assessed_when, definition.assessed_when);
}

YamlValue YamlWriter::value(const syntax::Measure& measure) const {
  YamlValue all = YamlValue::mapping(measure.span.begin);
  add_label(all, measure.label, measure.span.begin);
  if (!measure.inputs.empty()) all.add(word(Keyword::by), name_list(measure.inputs));
  add_value(all, measure);
  if (measure.changeable) all.add(word(Keyword::changeable), measure.changeable->span.begin, way(*measure.changeable));
  add_text(all, Keyword::basis, measure.basis);
  return in_short(std::move(all));
}

YamlValue YamlWriter::value(const syntax::Criterion& criterion) const {
  YamlValue all = YamlValue::mapping(criterion.span.begin);
  add_label(all, criterion.label, criterion.span.begin);
  add_native(all, Keyword::weight, criterion.weight);
  if (criterion.in) all.add(word(Keyword::in), criterion.in->span.begin, criterion.in->text);
  add_native(all, Keyword::measured_by, criterion.measured_by);
  if (criterion.is_formula) {
    all.add(word(Keyword::points), begin_of(criterion.points), "= " + flat(criterion.points));
  } else if (!criterion.points.is_none()) {
    all.add(word(Keyword::points), body(criterion.points));
  }
  add_native(all, Keyword::assessed_when, criterion.assessed_when);
  if (const auto& answer = criterion.if_missing) {
    all.add(word(Keyword::if_missing), answer->span.begin, if_missing(*answer));
  }
  if (criterion.code) all.add(word(Keyword::code), criterion.code->span.begin, criterion.code->text);
  add_text(all, Keyword::basis, criterion.basis);
  return all;
}

YamlValue YamlWriter::value(const syntax::Score& score) const {
  YamlValue all = YamlValue::mapping(score.span.begin);
  add_label(all, score.label, score.span.begin);
  if (score.in) {
    add_native(all, Keyword::weight, score.weight);
    all.add(word(Keyword::in), score.in->span.begin, score.in->text);
  }
  add_value(all, score);
  add_text(all, Keyword::basis, score.basis);
  return in_short(std::move(all));
}

}  // namespace nilai::grammar::print
