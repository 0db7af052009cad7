#pragma once

#include "grammar/text/diagnostic.hpp"
#include "rules/model.hpp"

namespace nilai::rules {

/// Finds what every name of a rulebook means: tables and their relations, definitions, columns, rows (2xxx).
///
/// Always returns a model; it is of use only when `diagnostics` has no errors. `book` and `source` must outlive it.
Model resolve(const syntax::Rulebook& book, const text::Source& source, text::Diagnostics& diagnostics);

// --- the steps, in order; each needs those before it ---------------------------------------------------------------

/// Choices, tables with their columns and links, the table evaluated.
void resolve_schema(Model& model, text::Diagnostics& diagnostics);

/// The choices that say why cells of columns are empty; a step of the one before.
void resolve_reasons(Model& model, text::Diagnostics& diagnostics);

/// Parameters, measures, criteria, scores, outcomes, decisions: that their names are there once.
void resolve_definitions(Model& model, text::Diagnostics& diagnostics);

/// Every expression: what its names mean and which rows its aggregates take.
void resolve_expressions(Model& model, text::Diagnostics& diagnostics);

/// Guarantees and tests: the measures, outcomes, codes, tables and columns they name.
void resolve_promises(Model& model, text::Diagnostics& diagnostics);

// --- relations ----------------------------------------------------------------------------------------------------

/// A way from a row up to a row it belongs to, link by link.
using Path = std::vector<LinkIndex>;

/// The shortest way from a row of `from` to a row of `to`; empty path where they are the same; none when there is none.
std::optional<Path> path_up(const Model& model, TableIndex from, TableIndex to);

/// All ways from a row of `from` up to a row of `to`.
std::vector<Path> all_paths_up(const Model& model, TableIndex from, TableIndex to);

/// `visit → household → companion`
std::string path_text(const Model& model, TableIndex from, const Path& path);

/// The columns so called of the row at hand, or else of the nearest rows that it belongs to; none, one, or several as
/// near.
std::vector<ColumnReference> nearest_columns(const Model& model, const std::string& name, TableIndex at_hand);

std::optional<TableIndex> find_table(const Model& model, const std::string& name);

/// Adds `did you mean` where a candidate is near.
void offer_nearest(text::Diagnostic& diagnostic, const syntax::Name& name, const std::vector<std::string>& candidates);

}  // namespace nilai::rules
