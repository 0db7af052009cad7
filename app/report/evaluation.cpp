#include "app/report/evaluation.hpp"

#include "rules/explanation.hpp"

namespace nilai::app {

std::size_t Evaluation::refusal_count() const {
  std::size_t count = 0;
  for (const auto& of_table : data.refusals) count += of_table.size();
  return count;
}

std::vector<engine::Period> Evaluation::asked_periods() const {
  if (periods.empty()) return {};
  return {periods.back()};
}

std::string Evaluation::period_name() const {
  return periods.empty() ? std::string() : periods.back().name();
}

std::vector<std::size_t> Evaluation::evaluated_subjects() const {
  std::vector<std::size_t> subjects;
  const std::vector<bool>& is_evaluated = gathered().periods.back().is_evaluated;
  for (std::size_t subject = 0; subject < gathered().subject_count(); ++subject) {
    if (is_evaluated[subject]) subjects.push_back(subject);
  }
  return subjects;
}

std::string Evaluation::outcome_of(std::size_t subject) const {
  if (plan().decisions.empty()) return {};
  const std::uint32_t decided = judgements.decision[subject];
  if (decided == engine::Judgements::undecided) return rules::undecided_outcome;
  return plan().outcomes[plan().decisions[decided].outcome];
}

std::string Evaluation::code_of(std::size_t subject) const {
  if (plan().decisions.empty()) return {};
  const std::uint32_t decided = judgements.decision[subject];
  if (decided == engine::Judgements::undecided) return rules::undecided_code;
  return rules::code_text(compiled->model.decisions[decided]);
}

std::string key_text(const std::vector<std::string>& key) {
  std::string text;
  for (const std::string& part : key) text += (&part == key.data() ? "" : ",") + part;
  return text;
}

}  // namespace nilai::app
