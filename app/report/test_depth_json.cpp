#include <boost/json.hpp>

#include "app/report/test_depth_json.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using rules::CoveredPlace;
using rules::Mutant;

const char* name_of(CoveredPlace::Kind kind) {
  switch (kind) {
    case CoveredPlace::Kind::formula_case:
      return "case";
    case CoveredPlace::Kind::scale_segment:
      return "scale_segment";
    case CoveredPlace::Kind::decision:
      return "decision";
    case CoveredPlace::Kind::evidence:
      return "evidence";
    case CoveredPlace::Kind::no_evidence:
      return "no_evidence";
  }
  return "";
}

const char* name_of(Mutant::Kind kind) {
  switch (kind) {
    case Mutant::Kind::threshold:
      return "threshold";
    case Mutant::Kind::points:
      return "points";
    case Mutant::Kind::scale_point:
      return "scale_point";
    case Mutant::Kind::weight:
      return "weight";
    case Mutant::Kind::comparison:
      return "comparison";
    case Mutant::Kind::connective:
      return "connective";
    case Mutant::Kind::rounding:
      return "rounding";
    case Mutant::Kind::rows:
      return "rows";
    case Mutant::Kind::order:
      return "order";
  }
  return "";
}

object place_json(const TestedRulebook& rulebook, text::Span span) {
  const text::Source& source = rulebook.compiled->source;
  const text::Place place = source.place(span.begin);
  object json{{"line", place.line}, {"column", place.column}};
  const std::string& file = source.file_at(span.begin).name;
  if (file != source.name()) json["file"] = file;
  return json;
}

}  // namespace

object coverage_json(const TestedRulebook& rulebook) {
  array places;
  std::size_t reached = 0;
  for (const CoveredPlace& place : rulebook.coverage->places()) {
    object json = place_json(rulebook, place.span);
    json["kind"] = name_of(place.kind);
    json["of"] = place.of;
    json["text"] = place.text;
    json["test_count"] = place.test_count;
    reached += place.test_count > 0 ? 1 : 0;
    places.push_back(std::move(json));
  }
  return {{"reached_count", reached}, {"place_count", places.size()}, {"places", std::move(places)}};
}

object mutants_json(const TestedRulebook& rulebook) {
  const rules::MutationResult& mutation = *rulebook.mutation;
  array unnoticed;
  for (const Mutant& mutant : mutation.unnoticed) {
    object json = place_json(rulebook, mutant.span);
    json["kind"] = name_of(mutant.kind);
    json["of"] = mutant.of;
    json["before"] = mutant.before;
    json["after"] = mutant.after;
    unnoticed.push_back(std::move(json));
  }
  return {{"tried_count", mutation.tried_count()},
          {"noticed_count", mutation.noticed_count},
          {"refused_count", mutation.refused_count},
          {"unnoticed", std::move(unnoticed)}};
}

}  // namespace nilai::app
