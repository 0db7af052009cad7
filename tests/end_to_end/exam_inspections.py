"""San Francisco inspections: 13,535 of 13,782 published scores, and the decisions of thirteen quarters."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from exam_support import main, number_or_none, read_numbered_rows, read_rows

QUARTERS = ["2014-Q4"] + [f"{year}-Q{quarter}" for year in (2015, 2016, 2017) for quarter in (1, 2, 3, 4)]
DEDUCTION = {"High Risk": 7, "Moderate Risk": 4, "Low Risk": 2}
REASON = re.compile(
    r"inspections (\S+), high (\S+), moderate (\S+), low (\S+), lowest (\S+), latest (\S+), differing (\S+)$"
)


def quarter_of(day):
    return f"{day[:4]}-Q{(int(day[4:6]) + 2) // 3}"


def band_of(score):
    if score is None:
        return None
    return "good" if score > 90 else "adequate" if score >= 86 else "needs_improvement" if score >= 71 else "poor"


@dataclass
class Quarter:
    """What one business saw in one quarter."""

    inspections: int = 0
    risks: Counter = field(default_factory=Counter)
    published: list = field(default_factory=list)  # (day, score)
    differing: int = 0
    high_risk_streak: int = 0

    def lowest(self):
        return min((score for _, score in self.published), default=None)

    def latest(self):
        """Of the last day with a score; None where that day has two different ones."""
        last_day = max((day for day, _ in self.published), default=None)
        scores = {score for day, score in self.published if day == last_day}
        return scores.pop() if len(scores) == 1 else None

    def decision(self):
        if self.inspections == 0:
            return "not_inspected", "HYG-00"
        if band_of(self.lowest()) == "poor":
            return "close_follow_up", "HYG-02"
        if self.high_risk_streak >= 2:
            return "close_follow_up", "HYG-01"
        return "routine", ""

    def numbers(self):
        """In the order in which the rulebook's reasons name them."""
        risks = [self.risks[risk] for risk in DEDUCTION]
        return [self.inspections, *risks, self.lowest(), self.latest(), self.differing]


class Own:
    """Everything recomputed from the three files."""

    def __init__(self, folder):
        self.businesses = [row["business_id"] for row in read_rows(folder / "businesses.csv", "cp1252")]
        self.inspections = read_numbered_rows(folder / "inspections_plus.csv")
        violations = read_numbered_rows(folder / "violations_plus.csv")

        self.pairs = Counter((row["business_id"], row["date"]) for row in self.inspections)
        self.orphans = [row for row in violations if (row["business_id"], row["date"]) not in self.pairs]
        found = [row for row in violations if (row["business_id"], row["date"]) in self.pairs]

        deduction = Counter()
        for row in found:
            deduction[row["business_id"], row["date"]] += DEDUCTION[row["risk_category"]]
        for row in self.inspections:
            row["published"] = number_or_none(row["Score"])
            row["computed"] = 100 - deduction[row["business_id"], row["date"]]
        self.quarters = self.roll_up(found)

    def roll_up(self, found):
        quarters = defaultdict(Quarter)
        for row in self.inspections:
            quarter = quarters[row["business_id"], quarter_of(row["date"])]
            quarter.inspections += 1
            if row["published"] is not None:
                quarter.published.append((row["date"], row["published"]))
                quarter.differing += row["published"] != row["computed"]
        for row in found:
            quarters[row["business_id"], quarter_of(row["date"])].risks[row["risk_category"]] += 1
        for business in self.businesses:
            streak = 0
            for name in QUARTERS:
                quarter = quarters[business, name]
                if quarter.inspections > 0:  # the others are passed over
                    streak = streak + 1 if quarter.risks["High Risk"] >= 1 else 0
                quarter.high_risk_streak = streak
        return quarters


def check_own(exam, own):
    published = [row for row in own.inspections if row["published"] is not None]
    differing = [row for row in published if row["published"] != row["computed"]]
    for row in differing:
        where = f"inspections_plus.csv:{row['row']} business {row['business_id']} on {row['date']}"
        exam.note("published score", where, row["published"], row["computed"])
    exam.expect(len(published) - len(differing), 13535, f"of {len(published)} published scores")
    exam.expect(len(published), 13782, "inspections with a published score")
    untouched = [row for row in differing if row["published"] < 100 and row["computed"] == 100]
    exam.expect(len(untouched), 132, "scores under 100 without any violation")
    exam.expect(len(own.orphans), 104, "violations without an inspection")
    exam.expect(sum(count > 1 for count in own.pairs.values()), 1636, "pairs (business, date) with several inspections")
    outcomes = Counter(own.quarters[business, name].decision()[0] for business in own.businesses for name in QUARTERS)
    exam.expect(sum(outcomes.values()), len(own.businesses) * len(QUARTERS), f"decisions, own: {dict(outcomes)}")


def check_rows(exam, own, out, name):
    """The inspections of the quarter, one by one; returns how many have a published score, and how many agree."""
    mine = {row["row"]: row for row in own.inspections if quarter_of(row["date"]) == name}
    theirs = {int(row["row"]): row for row in read_rows(out / "rows-inspection.csv")}
    wrong = set(mine) ^ set(theirs)
    published = agreeing = 0
    for number in set(mine) & set(theirs):
        row, written = mine[number], theirs[number]
        score, computed = (number_or_none(written[column]) for column in ("published_score", "computed_score"))
        own_values = (row["business_id"], row["published"], row["computed"], band_of(row["computed"]), name)
        if own_values != (written["business_id"], score, computed, written["computed_band"], written["period"]):
            wrong.add(number)
        published += score is not None
        agreeing += score is not None and score == computed
    for number in sorted(wrong):
        exam.note(f"row {name}", f"inspections_plus.csv:{number}", theirs.get(number), mine.get(number))
    return published, agreeing, len(wrong)


def numbers_of(reason):
    """The numbers that a reason names, None for a dash; no list at all where it names none."""
    match = REASON.search(reason)
    return [int(text) if text.isdigit() else None for text in match.groups()] if match else None


def check_results(exam, own, out, name):
    """Outcome, code, score, band and the numbers in the reason, for every business; returns how many differ."""
    results = read_rows(out / "results.csv")
    keys = [row["business_id"] for row in results]
    wrong = len(set(own.businesses) ^ set(keys)) + (keys != sorted(keys, key=str.encode))
    for row in results:
        quarter = own.quarters[row["business_id"], name]
        outcome, code = quarter.decision()
        numbers = quarter.numbers() if quarter.inspections else None
        mine = (name, outcome, code, quarter.lowest(), band_of(quarter.lowest()) or "", numbers)
        score = number_or_none(row["score"])
        theirs = (row["period"], row["outcome"], row["code"], score, row["lowest_band"], numbers_of(row["reason"]))
        if mine != theirs:
            wrong += 1
            exam.note(f"result {name}", row["business_id"], theirs, mine)
    return len(results), wrong


def check_rejected(own, out):
    """Whether the orphans are all of what was set aside, values of one date that differ apart."""
    listed = {(row["table"], int(row["row"])) for row in read_rows(out / "rejected.csv") if row["code"] != "N5218"}
    return listed == {("violation", row["row"]) for row in own.orphans}


def take(exam, folder, sample):
    own = Own(folder)
    check_own(exam, own)
    if sample is None:
        return
    totals = Counter()
    for name in QUARTERS:
        out = sample.run(name, rows="inspection")
        published, agreeing, wrong_rows = check_rows(exam, own, out, name)
        results, wrong_results = check_results(exam, own, out, name)
        totals.update(
            published=published,
            agreeing=agreeing,
            wrong_rows=wrong_rows,
            results=results,
            wrong_results=wrong_results,
            complete_lists=check_rejected(own, out),
        )
    exam.expect(totals["agreeing"], 13535, f"of {totals['published']} published scores, by nilai")
    exam.expect(totals["published"], 13782, "published scores in the rows files")
    exam.expect(totals["wrong_rows"], 0, "inspections otherwise than recomputed here")
    exam.expect(totals["results"], len(own.businesses) * len(QUARTERS), "results")
    exam.expect(totals["wrong_results"], 0, "results otherwise than recomputed here")
    exam.expect(totals["complete_lists"], len(QUARTERS), "quarters list exactly the 104 orphans as set aside")


if __name__ == "__main__":
    main("inspections", take, ["businesses.csv", "inspections_plus.csv", "violations_plus.csv"])
