#include <utility>

#include "grammar/native/definitions.hpp"
#include "grammar/yaml/definitions.hpp"

namespace nilai::grammar::yaml {

namespace {

using native::Form;
using text::Phrase;

void read_outcome(Reader& reader, Value value, syntax::Outcomes& outcomes) {
  syntax::Outcome outcome;
  outcome.name = reader.name(value.key());
  if (value.node().kind == Node::Kind::scalar) {
    outcome.label.text = reader.prose(value);
  } else {
    const Keys keys(reader, value,
                    {Keyword::label, Keyword::confirmed_by_a_person, Keyword::outside_the_order, Keyword::basis},
                    Phrase::shape_text_or_keys);
    outcome.label = keys.label();
    outcome.basis = keys.basis();
    const auto mark = [&](Keyword key) {
      const auto flag = keys.find(key);
      return flag && reader.flag(*flag);
    };
    outcome.is_confirmed_by_a_person = mark(Keyword::confirmed_by_a_person);
    outcome.is_outside_the_order = mark(Keyword::outside_the_order);
  }
  outcomes.outcomes.push_back(std::move(outcome));
}

/// A text, or `{label: text, en: text, id: text}`, with `{expression}` in the texts.
syntax::Reason read_because(Reader& reader, Value value) {
  syntax::Reason reason;
  reason.span = value.node().span;
  if (value.node().kind == Node::Kind::scalar) {
    reason.text = reader.reason(value);
    return reason;
  }
  const Keys keys(reader, value, {Keyword::label}, Phrase::shape_text_or_keys);
  if (const auto text = keys.require(Keyword::label)) reason.text = reader.reason(*text);
  if (const auto text = keys.find("en")) reason.en = reader.reason(*text);
  if (const auto text = keys.find("id")) reason.id = reader.reason(*text);
  return reason;
}

void read_decision(Reader& reader, Value item, syntax::Decide& decide) {
  const auto entry = reader.only_entry(item);
  if (!entry) return;
  syntax::Decision decision;
  decision.outcome = reader.name(entry->key());
  decision.span = entry->span();
  std::optional<Value> guard = *entry;
  if (entry->node().kind != Node::Kind::scalar) {
    const Keys keys(reader, *entry, {Keyword::when, Keyword::because, Keyword::code, Keyword::basis},
                    Phrase::shape_text_or_keys);
    decision.basis = keys.basis();
    if (const auto because = keys.find(Keyword::because)) decision.because = read_because(reader, *because);
    if (const auto code = keys.find(Keyword::code)) decision.code = reader.code(*code);
    guard = keys.require(Keyword::when);
  } else if (!reader.is(entry->node(), Keyword::otherwise)) {
    reader.report_shape(*entry, Phrase::shape_keys);
    return;
  }
  if (guard && !reader.is(guard->node(), Keyword::otherwise)) {
    reader.expression(*guard, Form::condition, decision.condition, Phrase::a_condition);
    // What could not be read is not the decision for all others.
    if (decision.condition.is_none()) return;
  }
  decide.decisions.push_back(std::move(decision));
}

}  // namespace

void read_outcomes(Reader& reader, Value value) {
  syntax::Outcomes outcomes;
  outcomes.span = value.span();
  reader.each_entry(value, [&](Value outcome) { read_outcome(reader, outcome, outcomes); });
  reader.book().outcomes.push_back(std::move(outcomes));
}

void read_decide(Reader& reader, Value value) {
  syntax::Decide decide;
  decide.span = value.span();
  reader.each_item(value, [&](Value item) { read_decision(reader, item, decide); });
  native::check_otherwise(decide, reader.state());
  reader.book().decides.push_back(std::move(decide));
}

}  // namespace nilai::grammar::yaml
