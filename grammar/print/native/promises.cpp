// Outcomes, decisions, guarantees and tests.
#include <algorithm>

#include "grammar/print/native/writer.hpp"

namespace nilai::grammar::print {

// --- outcomes and decisions ----------------------------------------------------------------------------------------

void Writer::write(const syntax::Outcomes& outcomes) {
  head(outcomes.span.begin, word(Keyword::outcomes));
  std::size_t widest_name = 0, widest_label = 0;
  for (const syntax::Outcome& outcome : outcomes.outcomes) {
    widest_name = std::max(widest_name, text::width(name(outcome.name)));
    widest_label = std::max(widest_label, text::width(label_text(outcome.label)));
  }
  for (const syntax::Outcome& outcome : outcomes.outcomes) {
    std::string line = "  " + padded(name(outcome.name), widest_name) + " ";
    line += padded(label_text(outcome.label), widest_label);
    if (outcome.is_confirmed_by_a_person) line += "  " + word(Keyword::confirmed_by_a_person);
    if (outcome.is_outside_the_order) line += "  " + word(Keyword::outside_the_order);
    if (outcome.basis.is_there()) line += "  " + word(Keyword::basis) + " " + quoted(outcome.basis.text);
    while (line.ends_with(' ')) line.pop_back();
    lines.push_back({std::move(line), outcome.name.span.begin});
  }
}

std::string Writer::reason(const syntax::Reason& reason) const {
  const auto quoted = [&](const syntax::ReasonText& text) { return "\"" + reason_text(book_, text, language_) + "\""; };
  std::string all = quoted(reason.text);
  if (reason.en) all += " en " + quoted(*reason.en);
  if (reason.id) all += " id " + quoted(*reason.id);
  return all;
}

/// On one line where it fits; else the reason and the code go below the condition.
void Writer::write(const syntax::Decision& decision, std::size_t outcome_width) {
  const std::size_t column = 2 + outcome_width + 2;
  Document guard = decision.condition.is_none() ? word(Keyword::otherwise)
                                                : word(Keyword::when) + " " + document(decision.condition);
  std::string grounds;
  const auto add = [&](Keyword keyword, const std::string& said) {
    grounds += (grounds.empty() ? "" : "  ") + word(keyword) + " " + said;
  };
  if (decision.because) add(Keyword::because, reason(*decision.because));
  if (decision.code) add(Keyword::code, code_text(*decision.code, language_));
  if (decision.basis.is_there()) add(Keyword::basis, quoted(decision.basis.text));
  const std::string opening = padded("  " + name(decision.outcome), column);
  const std::string flat = opening + guard.flat() + (grounds.empty() ? "" : "  " + grounds);
  if (text::width(flat) <= line_limit) {
    lines.push_back({flat, decision.span.begin});
    return;
  }
  lines.push_back({opening + guard.laid_out(column, line_limit), decision.span.begin});
  if (grounds.empty()) return;
  const std::uint32_t anchor = decision.because ? decision.because->span.begin
                               : decision.code  ? decision.code->span.begin
                                                : decision.basis.span.begin;
  lines.push_back({std::string(column, ' ') + grounds, anchor});
}

void Writer::write(const syntax::Decide& decide) {
  head(decide.span.begin, word(Keyword::decide));
  std::size_t widest = 0;
  for (const syntax::Decision& decision : decide.decisions) {
    widest = std::max(widest, text::width(name(decision.outcome)));
  }
  for (const syntax::Decision& decision : decide.decisions) write(decision, widest);
}

// --- guarantees ----------------------------------------------------------------------------------------------------

void Writer::write(const syntax::Guarantee& guarantee) {
  head(guarantee.span.begin, word(Keyword::guarantee) + label_text(guarantee.label));
  Clauses grounds;
  add_basis(grounds, guarantee.basis);
  grounds.write_plain(lines);
  lines.push_back({"  " + promise(guarantee).laid_out(2, line_limit), guarantee.promise_span.begin});
}

// --- tests ---------------------------------------------------------------------------------------------------------

/// `40 household  productive yes, …`, `coverage 62% in last 2 quarters`
Document Writer::told(const syntax::Given& given) const {
  Document all = (given.row_count > 0 ? std::to_string(given.row_count) + " " : "") + name(given.of);
  std::vector<Document> pairs;
  for (const auto& [column, known] : given.pairs) {
    const bool is_last = pairs.size() + 1 == given.pairs.size();
    pairs.emplace_back(name(column) + " " + this->known(known) + (is_last ? "" : ","));
  }
  if (!pairs.empty()) all += "  " + Document::filled(std::move(pairs));
  if (given.fixed) all += " " + known(*given.fixed);
  if (given.window) all += printed(book_, *given.window, language_);
  return all;
}

void Writer::write(const syntax::Test& test) {
  std::string opening = word(Keyword::test) + label_text(test.label);
  if (test.label.text.empty() && !test.label.en && !test.label.id) opening += " \"\"";
  if (test.basis.is_there()) opening += " " + word(Keyword::basis) + " " + quoted(test.basis.text);
  if (test.period) opening += " " + word(Keyword::in) + " " + test.period->text;
  head(test.span.begin, std::move(opening));
  Clauses clauses;
  for (const syntax::Given& given : test.given) {
    clauses.add(given.span.begin, word(Keyword::given), told(given));
    for (const syntax::Given& having : given.having) {
      clauses.add(having.span.begin, "", word(Keyword::having) + " " + told(having));
    }
  }
  for (const syntax::Expectation& expectation : test.expect) {
    clauses.add(expectation.span.begin, word(Keyword::expect), expected(expectation));
  }
  clauses.write_aligned(lines);
}

}  // namespace nilai::grammar::print
