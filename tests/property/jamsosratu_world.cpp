#include "property/jamsosratu_world.hpp"

#include <algorithm>
#include <random>

#include "support/text_source.hpp"

namespace nilai::tests {
namespace {

constexpr const char* stages[] = {"reported", "witness", "suspect", "defendant", "convicted"};

std::string numbered(char letter, std::size_t number) {
  return letter + std::to_string(10000 + number);
}

/// Writes the records of one companion.
class CompanionWriter {
 public:
  CompanionWriter(World& world, const MadeUpCompanion& companion, std::size_t number, std::mt19937& random)
      : world_(world), companion_(companion), id_(numbered('P', number)), random_(random) {}

  void write() {
    for (int quarter = 1; quarter <= 3; ++quarter) {
      if (quarter != companion_.missed_quarter) write_quarter(quarter);
    }
    for (int household = 0; household < companion_.household_count; ++household) write_household();
    if (companion_.case_stage >= 0) {
      world_["case"].push_back(id_ + ",2017-05-02," + stages[companion_.case_stage] + "," +
                               (companion_.is_case_closed ? "2017-08-01" : ""));
    }
  }

 private:
  bool happens(int share) { return static_cast<int>(random_() % 100) < share; }

  static std::string day(int quarter, std::uint64_t within) {
    return "2017-0" + std::to_string(3 * quarter - 2 + static_cast<int>(within % 3)) + "-" +
           std::to_string(10 + within % 17);
  }

  void write_quarter(int quarter) {
    const std::string days = companion_.active_days < 0 ? "many" : std::to_string(companion_.active_days);
    world_["companion"].push_back(id_ + ",2017-Q" + std::to_string(quarter) + ",Name,kab_lebak,female," + days);
    for (int complaint = 0; complaint < companion_.proven_complaint_count; ++complaint) {
      world_["complaint"].push_back(id_ + "," + day(quarter, random_()) + ",substantiated");
    }
  }

  void write_household() {
    const std::string household = numbered('K', world_["household"].size());
    const bool is_productive = happens(companion_.productive_share);
    world_["household"].push_back(household + "," + id_ + "," + (is_productive ? "yes" : "no"));
    if (is_productive && happens(companion_.empowered_share)) {
      world_["business"].push_back(household + "," + (happens(70) ? "2016-05-01" : "2017-03-31") + "," +
                                   (happens(20) ? "2017-09-30" : ""));
    }
    for (int quarter = 1; quarter <= 3; ++quarter) {
      // A second visit, or one that nobody verified, counts for nothing.
      for (int visit = 0; visit < 2 && happens(companion_.visited_share); ++visit) {
        world_["visit"].push_back(id_ + "," + household + "," + day(quarter, random_()) + ",yes," +
                                  (happens(90) ? "yes" : "no"));
      }
    }
  }

  World& world_;
  const MadeUpCompanion& companion_;
  std::string id_;
  std::mt19937& random_;
};

}  // namespace

World make_world(const std::vector<MadeUpCompanion>& companions, std::uint32_t seed) {
  World world = {{"companion", {"companion_id,quarter,name,district,gender,active_days"}},
                 {"household", {"household_id,companion_id,productive"}},
                 {"visit", {"companion_id,household_id,visited_on,at_home,verified"}},
                 {"business", {"household_id,started_on,ended_on"}},
                 {"complaint", {"companion_id,received_on,finding"}},
                 {"case", {"companion_id,since,stage,closed_on"}}};
  std::mt19937 random(seed);
  for (std::size_t number = 0; number < companions.size(); ++number) {
    CompanionWriter(world, companions[number], number, random).write();
  }
  return world;
}

engine::TableInputs inputs_of(const World& world, const engine::Plan& plan, const Layout& layout) {
  std::mt19937 random(layout.seed);
  engine::TableInputs inputs;
  for (const engine::TablePlan& table : plan.tables) {
    std::vector<std::string> rows = world.at(table.name);
    const std::string header = rows.front();
    rows.erase(rows.begin());
    if (layout.is_shuffled) std::shuffle(rows.begin(), rows.end(), random);

    engine::FileInput file;
    for (const engine::ColumnPlan& column : table.columns) file.columns.emplace_back().headers = {column.name};
    std::vector<engine::FileInput>& files = inputs.emplace_back();
    for (std::size_t part = 0; part < layout.file_count; ++part) {
      std::string text = header + "\n";
      for (std::size_t row = part; row < rows.size(); row += layout.file_count) text += rows[row] + "\n";
      file.name = table.name + "-" + std::to_string(part) + ".csv";
      file.open = open_text(std::move(text));
      files.push_back(file);
    }
  }
  return inputs;
}

}  // namespace nilai::tests
