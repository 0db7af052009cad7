// A quarter of visits of any size, for the benchmark: the same bytes for the same seed, on every machine.
//
//   bench-workload FOLDER COMPANIONS HOUSEHOLDS VISITS [SEED]
//
// Plain ASCII, LF, no quotes. Identifiers are whole numbers with gaps; visits come in the order of their dates, as an
// export does. A companion has a hidden quality, which decides how often households are visited, how often a visit is
// verified, how long it takes, and how many complaints there are. Of the visits 97% lie in the first quarter of 2025.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

using std::uint32_t;
using std::uint64_t;

/// xoshiro256** (Blackman and Vigna), seeded by splitmix64.
class Random {
 public:
  explicit Random(uint64_t seed) {
    for (uint64_t& word : state_) {
      seed += 0x9E3779B97F4A7C15;
      uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
      word = mixed ^ (mixed >> 31);
    }
  }

  uint64_t bits() {
    const uint64_t result = rotated(state_[1] * 5, 7) * 9;
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotated(state_[3], 45);
    return result;
  }

  double part() { return static_cast<double>(bits() >> 11) * 0x1p-53; }                             // in [0, 1)
  uint32_t below(uint32_t bound) { return static_cast<uint32_t>(((bits() >> 32) * bound) >> 32); }  // in [0, bound)

 private:
  static uint64_t rotated(uint64_t word, int by) { return (word << by) | (word >> (64 - by)); }

  std::array<uint64_t, 4> state_{};
};

/// Writes a table; cells go by `<<`, each followed by its separator.
class Table {
 public:
  Table(const std::string& path, const char* header) : file_(path, std::ios::binary) { file_ << header << '\n'; }

  template <class First, class... Rest>
  void row(const First& first, const Rest&... rest) {
    line_.clear();
    add(first);
    ((line_ += ',', add(rest)), ...);
    line_ += '\n';
    file_ << line_;
  }

  bool close() {
    file_.close();
    return file_.good();
  }

 private:
  void add(uint64_t number) { line_ += std::to_string(number); }
  void add(const std::string& text) { line_ += text; }
  void add(const char* text) { line_ += text; }

  std::ofstream file_;
  std::string line_;
};

// Days from 2024-12-22 on: ten of December, the quarter's 90, five of April.
constexpr uint32_t day_count = 105;
constexpr uint32_t first_of_quarter = 10;
constexpr uint32_t quarter_days = 90;

std::string date_of(uint32_t day) {
  uint32_t year = 2024, month = 12, day_of_month = 22 + day;
  if (day >= first_of_quarter) {
    constexpr std::array<uint32_t, 4> month_lengths = {31, 28, 31, 30};
    uint32_t left = day - first_of_quarter;
    std::size_t m = 0;
    for (; left >= month_lengths[m]; ++m) left -= month_lengths[m];
    year = 2025;
    month = static_cast<uint32_t>(m) + 1;
    day_of_month = left + 1;
  }
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04u-%02u-%02u", year, month, day_of_month);
  return text.data();
}

constexpr uint32_t companions_per_district = 100;

uint64_t district_of(uint32_t companion) {
  return 3600 + companion / companions_per_district;
}

uint64_t companion_id(uint32_t companion) {
  return district_of(companion) * 10000 + companion % companions_per_district * 7 + 1;
}

struct Visit {
  uint32_t household = 0;
  uint32_t day = 0;
  uint32_t minutes = 0;
  bool is_verified = false;
};

/// Shares `total` out by weights: how many each gets, the last one what is left.
std::vector<uint64_t> shares_of(uint64_t total, const std::vector<double>& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  std::vector<uint64_t> shares;
  uint64_t given = 0;
  double weight_given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weight_given += weights[i];
    const bool is_last = i + 1 == weights.size();
    const uint64_t end =
        is_last ? total : static_cast<uint64_t>(std::llround(weight_given / sum * static_cast<double>(total)));
    shares.push_back(end - given);
    given = end;
  }
  return shares;
}

class Workload {
 public:
  Workload(std::string folder, uint32_t companions, uint32_t households, uint64_t visits, uint64_t seed)
      : folder_(std::move(folder)), random_(seed) {
    std::vector<double> sizes(companions);
    for (double& size : sizes) size = 0.7 + 0.6 * random_.part();
    for (const uint64_t count : shares_of(households, sizes)) household_counts_.push_back(static_cast<uint32_t>(count));
    qualities_.resize(companions);
    for (double& quality : qualities_) quality = random_.part();
    visit_count_ = visits;
  }

  bool write() {
    const bool are_people_written = write_companions() && write_households();
    return are_people_written && write_visits(in_order_of_days(make_visits())) && write_complaints();
  }

 private:
  bool write_companions() {
    Table table(folder_ + "/companions.csv", "id,district,households_assigned,hired_year");
    for (uint32_t c = 0; c < qualities_.size(); ++c) {
      table.row(companion_id(c), "D" + std::to_string(district_of(c)), household_counts_[c], 2012 + random_.below(12));
    }
    return table.close();
  }

  bool write_households() {
    Table table(folder_ + "/households.csv", "id,companion_id,poverty_level,members,has_business,business_income");
    for (uint32_t c = 0; c < qualities_.size(); ++c) {
      for (uint32_t k = 0; k < household_counts_[c]; ++k) {
        companions_.push_back(c);
        household_ids_.push_back(companion_id(c) * 10000 + k * 7 + 1);
        const uint32_t poverty_level = 1 + random_.below(4);
        const uint32_t members = 1 + random_.below(8);
        const bool has_business = random_.part() < 0.15 + 0.45 * qualities_[c];
        const uint64_t income = has_business ? (100 + random_.below(2900)) * uint64_t{1000} : 0;
        table.row(household_ids_.back(), companion_id(c), poverty_level, members, uint64_t{has_business}, income);
      }
    }
    return table.close();
  }

  std::vector<Visit> make_visits() {
    std::vector<double> intensities;
    for (std::size_t c = 0; c < qualities_.size(); ++c) {
      intensities.push_back(household_counts_[c] * (0.35 + 1.3 * qualities_[c]));
    }
    std::vector<Visit> visits;
    visits.reserve(visit_count_);
    uint32_t first_household = 0;
    const std::vector<uint64_t> counts = shares_of(visit_count_, intensities);
    for (std::size_t c = 0; c < counts.size(); ++c) {
      for (uint64_t i = 0; i < counts[c]; ++i) visits.push_back(make_visit(c, first_household));
      first_household += household_counts_[c];
    }
    return visits;
  }

  Visit make_visit(std::size_t companion, uint32_t first_household) {
    const double quality = qualities_[companion];
    Visit visit;
    visit.household = first_household + random_.below(household_counts_[companion]);
    const double when = random_.part();
    if (when < 0.97) {
      visit.day = first_of_quarter + random_.below(quarter_days);
    } else {
      visit.day = when < 0.99 ? random_.below(10) : 100 + random_.below(5);
    }
    const bool is_absent = quality < 0.15 && visit.day >= 40 && visit.day < 75;  // weak companions are away for weeks
    if (is_absent) visit.day = first_of_quarter + random_.below(30);
    visit.is_verified = random_.part() < 0.55 + 0.44 * std::sqrt(quality);
    const uint32_t least = 8 + random_.below(20);
    visit.minutes = least + static_cast<uint32_t>(40 * quality * random_.part());
    return visit;
  }

  /// By day, and shuffled within each.
  std::vector<Visit> in_order_of_days(const std::vector<Visit>& visits) {
    std::array<uint64_t, day_count + 1> begins{};
    for (const Visit& visit : visits) ++begins[visit.day + 1];
    for (std::size_t day = 0; day < day_count; ++day) begins[day + 1] += begins[day];
    std::vector<Visit> ordered(visits.size());
    auto places = begins;
    for (const Visit& visit : visits) ordered[places[visit.day]++] = visit;
    for (std::size_t day = 0; day < day_count; ++day) {
      for (uint64_t left = begins[day + 1] - begins[day]; left > 1; --left) {
        const uint64_t other = random_.below(static_cast<uint32_t>(left));
        std::swap(ordered[begins[day] + left - 1], ordered[begins[day] + other]);
      }
    }
    return ordered;
  }

  bool write_visits(const std::vector<Visit>& visits) {
    constexpr std::array purposes = {"routine", "business", "health", "school", "complaint", "verification"};
    constexpr std::array channels = {"home", "group", "office", "phone"};
    Table table(folder_ + "/visits.csv", "id,companion_id,household_id,date,verified,minutes,purpose,channel");
    uint64_t id = 100000000;
    uint32_t day = 0;
    std::string date = date_of(day);
    for (const Visit& visit : visits) {
      if (visit.day != day) date = date_of(day = visit.day);
      const uint64_t kind = random_.bits() >> 40;
      table.row(id++, companion_id(companions_[visit.household]), household_ids_[visit.household], date,
                uint64_t{visit.is_verified}, visit.minutes, purposes[kind % purposes.size()],
                channels[(kind >> 8) & 3]);
    }
    return table.close();
  }

  bool write_complaints() {
    Table table(folder_ + "/complaints.csv", "id,companion_id,date,severity,substantiated");
    uint64_t id = 1;
    for (uint32_t c = 0; c < qualities_.size(); ++c) {
      const double badness = 1 - qualities_[c];
      const double limit = std::exp(-(0.3 + 4.0 * badness * badness));  // Poisson, by Knuth's way
      int count = 0;
      for (double product = random_.part(); product > limit; product *= random_.part()) ++count;
      for (; count > 0; --count) {
        const std::string date = date_of(random_.below(day_count));
        const double u = random_.part();
        const uint64_t severity = u < 0.4 ? 1 : u < 0.7 ? 2 : u < 0.88 ? 3 : u < 0.97 ? 4 : 5;
        table.row(id++, companion_id(c), date, severity, uint64_t{random_.part() < 0.45});
      }
    }
    return table.close();
  }

  std::string folder_;
  Random random_;
  uint64_t visit_count_ = 0;
  std::vector<uint32_t> household_counts_;  // per companion
  std::vector<double> qualities_;           // per companion
  std::vector<uint32_t> companions_;        // per household
  std::vector<uint64_t> household_ids_;
};

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 5 || argument_count > 6) {
    std::cerr << "usage: bench-workload FOLDER COMPANIONS HOUSEHOLDS VISITS [SEED]\n";
    return 2;
  }
  const auto number = [arguments](int at) { return std::strtoull(arguments[at], nullptr, 10); };
  const uint64_t seed = argument_count == 6 ? number(5) : 20250101;
  Workload workload(arguments[1], static_cast<uint32_t>(number(2)), static_cast<uint32_t>(number(3)), number(4), seed);
  if (workload.write()) return 0;
  std::cerr << "bench-workload: cannot write to " << arguments[1] << '\n';
  return 4;
}
