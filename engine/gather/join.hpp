#pragma once

#include <optional>
#include <vector>

#include "engine/gather/gather.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// Where the things of one request stand in a joined plan; a vector has a place for each of the request's own.
struct JoinedPart {
  std::vector<TableIndex> tables;
  std::vector<std::vector<ColumnIndex>> columns;  ///< per table
  std::vector<std::vector<LinkIndex>> links;      ///< per table
  std::vector<std::vector<Slot>> slots;           ///< per table: of each instruction for its rows
  std::vector<AggregateIndex> aggregates;
};

/// One plan in the place of several that read the same records. What they have in common stands in it once: a table, a
/// column, an instruction for its rows, an aggregate.
struct JoinedPlan {
  Plan plan;  ///< tables, rows and aggregates; to judge it has only the loads of rows above the subject
  TableInputs inputs;
  std::vector<Period> periods;    ///< of all requests, oldest first
  std::vector<Date> holidays;     ///< the same for all requests
  std::vector<JoinedPart> parts;  ///< one for each request, in their order
};

/// What a load of a request's plan, by a row of its table `table`, is in the joined plan.
[[nodiscard]] ColumnLoad moved_load(const Plan& plan, TableIndex table, const ColumnLoad& load, const JoinedPart& part);

/// Empty where the requests have no one way to read: other subjects, periods or holidays, files of their own, or a
/// table whose key, date or period is another. One request can always be joined: what it says twice is gathered once.
[[nodiscard]] std::optional<JoinedPlan> join(const std::vector<GatherRequest>& requests);

}  // namespace nilai::engine
