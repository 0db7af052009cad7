#include "rules/files/amend.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "grammar/keywords.hpp"
#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

namespace {

using grammar::Keyword;
using syntax::ExpressionId;
using text::Code;
using text::Phrase;
using text::Span;

// --- what is stated replaces what stood there
// -------------------------------------------------------------------------

void replace(syntax::Label& old, syntax::Label& stated) {
  if (!stated.text.empty()) old = std::move(stated);
}

void replace(syntax::Text& old, syntax::Text& stated) {
  if (stated.is_there()) old = std::move(stated);
}

void replace(ExpressionId& old, ExpressionId stated) {
  if (!stated.is_none()) old = stated;
}

template <class T>
void replace(std::optional<T>& old, std::optional<T>& stated) {
  if (stated) old = std::move(stated);
}

template <class T>
void replace(std::vector<T>& old, std::vector<T>& stated) {
  if (!stated.empty()) old = std::move(stated);
}

/// Each of `stated` in the place of the one that has its name, or behind all; without a name, behind all.
template <class T, class NameOf>
void replace_by_name(std::vector<T>& old, std::vector<T>& stated, NameOf name_of) {
  for (T& one : stated) {
    const std::string name = name_of(one);
    const auto same = std::find_if(old.begin(), old.end(), [&](const T& o) { return name_of(o) == name; });
    name.empty() || same == old.end() ? old.push_back(std::move(one)) : void(*same = std::move(one));
  }
}

bool is_before(const syntax::DateLiteral& a, const syntax::DateLiteral& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

/// Each of `stated` in the place of the one that has its date, or before the first later one.
template <class T, class DateOf>
void replace_by_date(std::vector<T>& old, std::vector<T>& stated, DateOf date_of) {
  for (T& one : stated) {
    const auto place =
        std::find_if(old.begin(), old.end(), [&](const T& o) { return !is_before(date_of(o), date_of(one)); });
    const bool is_same = place != old.end() && !is_before(date_of(one), date_of(*place));
    is_same ? void(*place = std::move(one)) : void(old.insert(place, std::move(one)));
  }
}

// --- definitions
// --------------------------------------------------------------------------------------------------------

void change_one(syntax::Choice& old, syntax::Choice& stated) {
  old.span = stated.span;
  replace(old.label, stated.label);
  replace(old.basis, stated.basis);
  old.values = std::move(stated.values);
}

void change_one(syntax::Table& old, syntax::Table& stated) {
  old.span = stated.span;
  replace(old.label, stated.label);
  replace(old.basis, stated.basis);
  replace(old.key, stated.key);
  if (stated.dated || stated.period) {
    old.dated = std::move(stated.dated);
    old.period = std::move(stated.period);
  }
  replace_by_name(old.links, stated.links, [](const syntax::Link& link) { return link.table.text; });
  replace_by_name(old.columns, stated.columns, [](const syntax::Column& column) { return column.name.text; });
}

std::vector<std::string> texts(const std::vector<syntax::Name>& names) {
  std::vector<std::string> all;
  all.reserve(names.size());
  for (const syntax::Name& name : names) all.push_back(name.text);
  return all;
}

void change_one(syntax::Parameter& old, syntax::Parameter& stated) {
  old.span = stated.span;
  replace(old.label, stated.label);
  replace(old.basis, stated.basis);
  const auto has_date = [](const syntax::ParameterRows& rows) { return rows.from.has_value(); };
  const bool have_dates = std::all_of(old.rows.begin(), old.rows.end(), has_date) &&
                          std::all_of(stated.rows.begin(), stated.rows.end(), has_date);
  if (texts(old.by) != texts(stated.by) || stated.file || old.file || !have_dates) {
    old.by = std::move(stated.by);
    old.values = std::move(stated.values);
    old.rows = std::move(stated.rows);
    old.file = std::move(stated.file);
    return;
  }
  replace_by_date(old.values, stated.values, [](const syntax::DatedValue& value) { return value.from; });
  replace_by_date(old.rows, stated.rows, [](const syntax::ParameterRows& rows) { return *rows.from; });
}

void change_one(syntax::Measure& old, syntax::Measure& stated) {
  old.span = stated.span;
  replace(old.label, stated.label);
  replace(old.inputs, stated.inputs);
  replace(old.basis, stated.basis);
  replace(old.body, stated.body);
  replace(old.rounding, stated.rounding);
  replace(old.assessed_when, stated.assessed_when);
  replace(old.changeable, stated.changeable);
}

void change_one(syntax::Criterion& old, syntax::Criterion& stated) {
  old.span = stated.span;
  if (!stated.points.is_none()) old.is_formula = stated.is_formula;
  replace(old.label, stated.label);
  replace(old.basis, stated.basis);
  replace(old.weight, stated.weight);
  replace(old.in, stated.in);
  replace(old.measured_by, stated.measured_by);
  replace(old.points, stated.points);
  replace(old.assessed_when, stated.assessed_when);
  replace(old.if_missing, stated.if_missing);
  replace(old.code, stated.code);
}

void change_one(syntax::Score& old, syntax::Score& stated) {
  old.span = stated.span;
  replace(old.label, stated.label);
  replace(old.weight, stated.weight);
  replace(old.in, stated.in);
  replace(old.basis, stated.basis);
  replace(old.body, stated.body);
  replace(old.rounding, stated.rounding);
  replace(old.assessed_when, stated.assessed_when);
}

template <class T>
const syntax::Name& name_of(const T& definition) {
  return definition.name;
}

/// The score without a name is found by the word that opens it.
syntax::Name name_of(const syntax::Score& score) {
  return score.name.value_or(syntax::Name{"score", score.head_span});
}

class Amendment {
 public:
  Amendment(syntax::Rulebook& book, const std::string& name, syntax::Rulebook& change, text::Diagnostics& diagnostics)
      : book_(book), name_(name), change_(change), diagnostics_(diagnostics) {}

  void run() {
    head();
    each(book_.choices, change_.choices, Keyword::choice);
    each(book_.tables, change_.tables, Keyword::table);
    each(book_.parameters, change_.parameters, Keyword::parameter);
    each(book_.measures, change_.measures, Keyword::measure);
    each(book_.criteria, change_.criteria, Keyword::criterion);
    each(book_.scores, change_.scores, Keyword::score);
    replace(book_.outcomes, change_.outcomes);
    for (syntax::Decide& decide : change_.decides) change_decide(decide);
    replace_by_name(book_.guarantees, change_.guarantees, [](const auto& one) { return one.label.text; });
    replace_by_name(book_.tests, change_.tests, [](const auto& one) { return one.label.text; });
  }

 private:
  void head() {
    book_.language = change_.language;
    book_.name = change_.name;
    book_.head_span = change_.head_span;
    replace(book_.label, change_.label);
    replace(book_.basis, change_.basis);
    replace(book_.version, change_.version);
    replace(book_.in_force, change_.in_force);
    replace(book_.evaluates, change_.evaluates);
  }

  template <class T>
  void each(std::vector<T>& old, std::vector<T>& stated, Keyword kind) {
    std::map<std::string, Span> seen;
    for (T& one : stated) {
      const syntax::Name name = name_of(one);
      const auto [first, is_new] = seen.try_emplace(name.text, name.span);
      const auto same = std::find_if(old.begin(), old.end(), [&](const T& o) { return name_of(o).text == name.text; });
      if (!is_new) {
        auto& diagnostic = diagnostics_.add(Code::defined_twice, name.span, {name.text});
        diagnostic.labels.push_back({first->second, {Phrase::first_here, {}}});
      } else if (same != old.end()) {
        change_one(*same, one);
      } else {
        std::vector<std::string> names;
        names.reserve(old.size());
        for (const T& o : old) names.push_back(name_of(o).text);
        report_nothing(name, kind, names).notes.push_back({Phrase::new_in_used_file, {}});
      }
    }
  }

  text::Diagnostic& report_nothing(const syntax::Name& name, Keyword kind, const std::vector<std::string>& names) {
    auto& diagnostic = diagnostics_.add(Code::nothing_to_amend, name.span,
                                        {std::string(grammar::written(kind, change_.language)), name.text, name_});
    offer_nearest(diagnostic, name, names);
    return diagnostic;
  }

  void change_decide(syntax::Decide& decide) {
    const auto is_last = [](const syntax::Decision& one) { return one.condition.is_none(); };
    if (std::any_of(decide.decisions.begin(), decide.decisions.end(), is_last)) {
      book_.decides = {std::move(decide)};
      return;
    }
    for (syntax::Decision& decision : decide.decisions) change_decision(decision);
  }

  void change_decision(syntax::Decision& stated) {
    std::vector<syntax::Decision*> same;
    std::vector<std::string> codes;
    for (syntax::Decide& decide : book_.decides) {
      for (syntax::Decision& old : decide.decisions) {
        if (!old.code) continue;
        codes.push_back(old.code->text);
        if (stated.code && old.code->text == stated.code->text) same.push_back(&old);
      }
    }
    if (stated.code && same.empty()) {
      report_nothing({stated.code->text, stated.code->span}, Keyword::code, codes);
      return;
    }
    if (same.size() != 1) {
      diagnostics_.add(Code::decision_without_code, stated.outcome.span)
          .notes.push_back({Phrase::decisions_by_code, {}});
      return;
    }
    syntax::Decision& old = *same.front();
    old.outcome = std::move(stated.outcome);
    old.condition = stated.condition;
    old.span = stated.span;
    replace(old.because, stated.because);
    replace(old.basis, stated.basis);
  }

  syntax::Rulebook& book_;
  const std::string& name_;
  syntax::Rulebook& change_;
  text::Diagnostics& diagnostics_;
};

}  // namespace

void amend(syntax::Rulebook& book, const std::string& name, syntax::Rulebook change, text::Diagnostics& diagnostics) {
  Amendment(book, name, change, diagnostics).run();
}

}  // namespace nilai::rules
