#include "options.hpp"

#include "digits.hpp"

namespace jamsosratu {
namespace {

// Far beyond the nation's programme (34,000 companions, 10 million families), and far below what an int holds.
constexpr int most_companions = 1'000'000;
constexpr int most_households = 100'000'000;
constexpr int most_quarters = 100;

std::string wrong_value(std::string_view name, std::string_view value, std::string_view wanted) {
  return std::string(name) + " " + std::string(value) + ": expected " + std::string(wanted);
}

/// Sets `target` to a number from 1 to `most`; otherwise says what was expected.
std::string read_count(std::string_view name, std::string_view value, int most, int& target) {
  const auto number = read_digits(value);
  if (!number || *number < 1 || *number > static_cast<std::uint64_t>(most)) {
    return wrong_value(name, value, "a whole number from 1 to " + std::to_string(most));
  }
  target = static_cast<int>(*number);
  return {};
}

/// Sets the option called `name`; the problem, or nothing.
std::string set_option(std::string_view name, std::string_view value, Options& options) {
  if (name == "--out") {
    options.out_folder = value;
    return value.empty() ? "--out: expected a folder" : "";
  }
  if (name == "--companions") return read_count(name, value, most_companions, options.companion_count);
  if (name == "--households") return read_count(name, value, most_households, options.household_count);
  if (name == "--quarters") return read_count(name, value, most_quarters, options.quarter_count);
  if (name == "--seed") {
    const auto seed = read_digits(value);
    if (!seed) return wrong_value(name, value, "a whole number");
    options.seed = *seed;
    return {};
  }
  if (name == "--first") {
    const auto quarter = read_quarter(value);
    if (!quarter) return wrong_value(name, value, "a quarter such as 2017-Q1");
    options.first_quarter = *quarter;
    return {};
  }
  return "unknown option " + std::string(name) + "; --help lists them";
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string_view>& arguments) {
  ParsedOptions parsed;
  for (std::size_t index = 0; index < arguments.size() && parsed.problem.empty(); ++index) {
    std::string_view name = arguments[index];
    if (name == "--help" || name == "-h") {
      parsed.help_wanted = true;
      return parsed;
    }
    if (const auto equals = name.find('='); equals != std::string_view::npos) {
      parsed.problem = set_option(name.substr(0, equals), name.substr(equals + 1), parsed.options);
    } else if (!name.starts_with("--")) {
      parsed.problem = "unexpected " + std::string(name) + "; options begin with --";
    } else if (index + 1 == arguments.size()) {
      parsed.problem = std::string(name) + " needs a value, or is not an option; --help lists them";
    } else {
      parsed.problem = set_option(name, arguments[++index], parsed.options);
    }
  }
  if (parsed.problem.empty() && parsed.options.out_folder.empty()) parsed.problem = "--out DIR is needed";
  return parsed;
}

std::string_view help_text() {
  return R"(jamsosratu-data: made-up records for the Jamsosratu sample, the same for the same options

usage: jamsosratu-data --out DIR [options]

  --out DIR        the folder to write into; made where it is not there
  --seed N         another world of the same kind                       (2017)
  --companions N   companions in the third quarter, or the last of fewer (347)
  --households N   beneficiary families in all                          (48150)
  --first QUARTER  the first quarter                                    (2017-Q1)
  --quarters N     how many quarters                                    (5)

  jamsosratu-data --out build/demo/data
  jamsosratu-data --out /tmp/small --companions 20 --households 400 --quarters 2
)";
}

}  // namespace jamsosratu
