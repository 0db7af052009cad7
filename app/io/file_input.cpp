#include "app/io/file_input.hpp"

namespace nilai::app {

engine::FileInput file_input(const std::shared_ptr<InputFile>& file, const engine::TablePlan& table) {
  engine::FileInput input;
  read_from(input, file);
  for (const engine::ColumnPlan& column : table.columns) input.columns.push_back({{column.name}, std::nullopt, {}});
  return input;
}

void read_from(engine::FileInput& input, const std::shared_ptr<InputFile>& file) {
  std::error_code error;
  const auto path = std::filesystem::canonical(file->path(), error);
  input.name = file->name();
  input.id = error ? std::string() : path.string();
  input.open = [file] { return open_input(file); };
}

}  // namespace nilai::app
