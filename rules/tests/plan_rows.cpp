#include <algorithm>
#include <string_view>

#include "rules/compile.hpp"
#include "rules/resolve/resolve.hpp"
#include "rules/tests/test_plan.hpp"

namespace nilai::rules {

namespace {

using engine::Value;
using text::Code;
using text::Diagnostics;
using text::Phrase;

/// Everything above `table`: what its rows belong to, and what those belong to.
void collect_above(const Model& model, TableIndex table, std::vector<bool>& is_above) {
  for (const Link& link : model.tables[table].links) {
    if (is_above[link.parent]) continue;
    is_above[link.parent] = true;
    collect_above(model, link.parent, is_above);
  }
}

bool has_at_most_places(const Number& number, const Type& type) {
  const std::optional<int> places = type.is_whole ? std::optional(0) : type.places;
  return !places || number == number.rounded(engine::RoundingDirection::down, *places);
}

/// Whether a cell of the column could hold the value: as in data, anything else would be set aside.
bool can_hold(const Column& column, const Value& value) {
  if (!value.is_present()) return column.is_optional;
  if (value.kind != Kind::number && value.kind != Kind::date) return true;
  const Number number = value.kind == Kind::number ? value.number() : Number(value.date().days);
  const Type& type = column.type;
  if (value.kind == Kind::number && !has_at_most_places(number, type)) return false;
  return (!type.at_least || number >= *type.at_least) && (!type.at_most || number <= *type.at_most);
}

/// Reads the rows of one test, a `given` after the other.
class RowPlanner {
 public:
  RowPlanner(const Compiled& compiled, const syntax::Test& test, const TestPlan& plan, Diagnostics& diagnostics)
      : compiled_(compiled), model_(compiled.model), test_(test), test_plan_(plan), diagnostics_(diagnostics) {}

  std::vector<RowGroup> plan() {
    // What the one evaluated belongs to comes before it, and everything else after it.
    std::vector<bool> is_above(model_.tables.size());
    collect_above(model_, model_.subject, is_above);
    add_all([&](TableIndex table) { return is_above[table]; });
    add_subject();
    add_all([&](TableIndex table) { return !is_above[table]; });
    check_row_count();
    return std::move(groups_);
  }

 private:
  [[nodiscard]] bool is_evaluated(const syntax::Given& given) const {
    return given.row_count == 0 && find_table(model_, given.of.text) == model_.subject;
  }

  template <class Wanted>
  void add_all(Wanted is_wanted) {
    for (const syntax::Given& given : test_.given) {
      const auto table = find_table(model_, given.of.text);
      if (given.fixed || !table || !is_wanted(*table) || is_evaluated(given)) continue;  // no table: a value's name
      if (given.row_count == 0) {
        auto& diagnostic = diagnostics_.add(Code::row_count_left_out, given.of.span, {given.of.text});
        diagnostic.fixes.push_back({{Phrase::say_how_many, {given.of.text}}, std::nullopt, {}});
        continue;
      }
      begin_ = groups_.size();
      add(*table, given, false);
      for (const syntax::Given& row : given.having) add_inside(row, given.of.text);
    }
  }

  /// The row that the test is about: said, or there without being said. A table with a row a period may have several.
  void add_subject() {
    const Table& table = model_.tables[model_.subject];
    bool is_said = false;
    for (const syntax::Given& given : test_.given) {
      if (given.fixed || !is_evaluated(given)) continue;
      const auto names_when = [&](const auto& pair) {
        const auto column = table.find(pair.column.text);
        return column && (column == table.period || column == table.dated);
      };
      if (is_said && std::none_of(given.pairs.begin(), given.pairs.end(), names_when)) {
        diagnostics_.add(Code::clause_twice, given.of.span, {given.of.text});
      }
      is_said = true;
      add(model_.subject, given, false);
      groups_.back().is_evaluated = true;
    }
    if (is_said) return;
    syntax::Given nothing;
    nothing.of = {table.name, first_word()};
    nothing.span = nothing.of.span;
    add(model_.subject, nothing, false);
    groups_.back().is_evaluated = true;
  }

  /// The word `test`, which stands for what the test does not say.
  [[nodiscard]] text::Span first_word() const {
    const std::string_view whole = compiled_.source.text(test_.span);
    const auto length = static_cast<std::uint32_t>(std::min(whole.find_first_of(" \t\r\n\""), whole.size()));
    return {test_.span.begin, test_.span.begin + length};
  }

  void add_inside(const syntax::Given& given, const std::string& outer) {
    const auto table = find_table(model_, given.of.text);
    if (!table) return;  // reported by resolve
    if (given.row_count == 0) {
      diagnostics_.add(Code::row_count_left_out, given.of.span, {given.of.text});
      return;
    }
    std::vector<bool> is_above(model_.tables.size());
    for (const Link& link : model_.tables[*table].links) is_above[link.parent] = true;
    std::optional<std::size_t> under;
    for (std::size_t g = begin_; g < groups_.size(); ++g) {
      if (is_above[model_table_[g]]) under = g;
    }
    if (!under && !is_above[model_.subject]) {
      diagnostics_.add(Code::no_relation, given.of.span, {given.of.text, outer});
      return;
    }
    add(*table, given, true);
    groups_.back().under = under;
  }

  void add(TableIndex table, const syntax::Given& given, bool is_inside) {
    RowGroup group;
    const auto place = std::find(compiled_.model_tables.begin(), compiled_.model_tables.end(), table);
    if (place != compiled_.model_tables.end()) {
      group.table = static_cast<TableIndex>(place - compiled_.model_tables.begin());
      group.stated.resize(compiled_.plan.tables[*group.table].columns.size());
    }
    group.count = std::max(given.row_count, 1U);
    group.is_inside = is_inside;
    group.span = given.span.begin == given.span.end ? given.of.span : given.span;
    read_pairs(table, given, group);
    if (group.table) check_given(table, given, group);
    groups_.push_back(std::move(group));
    model_table_.push_back(table);
  }

  // --- columns ----------------------------------------------------------------------------------------------------

  void read_pairs(TableIndex table, const syntax::Given& given, RowGroup& group) {
    std::vector<std::string> said;
    for (const auto& pair : given.pairs) {
      const std::string& name = pair.column.text;
      const auto index = model_.tables[table].find(name);
      if (!index) continue;  // reported by resolve
      const Column& column = model_.tables[table].columns[*index];
      if (std::find(said.begin(), said.end(), name) != said.end()) {
        diagnostics_.add(Code::clause_twice, pair.column.span, {name});
      } else if (!column.formula.is_none()) {
        diagnostics_.add(Code::formula_given, pair.column.span, {name, model_.tables[table].name});
      } else if (const auto reason = reason_given(column, pair)) {
        state(group, name, Value::missing(column.type.kind), reason);
      } else if (auto value = column_value(column, pair)) {
        state(group, name, *std::move(value));
      }
      said.push_back(name);
    }
  }

  /// The reason why the cell is empty, where a test gives one instead of a value.
  std::optional<Value> reason_given(const Column& column, const syntax::Given::Pair& pair) const {
    if (!column.reasons || pair.known.kind != syntax::Known::Kind::name) return std::nullopt;
    const auto index = model_.choices[*column.reasons].index_of(pair.known.name.text);
    return index ? std::optional(Value::choice(*index)) : std::nullopt;
  }

  /// Puts a value into the column where the rules read it, and why there is none beside it.
  void state(RowGroup& group, const std::string& name, Value value, const std::optional<Value>& reason = {}) const {
    if (!group.table) return;
    const auto& columns = compiled_.plan.tables[*group.table].columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].name == name) group.stated[c] = columns[c].reason_of ? reason : value;
    }
  }

  std::optional<Value> column_value(const Column& column, const syntax::Given::Pair& pair) {
    if (column.is_period && pair.known.kind == syntax::Known::Kind::value) return period_value(pair);
    auto value = known_value(compiled_, pair.known, column.type, pair.column, diagnostics_);
    if (!value || can_hold(column, *value)) return value;
    const bool has_span = pair.known.kind == syntax::Known::Kind::value;
    const text::Span span = has_span ? model_.at(pair.known.value).span : pair.column.span;
    auto& diagnostic = diagnostics_.add(Code::column_cannot_hold, span, {column.name});
    if (!value->is_present()) {
      diagnostic.notes.push_back({Phrase::not_optional, {column.name}});
      return value;
    }
    if (column.type.is_whole) diagnostic.notes.push_back({Phrase::is_whole_number, {column.name}});
    const auto bound = [&](const Number& number) {
      return column.type.kind == Kind::date ? engine::Date{static_cast<std::int32_t>(*number.to_int64())}.to_iso()
                                            : number.to_text();
    };
    if (column.type.at_least) diagnostic.notes.push_back({Phrase::is_at_least, {bound(*column.type.at_least)}});
    if (column.type.at_most) diagnostic.notes.push_back({Phrase::is_at_most, {bound(*column.type.at_most)}});
    return value;
  }

  /// The name of a period, whether it is written as a text, a year or a day.
  std::optional<Value> period_value(const syntax::Given::Pair& pair) {
    const auto* text = std::get_if<syntax::TextLiteral>(&model_.at(pair.known.value).node);
    const std::string written = text != nullptr ? text->text : source_text(model_, pair.known.value);
    const int month = model_.book->evaluates->starting_month;
    const auto period =
        model_.every ? engine::Period::parse(written, *model_.every, month) : std::optional<engine::Period>();
    if (period) return Value::of(period->name());
    diagnostics_.add(Code::not_a_period, model_.at(pair.known.value).span, {written});
    return std::nullopt;
  }

  // --- what is left out -------------------------------------------------------------------------------------------

  void check_given(TableIndex table, const syntax::Given& given, const RowGroup& group) {
    const engine::TablePlan& plan = compiled_.plan.tables[*group.table];
    std::vector<bool> is_filled(plan.columns.size());
    for (const engine::LinkPlan& link : plan.links) {
      const bool is_stated = std::all_of(link.own_columns.begin(), link.own_columns.end(),
                                         [&](ColumnIndex c) { return group.stated[c].has_value(); });
      for (const ColumnIndex column : link.own_columns) is_filled[column] = true;
      const bool is_above = std::any_of(groups_.begin(), groups_.end(),
                                        [&](const RowGroup& above) { return above.table == link.parent; });
      if (is_stated || is_above) continue;
      const std::string& parent = compiled_.plan.tables[link.parent].name;
      diagnostics_.add(Code::no_row_above, given.of.span, {model_.tables[table].name, parent});
    }
    if (test_plan_.period && plan.dated) is_filled[*plan.dated] = true;
    if (test_plan_.period && plan.period) is_filled[*plan.period] = true;
    for (const ColumnIndex column : plan.key) {
      const Kind kind = plan.columns[column].kind;
      if (kind == Kind::text || kind == Kind::number) is_filled[column] = true;  // numbered
    }
    for (ColumnIndex column = 0; column < plan.columns.size(); ++column) {
      const std::string& name = plan.columns[column].name;
      const auto is_name = [&](const auto& pair) { return pair.column.text == name; };
      const bool is_said = std::any_of(given.pairs.begin(), given.pairs.end(), is_name);
      if (is_filled[column] || is_said || plan.columns[column].reason_of) continue;
      auto& diagnostic = diagnostics_.add(Code::column_not_given, given.of.span, {name, given.of.text});
      diagnostic.fixes.push_back({{Phrase::give_column, {name}}, std::nullopt, {}});
    }
  }

  void check_row_count() {
    std::vector<std::uint64_t> made(groups_.size());
    std::uint64_t all = 0;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const std::uint64_t above = groups_[g].under ? made[*groups_[g].under] : 1;
      made[g] = std::min(above * groups_[g].count, max_test_rows + 1);
      all += made[g];
      if (all <= max_test_rows) continue;
      diagnostics_.add(Code::too_many_test_rows, groups_[g].span, {std::to_string(max_test_rows)});
      return;
    }
  }

  const Compiled& compiled_;
  const Model& model_;
  const syntax::Test& test_;
  const TestPlan& test_plan_;
  Diagnostics& diagnostics_;
  std::vector<RowGroup> groups_;
  std::vector<TableIndex> model_table_;  ///< of each group
  std::size_t begin_ = 0;                ///< the first group of the `given` at hand
};

}  // namespace

std::vector<RowGroup> plan_rows(const Compiled& compiled, const syntax::Test& test, const TestPlan& plan,
                                Diagnostics& diagnostics) {
  return RowPlanner(compiled, test, plan, diagnostics).plan();
}

}  // namespace nilai::rules
