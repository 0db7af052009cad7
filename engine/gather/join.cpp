#include "engine/gather/join.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace nilai::engine {
namespace {

bool is_same(const ChoicePlan& a, const ChoicePlan& b) {
  return a == b;
}
bool is_same(const LinkPlan& a, const LinkPlan& b) {
  return a == b;
}

/// Whatever expression they come from.
bool is_same(const Instruction& a, const Instruction& b) {
  return a.operation == b.operation && a.kind == b.kind && a.operands == b.operands && a.payload == b.payload;
}
bool is_same(const AggregatePlan& a, const AggregatePlan& b) {
  return a.kind == b.kind && a.result == b.result && a.source == b.source && a.owner == b.owner && a.path == b.path &&
         a.window == b.window && a.where == b.where && a.value == b.value && a.weight == b.weight &&
         a.level == b.level && a.by == b.by && a.skips_missing == b.skips_missing;
}

/// Where the same as `wanted` stands; it is added where it does not.
template <class Element>
std::uint32_t place_or_add(std::vector<Element>& elements, Element wanted) {
  const auto place =
      std::find_if(elements.begin(), elements.end(), [&](const Element& element) { return is_same(element, wanted); });
  const auto index = static_cast<std::uint32_t>(place - elements.begin());
  if (index == elements.size()) elements.push_back(std::move(wanted));
  return index;
}

/// The names of all tables, parents before their children; empty where the plans contradict each other in that.
class TableOrder {
 public:
  explicit TableOrder(const std::vector<GatherRequest>& requests) : requests_(requests) {}

  std::vector<std::string> names() {
    for (const GatherRequest& request : requests_) {
      for (const TablePlan& table : request.plan.tables) visit(table.name);
    }
    return is_circular_ ? std::vector<std::string>{} : std::move(names_);
  }

 private:
  enum class State : std::uint8_t { is_new, is_open, is_done };

  void visit(const std::string& name) {
    State& state = states_[name];
    if (state == State::is_open) is_circular_ = true;
    if (state != State::is_new) return;
    state = State::is_open;
    for (const GatherRequest& request : requests_) {
      for (const TablePlan& table : request.plan.tables) {
        if (table.name != name) continue;
        for (const LinkPlan& link : table.links) visit(request.plan.tables[link.parent].name);
      }
    }
    state = State::is_done;
    names_.push_back(name);
  }

  const std::vector<GatherRequest>& requests_;
  std::map<std::string, State> states_;  // whose elements stay where they are
  std::vector<std::string> names_;
  bool is_circular_ = false;
};

bool reads_the_same_files(const std::vector<FileInput>& a, const std::vector<FileInput>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const FileInput& one, const FileInput& other) {
    return !one.id.empty() && one.id == other.id && one.delimiter == other.delimiter &&
           one.encoding == other.encoding && one.format == other.format;
  });
}

/// How a column comes from the files of its table, one after the other.
std::vector<ColumnInput> ways_to(ColumnIndex column, const std::vector<FileInput>& files) {
  std::vector<ColumnInput> ways;
  ways.reserve(files.size());
  for (const FileInput& file : files) ways.push_back(file.rows ? ColumnInput() : file.columns[column]);
  return ways;
}

/// The links of a path that begins at `table` of a request's plan; `table` becomes the one that it ends at.
std::vector<LinkIndex> moved_path(const Plan& plan, TableIndex& table, std::vector<LinkIndex> path,
                                  const JoinedPart& part) {
  for (LinkIndex& link : path) {
    const TableIndex parent = plan.tables[table].links[link].parent;
    link = part.links[table][link];
    table = parent;
  }
  return path;
}

class Joiner {
 public:
  explicit Joiner(const std::vector<GatherRequest>& requests) : requests_(requests) {}

  std::optional<JoinedPlan> join() {
    const Plan& first = requests_.front().plan;
    joined_.plan.every = first.every;
    joined_.plan.starting_month = first.starting_month;
    joined_.holidays = requests_.front().holidays;
    names_ = TableOrder(requests_).names();
    if (names_.empty()) return std::nullopt;
    joined_.plan.tables.resize(names_.size());
    joined_.plan.rows.resize(names_.size());
    joined_.inputs.resize(names_.size());
    joined_.plan.subject = index_of(first.tables[first.subject].name);
    for (const GatherRequest& request : requests_) {
      if (!add(request)) return std::nullopt;
    }
    add_periods();
    return std::move(joined_);
  }

 private:
  [[nodiscard]] TableIndex index_of(const std::string& name) const {
    return static_cast<TableIndex>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }

  bool add(const GatherRequest& request) {
    const Plan& plan = request.plan;
    if (request.holidays != joined_.holidays || plan.every != joined_.plan.every ||
        plan.starting_month != joined_.plan.starting_month ||
        index_of(plan.tables[plan.subject].name) != joined_.plan.subject) {
      return false;
    }
    JoinedPart part;
    for (TableIndex table = 0; table < plan.tables.size(); ++table) {
      if (!add_table(request, table, part)) return false;
    }
    part.aggregates.resize(plan.aggregates.size());
    part.slots.resize(plan.tables.size());
    // Children first: what an instruction or an aggregate rests on lies in tables below.
    for (auto table = static_cast<TableIndex>(plan.tables.size()); table-- > 0;) add_rows(plan, table, part);
    for (const ColumnLoad& load : loads_above(plan.judge)) {
      joined_.plan.judge.instructions.push_back(
          {Operation::column, {}, {}, moved_load(plan, plan.subject, load, part), 0});
    }
    joined_.parts.push_back(std::move(part));
    return true;
  }

  // --- tables -----------------------------------------------------------------------------------------------------

  bool add_table(const GatherRequest& request, TableIndex index, JoinedPart& part) {
    const TablePlan& own = request.plan.tables[index];
    const std::vector<FileInput>& files = request.inputs[index];
    part.tables.push_back(index_of(own.name));
    TablePlan& table = joined_.plan.tables[part.tables.back()];
    std::vector<FileInput>& joined_files = joined_.inputs[part.tables.back()];
    const bool is_first = table.name.empty();
    if (is_first) {
      table.name = own.name;
      table.is_subject = own.is_subject;
      table.period_unit = own.period_unit;
      table.period_starting_month = own.period_starting_month;
      joined_files = files;
      for (FileInput& file : joined_files) file.columns.clear();
    } else if (!reads_the_same_files(joined_files, files)) {
      return false;
    }
    std::vector<ColumnIndex>& columns = part.columns.emplace_back();
    for (ColumnIndex column = 0; column < own.columns.size(); ++column) {
      columns.push_back(add_column(request, index, column, columns, table, joined_files));
    }
    add_links(own, part, table);
    return set_place(own, columns, is_first, table);
  }

  /// `before`: where the columns before it went.
  ColumnIndex add_column(const GatherRequest& request, TableIndex index, ColumnIndex column,
                         const std::vector<ColumnIndex>& before, TablePlan& table,
                         std::vector<FileInput>& joined_files) {
    ColumnPlan own = request.plan.tables[index].columns[column];
    const auto choice = [&](ChoiceIndex of) { return place_or_add(joined_.plan.choices, request.plan.choices[of]); };
    if (own.kind == Kind::choice) own.choice = choice(own.choice);
    if (own.reasons) own.reasons = choice(*own.reasons);
    if (own.reason_of) own.reason_of = before[*own.reason_of];
    const std::vector<ColumnInput> ways = ways_to(column, request.inputs[index]);
    for (ColumnIndex known = 0; known < table.columns.size(); ++known) {
      if (table.columns[known] == own && ways_to(known, joined_files) == ways) return known;
    }
    table.columns.push_back(std::move(own));
    for (std::size_t file = 0; file < ways.size(); ++file) joined_files[file].columns.push_back(ways[file]);
    return static_cast<ColumnIndex>(table.columns.size() - 1);
  }

  /// The key, the date and the period of a table: all who read it must agree on them.
  static bool set_place(const TablePlan& own, const std::vector<ColumnIndex>& columns, bool is_first,
                        TablePlan& table) {
    std::vector<ColumnIndex> key;
    for (const ColumnIndex column : own.key) key.push_back(columns[column]);
    const auto joined = [&](std::optional<ColumnIndex> column) {
      return column ? std::optional(columns[*column]) : std::nullopt;
    };
    if (!is_first) {
      return table.key == key && table.dated == joined(own.dated) && table.period == joined(own.period) &&
             table.is_subject == own.is_subject;
    }
    table.key = std::move(key);
    table.dated = joined(own.dated);
    table.period = joined(own.period);
    return true;
  }

  static void add_links(const TablePlan& own, JoinedPart& part, TablePlan& table) {
    std::vector<LinkIndex>& links = part.links.emplace_back();
    for (const LinkPlan& link : own.links) {
      LinkPlan joined{part.tables[link.parent], {}, {}, link.is_key};
      for (const ColumnIndex column : link.own_columns) joined.own_columns.push_back(part.columns.back()[column]);
      for (const ColumnIndex column : link.parent_columns) {
        joined.parent_columns.push_back(part.columns[link.parent][column]);
      }
      links.push_back(place_or_add(table.links, std::move(joined)));
    }
  }

  // --- rows and aggregates ----------------------------------------------------------------------------------------

  void add_rows(const Plan& plan, TableIndex index, JoinedPart& part) {
    RowPlan& rows = joined_.plan.rows[part.tables[index]];
    std::vector<Slot>& slots = part.slots[index];
    for (const Instruction& instruction : plan.rows[index].program.instructions) {
      slots.push_back(place_or_add(rows.program.instructions, moved(plan, index, instruction, slots, part)));
    }
    for (const FormulaPlan& formula : plan.rows[index].formulas) {
      rows.formulas.push_back({formula.name, slots[formula.value]});
    }
    for (AggregateIndex a = 0; a < plan.aggregates.size(); ++a) {
      if (plan.aggregates[a].source != index) continue;
      part.aggregates[a] = place_or_add(joined_.plan.aggregates, moved(plan, plan.aggregates[a], slots, part));
    }
  }

  static Instruction moved(const Plan& plan, TableIndex table, Instruction instruction, const std::vector<Slot>& slots,
                           const JoinedPart& part) {
    for (Slot& operand : instruction.operands) operand = slots[operand];
    if (auto* load = std::get_if<ColumnLoad>(&instruction.payload)) *load = moved_load(plan, table, *load, part);
    if (instruction.operation == Operation::aggregate) {
      auto& aggregate = std::get<std::uint32_t>(instruction.payload);
      aggregate = part.aggregates[aggregate];
    }
    return instruction;
  }

  static AggregatePlan moved(const Plan& plan, AggregatePlan aggregate, const std::vector<Slot>& slots,
                             const JoinedPart& part) {
    for (ColumnIndex& column : aggregate.by) column = part.columns[aggregate.source][column];
    TableIndex table = aggregate.source;
    aggregate.path = moved_path(plan, table, aggregate.path, part);
    aggregate.source = part.tables[aggregate.source];
    aggregate.owner = part.tables[aggregate.owner];
    for (auto* slot : {&aggregate.where, &aggregate.value, &aggregate.weight, &aggregate.level}) {
      if (*slot) *slot = slots[**slot];
    }
    return aggregate;
  }

  // --- periods ----------------------------------------------------------------------------------------------------

  void add_periods() {
    auto& periods = joined_.periods;
    for (const GatherRequest& request : requests_) {
      periods.insert(periods.end(), request.periods.begin(), request.periods.end());
    }
    std::sort(periods.begin(), periods.end());
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  }

  const std::vector<GatherRequest>& requests_;
  std::vector<std::string> names_;
  JoinedPlan joined_;
};

}  // namespace

ColumnLoad moved_load(const Plan& plan, TableIndex table, const ColumnLoad& load, const JoinedPart& part) {
  ColumnLoad moved{moved_path(plan, table, load.path, part), 0};
  moved.column = part.columns[table][load.column];
  return moved;
}

std::optional<JoinedPlan> join(const std::vector<GatherRequest>& requests) {
  return Joiner(requests).join();
}

}  // namespace nilai::engine
