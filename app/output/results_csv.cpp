#include "app/output/results_csv.hpp"

#include "app/output/cells.hpp"
#include "rules/explanation.hpp"

namespace nilai::app {

namespace {

using engine::Slot;
using engine::Value;

class ResultsWriter {
 public:
  ResultsWriter(const Evaluation& evaluation, text::Language language)
      : evaluation_(evaluation),
        plan_(evaluation.plan()),
        model_(evaluation.compiled->model),
        language_(language),
        csv_(text_) {}

  std::string write() {
    write_header();
    for (const std::size_t subject : evaluation_.evaluated_subjects()) write_subject(subject);
    return std::move(text_);
  }

 private:
  void write_header() {
    const engine::TablePlan& table = plan_.tables[plan_.subject];
    for (const engine::ColumnIndex column : table.key) csv_.text(table.columns[column].name);
    for (const char* name : {"period", "outcome", "code", "reason", "score", "assessed_weight"}) csv_.text(name);
    for (const engine::CriterionPlan& criterion : plan_.criteria) {
      for (const char* part : {".value", ".points", ".weight"}) csv_.text(criterion.name + part);
    }
    for (std::size_t i = 0; i < plan_.scores.size(); ++i) {
      if (i == plan_.main_score) continue;
      const engine::ScorePlan& score = plan_.scores[i];
      csv_.text(score.name + ".score").text(score.name + ".assessed_weight");
      if (score.part) csv_.text(score.name + ".weight");
    }
    for (std::size_t i = 0; i < plan_.measures.size(); ++i) {
      if (is_choice(i)) csv_.text(plan_.measures[i].name);
    }
    csv_.end_record();
  }

  void write_subject(std::size_t subject) {
    for (const std::string& part : evaluation_.gathered().keys[subject]) csv_.text(part);
    csv_.text(evaluation_.period_name());
    csv_.text(evaluation_.outcome_of(subject)).text(evaluation_.code_of(subject));
    csv_.text(
        rules::reason_text(*evaluation_.compiled, evaluation_.gathered(), evaluation_.judgements, subject, language_));
    if (plan_.scores.empty()) {
      csv_.blank().blank();
    } else {
      write_score(plan_.scores[plan_.main_score], subject);
    }
    for (std::size_t i = 0; i < plan_.criteria.size(); ++i) write_criterion(i, subject);
    for (std::size_t i = 0; i < plan_.scores.size(); ++i) {
      if (i == plan_.main_score) continue;
      write_score(plan_.scores[i], subject);
      if (plan_.scores[i].part) write_number(plan_.scores[i].part->part_weight, subject);
    }
    for (std::size_t i = 0; i < plan_.measures.size(); ++i) {
      if (is_choice(i)) write_value(csv_, at(plan_.measures[i].value, subject), model_, model_.measures[i].type.choice);
    }
    csv_.end_record();
  }

  void write_score(const engine::ScorePlan& score, std::size_t subject) {
    write_number(score.value, subject, score.places);
    write_number(score.assessed_weight, subject);
  }

  void write_criterion(std::size_t index, std::size_t subject) {
    const engine::CriterionPlan& criterion = plan_.criteria[index];
    if (!at(criterion.points, subject).is_present()) {
      csv_.blank().blank().blank();
      return;
    }
    write_value(csv_, at(criterion.value, subject), model_, model_.criteria[index].value_type.choice);
    write_number(criterion.points, subject);
    write_number(criterion.part_weight, subject);
  }

  void write_number(Slot slot, std::size_t subject, std::optional<int> places = std::nullopt) {
    const Value value = at(slot, subject);
    if (!value.is_present()) {
      csv_.blank();
    } else {
      csv_.number(places ? value.number().to_fixed(*places) : value.number().to_text());
    }
  }

  [[nodiscard]] Value at(Slot slot, std::size_t subject) const { return evaluation_.judgements.value(slot, subject); }
  [[nodiscard]] bool is_choice(std::size_t measure) const {
    return model_.measures[measure].type.kind == engine::Kind::choice;
  }

  const Evaluation& evaluation_;
  const engine::Plan& plan_;
  const rules::Model& model_;
  text::Language language_;
  std::string text_;
  CsvWriter csv_;
};

}  // namespace

std::string results_csv(const Evaluation& evaluation, text::Language language) {
  return ResultsWriter(evaluation, language).write();
}

}  // namespace nilai::app
