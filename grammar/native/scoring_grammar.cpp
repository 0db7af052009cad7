#include <utility>

#include "grammar/native/definitions.hpp"
#include "grammar/native/expression_parsers.hpp"

namespace nilai::grammar::native {

namespace {

using text::Phrase;

/// What a measure and a score may say of their value: rounding, when it is assessed, its legal ground.
template <class Definition>
auto value_clause(Definition& definition, syntax::Rounding& rounded) {
  const auto keep = [&] { definition.rounding = rounded; };
  return (clause(Keyword::rounded) > rounding(rounded)[keep]) |
         (clause(Keyword::assessed_when) > condition(definition.assessed_when)) |
         (clause(Keyword::basis) > text_in_quotes(definition.basis.text));
}

bool read_if_missing(const char*& first, State& state, syntax::Criterion& criterion) {
  const char* begin = state.skip(first);
  syntax::IfMissing if_missing;
  syntax::NumberLiteral points;
  const auto negate = [&] { if_missing.is_negative = true; };
  const auto keep = [&] { if_missing.points = points; };
  const auto number_of_points = -symbol("-")[negate] >> number(points)[keep] > keyword(Keyword::points);
  const auto answer =
      called(Phrase::not_assessed_or_points,
             keyword(Keyword::not_assessed) | later(Keyword::weight_to, "if missing weight to") | number_of_points);
  if (!run(clause(Keyword::if_missing) > answer > ends(begin, if_missing.span), first, state)) return false;
  criterion.if_missing = if_missing;
  return true;
}

/// `= FORMULA`, cases, or a scale.
bool read_points(const char*& first, State& state, syntax::Criterion& criterion) {
  const auto is_formula = [&] { criterion.is_formula = true; };
  const auto formula = symbol("=")[is_formula] > expression(Form::clause_sum, criterion.points);
  const auto table = expression(Form::clause_points, criterion.points);
  if (!run(clause(Keyword::points) > called(Phrase::cases_or_scale, formula | table), first, state)) return false;
  if (criterion.is_formula) return true;
  const auto& node = state.book.at(criterion.points).node;
  if (std::holds_alternative<syntax::Cases>(node) || std::holds_alternative<syntax::Scale>(node)) return true;
  if (std::holds_alternative<syntax::NameUse>(node)) {
    report_later(state, state.span_of(criterion.points), "points NAME");
  } else {
    report_expected(state, first, wanted_text(Phrase::when_or_at));
  }
  throw Failure(first, {});
}

}  // namespace

void read_measure(const char*& first, State& state) {
  syntax::Measure measure;
  syntax::Rounding rounded;
  state.place = {Keyword::measure, {Keyword::rounded, Keyword::assessed_when, Keyword::basis, Keyword::changeable}};
  const char* begin = state.skip(first);
  const auto head = keyword(Keyword::measure) > name(measure.name) > -label(measure.label) >
                    -later_definition(Keyword::by, "measure … by …") > symbol("=") >
                    expression(Form::body, measure.body);
  const auto part = value_clause(measure, rounded) | later(Keyword::changeable);
  run(guarded(head) >> ends(begin, measure.span) >> parts(part) >> ends(begin, measure.span), first, state);
  state.book.measures.push_back(std::move(measure));
}

void read_criterion(const char*& first, State& state) {
  syntax::Criterion criterion;
  state.place = {Keyword::criterion,
                 {Keyword::weight, Keyword::measured_by, Keyword::points, Keyword::assessed_when, Keyword::if_missing,
                  Keyword::code, Keyword::basis}};
  const char* begin = state.skip(first);
  std::string code_text;
  const auto keep_code = [&] { criterion.code = code_text; };
  const auto head = keyword(Keyword::criterion) > name(criterion.name) > -label(criterion.label);
  const auto part = (clause(Keyword::weight) > expression(Form::clause_sum, criterion.weight)) |
                    (clause(Keyword::measured_by) > expression(Form::clause_condition, criterion.measured_by)) |
                    word<read_points>(criterion, Phrase::a_value) |
                    (clause(Keyword::assessed_when) >
                     expression(Form::clause_condition, criterion.assessed_when, Phrase::a_condition)) |
                    word<read_if_missing>(criterion, Phrase::a_value) |
                    (clause(Keyword::code) > code(code_text)[keep_code]) |
                    (clause(Keyword::basis) > text_in_quotes(criterion.basis.text)) | later(Keyword::in, "in SCORE");
  run(guarded(head) >> ends(begin, criterion.span) >> parts(part) >> ends(begin, criterion.span), first, state);
  state.book.criteria.push_back(std::move(criterion));
}

void read_score(const char*& first, State& state) {
  syntax::Score score;
  syntax::Rounding rounded;
  state.place = {Keyword::score, {Keyword::rounded, Keyword::assessed_when, Keyword::basis}};
  const char* begin = state.skip(first);
  syntax::Name own_name;
  const auto keep_name = [&] { score.name = own_name; };
  // `score weight = …` is a score called `weight`; `score weight 50% in total = …` is a part of another.
  const auto text_ahead = Token([](const char*& at, State& s) { return is_text(s.skip(at), s.last); }, Phrase::a_value);
  const auto is_part = &(keyword(Keyword::weight) >> !(symbol("=") | text_ahead));
  const auto head = keyword(Keyword::score) > -(!is_part >> name(own_name)[keep_name]) > ends(begin, score.head_span) >
                    -label(score.label) > -later_definition(Keyword::weight, "score … weight … in …") > symbol("=") >
                    expression(Form::body, score.body);
  run(guarded(head) >> ends(begin, score.span) >> parts(value_clause(score, rounded)) >> ends(begin, score.span), first,
      state);
  state.book.scores.push_back(std::move(score));
}

}  // namespace nilai::grammar::native
