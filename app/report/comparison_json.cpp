#include <boost/json.hpp>
#include <map>

#include "app/report/comparison.hpp"
#include "app/report/json_text.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

value text_or_null(const std::string& text) {
  return text.empty() ? value(nullptr) : value(text);
}

object verdict_json(const ComparedVerdict& verdict) {
  return {{"is_evaluated", verdict.is_evaluated},
          {"outcome", text_or_null(verdict.outcome)},
          {"code", text_or_null(verdict.code)},
          {"score", text_or_null(verdict.score)}};
}

const char* kind_text(Comparison::Kind kind) {
  switch (kind) {
    case Comparison::Kind::rulebooks:
      return "rulebooks";
    case Comparison::Kind::datasets:
      return "datasets";
    case Comparison::Kind::runs:
      return "runs";
  }
  return "";
}

value direction_json(Direction direction) {
  switch (direction) {
    case Direction::neither:
      return nullptr;
    case Direction::better:
      return "better";
    case Direction::worse:
      return "worse";
  }
  return nullptr;
}

object counts_json(const ComparedCounts& counts) {
  return {{"evaluated", counts.evaluated},
          {"decided_otherwise", counts.otherwise},
          {"better", counts.better},
          {"worse", counts.worse},
          {"score_only", counts.score_only}};
}

array moves_json(const Comparison& comparison) {
  std::map<std::vector<std::string>, std::size_t> moves;
  for (const ComparedSubject& subject : comparison.subjects) {
    ++moves[{subject.period, subject.before.outcome, subject.after.outcome}];
  }
  array json;
  for (const auto& [move, count] : moves) {
    json.push_back(object{{"period", text_or_null(move[0])},
                          {"from", text_or_null(move[1])},
                          {"to", text_or_null(move[2])},
                          {"count", count}});
  }
  return json;
}

object subject_json(const ComparedSubject& subject, const Comparison& comparison) {
  object json{{"key", array(subject.key.begin(), subject.key.end())}, {"period", text_or_null(subject.period)}};
  if (!comparison.by.empty()) json["group"] = text_or_null(subject.group);
  json["from"] = verdict_json(subject.before);
  json["to"] = verdict_json(subject.after);
  json["direction"] = direction_json(subject.direction);
  array causes;
  for (const std::size_t cause : subject.causes)
    causes.push_back(value(change_name(comparison.changes[cause], text::Language::en)));
  json["causes"] = std::move(causes);
  return json;
}

}  // namespace

std::string comparison_json(const Comparison& comparison) {
  object json{{"compared", kind_text(comparison.kind)}, {"before", comparison.before}, {"after", comparison.after}};
  json["periods"] = array(comparison.periods.begin(), comparison.periods.end());
  json["counts"] = counts_json(comparison.all);
  array changes, groups, subjects;
  for (const rules::Change& change : comparison.changes) {
    changes.push_back(object{{"name", change_name(change, text::Language::en)},
                             {"before", text_or_null(change.before)},
                             {"after", text_or_null(change.after)}});
  }
  json["changes"] = std::move(changes);
  json["moves"] = moves_json(comparison);
  json["by"] = text_or_null(comparison.by);
  for (const auto& [name, counts] : comparison.groups) {
    object group{{"group", text_or_null(name)}};
    for (const auto& [key, count] : counts_json(counts)) group[key] = count;
    groups.push_back(std::move(group));
  }
  json["groups"] = std::move(groups);
  for (const ComparedSubject& subject : comparison.subjects) subjects.push_back(subject_json(subject, comparison));
  json["subjects"] = std::move(subjects);
  return json_text(json);
}

}  // namespace nilai::app
