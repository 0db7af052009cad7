#include "rules/differences.hpp"

#include <algorithm>
#include <map>

#include "rules/diff/verdicts.hpp"

namespace nilai::rules {

namespace {

/// Sets of changes beyond these are not looked for: whoever changes that much at once wants to hear of all of it.
constexpr std::size_t most_searches = 32;

/// The subjects of both sides, in the order of their keys; a row in each, or none.
struct Subject {
  const std::vector<std::string>* key = nullptr;
  std::optional<std::size_t> before, after;
  std::optional<std::size_t> both;  ///< among those of `both_gathered`
};

std::vector<Subject> all_subjects(const engine::Gathered& before, const engine::Gathered& after) {
  std::vector<Subject> subjects;
  std::size_t b = 0, a = 0, both = 0;
  while (b < before.keys.size() || a < after.keys.size()) {
    const bool has_before = b < before.keys.size() && (a == after.keys.size() || before.keys[b] <= after.keys[a]);
    const bool has_after = a < after.keys.size() && (b == before.keys.size() || after.keys[a] <= before.keys[b]);
    Subject& subject = subjects.emplace_back();
    subject.key = has_before ? &before.keys[b] : &after.keys[a];
    if (has_before && has_after) subject.both = both++;
    if (has_before) subject.before = b++;
    if (has_after) subject.after = a++;
  }
  return subjects;
}

/// A difference whose causes are looked for.
struct Case {
  Difference* difference = nullptr;
  std::size_t period = 0;
  std::size_t subject = 0;  ///< row of `both_gathered`
};

/// Looks for the changes that made each difference, by judging again with some of them taken back.
class CauseSearch {
 public:
  CauseSearch(const Way& before, const Way& after, const std::vector<Pair>& pairs,
              const std::vector<std::size_t>& changes, const std::vector<std::optional<engine::Period>>& asked)
      : before_(before),
        after_(after),
        pairs_(pairs),
        changes_(changes),
        asked_(asked),
        mixer_(before.compiled, after.compiled, pairs),
        both_(both_gathered(before, after)) {}

  void search(const std::vector<Case>& cases) {
    for (std::size_t change = 0; change < changes_.size(); ++change) {
      const std::vector<Verdicts> taken_back = judged_without({change});
      for (const Case& one : cases) {
        if (restores(taken_back, one)) one.difference->causes.push_back(change);
      }
    }
    std::vector<Case> open;
    for (const Case& one : cases) {
      if (one.difference->causes.empty()) open.push_back(one);
    }
    for (std::size_t searches = 0; !open.empty() && searches < most_searches; ++searches) {
      search_together(open);
    }
    std::vector<std::size_t> all(changes_.size());
    for (std::size_t change = 0; change < all.size(); ++change) all[change] = change;
    for (const Case& one : open) one.difference->causes = all;
  }

 private:
  using Set = std::vector<std::size_t>;  ///< of places in `changes_`

  /// The smallest set for the first of `open`, given to all of them that it explains; those are taken out.
  void search_together(std::vector<Case>& open) {
    Set set(changes_.size());
    for (std::size_t change = 0; change < set.size(); ++change) set[change] = change;
    const Case first = open.front();
    if (!restores(judged_without(set), first)) {
      open.erase(open.begin());  // not by any definition
      return;
    }
    for (std::size_t change = 0; change < changes_.size(); ++change) {
      Set smaller;
      std::copy_if(set.begin(), set.end(), std::back_inserter(smaller), [&](std::size_t c) { return c != change; });
      if (restores(judged_without(smaller), first)) set = std::move(smaller);
    }
    const std::vector<Verdicts> taken_back = judged_without(set);
    const auto is_explained = [&](const Case& one) {
      if (!restores(taken_back, one)) return false;
      one.difference->causes = set;
      return true;
    };
    open.erase(std::remove_if(open.begin(), open.end(), is_explained), open.end());
  }

  const std::vector<Verdicts>& judged_without(const Set& taken_back) {
    const auto [entry, is_new] = judged_.try_emplace(taken_back);
    if (is_new) {
      std::vector<bool> is_taken_back(pairs_.size());
      for (const std::size_t change : taken_back) is_taken_back[changes_[change]] = true;
      entry->second = verdicts(mixer_.mix(is_taken_back), before_, after_, both_, asked_);
    }
    return entry->second;
  }

  static bool restores(const std::vector<Verdicts>& taken_back, const Case& one) {
    return are_decided_alike(taken_back[one.period][one.subject], one.difference->before);
  }

  const Way& before_;
  const Way& after_;
  const std::vector<Pair>& pairs_;
  const std::vector<std::size_t>& changes_;
  const std::vector<std::optional<engine::Period>>& asked_;
  Mixer mixer_;
  engine::Gathered both_;
  std::map<Set, std::vector<Verdicts>> judged_;
};

class Comparer {
 public:
  Comparer(const Way& before, const Way& after, const std::vector<std::optional<engine::Period>>& asked)
      : before_(before),
        after_(after),
        asked_(asked),
        pairs_(pairs(before.compiled.model, after.compiled.model)),
        subjects_(all_subjects(before.gathered, after.gathered)) {}

  Differences compare() {
    find_changes();
    const std::vector<Verdicts> old = verdicts(before_, asked_);
    const std::vector<Verdicts> now = verdicts(after_, asked_);
    for (std::size_t p = 0; p < asked_.size(); ++p) compare_period(p, old[p], now[p]);
    find_causes();
    return std::move(found_);
  }

 private:
  /// What is not the same: of two rulebooks the definitions that differ, of two datasets those that read records.
  void find_changes() {
    const bool is_one_rulebook = &before_.compiled == &after_.compiled;
    std::optional<Mixer> mixer;
    if (is_one_rulebook) mixer.emplace(before_.compiled, after_.compiled, pairs_);
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      const Pair& one = pairs_[pair];
      if (is_one_rulebook ? !mixer->reads_records(pair) : !one.is_changed) continue;
      changes_.push_back(pair);
      found_.changes.push_back({one.kind, one.name, one.text_before, one.text_after});
    }
  }

  void compare_period(std::size_t p, const Verdicts& old, const Verdicts& now) {
    PeriodDifferences& period = found_.periods.emplace_back();
    period.period = asked_[p];
    for (const Subject& subject : subjects_) {
      const Verdict nobody;
      const Verdict& before = subject.before ? old[*subject.before] : nobody;
      const Verdict& after = subject.after ? now[*subject.after] : nobody;
      if (!before.is_evaluated && !after.is_evaluated) continue;
      period.pairs.push_back({subject.before, subject.after, {}, before.score != after.score});
      if (are_decided_alike(before, after)) continue;
      period.pairs.back().difference = period.differences.size();
      period.differences.push_back({*subject.key, before, after, {}});
      if (before.is_evaluated && after.is_evaluated) {
        places_.push_back({p, period.differences.size() - 1, *subject.both});
      }
    }
  }

  void find_causes() {
    std::vector<Case> cases;
    for (const Place& place : places_) {
      cases.push_back({&found_.periods[place.period].differences[place.difference], place.period, place.subject});
    }
    const bool is_one_rulebook = &before_.compiled == &after_.compiled;
    if (cases.empty() || changes_.empty()) return;
    if (changes_.size() == 1 && !is_one_rulebook) {
      for (const Case& one : cases) one.difference->causes = {0};  // there is nothing else that it could be
      return;
    }
    CauseSearch(before_, after_, pairs_, changes_, asked_).search(cases);
  }

  struct Place {
    std::size_t period = 0, difference = 0, subject = 0;
  };

  const Way& before_;
  const Way& after_;
  const std::vector<std::optional<engine::Period>>& asked_;
  std::vector<Pair> pairs_;
  std::vector<Subject> subjects_;
  std::vector<std::size_t> changes_;  ///< places in `pairs_`
  std::vector<Place> places_;         ///< of the differences of subjects that both sides evaluate
  Differences found_;
};

}  // namespace

Differences differences(const Way& before, const Way& after, const std::vector<std::optional<engine::Period>>& asked) {
  return Comparer(before, after, asked).compare();
}

}  // namespace nilai::rules
