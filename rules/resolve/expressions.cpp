#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "grammar/wording.hpp"
#include "rules/builtins.hpp"
#include "rules/resolve/compared.hpp"
#include "rules/resolve/definition_names.hpp"
#include "rules/resolve/resolve.hpp"
#include "rules/score_name.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;

/// Finds the names of one expression after another, from the outside in.
class Resolver {
 public:
  Resolver(Model& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), definitions_(definitions_by_name(model)) {
    for (const Choice& choice : model.choices) {
      for (const auto& value : choice.values) values_.insert(value.name.text);
    }
  }

  void resolve(ExpressionId id, const Place& place) {
    if (id.is_none()) return;
    model_.facts.place[id.index] = place;
    const syntax::Expression& expression = model_.at(id);
    if (const auto* name = std::get_if<syntax::NameUse>(&expression.node)) {
      resolve_name(id, {name->name, expression.span}, place);
    } else if (const auto* field = std::get_if<syntax::FieldUse>(&expression.node)) {
      resolve_field(id, *field, place);
    } else if (const auto* call = std::get_if<syntax::Call>(&expression.node)) {
      if (is_of_part(call->function)) return resolve_part(*call, place);
      for (const syntax::Argument& argument : call->arguments) resolve_argument(id, argument, place);
    } else if (const auto* named = std::get_if<syntax::NamedCall>(&expression.node)) {
      refuse_call(named->callee);
    } else if (const auto operands = compared(expression); !operands.empty()) {
      resolve_compared(operands, place);
    } else {
      for (const ExpressionId child : children(*model_.book, id)) resolve(child, place);
    }
  }

 private:
  // --- names ------------------------------------------------------------------------------------------------------

  void resolve_name(ExpressionId id, const syntax::Name& name, const Place& place) {
    if (const auto number = number_of_criterion(name.text); number && place.has_criterion) {
      model_.facts.reference[id.index] = CriteriaReference{*number};
    } else if (auto column = find_column(name, place.at_hand)) {
      set_column(id, name, std::move(*column));
    } else if (const auto definition = find_definition(name.text)) {
      if (std::holds_alternative<CriterionReference>(*definition)) {
        auto& diagnostic = diagnostics_.add(Code::criterion_as_value, name.span, {name.text});
        diagnostic.notes.push_back({Phrase::criterion_use_measure, {}});
      }
      model_.facts.reference[id.index] = *definition;
    } else if (values_.count(name.text) == 0) {
      auto& diagnostic = diagnostics_.add(Code::unknown_name, name.span, {name.text});
      // One that is counted and not kept need not be mended.
      if (diagnostics_.left_out_count() == 0) offer_nearest(diagnostic, name, names_in_reach(model_, place.at_hand));
    }
  }

  // --- what is compared with a choice -------------------------------------------------------------------------------

  /// A word beside a choice is a value of it, whatever else is called so: it leads to no definition (and makes no
  /// circle with one). Words that could be values wait until the others are found.
  void resolve_compared(const std::vector<ExpressionId>& operands, const Place& place) {
    std::optional<ChoiceIndex> choice;
    std::vector<ExpressionId> words;
    for (const ExpressionId id : operands) {
      const auto* use = id.is_none() ? nullptr : std::get_if<syntax::NameUse>(&model_.at(id).node);
      if (use != nullptr && values_.count(use->name) != 0) {
        words.push_back(id);
        continue;
      }
      resolve(id, place);
      if (!choice) choice = choice_of(model_, id);
    }
    for (const ExpressionId id : words) {
      const std::string& word = std::get<syntax::NameUse>(model_.at(id).node).name;
      if (choice && model_.choices[*choice].index_of(word)) {
        model_.facts.place[id.index] = place;  // left a bare word, which the types place
        continue;
      }
      resolve(id, place);
      if (!choice) choice = choice_of(model_, id);
    }
  }

  /// What a row of `criteria` has.
  static std::optional<CriterionNumber> number_of_criterion(const std::string& name) {
    if (name == "points") return CriterionNumber::points;
    if (name == "value") return CriterionNumber::value;
    if (name == "weight") return CriterionNumber::weight;
    return std::nullopt;
  }

  std::optional<ColumnReference> find_column(const syntax::Name& name, TableIndex at_hand) {
    const std::vector<ColumnReference> found = nearest_columns(model_, name.text, at_hand);
    if (found.size() > 1) report_ambiguous(name, found);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  void report_ambiguous(const syntax::Name& name, const std::vector<ColumnReference>& found) {
    const std::string& first = model_.tables[found[0].table].name;
    const std::string& second = model_.tables[found[1].table].name;
    auto& diagnostic = diagnostics_.add(Code::ambiguous_name, name.span, {name.text, first, second});
    for (const std::string& table : {first, second}) {
      diagnostic.fixes.push_back(
          {{Phrase::say_which_table, {table + "." + name.text}}, name.span, table + "." + name.text});
    }
  }

  std::optional<Reference> find_definition(const std::string& name) const {
    const auto found = definitions_.find(name);
    return found == definitions_.end() ? std::nullopt : std::optional(found->second);
  }

  void resolve_field(ExpressionId id, const syntax::FieldUse& field, const Place& place) {
    const auto table = resolve_table(field.table);
    if (!table) return;
    const auto path = path_up(model_, place.at_hand, *table);
    if (!path) {
      report_no_relation(field.table.span, place.at_hand, *table);
      return;
    }
    const auto column = model_.tables[*table].find(field.column.text);
    if (!column) {
      report_unknown_column(field.column, *table);
      return;
    }
    set_column(id, field.column, {place.at_hand, *path, *table, *column});
  }

  void set_column(ExpressionId id, const syntax::Name& name, ColumnReference column) {
    if (is_one_value(name, column)) model_.facts.reference[id.index] = std::move(column);
  }

  /// A column of a parent is one value only where there is one parent; reported where there can be more.
  bool is_one_value(const syntax::Name& name, const ColumnReference& column) {
    TableIndex at = column.at_hand;
    for (const LinkIndex index : column.path) {
      const Link& link = model_.tables[at].links[index];
      if (!link.is_key) {
        auto& diagnostic = diagnostics_.add(Code::several_parents, name.span,
                                            {model_.tables[at].name, model_.tables[link.parent].name, name.text});
        diagnostic.labels.push_back({link.span, {Phrase::declared_here, {}}});
        return false;
      }
      at = link.parent;
    }
    return true;
  }

  /// A name with a parenthesis behind it that is no function.
  void refuse_call(const syntax::Name& callee) {
    std::vector<std::string> functions;
    for (const Builtin& builtin : all_builtins()) {
      functions.push_back(grammar::spelt(builtin.keyword, model_.book->language));
    }
    offer_nearest(diagnostics_.add(Code::unknown_function, callee.span, {callee.text}), callee, functions);
  }

  static bool is_of_part(syntax::Function function) {
    return function == syntax::Function::assessed_weight || function == syntax::Function::points ||
           function == syntax::Function::value || function == syntax::Function::weight;
  }

  /// What speaks of a score, or of a criterion, itself: its argument is a definition's name, whatever columns there
  /// are.
  void resolve_part(const syntax::Call& call, const Place& place) {
    const bool is_of_score = call.function == syntax::Function::assessed_weight;
    for (const syntax::Argument& argument : call.arguments) {
      const ExpressionId id = argument.value;
      const auto* use = id.is_none() ? nullptr : std::get_if<syntax::NameUse>(&model_.at(id).node);
      if (use == nullptr || argument.rows) continue;  // the checker says how it is used
      model_.facts.place[id.index] = place;
      const auto definition = find_definition(use->name);
      const bool is_found = definition && (is_of_score ? std::holds_alternative<ScoreReference>(*definition)
                                                       : std::holds_alternative<CriterionReference>(*definition));
      if (is_found) {
        model_.facts.reference[id.index] = *definition;
      } else {
        report_unknown_part({source_text(model_, id), model_.at(id).span}, is_of_score);
      }
    }
  }

  void report_unknown_part(const syntax::Name& name, bool is_of_score) {
    std::vector<std::string> names;
    if (is_of_score) {
      for (std::uint32_t i = 0; i < model_.scores.size(); ++i) names.push_back(score_name(model_, i));
    } else {
      for (const Criterion& criterion : model_.criteria) names.push_back(criterion.name);
    }
    const Code code = is_of_score ? Code::unknown_score : Code::unknown_criterion;
    offer_nearest(diagnostics_.add(code, name.span, {name.text}), name, names);
  }

  // --- rows -------------------------------------------------------------------------------------------------------

  void resolve_argument(ExpressionId call, const syntax::Argument& argument, const Place& place) {
    if (!argument.rows) {
      resolve(argument.value, place);
      resolve(argument.weighted_by, place);
      return;
    }
    const syntax::Rows& rows = *argument.rows;
    if (rows.of == syntax::Rows::Of::peers) return resolve_peers(call, argument, place);
    if (rows.of == syntax::Rows::Of::periods) {
      for (const ExpressionId id : {argument.value, argument.weighted_by, rows.since, rows.where}) resolve(id, place);
      return;
    }
    if (rows.of == syntax::Rows::Of::criteria) {
      Place inside = place;
      inside.has_criterion = true;
      for (const ExpressionId id : {argument.value, argument.weighted_by, rows.where}) resolve(id, inside);
      return;
    }
    const auto source = resolve_table(rows.table);
    if (!source) return;
    AggregateReference aggregate;
    aggregate.source = *source;
    aggregate.owner = place.at_hand;
    const auto path = rows_path(rows, *source, place.at_hand);
    if (!path) return;
    aggregate.path = *path;
    if (rows.by) resolve_by(*rows.by, aggregate);
    check_window(rows, *source);
    model_.facts.aggregate[call.index] = aggregate;
    const Place inside{*source, std::nullopt, std::nullopt, false};
    resolve(rows.where, inside);
    resolve(rows.since, place);
    resolve(argument.value, inside);
    resolve(argument.weighted_by, inside);
  }

  /// Peers are subjects: what is said of them is said where the subject is at hand.
  void resolve_peers(ExpressionId call, const syntax::Argument& argument, const Place& place) {
    const syntax::Rows& rows = *argument.rows;
    const auto table = resolve_table(rows.table);
    if (!table) return;
    if (*table != model_.subject) {
      const std::string& subject = model_.tables[model_.subject].name;
      const std::string function = source_text(model_, std::get<syntax::Call>(model_.at(call).node).name_span);
      const std::string among = grammar::spelt("(VALUE among ", model_.book->language);
      auto& diagnostic = diagnostics_.add(Code::wrong_arguments, rows.table.span, {function});
      diagnostic.fixes.push_back({{Phrase::usage_is, {function + among + subject + ")"}}, std::nullopt, {}});
      return;
    }
    for (const syntax::Name& name : rows.in_same) {
      auto column = find_column(name, model_.subject);
      if (!column) {
        report_unknown_column(name, model_.subject);
      } else if (is_one_value(name, *column)) {
        model_.facts.in_same[call.index].push_back(std::move(*column));
      }
    }
    for (const ExpressionId id : {rows.where, argument.value, argument.weighted_by}) resolve(id, place);
  }

  std::optional<TableIndex> resolve_table(const syntax::Name& name) {
    if (const auto found = find_table(model_, name.text)) return found;
    std::vector<std::string> tables;
    for (const Table& table : model_.tables) tables.push_back(table.name);
    offer_nearest(diagnostics_.add(Code::unknown_table, name.span, {name.text}), name, tables);
    return std::nullopt;
  }

  /// The direct way where there is one, else the only chain.
  std::optional<Path> rows_path(const syntax::Rows& rows, TableIndex source, TableIndex owner) {
    std::vector<Path> direct, all = all_paths_up(model_, source, owner);
    std::copy_if(all.begin(), all.end(), std::back_inserter(direct), [](const Path& path) { return path.size() == 1; });
    if (direct.size() == 1) return direct.front();
    if (direct.empty() && all.size() == 1) return all.front();
    if (all.empty()) {
      report_no_relation(rows.table.span, source, owner);
      return std::nullopt;
    }
    const Code code = direct.empty() ? Code::two_chains : Code::two_direct_links;
    auto& diagnostic = diagnostics_.add(code, rows.table.span, {model_.tables[source].name, model_.tables[owner].name});
    std::string ways;
    for (const Path& path : all) ways += (ways.empty() ? "" : "; ") + path_text(model_, source, path);
    diagnostic.notes.push_back({Phrase::the_ways_are, {ways}});
    if (direct.empty()) {
      diagnostic.fixes.push_back(
          {{Phrase::add_belongs_to, {model_.tables[source].name, model_.tables[owner].name}}, std::nullopt, {}});
    }
    return std::nullopt;
  }

  /// `by household` means the columns by which the rows belong to a household; else a column of theirs.
  void resolve_by(const syntax::Name& by, AggregateReference& aggregate) {
    const Table& source = model_.tables[aggregate.source];
    for (const Link& link : source.links) {
      if (model_.tables[link.parent].name != by.text) continue;
      aggregate.by = link.own_columns;
      return;
    }
    if (const auto column = source.find(by.text)) {
      aggregate.by = {*column};
    } else {
      report_unknown_column(by, aggregate.source);
    }
  }

  void check_window(const syntax::Rows& rows, TableIndex source) {
    const Table& table = model_.tables[source];
    if (rows.window == syntax::Rows::Window::period || table.dated || table.period) return;
    auto& diagnostic = diagnostics_.add(Code::rows_without_date, rows.window_span, {table.name});
    diagnostic.labels.push_back({table.span, {Phrase::declared_here, {}}});
    diagnostic.fixes.push_back({{Phrase::add_dated, {table.name}}, std::nullopt, {}});
  }

  void report_no_relation(Span span, TableIndex from, TableIndex to) {
    const std::string& own = model_.tables[from].name;
    const std::string& other = model_.tables[to].name;
    auto& diagnostic = diagnostics_.add(Code::no_relation, span, {own, other});
    diagnostic.labels.push_back({model_.tables[from].span, {Phrase::declared_here, {}}});
    diagnostic.fixes.push_back({{Phrase::add_belongs_to, {own, other}}, std::nullopt, {}});
  }

  void report_unknown_column(const syntax::Name& name, TableIndex table) {
    std::vector<std::string> columns;
    for (const Column& column : model_.tables[table].columns) columns.push_back(column.name);
    auto& diagnostic = diagnostics_.add(Code::unknown_column, name.span, {name.text, model_.tables[table].name});
    offer_nearest(diagnostic, name, columns);
  }

  Model& model_;
  Diagnostics& diagnostics_;
  std::map<std::string, Reference> definitions_;
  std::set<std::string> values_;  ///< of every choice
};

}  // namespace

void resolve_expressions(Model& model, Diagnostics& diagnostics) {
  Resolver resolver(model, diagnostics);
  const Place subject{model.subject, std::nullopt, std::nullopt, false};
  for (TableIndex i = 0; i < model.tables.size(); ++i) {
    for (const Column& column : model.tables[i].columns)
      resolver.resolve(column.formula, {i, std::nullopt, std::nullopt, false});
  }
  for (const Parameter& parameter : model.parameters) {
    for (const DatedValue& value : parameter.values) resolver.resolve(value.value, subject);
  }
  for (const Measure& measure : model.measures) {
    resolver.resolve(measure.body, subject);
    resolver.resolve(measure.assessed_when, subject);
  }
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i) {
    const Criterion& criterion = model.criteria[i];
    resolver.resolve(criterion.weight, subject);
    resolver.resolve(criterion.measured_by, subject);
    resolver.resolve(criterion.assessed_when, subject);
    resolver.resolve(criterion.points, {model.subject, i, std::nullopt, false});
  }
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) {
    const Place inside{model.subject, std::nullopt, i, false};
    resolver.resolve(model.scores[i].weight, subject);
    resolver.resolve(model.scores[i].body, inside);
    resolver.resolve(model.scores[i].assessed_when, inside);
  }
  for (const syntax::Decision& decision : model.decisions) {
    resolver.resolve(decision.condition, subject);
    if (!decision.because) continue;
    for (const auto* text : {&decision.because->text, decision.because->en ? &*decision.because->en : nullptr,
                             decision.because->id ? &*decision.because->id : nullptr}) {
      if (text == nullptr) continue;
      for (const auto& piece : text->pieces) {
        if (const auto* id = std::get_if<ExpressionId>(&piece)) resolver.resolve(*id, subject);
      }
    }
  }
  for (const syntax::Guarantee& guarantee : model.book->guarantees) {
    // What raising something must not raise is a score's name, which is no value here, or `points(CRITERION)`.
    const bool is_name = guarantee.kind == syntax::Guarantee::Kind::raising_score &&
                         !std::holds_alternative<syntax::Call>(model.at(guarantee.subject).node);
    if (!is_name) resolver.resolve(guarantee.subject, subject);
    resolver.resolve(guarantee.condition, subject);
  }
}

}  // namespace nilai::rules
