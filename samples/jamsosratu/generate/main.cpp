// jamsosratu-data: the records of the Jamsosratu sample. The reading order is options, world, work and household,
// writers.
#include <iostream>

#include "options.hpp"
#include "world.hpp"
#include "writers.hpp"

namespace {

constexpr int exit_usage = 2;
constexpr int exit_outside = 4;

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = jamsosratu::parse_options({argv + 1, argv + argc});
  if (parsed.help_wanted) {
    std::cout << jamsosratu::help_text();
    return 0;
  }
  if (!parsed.problem.empty()) {
    std::cerr << "jamsosratu-data: " << parsed.problem << '\n';
    return exit_usage;
  }

  const std::filesystem::path folder(parsed.options.out_folder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    std::cerr << "jamsosratu-data: cannot make the folder " << folder.string() << ": " << error.message() << '\n';
    return exit_outside;
  }

  const auto failed = jamsosratu::write_tables(jamsosratu::build_world(parsed.options), folder);
  for (const auto& name : failed) std::cerr << "jamsosratu-data: cannot write " << (folder / name).string() << '\n';
  return failed.empty() ? 0 : exit_outside;
}
