#include "engine/scan/header.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {
namespace {

/// A table of `companion_id` and `district`, with the headers that may feed them.
struct World {
  TablePlan table;
  std::vector<ColumnInput> inputs;

  World() {
    table.columns.resize(2);
    table.columns[0].name = "companion_id";
    table.columns[1].name = "district";
    inputs.resize(2);
    inputs[0].headers = {"No. Registrasi"};
    inputs[1].headers = {"Kab/Kota", "Kabupaten"};
  }
};

}  // namespace

TEST_CASE("locate_columns finds headers in any order and case, and passes over the rest", "[engine]") {
  const World world;
  std::optional<FileFault> fault;
  const auto positions = locate_columns(world.table, world.inputs, {"x", " KABUPATEN ", "x", "no. registrasi"}, fault);
  REQUIRE(positions);
  CHECK(*positions == FieldPositions{3, 1});
  CHECK_FALSE(fault);
}

TEST_CASE("locate_columns wants no header for a constant", "[engine]") {
  World world;
  world.inputs[1].constant = "kab_lebak";
  std::optional<FileFault> fault;
  const auto positions = locate_columns(world.table, world.inputs, {"No. Registrasi"}, fault);
  REQUIRE(positions);
  CHECK(*positions == FieldPositions{0, std::nullopt});
}

TEST_CASE("locate_columns names the column that is missing or there twice", "[engine]") {
  struct Case {
    std::string name;
    std::vector<std::string_view> headers;
    FileFaultKind kind;
    std::string column, text;
  };
  const auto c = GENERATE(values<Case>({
      {"missing", {"Kabupaten", " Nama "}, FileFaultKind::missing_column, "companion_id", "Kabupaten, Nama"},
      {"the same header twice",
       {"No. Registrasi", "Kabupaten", "no. registrasi"},
       FileFaultKind::column_twice,
       "companion_id",
       "no. registrasi"},
      {"two headers for one column",
       {"No. Registrasi", "Kabupaten", "Kab/Kota"},
       FileFaultKind::column_twice,
       "district",
       "Kab/Kota"},
  }));
  CAPTURE(c.name);
  const World world;
  std::optional<FileFault> fault;
  CHECK_FALSE(locate_columns(world.table, world.inputs, c.headers, fault));
  REQUIRE(fault);
  CHECK(fault->kind == c.kind);
  CHECK(fault->column == c.column);
  CHECK(fault->text == c.text);
}

}  // namespace nilai::engine
