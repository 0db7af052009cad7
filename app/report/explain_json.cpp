#include "app/report/explain_json.hpp"

#include <boost/json.hpp>

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using engine::Kind;

boost::json::value content_of(const rules::ShownValue& shown) {
  const engine::Value& value = shown.value;
  if (!value.is_present()) return nullptr;
  switch (value.kind) {
    case Kind::number:
      return boost::json::value(value.number().to_text());
    case Kind::flag:
      return value.is_yes();
    case Kind::date:
      return boost::json::value(value.date().to_iso());
    case Kind::span:
      return value.code();
    case Kind::text:
      return boost::json::value(value.text());
    case Kind::choice:
      return boost::json::value(shown.name);
  }
  return nullptr;
}

array terms_json(const std::vector<rules::Term>& terms);

void add_evidence(const std::string& evidence, const std::vector<rules::Term>& terms, object& json) {
  json["evidence"] = evidence;
  json["evidence_terms"] = terms_json(terms);
}

object term_json(const rules::Term& term) {
  object json{{"expression", term.text}};
  if (!term.name.empty()) json["name"] = term.name;
  if (!term.label.empty()) json["label"] = term.label;
  json["value"] = value_json(term.value);
  if (term.counted) json["counted"] = *term.counted;
  if (term.taken) json["taken"] = *term.taken;
  if (term.peers) json["peers"] = *term.peers;
  if (term.periods) json["periods"] = *term.periods;
  if (!term.in_same.empty()) json["in_same"] = terms_json(term.in_same);
  if (!term.parts.empty()) json["parts"] = terms_json(term.parts);
  if (!term.evidence.empty()) add_evidence(term.evidence, term.evidence_terms, json);
  return json;
}

array terms_json(const std::vector<rules::Term>& terms) {
  array json;
  for (const rules::Term& term : terms) json.push_back(term_json(term));
  return json;
}

const char* state_text(rules::CaseState state) {
  switch (state) {
    case rules::CaseState::holds:
      return "holds";
    case rules::CaseState::does_not_hold:
      return "does_not_hold";
    case rules::CaseState::not_known:
      return "not_known";
    case rules::CaseState::not_reached:
      return "not_reached";
  }
  return "";
}

object case_json(const rules::DecisionCase& decision) {
  return {{"outcome", decision.outcome},        {"outcome_label", decision.outcome_label}, {"code", decision.code},
          {"condition", decision.condition},    {"state", state_text(decision.state)},     {"reason", decision.reason},
          {"terms", terms_json(decision.terms)}};
}

object part_json(const rules::PartLine& part) {
  return {{"name", part.name},
          {"label", part.label},
          {"is_assessed", part.is_assessed},
          {"is_withheld", part.is_withheld},
          {"points", value_json(part.points)},
          {"weight", value_json(part.weight)},
          {"part_weight", value_json(part.part_weight)},
          {"product", value_json(part.product)}};
}

object score_json(const rules::ScoreLine& score) {
  object json{{"name", score.name},
              {"label", score.label},
              {"formula", score.formula},
              {"value", value_json(score.value)},
              {"exact", value_json(score.exact)},
              {"weighted_average", value_json(score.weighted_average)},
              {"assessed_weight", value_json(score.assessed_weight)},
              {"terms", terms_json(score.terms)}};
  if (!score.evidence.empty()) add_evidence(score.evidence, score.evidence_terms, json);
  return json;
}

array weight_to_json(const rules::PartLine& part) {
  array json;
  for (const rules::HandedWeight& to : part.weight_to) {
    json.push_back(object{{"name", to.name}, {"share", value_json(to.share)}});
  }
  return json;
}

object criterion_json(const rules::CriterionLine& criterion) {
  object json{{"name", criterion.name},
              {"label", criterion.label},
              {"is_assessed", criterion.is_assessed},
              {"is_withheld", criterion.is_withheld},
              {"measured_by", criterion.measured_by},
              {"value", value_json(criterion.value)},
              {"rule", criterion.rule},
              {"points", value_json(criterion.points)},
              {"weight", value_json(criterion.weight)},
              {"part_weight", value_json(criterion.part_weight)},
              {"product", value_json(criterion.product)},
              {"evidence", criterion.evidence},
              {"evidence_terms", terms_json(criterion.evidence_terms)},
              {"terms", terms_json(criterion.terms)}};
  if (!criterion.weight_to.empty()) json["weight_to"] = weight_to_json(criterion);
  if (!criterion.weight_formula.empty()) {
    json["weight_formula"] = criterion.weight_formula;
    json["weight_terms"] = terms_json(criterion.weight_terms);
  }
  return json;
}

object past_json(const rules::PastPeriod& past) {
  return {{"period", past.period},
          {"is_evaluated", past.is_evaluated},
          {"outcome", past.outcome},
          {"terms", terms_json(past.terms)}};
}

template <class Part, class Write>
array list_json(const std::vector<Part>& parts, Write write) {
  array json;
  for (const Part& part : parts) json.push_back(write(part));
  return json;
}

/// Where there are several scores, which criteria and scores are parts of which.
void add_parts(const rules::Explanation& explanation, object& json) {
  for (std::size_t i = 0; i < explanation.scores.size(); ++i) {
    json["scores"].at(i).as_object()["parts"] = list_json(explanation.scores[i].parts, part_json);
  }
  for (std::size_t i = 0; i < explanation.criteria.size(); ++i) {
    json["criteria"].at(i).as_object()["score"] = explanation.criteria[i].score;
  }
}

}  // namespace

object value_json(const rules::ShownValue& shown) {
  object json{{"value", content_of(shown)}, {"text", shown.text}};
  if (!shown.ratio.empty()) json["ratio"] = shown.ratio;
  if (!shown.reason_name.empty()) json["reason"] = object{{"name", shown.reason_name}, {"text", shown.reason}};
  if (shown.value.presence == engine::Presence::withheld) json["is_withheld"] = true;
  return json;
}

object explanation_json(const rules::Explanation& explanation) {
  object json{{"key", list_json(explanation.key, [](const std::string& part) { return boost::json::value(part); })},
              {"period", explanation.period},
              {"is_evaluated", explanation.is_evaluated},
              {"outcome", explanation.outcome},
              {"outcome_label", explanation.outcome_label},
              {"code", explanation.code},
              {"reason", explanation.reason},
              {"is_confirmed_by_a_person", explanation.is_confirmed_by_a_person},
              {"cases", list_json(explanation.cases, case_json)},
              {"scores", list_json(explanation.scores, score_json)},
              {"criteria", list_json(explanation.criteria, criterion_json)},
              {"measures", terms_json(explanation.measures)},
              {"past", list_json(explanation.past, past_json)}};
  if (explanation.scores.size() > 1) add_parts(explanation, json);
  return json;
}

}  // namespace nilai::app
