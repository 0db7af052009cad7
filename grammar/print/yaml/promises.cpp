// Outcomes, decisions, guarantees and tests.
#include "grammar/print/yaml/writer.hpp"

namespace nilai::grammar::print {

YamlValue YamlWriter::value(const syntax::Outcome& outcome) const {
  const std::uint32_t anchor = outcome.name.span.begin;
  if (!outcome.is_confirmed_by_a_person && !outcome.is_outside_the_order && !outcome.basis.is_there()) {
    return short_label(outcome.label, anchor);
  }
  YamlValue all = YamlValue::mapping(anchor);
  add_label(all, outcome.label, anchor);
  if (outcome.is_confirmed_by_a_person) all.add(word(Keyword::confirmed_by_a_person), anchor, word(Keyword::yes));
  if (outcome.is_outside_the_order) all.add(word(Keyword::outside_the_order), anchor, word(Keyword::yes));
  add_text(all, Keyword::basis, outcome.basis);
  return all;
}

YamlValue YamlWriter::because(const syntax::Reason& reason) const {
  const auto prose = [&](const syntax::ReasonText& text) {
    return YamlValue::scalar(reason.span.begin, reason_prose(book_, text, language_));
  };
  if (!reason.en && !reason.id) return prose(reason.text);
  YamlValue all = YamlValue::mapping(reason.span.begin);
  all.add(word(Keyword::label), prose(reason.text));
  if (reason.en) all.add("en", prose(*reason.en));
  if (reason.id) all.add("id", prose(*reason.id));
  return all;
}

YamlValue YamlWriter::value(const syntax::Decision& decision) const {
  const std::uint32_t anchor = decision.span.begin;
  YamlValue all = YamlValue::mapping(anchor);
  YamlValue what = YamlValue::mapping(anchor);
  if (decision.condition.is_none()) {
    what.add(word(Keyword::when), anchor, word(Keyword::otherwise));
  } else {
    add_native(what, Keyword::when, decision.condition);
  }
  if (decision.because) what.add(word(Keyword::because), because(*decision.because));
  if (decision.code) what.add(word(Keyword::code), decision.code->span.begin, decision.code->text);
  add_text(what, Keyword::basis, decision.basis);
  if (decision.condition.is_none() && what.size() == 1) {
    all.add(decision.outcome.text, anchor, word(Keyword::otherwise));
  } else {
    all.add(decision.outcome.text, std::move(what));
  }
  return all;
}

YamlValue YamlWriter::value(const syntax::Guarantee& guarantee) const {
  const std::uint32_t anchor = guarantee.span.begin;
  YamlValue all = YamlValue::mapping(anchor);
  add_label(all, guarantee.label, anchor);
  add_text(all, Keyword::basis, guarantee.basis);
  all.add(word(Keyword::is), guarantee.promise_span.begin, promise(guarantee).flat());
  return in_short(std::move(all));
}

// --- tests ---------------------------------------------------------------------------------------------------------

YamlValue YamlWriter::value(const syntax::Given& given) const {
  const std::uint32_t anchor = given.span.begin;
  YamlValue all = YamlValue::mapping(anchor);
  if (given.fixed) {
    const std::string window = given.window ? printed(book_, *given.window, language_) : "";
    all.add(given.of.text, anchor, known(*given.fixed) + window);
    return all;
  }
  YamlValue columns = YamlValue::mapping(anchor);
  for (const auto& [column, known] : given.pairs) columns.add(column.text, column.span.begin, this->known(known));
  if (!given.having.empty()) {
    YamlValue rows = YamlValue::list(Line::nowhere);
    for (const syntax::Given& one : given.having) rows.add(value(one));
    columns.add(word(Keyword::having), std::move(rows));
  }
  const std::string count = given.row_count > 0 ? std::to_string(given.row_count) + " " : "";
  all.add(count.empty() ? given.of.text : count + name(given.of), std::move(columns));
  return all;
}

YamlValue YamlWriter::value(const syntax::Test& test) const {
  const std::uint32_t anchor = test.span.begin;
  YamlValue all = YamlValue::mapping(anchor);
  add_label(all, test.label, anchor);
  if (all.is_empty()) all.add(word(Keyword::label), anchor, "");
  add_text(all, Keyword::basis, test.basis);
  if (test.period) all.add(word(Keyword::in), test.period->span.begin, test.period->text);
  YamlValue given = YamlValue::list(Line::nowhere);
  for (const syntax::Given& one : test.given) given.add(value(one));
  if (!given.is_empty()) all.add(word(Keyword::given), std::move(given));
  YamlValue expect = YamlValue::list(Line::nowhere);
  for (const syntax::Expectation& one : test.expect) {
    expect.add(YamlValue::scalar(one.span.begin, expected(one)));
  }
  all.add(word(Keyword::expect), std::move(expect));
  return all;
}

}  // namespace nilai::grammar::print
