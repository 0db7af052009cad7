#include "app/report/enough_json.hpp"

#include <boost/json.hpp>

#include "app/report/explain_json.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;

object measure_json(const rules::ChangedMeasure& measure) {
  return {{"name", measure.name},
          {"label", measure.label},
          {"is_up", measure.is_up},
          {"is_in_rows", measure.is_in_rows},
          {"steps", measure.steps},
          {"before", value_json(measure.before)},
          {"after", value_json(measure.after)}};
}

array measures_json(const std::vector<rules::ChangedMeasure>& measures) {
  array json;
  for (const rules::ChangedMeasure& measure : measures) json.push_back(measure_json(measure));
  return json;
}

object change_json(const rules::EnoughChange& change) {
  return {{"outcome", change.outcome},
          {"outcome_label", change.outcome_label},
          {"measures", measures_json(change.measures)}};
}

}  // namespace

object enough_json(const rules::Enough& enough) {
  array alone;
  for (const rules::EnoughChange& change : enough.alone) alone.push_back(change_json(change));
  object json{{"wanted", enough.wanted},   {"wanted_label", enough.wanted_label},
              {"is_best", enough.is_best}, {"is_reached", enough.is_reached},
              {"alone", std::move(alone)}, {"in_vain", measures_json(enough.in_vain)},
              {"together", nullptr},       {"has_tried_all", enough.has_tried_all}};
  if (enough.together) json["together"] = change_json(*enough.together);
  return json;
}

}  // namespace nilai::app
