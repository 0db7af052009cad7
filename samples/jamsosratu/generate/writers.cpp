#include "writers.hpp"

#include "csv_file.hpp"
#include "household.hpp"
#include "work.hpp"

namespace jamsosratu {
namespace {

std::string_view yes_or_no(bool value) {
  return value ? "yes" : "no";
}

std::string_view yes_no_or_blank(Productive productive) {
  switch (productive) {
    case Productive::yes:
      return "yes";
    case Productive::no:
      return "no";
    case Productive::unreadable:
      break;
  }
  return "";
}

std::string day_or_blank(const std::optional<Day>& day) {
  return day ? to_text(*day) : "";
}

/// Calls `visit(household)` for each family of a companion.
template <class Visitor>
void for_each_household(const Companion& companion, const Visitor& visitor) {
  for (int offset = 0; offset < companion.household_count; ++offset) visitor(companion.first_household + offset);
}

bool write_companions(const World& world, const std::filesystem::path& path) {
  CsvFile file(path, {"companion_id", "quarter", "name", "district", "gender", "active_days"});
  for (int quarter_index = 0; quarter_index < world.options.quarter_count; ++quarter_index) {
    const auto quarter = to_text(world.quarters[std::size_t(quarter_index)]);
    for (std::size_t index = 0; index < world.companions.size(); ++index) {
      const auto work = work_in(world, index, quarter_index);
      if (!work) continue;
      const auto& companion = world.companions[index];
      const auto active_days = work->active_days_lost ? "" : std::to_string(work->active_days);
      file.row({companion.id, quarter, companion.name, companion.district, companion.gender, active_days});
    }
  }
  return file.finish();
}

bool write_households(const World& world, const std::filesystem::path& path) {
  CsvFile file(path, {"household_id", "companion_id", "productive"});
  for (const auto& companion : world.companions) {
    for_each_household(companion, [&](int household) {
      const auto productive = yes_no_or_blank(productive_of(world, companion, household));
      file.row({household_id(world, household), companion.id, productive});
    });
  }
  return file.finish();
}

bool write_visits(const World& world, int quarter_index, const std::filesystem::path& path) {
  CsvFile file(path, {"companion_id", "household_id", "visited_on", "at_home", "verified"});
  for (std::size_t index = 0; index < world.companions.size(); ++index) {
    const auto& companion = world.companions[index];
    const auto work = work_in(world, index, quarter_index);
    if (!work) continue;
    for_each_household(companion, [&](int household) {
      for (const auto& visit : visits_in(world, companion, household, quarter_index, *work)) {
        const auto verified = visit.verified ? yes_or_no(*visit.verified) : "";
        file.row({companion.id, household_id(world, household), to_text(visit.visited_on), yes_or_no(visit.at_home),
                  verified});
      }
    });
  }
  return file.finish();
}

bool write_businesses(const World& world, const std::filesystem::path& path) {
  CsvFile file(path, {"household_id", "started_on", "ended_on"});
  for (const auto& companion : world.companions) {
    for_each_household(companion, [&](int household) {
      for (const auto& business : businesses_of(world, companion, household)) {
        file.row({household_id(world, household), to_text(business.started_on), day_or_blank(business.ended_on)});
      }
    });
  }
  return file.finish();
}

bool write_complaints(const World& world, const std::filesystem::path& path) {
  CsvFile file(path, {"companion_id", "received_on", "finding"});
  for (int quarter_index = 0; quarter_index < world.options.quarter_count; ++quarter_index) {
    for (std::size_t index = 0; index < world.companions.size(); ++index) {
      const auto work = work_in(world, index, quarter_index);
      if (!work) continue;
      for (const auto& complaint : complaints_in(world, index, quarter_index, *work)) {
        file.row({world.companions[index].id, to_text(complaint.received_on), complaint.finding});
      }
    }
  }
  return file.finish();
}

bool write_cases(const World& world, const std::filesystem::path& path) {
  CsvFile file(path, {"companion_id", "since", "stage", "closed_on"});
  for (const auto& companion : world.companions) {
    if (const auto legal_case = case_of(world, companion)) {
      file.row({companion.id, to_text(legal_case->since), legal_case->stage, day_or_blank(legal_case->closed_on)});
    }
  }
  return file.finish();
}

}  // namespace

std::vector<std::string> write_tables(const World& world, const std::filesystem::path& folder) {
  std::vector<std::string> failed;
  const auto note = [&](const std::string& name, bool is_written) {
    if (!is_written) failed.push_back(name);
  };
  note("companion.csv", write_companions(world, folder / "companion.csv"));
  note("household.csv", write_households(world, folder / "household.csv"));
  for (int index = 0; index < world.options.quarter_count; ++index) {
    const auto name = "visit-" + to_text(world.quarters[std::size_t(index)]) + ".csv";
    note(name, write_visits(world, index, folder / name));
  }
  note("business.csv", write_businesses(world, folder / "business.csv"));
  note("complaint.csv", write_complaints(world, folder / "complaint.csv"));
  note("case.csv", write_cases(world, folder / "case.csv"));
  return failed;
}

}  // namespace jamsosratu
