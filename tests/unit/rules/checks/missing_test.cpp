#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("check_missing asks what follows where a value may be missing", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"a bound proves the divisor", "measure m = 1 / households\noutcomes a\ndecide a when m > 1 a otherwise", {}},
      {"a share of what may be nothing",
       "outcomes a\ndecide a when share(verified of visit) < 50% a otherwise",
       {"3201 share(verified of visit) < 50%"}},
      {"caught by an earlier case",
       "measure s = share(verified of visit)\noutcomes a b\ndecide b when s is missing a when s < 50% b otherwise",
       {}},
      {"the left side of an or proves the right",
       "measure n = count(visit where minutes is missing or minutes > 30)",
       {}},
      {"the other way round it does not",
       "measure n = count(visit where minutes > 30 or minutes is missing)",
       {"3201 minutes > 30 or minutes is missing"}},
      {"the left side of an and proves the right",
       "measure n = count(visit where minutes is not missing and minutes > 30)",
       {}},
      {"a value given instead", "measure n = sum((minutes if missing 0) of visit)", {}},
      {"an average that skips", "measure n = average(minutes of visit skipping missing)", {}},
      {"an average that does not", "measure n = average(minutes of visit)", {"3202 minutes"}},
      {"peers whose value may be missing",
       "measure s = share(verified of visit)\nmeasure n = median(s among companion)",
       {"3202 s"}},
      {"peers without those whose value is missing",
       "measure s = share(verified of visit)\noutcomes a\n"
       "decide a when median(s among companion skipping missing) > 50% a otherwise",
       {"3201 median(s among companion skipping missing) > 50%"}},
      {"what breaks ties is there",
       "measure s = share(verified of visit)\nmeasure n = rank(mark among companion skipping missing, s)",
       {"3202 s"}},
      {"a group is never empty", "outcomes a\ndecide a when median(mark among companion) > 1 a otherwise", {}},
      {"it may be too small",
       "outcomes a\ndecide a when median(mark among companion with at least 2) > 1 a otherwise",
       {"3201 median(mark among companion with at least 2) > 1"}},
      {"who is alone has no place in per cent",
       "outcomes a\ndecide a when percentile rank(mark among companion) > 50% a otherwise",
       {"3201 percentile rank(mark among companion) > 50%"}},
      {"there is no period before the first",
       "outcomes a\ndecide a when change(mark) > 1 a otherwise",
       {"3201 change(mark) > 1"}},
      {"the present is one of the last", "outcomes a\ndecide a when min(mark in last 2 quarters) > 1 a otherwise", {}},
      {"and not of those before",
       "outcomes a\ndecide a when min(mark in previous quarter) > 1 a otherwise",
       {"3201 min(mark in previous quarter) > 1"}},
      {"a streak over what may be missing",
       "measure s = share(verified of visit)\nmeasure n = streak(s < 50%)",
       {"3201 s < 50%"}},
      {"a streak that skips", "measure s = share(verified of visit)\nmeasure n = streak(s < 50% skipping missing)", {}},
      {"evidence proves the count it names",
       "criterion c weight 100% measured by share(productive of household) points 0 at 0, 100 at 1\n"
       "assessed when count(household) >= 1 if missing not assessed\nscore = weighted average of criteria",
       {}},
      {"the weight assessed of one score proves nothing of another",
       "criterion a in work measured by average(minutes of visit skipping missing) points = it if missing not "
       "assessed\n"
       "criterion b measured by average(minutes of visit skipping missing) points = it if missing not assessed\n"
       "score work = sum of points\nscore = sum of points\noutcomes o\n"
       "decide o when assessed weight = 0 or work > 1 o otherwise",
       {"3201 assessed weight = 0 or work > 1"}},
      {"that of its own does, however it is called",
       "criterion a in work measured by average(minutes of visit skipping missing) points = it if missing not "
       "assessed\n"
       "criterion b measured by average(minutes of visit skipping missing) points = it if missing not assessed\n"
       "score work = 0 when assessed weight = 0, sum of points otherwise\n"
       "score = 0 when assessed weight(score) = 0, sum of points otherwise\noutcomes o\n"
       "decide o when assessed weight(work) > 0 and work > 1 o when assessed weight > 0 and score > 1 o otherwise",
       {}},
      {"a part that is a score counts where it is not missing",
       "criterion a in work measured by mark points = it\n"
       "score work weight 1 in score = sum of points\nscore = weighted average of criteria\noutcomes o\n"
       "decide o when score > 1 o otherwise",
       {}},
      {"and may be missing",
       "criterion a in work measured by mark points = it\n"
       "score work weight 1 in score = sum of points assessed when households > 3\n"
       "score = weighted average of criteria\noutcomes o\ndecide o when score > 1 o otherwise",
       {"3201 score > 1"}},
      {"points of what is always assessed are there",
       "criterion a weight 1 measured by mark points = it\nscore = sum of points\noutcomes o\n"
       "decide o when points(a) > 1 and max(points of criteria) > 1 and weight(a) > 0 o otherwise",
       {}},
      {"of what may not be they are not",
       "criterion a measured by average(minutes of visit skipping missing) points = it if missing not assessed\n"
       "outcomes o\ndecide o when points(a) > 1 o otherwise",
       {"3201 points(a) > 1"}},
      {"a count of criteria is always there",
       "criterion a measured by average(minutes of visit skipping missing) points = it if missing not assessed\n"
       "outcomes o\ndecide o when count(criteria where points > 1) > 1 o otherwise",
       {}},
      {"the greatest of none is not",
       "criterion a measured by average(minutes of visit skipping missing) points = it if missing not assessed\n"
       "outcomes o\ndecide o when max(points of criteria) > 1 o otherwise",
       {"3201 max(points of criteria) > 1"}},
      {"unless some weight was assessed",
       "criterion a measured by average(minutes of visit skipping missing) points = it if missing not assessed\n"
       "score = mark\noutcomes o\n"
       "decide o when assessed weight > 0 and max(points of criteria) > 1 o otherwise",
       {}},
      {"a weight that may be missing",
       "criterion a weight share(verified of visit) measured by mark points = it\nscore = weighted average of criteria",
       {"3202 share(verified of visit)"}},
      {"a weight of zero leaves nothing to average",
       "criterion a weight count(visit) measured by mark points = it\nscore = weighted average of criteria\n"
       "outcomes o\ndecide o when score > 1 o otherwise",
       {"3201 score > 1"}},
      {"a criterion that does not say",
       "criterion c weight 100% measured by share(productive of household)\n"
       "points 0 at 0, 100 at 1\nscore = weighted average of criteria",
       {"3210 share(productive of household)"}},
      {"a score that may rest on nothing",
       "criterion c weight 100% measured by share(productive of household) points 0 at 0, 100 at 1 if missing not "
       "assessed\n"
       "score = weighted average of criteria\noutcomes a b\ndecide b when score < 50 a otherwise",
       {"3201 score < 50"}},
      {"the assessed weight proves it",
       "criterion c weight 100% measured by share(productive of household) points 0 at 0, 100 at 1 if missing not "
       "assessed\n"
       "score = weighted average of criteria\noutcomes a b\n"
       "decide b when assessed weight < 70% b when score < 50 a otherwise",
       {}},
      {"a root of what is never negative", "outcomes a\ndecide a when root(mark, 2, 6) > 1 a otherwise", {}},
      {"a root of what may be negative",
       "outcomes a\ndecide a when root(mark - 50, 2, 6) > 1 a otherwise",
       {"3201 root(mark - 50, 2, 6) > 1"}},
      {"an odd root", "outcomes a\ndecide a when root(mark - 50, 3, 6) > 1 a otherwise", {}},
      {"a logarithm of what may be zero",
       "outcomes a\ndecide a when ln(mark, 6) > 1 a otherwise",
       {"3201 ln(mark, 6) > 1"}},
      {"a logarithm of what is above zero", "outcomes a\ndecide a when ln(households, 6) > 1 a otherwise", {}},
      {"a power with bounds",
       "outcomes a\ndecide a when power(households, mark / 100, 6) > 1 a otherwise",
       {"3201 power(households, mark / 100, 6) > 1"}},
      {"a power that is written out", "outcomes a\ndecide a when power(mark, 0.5, 6) > 1 a otherwise", {}},
      {"a bound of counts",
       "outcomes a\ndecide a when lower bound(count(visit where verified), count(visit), 95%) > 50% a otherwise",
       {"3201 lower bound(count(visit where verified), count(visit), 95%) > 50%"}},
      {"a gap with ends", "outcomes a\ndecide a when longest gap with ends(visit) > 1 a otherwise", {}},
      {"a gap", "outcomes a\ndecide a when longest gap(visit) > 1 a otherwise", {"3201 longest gap(visit) > 1"}},
      {"the only row may not be there",
       "outcomes a\ndecide a when only((minutes if missing 0) of visit) > 1 a otherwise",
       {"3201 only((minutes if missing 0) of visit) > 1"}},
      {"two rows prove a variance",
       "measure s = standard deviation((minutes if missing 0) of visit)\noutcomes a\n"
       "decide a when count(visit) >= 2 and s > 1 a otherwise",
       {}},
      {"one row does not",
       "measure s = standard deviation((minutes if missing 0) of visit)\noutcomes a\n"
       "decide a when count(visit) >= 1 and s > 1 a otherwise",
       {"3201 count(visit) >= 1 and s > 1"}},
      {"weights that may be nothing",
       "measure s = average(mark weighted by mark, households weighted by mark)\noutcomes a\ndecide a when s > 1 a "
       "otherwise",
       {"3201 s > 1"}},
      {"weights above zero",
       "measure s = average(mark weighted by households, mark weighted by 2)\noutcomes a\ndecide a when s > 1 a "
       "otherwise",
       {}},
      {"a weight that may be missing", "measure n = average(1 weighted by minutes of visit)", {"3202 minutes"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
