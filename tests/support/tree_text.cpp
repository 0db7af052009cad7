#include "support/tree_text.hpp"

#include "support/shape.hpp"

namespace nilai::tests {

namespace {

/// Writes one field after another, each with its name, so that none can pass for another.
class Tree {
 public:
  explicit Tree(const syntax::Rulebook& book) : shape_(book) {}

  void book(const syntax::Rulebook& book) {
    field("rulebook", book.name), label(book.label), field("basis", book.basis), field("version", book.version);
    field("amends", book.amends);
    if (book.in_force) {
      field("from", book.in_force->from);
      if (book.in_force->to) field("to", *book.in_force->to);
    }
    if (book.evaluates) {
      field("evaluates", book.evaluates->table), field("starting", book.evaluates->starting_month);
      if (book.evaluates->every) field("every", static_cast<int>(*book.evaluates->every));
    }
    for (const auto& one : book.uses) field("\nuse", one);
    for (const auto& one : book.choices) choice(one);
    for (const auto& one : book.tables) table(one);
    for (const auto& one : book.parameters) parameter(one);
    for (const auto& one : book.measures) measure(one);
    for (const auto& one : book.criteria) criterion(one);
    for (const auto& one : book.scores) score(one);
    for (const auto& one : book.outcomes) outcomes(one);
    for (const auto& one : book.decides) decide(one);
    for (const auto& one : book.guarantees) guarantee(one);
    for (const auto& one : book.tests) test(one);
  }

  std::string text;

 private:
  // --- fields -----------------------------------------------------------------------------------------------------

  void field(const char* name, const std::string& value) { text += std::string(name) + "=" + value + "; "; }
  void field(const char* name, int value) { field(name, std::to_string(value)); }
  void field(const char* name, const syntax::Name& value) { field(name, value.text); }
  void field(const char* name, const syntax::Text& value) {
    field(name, value.is_there() ? "'" + value.text + "'" : "-");
  }
  void field(const char* name, syntax::ExpressionId id) { field(name, shape_(id)); }
  void field(const char* name, const syntax::DateLiteral& date) {
    field(name, std::to_string(date.year) + "/" + std::to_string(date.month) + "/" + std::to_string(date.day));
  }
  void field(const char* name, const syntax::NumberLiteral& number) {
    field(name, number.digits + (number.is_percent ? "%" : ""));
  }
  void field(const char* name, const syntax::Rounding& rounding) { field(name, Shape::rounding(rounding)); }
  void field(const char* name, const syntax::Code& code) { field(name, code.text); }
  void field(const char* name, const std::vector<syntax::Name>& names) {
    for (const syntax::Name& one : names) field(name, one);
  }
  template <class Value>
  void field(const char* name, const std::optional<Value>& value) {
    if (value) field(name, *value);
  }

  void label(const syntax::Label& label) { field("label", label.text), field("en", label.en), field("id", label.id); }

  // --- definitions ------------------------------------------------------------------------------------------------

  void values(const syntax::ChoiceValues& values) {
    field("ordered", int{values.is_ordered});
    for (const auto& one : values.values) field("value", one.name), label(one.label);
  }
  void choice(const syntax::Choice& choice) {
    field("\nchoice", choice.name), label(choice.label), field("basis", choice.basis), values(choice.values);
  }

  void labelled(const char* name, const syntax::LabelledName& one) { field(name, one.name), label(one.label); }
  void type(const syntax::Type& type) {
    field("type", static_cast<int>(type.plain)), field("unit", type.unit), field("choice", type.choice);
    field("reasons", type.reasons);
    if (type.places) field("places", static_cast<int>(*type.places));
    values(type.values);
  }
  void table(const syntax::Table& table) {
    field("\ntable", table.name), label(table.label), field("basis", table.basis);
    for (const auto& one : table.key) labelled("key", one);
    for (const auto& link : table.links) {
      field("belongs to", link.table);
      for (const auto& pair : link.pairs) labelled("by", pair.own), field("of parent", pair.of_parent);
    }
    if (table.dated) labelled("dated", *table.dated);
    if (table.period) labelled("period", *table.period);
    for (const auto& one : table.columns) {
      field("column", one.name), label(one.label), type(one.type), field("optional", int{one.is_optional});
      field("personal", int{one.is_personal}), field("protected", int{one.is_protected});
      field("at least", one.at_least), field("at most", one.at_most), field("formula", one.formula);
    }
  }

  void parameter(const syntax::Parameter& parameter) {
    field("\nparameter", parameter.name), label(parameter.label), field("by", parameter.by);
    field("basis", parameter.basis), field("file", parameter.file);
    for (const auto& one : parameter.values) field("from", one.from), field("is", one.value), field("basis", one.basis);
    for (const auto& rows : parameter.rows) {
      field("rows from", rows.from), field("basis", rows.basis);
      for (const auto& row : rows.rows) {
        for (const auto& key : row.keys) {
          text += "for: ";
          for (const auto value : key) field("or", value);
        }
        field("is", row.body);
      }
    }
  }

  template <class Definition>
  void value_clauses(const Definition& definition) {
    field("is", definition.body), field("rounded", definition.rounding);
    field("assessed when", definition.assessed_when), field("basis", definition.basis);
  }
  void measure(const syntax::Measure& measure) {
    field("\nmeasure", measure.name), label(measure.label), field("by", measure.inputs), value_clauses(measure);
    if (measure.changeable) field("up", int{measure.changeable->is_up}), field("step", measure.changeable->step);
  }
  void criterion(const syntax::Criterion& criterion) {
    field("\ncriterion", criterion.name), label(criterion.label), field("basis", criterion.basis);
    field("weight", criterion.weight), field("in", criterion.in), field("measured by", criterion.measured_by);
    field("points", criterion.points), field("formula", int{criterion.is_formula});
    field("assessed when", criterion.assessed_when), field("code", criterion.code);
    if (const auto& missing = criterion.if_missing) {
      field("if missing", missing->points), field("negative", int{missing->is_negative});
      for (const auto& heir : missing->heirs) field("heir", heir.criterion), field("share", heir.share);
    }
  }
  void score(const syntax::Score& score) {
    field("\nscore", score.name), label(score.label), field("weight", score.weight), field("in", score.in);
    value_clauses(score);
  }

  void outcomes(const syntax::Outcomes& outcomes) {
    text += "\noutcomes ";
    for (const auto& one : outcomes.outcomes) {
      field("outcome", one.name), label(one.label), field("basis", one.basis);
      field("confirmed", int{one.is_confirmed_by_a_person}), field("outside", int{one.is_outside_the_order});
    }
  }
  void reason(const char* name, const syntax::ReasonText& reason) {
    for (const auto& piece : reason.pieces) {
      if (const auto* id = std::get_if<syntax::ExpressionId>(&piece)) {
        field(name, *id);
      } else {
        field(name, "'" + std::get<std::string>(piece) + "'");
      }
    }
  }
  void decide(const syntax::Decide& decide) {
    text += "\ndecide ";
    for (const auto& one : decide.decisions) {
      field("decision", one.outcome), field("when", one.condition), field("code", one.code), field("basis", one.basis);
      if (!one.because) continue;
      reason("because", one.because->text);
      if (one.because->en) reason("en", *one.because->en);
      if (one.because->id) reason("id", *one.because->id);
    }
  }

  void guarantee(const syntax::Guarantee& guarantee) {
    field("\nguarantee", static_cast<int>(guarantee.kind)), label(guarantee.label), field("basis", guarantee.basis);
    field("raised", guarantee.raised), field("direction", static_cast<int>(guarantee.direction));
    field("subject", guarantee.subject), field("outcome", guarantee.outcome), field("code", guarantee.code);
    field("when", guarantee.condition);
  }

  void known(const syntax::Known& known) {
    field("known", static_cast<int>(known.kind)), field("value", known.value), field("name", known.name);
  }
  void given(const syntax::Given& given) {
    field("\n given", static_cast<int>(given.row_count)), field("of", given.of);
    for (const auto& pair : given.pairs) field("column", pair.column), known(pair.known);
    if (given.fixed) known(*given.fixed);
    if (given.window) field("window", shape_.rows(*given.window));
    for (const auto& one : given.having) this->given(one);
  }
  void test(const syntax::Test& test) {
    text += "\ntest ";
    label(test.label), field("basis", test.basis), field("period", test.period);
    for (const auto& one : test.given) given(one);
    for (const auto& one : test.expect) {
      field("\n expect", static_cast<int>(one.kind)), field("of", one.name), field("code", one.code), known(one.known);
    }
  }

  Shape shape_;
};

}  // namespace

std::string tree_text(const syntax::Rulebook& book) {
  Tree tree(book);
  tree.book(book);
  return std::move(tree.text);
}

}  // namespace nilai::tests
