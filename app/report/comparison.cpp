#include "app/report/comparison.hpp"

#include <algorithm>

#include "app/io/csv_writer.hpp"
#include "grammar/keywords.hpp"

namespace nilai::app {

namespace {

void add_to(ComparedCounts& counts, bool has_another_score, const std::optional<ComparedSubject>& subject) {
  ++counts.evaluated;
  if (!subject) {
    if (has_another_score) ++counts.score_only;
    return;
  }
  ++counts.otherwise;
  if (subject->direction == Direction::better) ++counts.better;
  if (subject->direction == Direction::worse) ++counts.worse;
}

grammar::Keyword keyword_of(rules::Change::Kind kind) {
  using Kind = rules::Change::Kind;
  using grammar::Keyword;
  switch (kind) {
    case Kind::parameter:
      return Keyword::parameter;
    case Kind::column:
      return Keyword::column;
    case Kind::measure:
      return Keyword::measure;
    case Kind::criterion:
      return Keyword::criterion;
    case Kind::score:
      return Keyword::score;
    case Kind::decision_case:
      break;
  }
  return Keyword::decide;
}

}  // namespace

void count(Comparison& comparison, const std::string& group, bool has_another_score,
           std::optional<ComparedSubject> subject) {
  add_to(comparison.all, has_another_score, subject);
  if (!comparison.by.empty()) {
    auto& groups = comparison.groups;
    const auto place = std::lower_bound(groups.begin(), groups.end(), group,
                                        [](const auto& g, const auto& name) { return g.first < name; });
    const auto found = place != groups.end() && place->first == group ? place : groups.insert(place, {group, {}});
    add_to(found->second, has_another_score, subject);
  }
  if (!subject) return;
  subject->group = group;
  comparison.subjects.push_back(*std::move(subject));
}

std::string change_name(const rules::Change& change, text::Language language) {
  const bool is_indonesian = language == text::Language::id;
  const std::string_view spellings =
      grammar::spellings(keyword_of(change.kind),
                         is_indonesian ? grammar::KeywordLanguage::indonesian : grammar::KeywordLanguage::english);
  const std::string word(spellings.substr(0, spellings.find('|')));
  const bool has_name = change.kind != rules::Change::Kind::score || change.name != "score";
  return has_name ? word + " " + change.name : word;
}

std::string comparison_csv(const Comparison& comparison) {
  std::string text;
  CsvWriter csv(text);
  for (const std::string& column : comparison.key_columns) csv.text(column);
  csv.text("period");
  if (!comparison.by.empty()) csv.text(comparison.by);
  for (const char* column : {"from_outcome", "to_outcome", "from_code", "to_code", "from_score", "to_score"}) {
    csv.text(column);
  }
  csv.text("direction").text("cause").end_record();
  for (const ComparedSubject& subject : comparison.subjects) {
    for (const std::string& part : subject.key) csv.text(part);
    csv.text(subject.period);
    if (!comparison.by.empty()) csv.text(subject.group);
    csv.text(subject.before.outcome).text(subject.after.outcome).text(subject.before.code).text(subject.after.code);
    csv.number(subject.before.score).number(subject.after.score);
    csv.text(subject.direction == Direction::better ? "better" : subject.direction == Direction::worse ? "worse" : "");
    std::string causes;
    for (const std::size_t cause : subject.causes) {
      causes += (causes.empty() ? "" : "; ") + change_name(comparison.changes[cause], text::Language::en);
    }
    csv.text(causes).end_record();
  }
  return text;
}

}  // namespace nilai::app
