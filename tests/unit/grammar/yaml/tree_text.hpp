#pragma once

#include <string>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

/// A whole tree as a text, a line a clause, without places: two rulebooks say the same when it is the same.
class TreeText {
 public:
  explicit TreeText(const syntax::Rulebook& book) : book_(book), shape_(book) {}

  std::string operator()() {
    line("rulebook", book_.name ? book_.name->text : "", label(book_.label), book_.version.text, book_.amends.text,
         book_.basis.text);
    if (book_.in_force)
      line("in force", date(book_.in_force->from), book_.in_force->to ? date(*book_.in_force->to) : "");
    if (const auto& evaluates = book_.evaluates) {
      const std::string unit = evaluates->every ? std::to_string(static_cast<int>(*evaluates->every)) : "once";
      line("evaluates", evaluates->table.text, unit, std::to_string(evaluates->starting_month));
    }
    for (const auto& use : book_.uses) line("use", use.text);
    for (const auto& choice : book_.choices) {
      line("choice", choice.name.text, label(choice.label), choice.basis.text, values(choice.values));
    }
    for (const auto& table : book_.tables) add(table);
    for (const auto& parameter : book_.parameters) add(parameter);
    for (const auto& measure : book_.measures) {
      line("measure", measure.name.text, label(measure.label), measure.basis.text, names(measure.inputs),
           value(measure));
      if (const auto& change = measure.changeable)
        line("changeable", change->is_up ? "up" : "down", shape_(change->step));
    }
    for (const auto& criterion : book_.criteria) add(criterion);
    for (const auto& score : book_.scores) {
      line("score", score.name ? score.name->text : "", label(score.label), score.basis.text, shape_(score.weight),
           score.in ? score.in->text : "", value(score));
    }
    for (const auto& outcomes : book_.outcomes) {
      for (const auto& outcome : outcomes.outcomes) {
        line("outcome", outcome.name.text, label(outcome.label), outcome.basis.text,
             outcome.is_confirmed_by_a_person ? "confirmed" : "", outcome.is_outside_the_order ? "outside" : "");
      }
    }
    for (const auto& decide : book_.decides) {
      for (const auto& decision : decide.decisions) {
        line("decision", decision.outcome.text, shape_(decision.condition), reason(decision.because),
             decision.code ? decision.code->text : "", decision.basis.text);
      }
    }
    for (const auto& one : book_.guarantees) {
      line("guarantee", label(one.label), one.basis.text, std::to_string(static_cast<int>(one.kind)), one.raised.text,
           std::to_string(static_cast<int>(one.direction)), shape_(one.subject), one.outcome.text, one.code.text,
           shape_(one.condition));
    }
    for (const auto& test : book_.tests) add(test);
    return text_;
  }

 private:
  template <class... Words>
  void line(const Words&... words) {
    ((text_ += std::string(words) + " | "), ...);
    text_ += "\n";
  }

  static std::string label(const syntax::Label& label) {
    return "'" + label.text + "'" + (label.en ? " en '" + *label.en + "'" : "") +
           (label.id ? " id '" + *label.id + "'" : "");
  }
  static std::string date(const syntax::DateLiteral& date) {
    return std::to_string(date.year) + "/" + std::to_string(date.month) + "/" + std::to_string(date.day);
  }
  static std::string names(const std::vector<syntax::Name>& names) {
    std::string text;
    for (const auto& name : names) text += name.text + " ";
    return text;
  }
  static std::string values(const syntax::ChoiceValues& values) {
    std::string text = values.is_ordered ? "ordered " : "";
    for (const auto& value : values.values) text += value.name.text + label(value.label) + " ";
    return text;
  }
  static std::string labelled(const syntax::LabelledName& name) { return name.name.text + label(name.label); }

  template <class Definition>
  std::string value(const Definition& definition) {
    return shape_(definition.body) + (definition.rounding ? Shape::rounding(*definition.rounding) : "") + " when " +
           shape_(definition.assessed_when);
  }

  std::string pieces(const syntax::ReasonText& text) {
    std::string all;
    for (const auto& piece : text.pieces) {
      const auto* id = std::get_if<syntax::ExpressionId>(&piece);
      all += id != nullptr ? "{" + shape_(*id) + "}" : std::get<std::string>(piece);
    }
    return all;
  }
  std::string reason(const std::optional<syntax::Reason>& reason) {
    if (!reason) return "";
    return pieces(reason->text) + (reason->en ? " en " + pieces(*reason->en) : "") +
           (reason->id ? " id " + pieces(*reason->id) : "");
  }

  std::string known(const syntax::Known& known) {
    return std::to_string(static_cast<int>(known.kind)) + ":" + shape_(known.value) + known.name.text;
  }

  void add(const syntax::Table& table) {
    line("table", table.name.text, label(table.label), table.basis.text);
    for (const auto& key : table.key) line("key", labelled(key));
    for (const auto& link : table.links) {
      line("belongs to", link.table.text);
      for (const auto& pair : link.pairs) line("by", labelled(pair.own), pair.of_parent ? pair.of_parent->text : "");
    }
    if (table.dated) line("dated", labelled(*table.dated));
    if (table.period) line("period", labelled(*table.period));
    for (const auto& column : table.columns) {
      const auto& type = column.type;
      line("column", column.name.text, label(column.label), std::to_string(static_cast<int>(type.plain)),
           type.unit ? type.unit->text : "", type.places ? std::to_string(*type.places) : "", values(type.values),
           type.choice.text, type.reasons ? type.reasons->text : "", column.is_optional ? "optional" : "",
           column.is_personal ? "personal" : "", column.is_protected ? "protected" : "", shape_(column.at_least),
           shape_(column.at_most), shape_(column.formula));
    }
  }

  void add(const syntax::Parameter& parameter) {
    line("parameter", parameter.name.text, label(parameter.label), parameter.basis.text, names(parameter.by),
         parameter.file ? parameter.file->text : "");
    for (const auto& dated : parameter.values) line(date(dated.from), shape_(dated.value), dated.basis.text);
    for (const auto& rows : parameter.rows) {
      line("rows", rows.from ? date(*rows.from) : "", rows.basis.text);
      for (const auto& row : rows.rows) {
        std::string keys;
        for (const auto& key : row.keys) {
          for (const auto id : key) keys += shape_(id) + " ";
          keys += ", ";
        }
        line("for", keys, shape_(row.body));
      }
    }
  }

  void add(const syntax::Criterion& criterion) {
    line("criterion", criterion.name.text, label(criterion.label), criterion.basis.text, shape_(criterion.weight),
         criterion.in ? criterion.in->text : "", shape_(criterion.measured_by), criterion.is_formula ? "=" : "",
         shape_(criterion.points), shape_(criterion.assessed_when), criterion.code ? criterion.code->text : "");
    if (const auto& missing = criterion.if_missing) {
      line("if missing", missing->is_negative ? "-" : "", missing->points ? missing->points->digits : "");
      for (const auto& heir : missing->heirs) line("to", heir.criterion.text, heir.share ? heir.share->digits : "");
    }
  }

  void add(const syntax::Given& given) {
    line("given", std::to_string(given.row_count), given.of.text, given.fixed ? known(*given.fixed) : "",
         given.window ? shape_.rows(*given.window) : "");
    for (const auto& pair : given.pairs) line(pair.column.text, known(pair.known));
    for (const auto& rows : given.having) add(rows);
    line("end");
  }

  void add(const syntax::Test& test) {
    line("test", label(test.label), test.basis.text, test.period ? test.period->text : "");
    for (const auto& given : test.given) add(given);
    for (const auto& expected : test.expect) {
      line("expect", std::to_string(static_cast<int>(expected.kind)), expected.name.text, expected.code.text,
           known(expected.known));
    }
  }

  const syntax::Rulebook& book_;
  Shape shape_;
  std::string text_;
};

}  // namespace nilai::tests
