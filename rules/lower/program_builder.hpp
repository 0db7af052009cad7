#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/plan.hpp"
#include "rules/lower/layout.hpp"
#include "rules/model.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

class ProgramBuilder;

/// What the builders of all tables share: the plan in the making.
struct Building {
  const Model& model;
  const Layout& layout;
  engine::Plan& plan;
  std::vector<std::optional<engine::AggregateIndex>>& aggregates;  ///< by expression
  std::vector<ProgramBuilder>& builders;                           ///< by table of the plan
};

/// Writes the program of one table, an expression at a time; an expression is written once, whoever uses it.
class ProgramBuilder {
 public:
  ProgramBuilder(const Building& building, TableIndex model_table) : in_(&building), table_(model_table) {}

  /// The slot that holds `id`, written now unless it was before.
  engine::Slot lower(ExpressionId id);

  /// One more instruction.
  engine::Slot emit(engine::Operation operation, Kind kind, std::vector<engine::Slot> operands,
                    engine::Payload payload = {});

  /// Makes `slot` what names of the definition give: measures and scores are written once, then referred to.
  void define(const Definition& definition, engine::Slot slot) { definitions_[definition] = slot; }

  /// What a bare comparison and `it` speak of, until it is changed.
  void set_subject(std::optional<engine::Slot> slot) { subject_ = slot; }

  /// Where the points and the weight of a part of a score stand, and what a criterion measured.
  void define_part(const Definition& part, engine::Slot points, engine::Slot weight,
                   std::optional<engine::Slot> value = {});

  /// The share of the weight that a part counted for; one instruction, however often it is used.
  engine::Slot part_weight(OfScore score, std::uint32_t part);

  /// Points and weight of every part of a score, in turn: what averages and assessed weights read. A weight is what
  /// it comes to once weights are handed on. Requires: all are defined.
  const std::vector<engine::Slot>& parts(OfScore score);

  /// Writes what is read of earlier periods alone. It may be a definition's own past, so it is written when all else
  /// is.
  void write_past();

  /// The share of a score's weight that was assessed; one instruction, however often it is used.
  engine::Slot assessed_weight(OfScore score);

  /// The slot that holds `id` rounded.
  engine::Slot rounded(ExpressionId id, const syntax::Rounding& rounding);

  [[nodiscard]] const std::map<ExpressionId, engine::Slot>& written() const { return written_; }
  [[nodiscard]] engine::Program take_program() { return std::move(program_); }

 private:
  /// Operands of an instruction that are still to be written.
  struct Past {
    engine::Slot of = 0;
    std::vector<ExpressionId> operands;
    std::optional<engine::Slot> subject;
    std::optional<std::uint32_t> criterion;
  };

  struct Part {
    engine::Slot points = 0, weight = 0;
    std::optional<engine::Slot> value;
  };

  engine::Slot write(ExpressionId id);
  engine::Slot write_name(ExpressionId id);
  engine::Slot write_column(const ColumnReference& reference);
  engine::Slot write_reason(const ColumnReference& reference);
  engine::Slot write_is_reason(const syntax::IsReason& test);
  [[nodiscard]] std::vector<LinkIndex> way_to(const ColumnReference& reference) const;
  engine::Slot write_phrase(ExpressionId id, const syntax::PhraseUse& phrase);
  engine::Slot weight_sum(OfScore score);
  engine::Slot write_weakest(OfScore score);
  engine::Slot write_criteria(ExpressionId id, const syntax::Call& call);
  engine::Slot write_of_criterion(std::uint32_t criterion, CriterionNumber number);
  void weigh_criteria(OfScore score, std::optional<engine::Slot> share, std::map<Definition, engine::Slot>& weights);
  engine::Slot write_binary(const syntax::Binary& binary);
  engine::Slot write_date_sum(const syntax::Binary& binary);
  engine::Slot write_membership(engine::Slot subject, const std::vector<ExpressionId>& items, bool is_negated);
  engine::Slot write_between(engine::Slot subject, const syntax::Between& between);
  engine::Slot write_cases(ExpressionId id, const syntax::Cases& cases);
  engine::Slot write_scale(const syntax::Scale& scale);
  engine::Slot write_call(ExpressionId id, const syntax::Call& call);
  engine::Slot write_previous(ExpressionId id, const syntax::Call& call);
  engine::Slot write_periods(ExpressionId id, const syntax::Call& call);
  engine::Slot write_peers(ExpressionId id, const syntax::Call& call);
  engine::Slot write_function(const syntax::Call& call, Kind kind, const std::optional<engine::RoundingSpec>& rounding);
  engine::Slot write_aggregate(ExpressionId id, const syntax::Call& call);
  engine::Slot write_parameter(const Parameter& parameter);
  engine::Slot constant(engine::Value value);

  const Building* in_;
  TableIndex table_;               ///< in the model: whose rows are at hand
  std::vector<LinkIndex> prefix_;  ///< while a parent's formula is written: the way to that parent
  engine::Program program_;
  std::map<ExpressionId, engine::Slot> written_;
  std::map<Definition, engine::Slot> definitions_;
  std::optional<engine::Slot> subject_;
  std::optional<std::uint32_t> criterion_;  ///< the one at hand, within rows of criteria
  std::map<Definition, Part> parts_;
  std::map<OfScore, std::vector<engine::Slot>> parts_of_score_;
  std::map<OfScore, engine::Slot> assessed_weights_;
  std::map<OfScore, engine::Slot> weight_sums_;
  std::map<std::pair<OfScore, std::uint32_t>, engine::Slot> part_weights_;
  std::vector<Past> past_;
  engine::SourceId source_ = 0;
};

}  // namespace nilai::rules
