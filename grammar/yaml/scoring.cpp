#include <utility>

#include "grammar/native/clauses.hpp"
#include "grammar/yaml/definitions.hpp"

namespace nilai::grammar::yaml {

namespace {

using native::Form;
using text::Phrase;

/// What a measure and a score say alike, in a mapping or in short: then the value is the body.
template <class Definition>
void read_value_clauses(Reader& reader, Value value, const Keys& keys, Definition& definition) {
  definition.label = keys.label();
  definition.basis = keys.basis();
  if (const auto body = keys.require(Keyword::is)) definition.body = reader.body(*body, Form::body);
  if (const auto rounded = keys.find(Keyword::rounded)) {
    syntax::Rounding rounding;
    const auto read = [&](const char*& first, native::State& state) { return read_rounding(first, state, rounding); };
    if (reader.by_rule(*rounded, read, Phrase::a_grain)) definition.rounding = rounding;
  }
  if (const auto condition = keys.find(Keyword::assessed_when)) {
    reader.expression(*condition, Form::condition, definition.assessed_when, Phrase::a_condition);
  }
  definition.span = value.span();
}

/// A definition in short is its body alone.
bool is_short(Value value) {
  return value.node().kind == Node::Kind::scalar || value.node().kind == Node::Kind::list;
}

void read_measure(Reader& reader, Value value) {
  syntax::Measure measure;
  measure.name = reader.name(value.key());
  if (is_short(value)) {
    measure.span = value.span();
    measure.body = reader.body(value, Form::body);
  } else {
    const Keys keys(reader, value,
                    {Keyword::label, Keyword::basis, Keyword::by, Keyword::is, Keyword::rounded, Keyword::assessed_when,
                     Keyword::changeable},
                    Phrase::shape_text_or_keys);
    read_value_clauses(reader, value, keys, measure);
    if (const auto inputs = keys.find(Keyword::by)) measure.inputs = reader.names(*inputs);
    if (const auto change = keys.find(Keyword::changeable)) {
      syntax::Changeable changeable;
      changeable.span = change->node().span;
      if (reader.native<native::read_change>(*change, changeable, Phrase::up_or_down)) measure.changeable = changeable;
    }
  }
  reader.book().measures.push_back(std::move(measure));
}

void read_points(Reader& reader, Value value, syntax::Criterion& criterion) {
  if (value.node().kind == Node::Kind::list) {
    criterion.points = reader.body(value, Form::clause_points, true);
  } else {
    reader.native<native::read_points_rule>(value, criterion, Phrase::cases_or_scale);
  }
}

void read_criterion(Reader& reader, Value value) {
  const Keys keys(reader, value,
                  {Keyword::label, Keyword::basis, Keyword::weight, Keyword::in, Keyword::measured_by, Keyword::points,
                   Keyword::assessed_when, Keyword::if_missing, Keyword::code});
  syntax::Criterion criterion;
  criterion.name = reader.name(value.key());
  criterion.label = keys.label();
  criterion.basis = keys.basis();
  criterion.span = value.span();
  if (const auto weight = keys.find(Keyword::weight)) reader.expression(*weight, Form::clause_sum, criterion.weight);
  if (const auto whole = keys.find(Keyword::in)) criterion.in = reader.name(*whole);
  if (const auto measured_by = keys.find(Keyword::measured_by)) {
    reader.expression(*measured_by, Form::clause_condition, criterion.measured_by);
  }
  if (const auto points = keys.find(Keyword::points)) read_points(reader, *points, criterion);
  if (const auto condition = keys.find(Keyword::assessed_when)) {
    reader.expression(*condition, Form::clause_condition, criterion.assessed_when, Phrase::a_condition);
  }
  if (const auto answer = keys.find(Keyword::if_missing)) {
    syntax::IfMissing& if_missing = criterion.if_missing.emplace();
    if_missing.span = answer->span();
    reader.native<native::read_missing_answer>(*answer, if_missing, Phrase::not_assessed_or_points);
  }
  if (const auto code = keys.find(Keyword::code)) criterion.code = reader.code(*code);
  reader.book().criteria.push_back(std::move(criterion));
}

/// The score without a name, or one of those with a name, which may be part of another.
void read_one_score(Reader& reader, Value value, bool has_name) {
  syntax::Score score;
  if (has_name) score.name = reader.name(value.key());
  score.head_span = value.key().span;
  if (is_short(value)) {
    score.span = value.span();
    score.body = reader.body(value, Form::body);
  } else {
    const Keys keys(reader, value,
                    {Keyword::label, Keyword::basis, Keyword::weight, Keyword::in, Keyword::is, Keyword::rounded,
                     Keyword::assessed_when},
                    Phrase::shape_text_or_keys);
    read_value_clauses(reader, value, keys, score);
    const auto weight = keys.find(Keyword::weight);
    const auto whole = keys.find(Keyword::in);
    if (weight) reader.expression(*weight, Form::sum, score.weight);
    if (whole) score.in = reader.name(*whole);
    // One half of `weight W in S` asks for the other.
    if (weight || whole) {
      (void)keys.require(Keyword::weight);
      (void)keys.require(Keyword::in);
    }
  }
  reader.book().scores.push_back(std::move(score));
}

}  // namespace

void read_measures(Reader& reader, Value value) {
  reader.each_entry(value, [&](Value measure) { read_measure(reader, measure); });
}

void read_criteria(Reader& reader, Value value) {
  reader.each_entry(value, [&](Value criterion) { read_criterion(reader, criterion); });
}

void read_score(Reader& reader, Value value) {
  read_one_score(reader, value, false);
}

void read_scores(Reader& reader, Value value) {
  reader.each_entry(value, [&](Value score) { read_one_score(reader, score, true); });
}

}  // namespace nilai::grammar::yaml
