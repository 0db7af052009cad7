#include <utility>

#include "grammar/native/clauses.hpp"
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
         (clause(Keyword::basis) > quoted(definition.basis));
}

bool read_if_missing(const char*& first, State& state, syntax::Criterion& criterion) {
  const char* begin = state.skip(first);
  syntax::IfMissing if_missing;
  const auto answer = word<read_missing_answer>(if_missing, Phrase::not_assessed_or_points);
  if (!run(clause(Keyword::if_missing) > answer > ends(begin, if_missing.span), first, state)) return false;
  criterion.if_missing = if_missing;
  return true;
}

bool read_changeable(const char*& first, State& state, syntax::Measure& measure) {
  syntax::Changeable changeable;
  const char* begin = state.skip(first);
  const auto way = word<read_change>(changeable, Phrase::up_or_down);
  if (!run(clause(Keyword::changeable) > way > ends(begin, changeable.span), first, state)) return false;
  measure.changeable = changeable;
  return true;
}

}  // namespace

bool read_missing_answer(const char*& first, State& state, syntax::IfMissing& if_missing) {
  syntax::NumberLiteral points;
  const auto negate = [&] { if_missing.is_negative = true; };
  const auto keep = [&] { if_missing.points = points; };
  const auto number_of_points = -symbol("-")[negate] >> number(points)[keep] > keyword(Keyword::points);
  syntax::IfMissing::Heir heir;
  syntax::NumberLiteral share;
  const auto keep_share = [&] { heir.share = share; };
  const auto keep_heir = [&] { if_missing.heirs.push_back(std::exchange(heir, {})); };
  const auto inherits = (name(heir.criterion) > -number(share)[keep_share])[keep_heir];
  return run(keyword(Keyword::not_assessed) | (keyword(Keyword::weight_to) > inherits > *(symbol(",") > inherits)) |
                 number_of_points,
             first, state);
}

bool read_points_rule(const char*& first, State& state, syntax::Criterion& criterion) {
  const auto is_formula = [&] { criterion.is_formula = true; };
  const auto formula = symbol("=")[is_formula] > expression(Form::clause_sum, criterion.points);
  const auto table = expression(Form::clause_points, criterion.points);
  if (!run(formula | table, first, state)) return false;
  if (criterion.is_formula) return true;
  const auto& node = state.book.at(criterion.points).node;
  if (std::holds_alternative<syntax::Cases>(node) || std::holds_alternative<syntax::Scale>(node) ||
      std::holds_alternative<syntax::NameUse>(node)) {
    return true;
  }
  report_expected(state, first, wanted_text(Phrase::when_or_at));
  throw Failure(first, {});
}

bool read_change(const char*& first, State& state, syntax::Changeable& changeable) {
  const auto is_up = [&] { changeable.is_up = true; };
  const auto way = called(Phrase::up_or_down, keyword(Keyword::up)[is_up] | keyword(Keyword::down));
  return run(way > -(keyword(Keyword::step) > literal(changeable.step)), first, state);
}

void read_measure(const char*& first, State& state) {
  syntax::Measure measure;
  syntax::Rounding rounded;
  state.place = {Keyword::measure, {Keyword::rounded, Keyword::assessed_when, Keyword::basis, Keyword::changeable}};
  const char* begin = state.skip(first);
  const auto head = keyword(Keyword::measure) > name(measure.name) > -label(measure.label) >
                    -(keyword(Keyword::by) > names(measure.inputs)) > symbol("=") >
                    expression(Form::body, measure.body);
  const auto part = value_clause(measure, rounded) | word<read_changeable>(measure, Phrase::a_value);
  run(guarded(head) >> ends(begin, measure.span) >> parts(part) >> ends(begin, measure.span), first, state);
  state.book.measures.push_back(std::move(measure));
}

void read_criterion(const char*& first, State& state) {
  syntax::Criterion criterion;
  state.place = {Keyword::criterion,
                 {Keyword::weight, Keyword::in, Keyword::measured_by, Keyword::points, Keyword::assessed_when,
                  Keyword::if_missing, Keyword::code, Keyword::basis}};
  const char* begin = state.skip(first);
  syntax::Code own_code;
  syntax::Name whole;
  const auto keep_code = [&] { criterion.code = own_code; };
  const auto keep_whole = [&] { criterion.in = whole; };
  const auto head = keyword(Keyword::criterion) > name(criterion.name) > -label(criterion.label);
  const auto part =
      (clause(Keyword::weight) > expression(Form::clause_sum, criterion.weight)) |
      (clause(Keyword::measured_by) > expression(Form::clause_condition, criterion.measured_by)) |
      (clause(Keyword::points) > word<read_points_rule>(criterion, Phrase::cases_or_scale)) |
      (clause(Keyword::assessed_when) >
       expression(Form::clause_condition, criterion.assessed_when, Phrase::a_condition)) |
      word<read_if_missing>(criterion, Phrase::a_value) | (clause(Keyword::code) > code(own_code)[keep_code]) |
      (clause(Keyword::basis) > quoted(criterion.basis)) | (clause(Keyword::in) > name(whole)[keep_whole]);
  run(guarded(head) >> ends(begin, criterion.span) >> parts(part) >> ends(begin, criterion.span), first, state);
  state.book.criteria.push_back(std::move(criterion));
}

void read_score(const char*& first, State& state) {
  syntax::Score score;
  syntax::Rounding rounded;
  state.place = {Keyword::score, {Keyword::rounded, Keyword::assessed_when, Keyword::basis}};
  const char* begin = state.skip(first);
  syntax::Name own_name, whole;
  const auto keep_name = [&] { score.name = own_name; };
  const auto keep_whole = [&] { score.in = whole; };
  // `score weight = …` is a score called `weight`; `score weight 50% in total = …` is a part of another.
  const auto text_ahead = Token([](const char*& at, State& s) { return is_text(s.skip(at), s.last); }, Phrase::a_value);
  const auto is_part = &(keyword(Keyword::weight) >> !(symbol("=") | text_ahead));
  const auto part =
      keyword(Keyword::weight) > expression(Form::sum, score.weight) > keyword(Keyword::in) > name(whole)[keep_whole];
  const auto head = keyword(Keyword::score) > -(!is_part >> name(own_name)[keep_name]) > ends(begin, score.head_span) >
                    -label(score.label) > -part > symbol("=") > expression(Form::body, score.body);
  run(guarded(head) >> ends(begin, score.span) >> parts(value_clause(score, rounded)) >> ends(begin, score.span), first,
      state);
  state.book.scores.push_back(std::move(score));
}

}  // namespace nilai::grammar::native
