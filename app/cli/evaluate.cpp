#include "app/cli/evaluate.hpp"

#include <algorithm>

#include "app/cli/gather.hpp"
#include "app/cli/steps.hpp"
#include "app/words.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace {

/// The steps of an evaluation. Each returns whether the next can begin.
class Evaluator {
 public:
  Evaluator(const EvaluateRequest& request, const Console& console, Log& log)
      : request_(request), console_(console), log_(log), steps_(console, log) {}

  std::variant<Evaluation, ExitCode> evaluate() {
    if (!compile() || !choose_periods() || !choose_rows_table() || !open() || !gather()) return steps_.exit_code();
    judge();
    return std::move(evaluation_);
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, console_.language, arguments);
  }

  bool compile() {
    evaluation_.compiled = steps_.compile(request_.rulebook);
    return evaluation_.compiled != nullptr;
  }

  bool choose_periods() {
    auto periods = steps_.periods(evaluation_.plan(), request_.period);
    if (periods) evaluation_.periods = std::move(*periods);
    return periods.has_value();
  }

  bool choose_rows_table() {
    if (!request_.rows_table) return true;
    std::vector<std::string> names;
    for (const engine::TablePlan& table : evaluation_.plan().tables) names.push_back(table.name);
    const auto found = std::find(names.begin(), names.end(), *request_.rows_table);
    if (found != names.end()) {
      evaluation_.rows_table = static_cast<engine::TableIndex>(found - names.begin());
      return true;
    }
    std::string message = "nilai: " + say(Word::no_such_table, {*request_.rows_table});
    if (const auto near = text::nearest(*request_.rows_table, names)) message += say(Word::did_you_mean, {*near});
    return steps_.stop(exit_command_line_is_wrong, message);
  }

  bool open() {
    auto dataset = steps_.dataset(request_.data, *evaluation_.compiled);
    if (dataset) evaluation_.dataset = std::move(*dataset);
    return dataset.has_value();
  }

  bool gather() {
    const Stopwatch stopwatch(log_, "gather");
    const Dataset& dataset = evaluation_.dataset;
    const ToGather wanted{{evaluation_.plan(), dataset.inputs, evaluation_.periods, dataset.holidays}, dataset};
    const ReadingOptions options{request_.threads, request_.kept, evaluation_.rows_table, request_.is_quiet};
    evaluation_.data = std::move(app::gather({wanted}, options, console_, log_).front());
    if (!steps_.are_readable(evaluation_.data, evaluation_.plan(), evaluation_.dataset)) return false;
    const auto& last_date = evaluation_.data.last_date;
    evaluation_.is_provisional =
        !evaluation_.periods.empty() && last_date && evaluation_.periods.back().end() > *last_date;
    return true;
  }

  void judge() {
    const Stopwatch stopwatch(log_, "judge");
    evaluation_.judgements = engine::judge(evaluation_.plan(), evaluation_.gathered());
  }

  const EvaluateRequest& request_;
  const Console& console_;
  Log& log_;
  Steps steps_;
  Evaluation evaluation_;
};

}  // namespace

std::variant<Evaluation, ExitCode> evaluate(const EvaluateRequest& request, const Console& console, Log& log) {
  return Evaluator(request, console, log).evaluate();
}

}  // namespace nilai::app
