#include "rules/mutants/mutants.hpp"

#include <algorithm>
#include <optional>

#include "engine/date.hpp"
#include "grammar/print/words.hpp"
#include "grammar/syntax/parts.hpp"
#include "rules/mutants/small_changes.hpp"

namespace nilai::rules {

namespace {

using syntax::ExpressionId;
using syntax::Operator;
using syntax::Rulebook;
using Kind = Mutant::Kind;

std::string date_text(const syntax::DateLiteral& date) {
  const auto day = engine::Date::from_ymd(date.year, date.month, date.day);
  return day ? day->to_iso() : std::string();
}

template <class Node>
Node& node_in(Rulebook& book, ExpressionId id) {
  return std::get<Node>(book.expressions[id.index].node);
}

class MutantFinder {
 public:
  MutantFinder(const Rulebook& book, const text::Source& source) : book_(book), source_(source) {}

  std::vector<Mutant> find() {
    for (const syntax::Table& table : book_.tables) {
      for (const syntax::Column& column : table.columns) {
        of_ = table.name.text + "." + column.name.text;
        visit(column.formula, Kind::threshold);
      }
    }
    for (const syntax::Parameter& parameter : book_.parameters) in_parameter(parameter);
    for (std::size_t i = 0; i < book_.measures.size(); ++i) {
      of_ = book_.measures[i].name.text;
      visit(book_.measures[i].body, Kind::threshold);
      visit(book_.measures[i].assessed_when, Kind::threshold);
      in_rounding(
          book_.measures[i].rounding, [i](Rulebook & book) -> auto& { return *book.measures[i].rounding; });
    }
    for (std::size_t i = 0; i < book_.criteria.size(); ++i) in_criterion(i);
    for (std::size_t i = 0; i < book_.scores.size(); ++i) {
      const syntax::Score& score = book_.scores[i];
      of_ = name_of(score);
      if (score.in) in_weight(score.weight, score.in->text);
      visit(score.body, Kind::threshold);
      visit(score.assessed_when, Kind::threshold);
      in_rounding(
          score.rounding, [i](Rulebook & book) -> auto& { return *book.scores[i].rounding; });
    }
    for (std::size_t i = 0; i < book_.decides.size(); ++i) in_decide(i);
    std::stable_sort(mutants_.begin(), mutants_.end(),
                     [](const Mutant& a, const Mutant& b) { return a.span.begin < b.span.begin; });
    return std::move(mutants_);
  }

 private:
  void add(Kind kind, text::Span span, std::string before, std::string after, std::function<void(Rulebook&)> apply) {
    mutants_.push_back({kind, of_, span, std::move(before), std::move(after), std::move(apply)});
  }

  /// What stands in the text, on one line.
  [[nodiscard]] std::string written(text::Span span) const {
    std::string line;
    for (const char c : source_.text(span)) {
      const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!is_blank) {
        line += c;
      } else if (!line.empty() && line.back() != ' ') {
        line += ' ';
      }
    }
    return line;
  }

  // --- definitions ------------------------------------------------------------------------------------------------

  void in_parameter(const syntax::Parameter& parameter) {
    of_ = parameter.name.text;
    for (const syntax::DatedValue& value : parameter.values) visit(value.value, Kind::threshold);
    for (const syntax::ParameterRows& rows : parameter.rows) {
      for (const syntax::ParameterRow& row : rows.rows) visit(row.body, Kind::threshold);
    }
  }

  void in_criterion(std::size_t index) {
    const syntax::Criterion& criterion = book_.criteria[index];
    of_ = criterion.name.text;
    in_weight(criterion.weight, score_of(criterion));
    visit(criterion.measured_by, Kind::threshold);
    visit(criterion.points, Kind::points);
    visit(criterion.assessed_when, Kind::threshold);
    if (criterion.if_missing && criterion.if_missing->heirs.size() > 1) in_heirs(index);
    if (!criterion.if_missing || !criterion.if_missing->points) return;
    const std::string before = criterion.if_missing->points->digits;
    for (const int direction : {1, -1}) {
      const std::string after = stepped(before, direction);
      add(Kind::points, criterion.if_missing->span, before, after,
          [index, after](Rulebook& book) { book.criteria[index].if_missing->points->digits = after; });
    }
  }

  /// The first share that is handed on grows, the second shrinks.
  void in_heirs(std::size_t index) {
    const syntax::IfMissing& if_missing = *book_.criteria[index].if_missing;
    const auto& first = if_missing.heirs[0].share;
    const auto& second = if_missing.heirs[1].share;
    if (!first || !second) return;
    const std::string more = stepped(first->digits, 1), less = stepped(second->digits, -1);
    const std::string unit = first->is_percent ? "%" : "";
    add(Kind::weight, if_missing.span, first->digits + unit, more + unit, [index, more, less](Rulebook& book) {
      auto& heirs = book.criteria[index].if_missing->heirs;
      heirs[0].share->digits = more;
      heirs[1].share->digits = less;
    });
  }

  [[nodiscard]] const syntax::NumberLiteral* literal(ExpressionId id) const {
    return id.is_none() ? nullptr : std::get_if<syntax::NumberLiteral>(&book_.at(id).node);
  }

  /// The weights of the parts of the score called `name`: of its criteria, then of the scores that are parts of it.
  [[nodiscard]] std::vector<ExpressionId> weights_in(const std::string& name) const {
    std::vector<ExpressionId> weights;
    for (const syntax::Criterion& criterion : book_.criteria) {
      if (score_of(criterion) == name) weights.push_back(criterion.weight);
    }
    for (const syntax::Score& score : book_.scores) {
      if (score.in && score.in->text == name) weights.push_back(score.weight);
    }
    return weights;
  }

  static std::string name_of(const syntax::Score& score) { return score.name ? score.name->text : "score"; }

  /// The score that a criterion is a part of: one that says nothing is a part of the one without a name, else the
  /// first.
  [[nodiscard]] std::string score_of(const syntax::Criterion& criterion) const {
    if (criterion.in) return criterion.in->text;
    const auto& scores = book_.scores;
    const auto main = std::find_if(scores.begin(), scores.end(), [](const auto& score) { return !score.name; });
    if (main != scores.end()) return name_of(*main);
    return scores.empty() ? std::string() : name_of(scores.front());
  }

  /// A weight in per cent, with that of the next part of the same score, around from the last to the first: what the
  /// one gains the other loses.
  void in_weight(ExpressionId id, const std::string& score) {
    const syntax::NumberLiteral* weight = literal(id);
    if (weight == nullptr || !weight->is_percent) return visit(id, Kind::weight);
    const std::vector<ExpressionId> all = weights_in(score);
    const auto place = static_cast<std::size_t>(std::find(all.begin(), all.end(), id) - all.begin());
    const ExpressionId other_id = all[(place + 1) % all.size()];
    const syntax::NumberLiteral* other = literal(other_id);
    if (other == nullptr || other_id == id) return;
    const std::string more = stepped(weight->digits, 1), less = stepped(other->digits, -1);
    add(Kind::weight, book_.at(id).span, weight->digits + "%", more + "%", [=](Rulebook& book) {
      node_in<syntax::NumberLiteral>(book, id).digits = more;
      node_in<syntax::NumberLiteral>(book, other_id).digits = less;
    });
  }

  void in_decide(std::size_t index) {
    of_ = "decide";
    const auto& decisions = book_.decides[index].decisions;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      visit(decisions[i].condition, Kind::threshold);
      if (i == 0 || decisions[i].condition.is_none() || decisions[i - 1].condition.is_none()) continue;
      add(Kind::order, decisions[i].outcome.span, decisions[i - 1].outcome.text, decisions[i].outcome.text,
          [index, i](Rulebook& book) {
            std::swap(book.decides[index].decisions[i - 1], book.decides[index].decisions[i]);
          });
    }
  }

  // --- expressions ------------------------------------------------------------------------------------------------

  /// `kind`: what a number means that stands here by itself.
  void visit(ExpressionId id, Kind kind) {
    if (id.is_none()) return;
    const syntax::Expression& expression = book_.at(id);
    if (const auto* number = std::get_if<syntax::NumberLiteral>(&expression.node)) {
      in_digits<syntax::NumberLiteral>(id, kind, number->digits);
    } else if (const auto* span = std::get_if<syntax::SpanLiteral>(&expression.node)) {
      in_digits<syntax::SpanLiteral>(id, kind, span->digits);
    } else if (const auto* date = std::get_if<syntax::DateLiteral>(&expression.node)) {
      in_date(id, *date);
    } else if (const auto* binary = std::get_if<syntax::Binary>(&expression.node)) {
      in_operator<syntax::Binary>(id, binary->operation, binary->operator_span);
    } else if (const auto* bare = std::get_if<syntax::BareComparison>(&expression.node)) {
      const text::Span words{expression.span.begin, book_.at(bare->right).span.begin};
      in_operator<syntax::BareComparison>(id, bare->operation, words);
    } else if (const auto* cases = std::get_if<syntax::Cases>(&expression.node)) {
      return in_cases(id, *cases, kind);
    } else if (const auto* call = std::get_if<syntax::Call>(&expression.node)) {
      in_rows(id, *call);
    } else if (const auto* test = std::get_if<syntax::IsMissing>(&expression.node)) {
      in_missing(id, *test);
    } else if (const auto* rounded = std::get_if<syntax::RoundedCall>(&expression.node)) {
      in_rounding(
          rounded->rounding, [id](Rulebook & book) -> auto& {
            return node_in<syntax::RoundedCall>(book, id).rounding;
          });
    }
    const bool is_scale = std::holds_alternative<syntax::Scale>(expression.node);
    const bool is_sign = std::holds_alternative<syntax::Negate>(expression.node);
    syntax::visit_parts(expression, [&](ExpressionId part) {
      visit(part, is_scale ? Kind::scale_point : is_sign ? kind : Kind::threshold);
    });
  }

  template <class Literal>
  void in_digits(ExpressionId id, Kind kind, const std::string& digits) {
    const std::string before = written(book_.at(id).span);
    for (const int direction : {1, -1}) {
      const std::string changed = stepped(digits, direction);
      std::string after = before;
      const std::size_t at = after.find_first_not_of("0123456789_.");
      after.replace(0, at, changed);
      add(kind, book_.at(id).span, before, after,
          [id, changed](Rulebook& book) { node_in<Literal>(book, id).digits = changed; });
    }
  }

  void in_date(ExpressionId id, const syntax::DateLiteral& date) {
    const auto day = engine::Date::from_ymd(date.year, date.month, date.day);
    if (!day) return;
    for (const int direction : {1, -1}) {
      const engine::Date next = day->plus_days(direction);
      add(Kind::threshold, book_.at(id).span, date_text(date), next.to_iso(), [id, next](Rulebook& book) {
        node_in<syntax::DateLiteral>(book, id) = {next.year(), next.month(), next.day()};
      });
    }
  }

  template <class Node>
  void in_operator(ExpressionId id, Operator operation, text::Span span) {
    const bool is_connective = operation == Operator::either || operation == Operator::both;
    for (const Operator other : others(operation)) {
      add(is_connective ? Kind::connective : Kind::comparison, span, grammar::printed(operation, book_.language),
          grammar::printed(other, book_.language),
          [id, other](Rulebook& book) { node_in<Node>(book, id).operation = other; });
    }
  }

  void in_missing(ExpressionId id, const syntax::IsMissing& test) {
    const auto words = [&](bool is_negated) {
      const auto keyword = is_negated ? grammar::Keyword::is_not_missing : grammar::Keyword::is_missing;
      return std::string(grammar::written(keyword, book_.language));
    };
    add(Kind::comparison, book_.at(id).span, words(test.is_negated), words(!test.is_negated), [id](Rulebook& book) {
      auto& changed = node_in<syntax::IsMissing>(book, id);
      changed.is_negated = !changed.is_negated;
    });
  }

  /// `change` gives the rounding of the mutated rulebook.
  template <class Change>
  void in_rounding(const std::optional<syntax::Rounding>& rounding, Change change) {
    if (!rounding || !rounding->places) return;
    for (const std::uint32_t places : {*rounding->places + 1, *rounding->places - 1}) {
      if (*rounding->places == 0 && places != 1) continue;
      add(Kind::rounding, rounding->span, std::to_string(*rounding->places), std::to_string(places),
          [change, places](Rulebook& book) { change(book).places = places; });
    }
  }

  void in_cases(ExpressionId id, const syntax::Cases& cases, Kind kind) {
    for (std::size_t i = 0; i < cases.cases.size(); ++i) {
      visit(cases.cases[i].value, kind);
      visit(cases.cases[i].condition, Kind::threshold);
      if (i == 0 || cases.cases[i].condition.is_none()) continue;
      add(Kind::order, cases.cases[i].span, written(cases.cases[i - 1].span), written(cases.cases[i].span),
          [id, i](Rulebook& book) {
            auto& swapped = node_in<syntax::Cases>(book, id).cases;
            std::swap(swapped[i - 1], swapped[i]);
          });
    }
  }

  /// Which rows an aggregate takes: `ever`, `in last 4 quarters`, `where verified`.
  void in_rows(ExpressionId id, const syntax::Call& call) {
    using Window = syntax::Rows::Window;
    for (std::size_t a = 0; a < call.arguments.size(); ++a) {
      const auto& rows = call.arguments[a].rows;
      if (!rows) continue;
      const auto add_change = [&](Kind kind, text::Span span, const std::string& before, const std::string& after,
                                  auto change) {
        add(kind, span, before, after,
            [id, a, change](Rulebook& book) { change(*node_in<syntax::Call>(book, id).arguments[a].rows); });
      };
      if (rows->window == Window::last) {
        for (const std::uint32_t count : {rows->count + 1, rows->count - 1}) {
          if (count == 0) continue;
          add_change(Kind::threshold, rows->window_span, std::to_string(rows->count), std::to_string(count),
                     [count](syntax::Rows& changed) { changed.count = count; });
        }
      }
      if (rows->of == syntax::Rows::Of::table && rows->window != Window::period) {
        add_change(Kind::rows, rows->window_span, written(rows->window_span), "",
                   [](syntax::Rows& changed) { changed.window = Window::period; });
      }
      if (!rows->where.is_none()) {
        const text::Span condition = book_.at(rows->where).span;
        add_change(Kind::rows, condition, written(condition), "", [](syntax::Rows& changed) { changed.where = {}; });
      }
    }
  }

  const Rulebook& book_;
  const text::Source& source_;
  std::string of_;  ///< whose expressions are at hand
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const Rulebook& book, const text::Source& source) {
  return MutantFinder(book, source).find();
}

}  // namespace nilai::rules
