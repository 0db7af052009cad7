// What holds for every world, on small ones that RapidCheck makes up for the Jamsosratu rulebook.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include "engine/gather/gather.hpp"
#include "engine/judge/judge.hpp"
#include "property/jamsosratu_world.hpp"
#include "rules/compile.hpp"
#include "rules/explanation.hpp"

namespace rc {

/// Some are under each threshold of the evidence, most are above.
template <>
struct Arbitrary<nilai::tests::MadeUpCompanion> {
  static Gen<nilai::tests::MadeUpCompanion> arbitrary() {
    using Companion = nilai::tests::MadeUpCompanion;
    // RapidCheck begins with small numbers, and thirty households are needed before anything is assessed.
    const auto up_to = [](int most) { return gen::resize(kNominalSize, gen::inRange(0, most + 1)); };
    return gen::build<Companion>(
        gen::set(&Companion::household_count, up_to(80)), gen::set(&Companion::productive_share, up_to(100)),
        gen::set(&Companion::visited_share, up_to(100)), gen::set(&Companion::empowered_share, up_to(60)),
        gen::set(&Companion::proven_complaint_count, up_to(3)),
        gen::set(&Companion::active_days, gen::element(-1, 44, 45, 90, 90, 90, 90, 90)),
        gen::set(&Companion::case_stage, gen::element(-1, -1, -1, -1, -1, -1, 0, 2, 4)),
        gen::set(&Companion::is_case_closed, gen::arbitrary<bool>()),
        gen::set(&Companion::missed_quarter, gen::element(0, 0, 0, 0, 1, 2)));
  }
};

}  // namespace rc

namespace nilai::tests {

/// So that a world that breaks a property can be read.
static void showValue(const MadeUpCompanion& c, std::ostream& out) {
  out << "{households " << c.household_count << ", productive " << c.productive_share << "%, visited "
      << c.visited_share << "%, empowered " << c.empowered_share << "%, complaints " << c.proven_complaint_count
      << ", days " << c.active_days << ", case " << c.case_stage << (c.is_case_closed ? " closed" : "")
      << ", missed quarter " << c.missed_quarter << "}";
}

namespace {

using Companions = std::vector<MadeUpCompanion>;

const rules::Compiled& rulebook() {
  static const std::unique_ptr<const rules::Compiled> compiled = [] {
    std::ifstream file(NILAI_RULEBOOK, std::ios::binary);
    text::Diagnostics diagnostics;
    return rules::compile(text::Source("jamsosratu.nilai", {std::istreambuf_iterator<char>(file), {}}), diagnostics);
  }();
  REQUIRE(compiled != nullptr);
  return *compiled;
}

std::vector<engine::Period> periods() {
  const auto first = engine::Period::parse("2017-Q1", engine::PeriodUnit::quarter);
  return {*first, first->plus(1), first->plus(2)};
}

engine::GatherResult gathered(const World& world, const Layout& layout = {}, unsigned threads = 1) {
  const engine::Plan& plan = rulebook().plan;
  engine::GatherResult result = engine::gather(plan, inputs_of(world, plan, layout), periods(),
                                               {.threads = threads, .keep_rows = {}, .progress = {}, .watch = {}});
  RC_ASSERT(result.faults.empty());
  return result;
}

bool same(const engine::Column& a, const engine::Column& b) {
  return a.kind == b.kind && a.is_constant == b.is_constant && a.presence == b.presence && a.numbers == b.numbers &&
         a.codes == b.codes && a.texts == b.texts;
}

bool same(const std::vector<engine::Column>& a, const std::vector<engine::Column>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return same(x, y); });
}

bool same(const engine::Gathered& a, const engine::Gathered& b) {
  return a.keys == b.keys &&
         std::equal(a.periods.begin(), a.periods.end(), b.periods.begin(), b.periods.end(),
                    [](const auto& x, const auto& y) {
                      return x.period == y.period && x.is_evaluated == y.is_evaluated && same(x.columns, y.columns) &&
                             std::equal(x.aggregates.begin(), x.aggregates.end(), y.aggregates.begin(),
                                        y.aggregates.end(), [](const auto& p, const auto& q) {
                                          return same(p.value, q.value) && p.counted == q.counted && p.taken == q.taken;
                                        });
                    });
}

/// The outcome that the run wrote for a subject: of the case that decided, or `undecided`.
std::string outcome_of(const engine::Judgements& judgements, std::size_t subject) {
  const engine::Plan& plan = rulebook().plan;
  const std::uint32_t decision = judgements.decision[subject];
  return decision == engine::Judgements::undecided ? "undecided" : plan.outcomes[plan.decisions[decision].outcome];
}

/// The cases before the one that decided do not hold, and it does; of the undecided, one is not known.
void assert_cases_lead_there(const rules::Explanation& explanation, std::uint32_t decision) {
  const bool is_decided = decision != engine::Judgements::undecided;
  std::size_t at = 0;
  while (at < explanation.cases.size() && explanation.cases[at].state == rules::CaseState::does_not_hold) ++at;
  RC_ASSERT(at < explanation.cases.size());
  RC_ASSERT(explanation.cases[at].state == (is_decided ? rules::CaseState::holds : rules::CaseState::not_known));
  if (is_decided) {
    RC_ASSERT(at == decision);
    RC_ASSERT(explanation.cases[at].outcome == explanation.outcome);
    RC_ASSERT(explanation.cases[at].code == explanation.code);
  }
  for (++at; at < explanation.cases.size(); ++at) {
    RC_ASSERT(explanation.cases[at].state == rules::CaseState::not_reached);
  }
}

/// The score is the rounded sum of points x part of the weight, and the parts make up the whole.
void assert_score_adds_up(const rules::Explanation& explanation) {
  engine::Number sum, parts, assessed;
  for (const rules::CriterionLine& line : explanation.criteria) {
    RC_ASSERT(line.is_assessed == line.points.value.is_present());
    if (!line.is_assessed) continue;
    RC_ASSERT(line.points.value.number() * line.part_weight.value.number() == line.product.value.number());
    sum += line.product.value.number();
    parts += line.part_weight.value.number();
    assessed += line.weight.value.number();
  }
  const rules::ScoreLine& score = explanation.scores.at(0);
  RC_ASSERT(score.assessed_weight.value.number() == assessed);
  RC_ASSERT(score.value.value.is_present() == !assessed.is_zero());
  if (assessed.is_zero()) return;
  RC_ASSERT(parts == engine::Number(1));
  RC_ASSERT(score.exact.value.number() == sum);
  RC_ASSERT(score.value.value.number() == sum.rounded(engine::RoundingDirection::half_away, 2));
}

}  // namespace

TEST_CASE("an explanation ends where the run ended, and adds up", "[property]") {
  std::set<std::string> reached;
  REQUIRE(rc::check([&](const Companions& companions, std::uint32_t seed) {
    const engine::GatherResult records = gathered(make_world(companions, seed));
    const engine::Judgements judgements = engine::judge(rulebook().plan, records.gathered);
    for (std::size_t subject = 0; subject < records.gathered.subject_count(); ++subject) {
      const rules::Explanation explanation =
          rules::explain(rulebook(), records.gathered, judgements, subject, text::Language::en);
      RC_ASSERT(explanation.key == records.gathered.keys[subject]);
      RC_ASSERT(explanation.is_evaluated == records.gathered.periods.back().is_evaluated[subject]);
      if (!explanation.is_evaluated) continue;
      RC_ASSERT(explanation.outcome == outcome_of(judgements, subject));
      assert_cases_lead_there(explanation, judgements.decision[subject]);
      assert_score_adds_up(explanation);
      reached.insert(explanation.outcome + " " + explanation.code);
    }
  }));
  // Or the worlds are too tame to say anything: every case of the decision decides somewhere.
  CHECK(reached == std::set<std::string>{"coach NIL-01", "not_rated BKT-01", "replace HKM-02", "replace NIL-03",
                                         "retain ", "suspend HKM-01", "undecided DATA", "warn NIL-02"});
}

TEST_CASE("threads, files and the order of rows never matter", "[property]") {
  REQUIRE(rc::check([](const Companions& companions, std::uint32_t seed) {
    const World world = make_world(companions, seed);
    const engine::GatherResult first = gathered(world);
    const Layout layout{.file_count = *rc::gen::inRange<std::size_t>(1, 6), .is_shuffled = true, .seed = seed};
    const engine::GatherResult other = gathered(world, layout, *rc::gen::element(1u, 2u, 3u, 8u));
    RC_ASSERT(same(first.gathered, other.gathered));
    RC_ASSERT(first.last_date == other.last_date);
    RC_ASSERT(first.dates == other.dates);
    for (std::size_t table = 0; table < first.row_counts.size(); ++table) {
      const engine::RowCounts &a = first.row_counts[table], &b = other.row_counts[table];
      RC_ASSERT(a.in == world.at(rulebook().plan.tables[table].name).size() - 1);
      RC_ASSERT(a.in == a.used + a.outside + a.set_aside);
      RC_ASSERT(a.used == b.used && a.outside == b.outside && a.set_aside == b.set_aside);
      RC_ASSERT(first.refusals[table].size() == other.refusals[table].size());
    }
    const engine::Judgements one = engine::judge(rulebook().plan, first.gathered);
    const engine::Judgements two = engine::judge(rulebook().plan, other.gathered);
    RC_ASSERT(one.decision == two.decision && one.past_decisions == two.past_decisions);
    RC_ASSERT(same(one.last().slots, two.last().slots));
  }));
}

}  // namespace nilai::tests
