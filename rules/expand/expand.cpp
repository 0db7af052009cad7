#include "rules/expand/expand.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "grammar/print/words.hpp"
#include "grammar/syntax/parts.hpp"
#include "rules/expand/copier.hpp"
#include "rules/expand/rows.hpp"

namespace nilai::rules {

namespace {

using syntax::NamedCall;
using syntax::Span;
using text::Code;
using text::Phrase;

/// A formula with inputs, or a parameter by keys.
struct Callee {
  const syntax::Measure* formula = nullptr;
  const syntax::Parameter* table = nullptr;

  [[nodiscard]] const syntax::Name& name() const { return formula != nullptr ? formula->name : table->name; }
  [[nodiscard]] const std::vector<syntax::Name>& inputs() const { return formula ? formula->inputs : table->by; }

  /// The expressions that its uses are copies of.
  [[nodiscard]] std::vector<ExpressionId> templates() const {
    if (formula != nullptr) return {formula->body, formula->assessed_when};
    std::vector<ExpressionId> all;
    for (const syntax::ParameterRows& rows : table->rows) {
      for (const syntax::ParameterRow& row : rows.rows) {
        all.push_back(row.body);
        for (const auto& key : row.keys) all.insert(all.end(), key.begin(), key.end());
      }
    }
    return all;
  }
};

class Expansion {
 public:
  Expansion(syntax::Rulebook& book, text::Diagnostics& diagnostics)
      : book_(book),
        diagnostics_(diagnostics),
        copier_(book, [this](ExpressionId input, ExpressionId value) { check_in_rows(input, value); }),
        rows_(book, copier_) {
    for (const syntax::Measure& one : book.measures) {
      if (!one.inputs.empty()) callees_[one.name.text].formula = &one;
    }
    for (const syntax::Parameter& one : book.parameters) {
      const bool has_rows = !one.rows.empty();  // none could be read where there is a mistake
      if (!one.by.empty() && has_rows) callees_[one.name.text].table = &one;
    }
  }

  void run() {
    for (const auto& [name, callee] : callees_) {
      if (callee.table != nullptr) check_dates(*callee.table);
    }
    if (has_circle()) return;
    std::vector<bool> is_template(book_.expressions.size(), false);
    for (const auto& [name, callee] : callees_) {
      for (const ExpressionId root : callee.templates()) mark(root, is_template);
    }
    for (syntax::Criterion& criterion : book_.criteria) expand_points(criterion);
    // What is written out stands behind, and is looked through in its turn.
    for (std::uint32_t i = 0; i < book_.expressions.size() && !copier_.is_exhausted(); ++i) {
      if (i >= is_template.size() || !is_template[i]) expand_call({i});
    }
    for (std::uint32_t i = 0; i < is_template.size(); ++i) {
      if (is_template[i]) forget({i});
    }
    check_use();
  }

 private:
  // --- uses ---------------------------------------------------------------------------------------------------------

  const Callee* callee_of(ExpressionId id) const {
    const auto* call = std::get_if<NamedCall>(&book_.at(id).node);
    const auto found = call != nullptr ? callees_.find(call->callee.text) : callees_.end();
    return found != callees_.end() ? &found->second : nullptr;
  }

  /// Writes out the call that stands at `id`, and what that is a call of.
  void expand_call(ExpressionId id) {
    while (const Callee* callee = callee_of(id)) {
      const NamedCall call = std::get<NamedCall>(book_.at(id).node);
      if (!takes(*callee, call)) return;
      used_.insert(call.callee.text);
      std::vector<ExpressionId> values;
      for (const syntax::Argument& argument : call.arguments) values.push_back(argument.value);
      const ExpressionId written =
          callee->formula != nullptr ? written_out(*callee->formula, values) : rows_.write(*callee->table, values);
      if (written.is_none()) return;  // a formula that was named and not written: it is reported where it stands
      syntax::Expression& here = book_.expressions[id.index];
      here.node = book_.at(written).node;
      here.is_parenthesized = true;
      forget(written);
      for (const ExpressionId value : values) forget_all(value);
      if (copier_.is_exhausted()) {
        diagnostics_.add(Code::written_out_too_long, here.span, {std::to_string(Copier::max_copies)});
        return;
      }
    }
  }

  /// The body of a formula for its values, rounded and assessed as it says.
  ExpressionId written_out(const syntax::Measure& formula, const std::vector<ExpressionId>& values) {
    Substitution substitution;
    for (std::size_t i = 0; i < formula.inputs.size(); ++i) substitution.inputs[formula.inputs[i].text] = values[i];
    ExpressionId body = copier_.copy(formula.body, substitution);
    if (formula.rounding) body = copier_.add({syntax::RoundedCall{body, *formula.rounding}, formula.span, false});
    if (formula.assessed_when.is_none()) return body;
    const ExpressionId condition = copier_.copy(formula.assessed_when, substitution);
    return copier_.add({syntax::Cases{{{body, condition, formula.span}}, true}, formula.span, false});
  }

  /// `points NAME`: the rows of a parameter by one key, over the criterion's value.
  void expand_points(syntax::Criterion& criterion) {
    if (criterion.points.is_none() || criterion.is_formula) return;
    const auto* use = std::get_if<syntax::NameUse>(&book_.at(criterion.points).node);
    const auto found = use != nullptr ? callees_.find(use->name) : callees_.end();
    if (found == callees_.end() || found->second.table == nullptr) return;
    const syntax::Parameter& table = *found->second.table;
    const Span span = book_.at(criterion.points).span;
    if (table.by.size() != 1) return report_arguments(found->second, span);
    used_.insert(table.name.text);
    if (table.rows.size() == 1) {
      criterion.points = rows_.write(table, {ExpressionId{}});
    } else {
      criterion.points = rows_.write(table, {copier_.add({syntax::ItUse{}, span, false})});
      criterion.is_formula = true;
    }
    book_.expressions[criterion.points.index].is_parenthesized = false;
  }

  bool takes(const Callee& callee, const NamedCall& call) {
    const bool are_values = std::all_of(call.arguments.begin(), call.arguments.end(), [](const auto& argument) {
      return !argument.rows && !argument.is_distinct && !argument.skips_missing && argument.weighted_by.is_none();
    });
    if (are_values && call.arguments.size() == callee.inputs().size()) return true;
    report_arguments(callee, call.callee.span);
    return false;
  }

  void report_arguments(const Callee& callee, Span span) {
    auto& diagnostic = diagnostics_.add(Code::wrong_arguments, span, {callee.name().text});
    std::string usage;
    for (const syntax::Name& input : callee.inputs()) usage += (usage.empty() ? "" : ", ") + input.text;
    diagnostic.fixes.push_back({{Phrase::usage_is, {callee.name().text + "(" + usage + ")"}}, std::nullopt, {}});
    diagnostic.labels.push_back({callee.name().span, {Phrase::declared_here, {}}});
  }

  /// Within the rows of an aggregate, a name would be looked for in the row: only fixed values can go there.
  void check_in_rows(ExpressionId input, ExpressionId value) {
    if (rows_.is_fixed(value)) return;
    const std::string name = std::get<syntax::NameUse>(book_.at(input).node).name;
    auto& diagnostic = diagnostics_.add(Code::input_within_rows, book_.at(value).span, {name});
    diagnostic.labels.push_back({book_.at(input).span, {Phrase::read_in_rows_here, {}}});
  }

  // --- definitions --------------------------------------------------------------------------------------------------

  void check_dates(const syntax::Parameter& table) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const syntax::ParameterRows& rows = table.rows[i];
      if (i > 0 && (!rows.from || !table.rows[i - 1].from || !is_before(*table.rows[i - 1].from, *rows.from))) {
        auto& diagnostic = diagnostics_.add(Code::dates_out_of_order, rows.span, {table.name.text});
        diagnostic.labels.push_back({table.rows[i - 1].span, {Phrase::comes_before, {}}});
      }
      for (const syntax::ParameterRow& row : rows.rows) {
        if (row.keys.size() + 1 == table.by.size()) continue;
        diagnostics_.add(Code::keys_do_not_fit, row.span,
                         {table.name.text, std::to_string(table.by.size() - 1), std::to_string(row.keys.size())});
      }
    }
    const auto& first = table.rows.front().from;
    if (!first || !book_.in_force || !is_before(book_.in_force->from, *first)) return;
    const std::string from = grammar::printed(*first), in_force = grammar::printed(book_.in_force->from);
    auto& diagnostic = diagnostics_.add(Code::hole_in_time, table.rows.front().span, {table.name.text, from, in_force});
    diagnostic.fixes.push_back({{Phrase::begin_earlier, {in_force}}, std::nullopt, {}});
  }

  static bool is_before(const syntax::DateLiteral& a, const syntax::DateLiteral& b) {
    return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
  }

  /// A formula that comes back to itself would be written out without end.
  bool has_circle() {
    std::set<std::string> done;
    bool found = false;
    for (const auto& [name, callee] : callees_) {
      std::vector<std::string> path;
      found = visit(name, path, done) || found;
    }
    return found;
  }

  bool visit(const std::string& name, std::vector<std::string>& path, std::set<std::string>& done) {
    const auto again = std::find(path.begin(), path.end(), name);
    const Callee& callee = callees_.at(name);
    if (again != path.end()) {
      std::string circle;
      for (auto step = again; step != path.end(); ++step) circle += *step + " → ";
      diagnostics_.add(Code::cycle, callee.name().span, {name, circle + name});
      return true;
    }
    if (!done.insert(name).second) return false;
    path.push_back(name);
    std::vector<bool> is_part(book_.expressions.size(), false);
    for (const ExpressionId root : callee.templates()) mark(root, is_part);
    bool found = false;
    for (std::uint32_t i = 0; i < is_part.size(); ++i) {
      if (is_part[i] && callee_of({i}) != nullptr) {
        found = visit(std::get<NamedCall>(book_.at({i}).node).callee.text, path, done) || found;
      }
    }
    path.pop_back();
    return found;
  }

  void check_use() {
    for (const auto& [name, callee] : callees_) {
      if (callee.table == nullptr || used_.count(name) != 0) continue;
      diagnostics_.add(Code::unused_parameter, callee.name().span, {name});
    }
  }

  // --- the arena ----------------------------------------------------------------------------------------------------

  void mark(ExpressionId id, std::vector<bool>& marks) const {
    if (id.is_none() || marks[id.index]) return;
    marks[id.index] = true;
    syntax::visit_parts(book_.at(id), [&](ExpressionId part) { mark(part, marks); });
  }

  /// What only copies are taken of, or what nothing leads to any more: no later stage should look at it.
  void forget(ExpressionId id) { book_.expressions[id.index].node = syntax::FlagLiteral{}; }

  void forget_all(ExpressionId id) {
    syntax::visit_parts(book_.at(id), [&](ExpressionId part) { forget_all(part); });
    forget(id);
  }

  syntax::Rulebook& book_;
  text::Diagnostics& diagnostics_;
  Copier copier_;
  RowsWriter rows_;
  std::map<std::string, Callee> callees_;
  std::set<std::string> used_;
};

}  // namespace

void expand(syntax::Rulebook& book, text::Diagnostics& diagnostics) {
  Expansion(book, diagnostics).run();
}

}  // namespace nilai::rules
