#include <algorithm>
#include <array>

#include "app/report/test_report.hpp"
#include "app/report/text_table.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

using rules::CoveredPlace;
using rules::Mutant;
using text::Language;

std::string place_text(const TestedRulebook& rulebook, text::Span span) {
  const text::Source& source = rulebook.compiled->source;
  const text::Place place = source.place(span.begin);
  return "  " + source.file_at(span.begin).name + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column) + ": ";
}

// --- coverage -------------------------------------------------------------------------------------------------------

/// What is counted together, and how it is called.
struct Group {
  Word word;
  std::vector<CoveredPlace::Kind> kinds;
};

const std::array<Group, 4>& groups() {
  using Kind = CoveredPlace::Kind;
  static const std::array<Group, 4> all = {{{Word::ways_of_cases, {Kind::formula_case}},
                                            {Word::ways_of_scales, {Kind::scale_segment}},
                                            {Word::ways_of_decision, {Kind::decision}},
                                            {Word::ways_of_evidence, {Kind::evidence, Kind::no_evidence}}}};
  return all;
}

std::string way_text(const CoveredPlace& place, Language language) {
  switch (place.kind) {
    case CoveredPlace::Kind::formula_case:
    case CoveredPlace::Kind::scale_segment:
      return place.of + ": " + place.text;
    case CoveredPlace::Kind::decision:
      return place.text;
    case CoveredPlace::Kind::evidence:
      return place.of + ": " + say(Word::evidence_holds, language, {place.text});
    case CoveredPlace::Kind::no_evidence:
      return place.of + ": " + say(Word::evidence_does_not_hold, language, {place.text});
  }
  return {};
}

/// Rounded down: 95% is reached when it is.
std::string noticed_percent(const rules::MutationResult& mutation) {
  if (mutation.tried_count() == 0) return "100";
  const auto share = engine::Number::ratio(static_cast<std::int64_t>(mutation.noticed_count),
                                           static_cast<std::int64_t>(mutation.tried_count()));
  return (share * 100).rounded(engine::RoundingDirection::down, 1).to_fixed(1);
}

}  // namespace

std::string coverage_text(const TestedRulebook& rulebook, const Paint& paint, Language language) {
  const std::vector<CoveredPlace>& places = rulebook.coverage->places();
  const auto count = [&](auto is_counted) {
    return count_text(static_cast<std::uint64_t>(std::count_if(places.begin(), places.end(), is_counted)), language);
  };
  const auto is_reached = [](const CoveredPlace& place) { return place.test_count > 0; };
  const std::string head =
      say(Word::ways_reached, language, {rulebook.name, count(is_reached), count_text(places.size(), language)});
  std::string text = "\n" + paint.bold(head) + "\n";
  TextTable table({TextTable::Align::left, TextTable::Align::left});
  for (const Group& group : groups()) {
    const auto is_of_group = [&group](const CoveredPlace& place) {
      return std::find(group.kinds.begin(), group.kinds.end(), place.kind) != group.kinds.end();
    };
    const auto is_reached_of_group = [&](const CoveredPlace& place) { return is_of_group(place) && is_reached(place); };
    if (std::none_of(places.begin(), places.end(), is_of_group)) continue;
    table.add(
        {say(group.word, language), say(Word::so_many_of, language, {count(is_reached_of_group), count(is_of_group)})});
  }
  text += table.text("  ");
  if (std::all_of(places.begin(), places.end(), is_reached)) return text;
  text += say(Word::no_test_reaches, language) + "\n";
  for (const CoveredPlace& place : places) {
    if (!is_reached(place)) text += place_text(rulebook, place.span) + way_text(place, language) + "\n";
  }
  return text;
}

// --- mutants --------------------------------------------------------------------------------------------------------

std::string mutants_text(const TestedRulebook& rulebook, const Paint& paint, Language language) {
  const rules::MutationResult& mutation = *rulebook.mutation;
  const auto count = [&](std::size_t n) { return count_text(n, language); };
  std::string percent = noticed_percent(mutation);
  if (language == Language::id) std::replace(percent.begin(), percent.end(), '.', ',');
  const std::string head = say(Word::mutants_noticed, language,
                               {rulebook.name, count(mutation.noticed_count), count(mutation.tried_count()), percent});
  std::string text = "\n" + paint.bold(head) + "\n";
  if (mutation.refused_count > 0) {
    text += "  " + say(Word::mutants_refused, language, {count(mutation.refused_count)}) + "\n";
  }
  if (mutation.unnoticed.empty()) return text;
  text += say(Word::no_test_notices, language) + "\n";
  for (const Mutant& mutant : mutation.unnoticed) {
    const Word change = mutant.kind == Mutant::Kind::order ? Word::changed_places
                        : mutant.after.empty()             ? Word::left_out
                                                           : Word::became;
    text += place_text(rulebook, mutant.span) + mutant.of + ": " +
            say(change, language, {mutant.before, mutant.after}) + "\n";
  }
  return text;
}

}  // namespace nilai::app
