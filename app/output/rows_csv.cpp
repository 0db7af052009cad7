#include "app/output/rows_csv.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "app/output/cells.hpp"

namespace nilai::app {

namespace {

constexpr std::size_t piece_bytes = 1u << 20;

/// A column of the output: where its values are, and of which choice.
struct Shown {
  std::string name;
  const engine::Column* values = nullptr;
  engine::ChoiceIndex choice = 0;
};

std::vector<Shown> shown_columns(const Evaluation& evaluation, bool shows_personal) {
  const engine::TableIndex index = *evaluation.rows_table;
  const engine::TablePlan& plan = evaluation.plan().tables[index];
  const rules::Table& table = evaluation.compiled->model.tables[evaluation.compiled->model_tables[index]];
  const engine::KeptRows& kept = *evaluation.data.kept;
  std::vector<Shown> shown;
  const auto add = [&](const std::string& name, const engine::Column& values, bool is_reason = false) {
    const auto declared = table.find(name);
    if (!declared) return;
    const rules::Column& column = table.columns[*declared];
    if (column.is_personal && !shows_personal) return;
    shown.push_back({is_reason ? name + ".reason" : name, &values, is_reason ? *column.reasons : column.type.choice});
  };
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    add(plan.columns[c].name, kept.columns[c], plan.columns[c].reason_of.has_value());
  }
  const auto& formulas = evaluation.plan().rows[index].formulas;
  for (std::size_t f = 0; f < formulas.size(); ++f) add(formulas[f].name, kept.formulas[f]);
  return shown;
}

/// The kept rows by file and row, whatever order they were read in.
std::vector<std::size_t> in_file_order(const engine::KeptRows& kept) {
  std::vector<std::size_t> order(kept.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(kept.files[a], kept.rows[a]) < std::tie(kept.files[b], kept.rows[b]);
  });
  return order;
}

}  // namespace

void rows_csv(const Evaluation& evaluation, bool shows_personal, const std::function<void(std::string_view)>& write) {
  const engine::TableIndex index = *evaluation.rows_table;
  const engine::TablePlan& table = evaluation.plan().tables[index];
  const engine::KeptRows& kept = *evaluation.data.kept;
  const std::vector<Shown> columns = shown_columns(evaluation, shows_personal);
  const bool has_own_period =
      std::any_of(columns.begin(), columns.end(), [](const Shown& column) { return column.name == "period"; });
  const bool has_period = (table.dated || table.period) && !has_own_period;

  std::string text;
  CsvWriter csv(text);
  csv.text("file").text("row");
  if (has_period) csv.text("period");
  for (const Shown& column : columns) csv.text(column.name);
  csv.end_record();
  for (const std::size_t row : in_file_order(kept)) {
    csv.text(evaluation.dataset.files[index][kept.files[row]]->name()).number(std::to_string(kept.rows[row]));
    if (has_period) csv.text(evaluation.period_name());
    for (const Shown& column : columns) {
      write_value(csv, column.values->value(row), evaluation.compiled->model, column.choice);
    }
    csv.end_record();
    if (text.size() < piece_bytes) continue;
    write(text);
    text.clear();
  }
  write(text);
}

}  // namespace nilai::app
