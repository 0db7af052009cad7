#include "app/io/file_input.hpp"

namespace nilai::app {

engine::FileInput file_input(const std::shared_ptr<InputFile>& file, const engine::TablePlan& table) {
  engine::FileInput input;
  input.name = file->name();
  input.open = [file] { return open_input(file); };
  for (const engine::ColumnPlan& column : table.columns) input.columns.push_back({{column.name}, std::nullopt, {}});
  return input;
}

}  // namespace nilai::app
