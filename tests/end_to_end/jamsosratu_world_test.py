#!/usr/bin/env python3
"""What the made-up records of the Jamsosratu sample promise, at the generator's default options.

    jamsosratu_world_test.py DATA_DIR        exit 1, and a line for each promise that does not hold

The demo and its tests are only worth something if every rule of the rulebook meets someone. This test holds the
generator to that, by the recomputation of `jamsosratu_oracle.py`: no change of the generator loses an outcome silently.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from jamsosratu_oracle import CRITERIA, STAGES, Quarter, evaluate, read_world

REFERENCE = Quarter(2017, 3)
QUARTERS = [Quarter(2017, 1), Quarter(2017, 2), REFERENCE, Quarter(2017, 4), Quarter(2018, 1)]

HEADERS = {
    "companion.csv": ["companion_id", "quarter", "name", "district", "gender", "active_days"],
    "household.csv": ["household_id", "companion_id", "productive"],
    **{
        f"visit-{quarter}.csv": ["companion_id", "household_id", "visited_on", "at_home", "verified"]
        for quarter in QUARTERS
    },
    "business.csv": ["household_id", "started_on", "ended_on"],
    "complaint.csv": ["companion_id", "received_on", "finding"],
    "case.csv": ["companion_id", "since", "stage", "closed_on"],
}
MAY_BE_BLANK = {"verified", "productive", "active_days", "ended_on", "closed_on"}

OUTCOMES = {
    ("retain", ""),
    ("coach", "NIL-01"),
    ("warn", "NIL-02"),
    ("suspend", "HKM-01"),
    ("replace", "HKM-02"),
    ("replace", "NIL-03"),
    ("not_rated", "BKT-01"),
    ("undecided", "DATA"),
}
GRADES = {"very_poor", "poor", "fair", "good", "excellent"}


class Promises:
    """Collects what holds and what does not, so that one run names every broken promise."""

    def __init__(self) -> None:
        self.kept_count = 0
        self.broken: list[str] = []

    def expect(self, holds: bool, promise: str) -> None:
        if holds:
            self.kept_count += 1
        else:
            self.broken.append(promise)

    def expect_between(self, low: float, value: float, high: float, promise: str) -> None:
        self.expect(low <= value <= high, f"{promise}: {value} is not within {low} to {high}")


def read_files(folder: Path, promises: Promises) -> dict[str, list[dict[str, str]]]:
    found = {path.name for path in folder.glob("*.csv")}
    promises.expect(found == set(HEADERS), f"the files of the sample and no others: {sorted(found)}")
    files = {}
    for name, header in HEADERS.items():
        with open(folder / name, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            files[name] = list(reader)
        promises.expect(reader.fieldnames == header, f"{name}: columns as in the rulebook: {reader.fieldnames}")
    return files


def check_sizes(files: dict[str, list[dict[str, str]]], promises: Promises) -> None:
    companions = files["companion.csv"]
    counts = Counter(row["quarter"] for row in companions)
    promises.expect(set(counts) == {str(quarter) for quarter in QUARTERS}, f"five quarters: {sorted(counts)}")
    promises.expect(counts[str(REFERENCE)] == 347, f"347 companions in {REFERENCE}: {counts[str(REFERENCE)]}")
    promises.expect(len(set(counts.values())) > 1, "companions come and go")
    promises.expect(len({row["district"] for row in companions}) == 8, "eight districts")

    promises.expect(len(files["household.csv"]) == 48150, f"48,150 households: {len(files['household.csv'])}")
    caseloads = Counter(row["companion_id"] for row in files["household.csv"]).values()
    promises.expect_between(120, sum(caseloads) / len(caseloads), 145, "the mean caseload")
    promises.expect_between(1, min(caseloads), 15, "the smallest caseload")
    promises.expect_between(180, max(caseloads), 230, "the largest caseload")
    productive = sum(row["productive"] == "yes" for row in files["household.csv"])
    promises.expect_between(0.55, productive / len(files["household.csv"]), 0.65, "the part of productive households")
    for quarter in QUARTERS:
        promises.expect_between(137_000, len(files[f"visit-{quarter}.csv"]), 151_000, f"visits in {quarter}")


def check_cells(files: dict[str, list[dict[str, str]]], promises: Promises) -> None:
    blanks = Counter()
    for name, rows in files.items():
        for column in HEADERS[name]:
            blank_count = sum(row[column] == "" for row in rows)
            blanks[column] += blank_count
            if column not in MAY_BE_BLANK:
                promises.expect(blank_count == 0, f"{name}: {column} is never blank: {blank_count}")
        if name != "companion.csv" and name != "household.csv":
            distinct_count = len({tuple(row.values()) for row in rows})
            promises.expect(distinct_count == len(rows), f"{name}: no row twice: {len(rows) - distinct_count}")
    promises.expect_between(3, blanks["active_days"], 15, "blank active_days")
    promises.expect_between(2, blanks["productive"], 12, "blank productive")
    promises.expect_between(20, blanks["verified"], 70, "blank verified")


def check_relations(files: dict[str, list[dict[str, str]]], promises: Promises) -> None:
    companion_rows = [(row["companion_id"], row["quarter"]) for row in files["companion.csv"]]
    promises.expect(len(set(companion_rows)) == len(companion_rows), "one row a companion and quarter")
    present = set(companion_rows)
    companion_ids = {companion_id for companion_id, _ in companion_rows}

    companion_of = {row["household_id"]: row["companion_id"] for row in files["household.csv"]}
    promises.expect(len(companion_of) == len(files["household.csv"]), "one row a household")
    promises.expect(set(companion_of.values()) <= companion_ids, "every household's companion is there")
    readable = {row["household_id"] for row in files["household.csv"] if row["productive"]}

    visited = set()
    strays = misplaced = 0
    for quarter in QUARTERS:
        first, last = quarter.first_day().isoformat(), quarter.last_day().isoformat()
        for row in files[f"visit-{quarter}.csv"]:
            household_id, companion_id = row["household_id"], row["companion_id"]
            visited.add(household_id)
            strays += household_id not in readable or companion_of[household_id] != companion_id
            misplaced += not first <= row["visited_on"] <= last or (companion_id, str(quarter)) not in present
    promises.expect(strays == 0, f"visits are to families of the companion whose row can be read: {strays}")
    promises.expect(misplaced == 0, f"visits lie in the quarter of their file, and of a companion's row: {misplaced}")
    promises.expect(len(visited) < len(companion_of), "some households are never visited")

    strays = sum(row["household_id"] not in readable for row in files["business.csv"])
    promises.expect(strays == 0, f"businesses are of families whose row can be read: {strays}")
    for name in ("complaint.csv", "case.csv"):
        promises.expect({row["companion_id"] for row in files[name]} <= companion_ids, f"{name}: companions are there")


def check_histories(files: dict[str, list[dict[str, str]]], promises: Promises) -> None:
    """The borderline records that the rules' dates are about."""
    first, last = REFERENCE.first_day().isoformat(), REFERENCE.last_day().isoformat()
    businesses = files["business.csv"]
    promises.expect(any(row["ended_on"] > last for row in businesses), "businesses close after the quarter")
    promises.expect(any(first <= row["ended_on"] < last for row in businesses), "businesses close inside the quarter")
    promises.expect(any(row["ended_on"] == last for row in businesses), "businesses close on its last day")
    starts = {row["started_on"] for row in businesses}
    just_before_and_after = {"2017-03-30", "2017-03-31"} <= starts
    promises.expect(just_before_and_after, "businesses start six months before the quarter's end, and a day after")
    promises.expect(any("2017-04" <= start <= last for start in starts), "businesses are younger than six months")

    findings = {row["finding"] for row in files["complaint.csv"]}
    promises.expect(findings == {"pending", "unfounded", "substantiated"}, f"complaints of every finding: {findings}")

    cases = {(row["stage"], row["closed_on"] != "") for row in files["case.csv"]}
    for stage in STAGES:
        for is_closed in (False, True):
            promises.expect((stage, is_closed) in cases, f"a case at {stage}, {'closed' if is_closed else 'open'}")
    grave = [row for row in files["case.csv"] if row["stage"] in ("suspect", "defendant")]
    promises.expect(any(row["since"] <= last < row["closed_on"] for row in grave), "a case closed after the quarter")
    promises.expect(any(first <= row["closed_on"] < last for row in grave), "a case closed inside the quarter")
    promises.expect(any(row["closed_on"] == last for row in grave), "a case closed on its last day")
    promises.expect(any(row["since"] > last for row in grave), "a case that begins after the quarter")


def check_judgements(folder: Path, promises: Promises) -> None:
    world = read_world(folder)
    table = {quarter: evaluate(world, quarter) for quarter in QUARTERS}
    reference = table[REFERENCE]

    counts = Counter((judgement.outcome, judgement.code) for judgement in reference)
    for outcome in sorted(OUTCOMES):
        promises.expect(counts[outcome] > 0, f"{REFERENCE}: someone is decided {outcome}")
    promises.expect(set(counts) <= OUTCOMES, f"{REFERENCE}: no other outcome: {set(counts) - OUTCOMES}")
    part = {outcome: count / len(reference) for outcome, count in counts.items()}
    promises.expect_between(0.55, part.get(("retain", ""), 0), 0.70, "the part retained")
    promises.expect_between(0.12, part.get(("coach", "NIL-01"), 0), 0.22, "the part coached")
    promises.expect_between(0.06, part.get(("warn", "NIL-02"), 0), 0.13, "the part warned")

    for name in CRITERIA:
        missing_count = sum(judgement.criteria[name] is None for judgement in reference)
        promises.expect(missing_count > 0, f"{REFERENCE}: {name} is not assessed of someone")
    grades = {judgement.rating for judgement in reference}
    promises.expect(GRADES <= grades, f"{REFERENCE}: all five grades: {grades}")
    for threshold in (55, 70):
        near = [j.score - threshold for j in reference if j.score is not None and abs(j.score - threshold) <= 1]
        promises.expect(any(gap < 0 for gap in near), f"{REFERENCE}: someone is less than a point below {threshold}")
        promises.expect(any(gap >= 0 for gap in near), f"{REFERENCE}: someone is at most a point above {threshold}")

    # What withheld active days decide, and what they leave to other rules.
    withheld = {
        judgement.outcome
        for judgement in reference
        if world.companions[REFERENCE][judgement.companion_id].active_days is None
    }
    promises.expect(withheld == {"undecided", "suspend", "not_rated"}, f"what is decided without days: {withheld}")

    few_days = [j for j in reference if j.outcome == "not_rated" and j.assessed_weight == 1]
    thin = [j for j in reference if j.outcome == "not_rated" and j.assessed_weight < 1]
    promises.expect(bool(few_days) and bool(thin), "not rated for few days, and for thin evidence")
    partly = [j for j in reference if j.assessed_weight < 1 and j.rating]
    promises.expect(bool(partly), "someone is rated without all three criteria")

    # A streak over a quarter that is passed over: because there is no row, and because too few days were worked.
    low_after_gap = set()
    for judgement in table[Quarter(2017, 4)]:
        if judgement.code == "NIL-03":
            row = world.companions[Quarter(2017, 2)].get(judgement.companion_id)
            low_after_gap.add("no row" if row is None else "few days" if (row.active_days or 0) < 45 else "worked")
    promises.expect({"no row", "few days"} <= low_after_gap, f"streaks over a quarter passed over: {low_after_gap}")

    for quarter, judgements in table.items():
        counts = Counter(f"{judgement.outcome} {judgement.code}".strip() for judgement in judgements)
        listed = ", ".join(f"{count} {what}" for what, count in counts.most_common())
        print(f"{quarter}: {len(judgements)} companions: {listed}")


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: jamsosratu_world_test.py DATA_DIR", file=sys.stderr)
        return 2
    folder, promises = Path(arguments[0]), Promises()
    files = read_files(folder, promises)
    check_sizes(files, promises)
    check_cells(files, promises)
    check_relations(files, promises)
    check_histories(files, promises)
    check_judgements(folder, promises)
    for promise in promises.broken:
        print(f"broken: {promise}")
    print(f"{promises.kept_count} promises kept, {len(promises.broken)} broken")
    return 1 if promises.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
