"""Chicago school ratings: 621 of 621 totals, 91 of them on a tie; 12 raised by the floor, six overridden."""

from collections import Counter, defaultdict
from fractions import Fraction

from exam_support import half_up, main, number_or_none, read_rows

LEVELS = ["level_3", "level_2", "level_2_plus", "level_1", "level_1_plus"]
PUBLISHED = dict(zip(["Level 3", "Level 2", "Level 2+", "Level 1", "Level 1+"], LEVELS))
BOUNDS = [(Fraction(4), "level_1_plus"), (Fraction("3.5"), "level_1"), (Fraction(3), "level_2_plus")]
BOUNDS += [(Fraction(2), "level_2")]
WANTED = {"confirmed": 603, "raised": 12, "overridden": 6, "no_total": 8, "another_rule": 27}


def rating_of(total):
    if total is None:
        return ""
    return next((rating for bound, rating in BOUNDS if total >= bound), "level_3")


class Own:
    """Totals, ratings and outcomes recomputed from the two files."""

    def __init__(self, folder):
        self.schools = {row["school_id"]: row for row in read_rows(folder / "tidy_schools.csv")}
        indicators = defaultdict(list)
        for row in read_rows(folder / "tidy_indicators.csv"):
            indicators[row["school_id"]].append((Fraction(row["points"]), number_or_none(row["weight"])))
        for school_id, school in self.schools.items():
            school["exact"] = self.exact_total(school["sheet"], indicators[school_id])
            school["own"] = None if school["exact"] is None else half_up(school["exact"], 1)
            total = number_or_none(school["total"])
            school["published"] = None if total is None else half_up(total, 1)

    @staticmethod
    def exact_total(sheet, indicators):
        if sheet == "combo" or any(weight is None for _, weight in indicators):
            return None
        return sum(points * weight for points, weight in indicators) / 100

    def outcome(self, school):
        if school["sheet"] == "combo":
            return "another_rule"
        if school["published"] is None and school["own"] is None:
            return "no_total"
        if school["published"] != school["own"]:
            return "differs"
        if school["rating"] == "Inability to Rate":
            return "overridden"
        steps = LEVELS.index(PUBLISHED[school["rating"]]) - LEVELS.index(rating_of(school["own"]))
        return "confirmed" if steps == 0 else "raised" if steps > 0 else "differs"


def check_own(exam, own):
    totalled = [school for school in own.schools.values() if school["sheet"] != "combo" and school["total"]]
    equal = [school for school in totalled if school["own"] == school["published"]]
    exam.expect(len(equal), 621, f"of {len(totalled)} totals")
    ties = [school for school in totalled if school["exact"] * 10 % 1 == Fraction(1, 2)]
    exam.expect(len(ties), 91, "totals on a rounding tie")
    outcomes = Counter(own.outcome(school) for school in own.schools.values())
    exam.expect(dict(outcomes), WANTED, "outcomes, own")
    for school_id, school in sorted(own.schools.items()):
        outcome = own.outcome(school)
        if outcome in ("raised", "overridden", "differs"):
            exam.note(outcome, school_id, school["rating"], rating_of(school["own"]))


def take(exam, folder, sample):
    own = Own(folder)
    check_own(exam, own)
    if sample is None:
        return
    results = read_rows(sample.run() / "results.csv")
    equal = wrong = 0
    for row in results:
        school = own.schools[row["school_id"]]
        score = number_or_none(row["score"])
        equal += score is not None and score == school["published"]
        mine = (own.outcome(school), school["own"], rating_of(school["own"]))
        theirs = (row["outcome"], score, row["rating_by_total"])
        if mine != theirs:
            wrong += 1
            exam.note("result", row["school_id"], theirs, mine)
    exam.expect(equal, 621, "of 621 totals, by nilai")
    exam.expect(len(results), len(own.schools), "results")
    exam.expect(wrong, 0, "results otherwise than recomputed here")
    outcomes = dict(Counter(row["outcome"] for row in results))
    exam.expect(outcomes, WANTED, "outcomes, by nilai")


if __name__ == "__main__":
    main("schools", take, ["tidy_schools.csv", "tidy_indicators.csv"])
