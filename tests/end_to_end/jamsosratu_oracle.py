#!/usr/bin/env python3
"""An independent recomputation of the Jamsosratu sample: the second opinion on `nilai run`.

    jamsosratu_oracle.py DATA_DIR RESULTS_CSV PERIOD        compare; exit 1 on any difference
    jamsosratu_oracle.py DATA_DIR --write FILE PERIOD       write the recomputed table instead (`-` is stdout)

The rulebook `samples/jamsosratu/jamsosratu.nilai` is written out here by hand, from the text of the language alone, in
exact fractions and in another language than the engine, so that a mistake in one is unlikely to be repeated in the
other. It knows this one rulebook and the shape of the sample's CSV files, and nothing else.

How the text of the language is read where it takes some care:

* A household or visit with a cell that a rule reads and that cannot be read is set aside whole: it is in no count. So
  is a row whose parent is not there, and what belongs to a row that was set aside. Identical rows of a keyed table
  count once; differing rows with one key are all set aside.
* `active_days` that cannot be read is *withheld*: the companion stays. A condition that would need it is neither yes
  nor no, and the decision is `undecided` (code `DATA`), unless an earlier case, or the other side of an `or`, settles
  it.
* Visits and complaints count in the quarter of their date, whatever file they stand in; cases `ever`, up to the end of
  the quarter. Households and businesses have no date of their own and belong to every quarter of their companion.
* `6 months` before the end of a quarter is clamped to the end of the shorter month.
* `streak(rated_score < 55 skipping missing)` walks back from the quarter evaluated to the first one in force. A quarter
  in which the companion has no row, or in which the score was not assessed, is passed over; one in which it is withheld
  makes the streak unknown, unless three were counted, or the streak was broken, before it is reached.
* A criterion that was not assessed shows neither value nor points nor weight. Weights of the others are rescaled.
* Numbers are written with all their digits where the expansion ends, otherwise to 6 places, half up; the score always
  with its two places.
"""

import calendar
import csv
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, Optional

IN_FORCE_FROM = date(2017, 1, 1)
FULL_COVERAGE = [(date(2017, 1, 1), Fraction(95, 100)), (date(2018, 1, 1), Fraction(97, 100))]
CRITERIA = {"visits": Fraction(40, 100), "empowerment": Fraction(40, 100), "complaints": Fraction(20, 100)}
STAGES = ["reported", "witness", "suspect", "defendant", "convicted"]
FINDINGS = ["pending", "unfounded", "substantiated"]

COLUMNS = ["companion_id", "period", "outcome", "code", "reason", "score", "assessed_weight"]
COLUMNS += [f"{name}.{part}" for name in CRITERIA for part in ("value", "points", "weight")]
COLUMNS += ["rating"]
NUMBER_COLUMNS = COLUMNS[5:-1]


# --- the calendar ---------------------------------------------------------------------------------------------------


class Quarter(NamedTuple):
    """A calendar quarter; ordered as time is."""

    year: int
    number: int  # 1 to 4

    @staticmethod
    def read(text: str) -> "Quarter":
        year, number = text.split("-Q")
        if not 1 <= int(number) <= 4:
            raise ValueError(f"no such quarter: {text}")
        return Quarter(int(year), int(number))

    @staticmethod
    def of(day: date) -> "Quarter":
        return Quarter(day.year, (day.month + 2) // 3)

    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    def last_day(self) -> date:
        month = 3 * self.number
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def previous(self) -> "Quarter":
        return Quarter.of(self.first_day() - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def months_before(day: date, count: int) -> date:
    """The same day `count` months earlier, or the end of that month where it has no such day."""
    month_index = 12 * day.year + day.month - 1 - count
    year, month = month_index // 12, month_index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# --- the records ----------------------------------------------------------------------------------------------------


class Companion(NamedTuple):
    """A companion's row of one quarter. `active_days` is None where the cell could not be read: withheld."""

    active_days: Optional[int]


class Household(NamedTuple):
    household_id: str
    companion_id: str
    productive: bool


class Business(NamedTuple):
    started_on: date
    ended_on: Optional[date]


class Case(NamedTuple):
    since: date
    stage: str
    closed_on: Optional[date]


class World:
    """The records that count, by the companion or household that they belong to."""

    def __init__(self) -> None:
        self.companions: dict[Quarter, dict[str, Companion]] = defaultdict(dict)
        self.households: dict[str, list[Household]] = defaultdict(list)  # by companion
        self.visited: dict[Quarter, set[str]] = defaultdict(set)  # households with a verified visit
        self.businesses: dict[str, list[Business]] = defaultdict(list)  # by household
        self.proven: dict[tuple[str, Quarter], int] = defaultdict(int)  # substantiated complaints
        self.cases: dict[str, list[Case]] = defaultdict(list)  # by companion
        self.set_aside: dict[str, int] = defaultdict(int)  # rows, by table


def read_table(folder: Path, table: str) -> list[dict[str, str]]:
    """Every row of `TABLE.csv` and of `TABLE-*.csv`."""
    paths = [path for path in [folder / f"{table}.csv"] if path.exists()] + sorted(folder.glob(f"{table}-*.csv"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no file for table {table}")
    rows = []
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows.extend(csv.DictReader(file))
    return rows


def once(rows: list[dict[str, str]], key: list[str], set_aside: dict[str, int], table: str) -> list[dict[str, str]]:
    """Rows of a keyed table: identical ones once, differing ones of one key not at all."""
    by_key: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows:
        by_key.setdefault(tuple(row[column] for column in key), []).append(row)
    kept = []
    for same in by_key.values():
        if all(row == same[0] for row in same):
            kept.append(same[0])
        else:
            set_aside[table] += len(same)
    return kept


class Cells:
    """Reads cells; ValueError where a cell cannot be read. Remembers dates, of which there are few, and often."""

    def __init__(self) -> None:
        self.known_days: dict[str, date] = {}

    def day(self, text: str) -> date:
        known = self.known_days.get(text)
        if known is None:
            known = self.known_days[text] = date.fromisoformat(text)
        return known

    def optional_day(self, text: str) -> Optional[date]:
        return self.day(text) if text else None

    @staticmethod
    def yes(text: str) -> bool:
        if text not in ("yes", "no"):
            raise ValueError(f"neither yes nor no: {text!r}")
        return text == "yes"

    @staticmethod
    def one_of(text: str, names: list[str]) -> str:
        if text not in names:
            raise ValueError(f"not a value of the choice: {text!r}")
        return text


def read_world(folder: Path) -> World:
    world, cells = World(), Cells()
    companion_ids, household_ids = set(), set()

    for row in once(read_table(folder, "companion"), ["companion_id", "quarter"], world.set_aside, "companion"):
        try:
            active_days = int(row["active_days"])
        except ValueError:
            active_days = None
        world.companions[Quarter.read(row["quarter"])][row["companion_id"]] = Companion(active_days)
        companion_ids.add(row["companion_id"])

    for row in once(read_table(folder, "household"), ["household_id"], world.set_aside, "household"):
        try:
            household = Household(row["household_id"], row["companion_id"], cells.yes(row["productive"]))
        except ValueError:
            world.set_aside["household"] += 1
            continue
        if household.companion_id not in companion_ids:
            world.set_aside["household"] += 1
            continue
        world.households[household.companion_id].append(household)
        household_ids.add(household.household_id)

    quarter_of: dict[str, Quarter] = {}
    for row in read_table(folder, "visit"):
        try:
            verified = cells.yes(row["verified"])
            day = row["visited_on"]
            if day not in quarter_of:
                quarter_of[day] = Quarter.of(cells.day(day))
        except ValueError:
            world.set_aside["visit"] += 1
            continue
        if row["companion_id"] not in companion_ids or row["household_id"] not in household_ids:
            world.set_aside["visit"] += 1
        elif verified:
            world.visited[quarter_of[day]].add(row["household_id"])

    for row in read_table(folder, "business"):
        try:
            business = Business(cells.day(row["started_on"]), cells.optional_day(row["ended_on"]))
        except ValueError:
            world.set_aside["business"] += 1
            continue
        if row["household_id"] not in household_ids:
            world.set_aside["business"] += 1
        else:
            world.businesses[row["household_id"]].append(business)

    for row in read_table(folder, "complaint"):
        try:
            quarter, finding = Quarter.of(cells.day(row["received_on"])), cells.one_of(row["finding"], FINDINGS)
        except ValueError:
            world.set_aside["complaint"] += 1
            continue
        if row["companion_id"] not in companion_ids:
            world.set_aside["complaint"] += 1
        elif finding == "substantiated":
            world.proven[row["companion_id"], quarter] += 1

    for row in read_table(folder, "case"):
        try:
            stage = cells.one_of(row["stage"], STAGES)
            case = Case(cells.day(row["since"]), stage, cells.optional_day(row["closed_on"]))
        except ValueError:
            world.set_aside["case"] += 1
            continue
        if row["companion_id"] not in companion_ids:
            world.set_aside["case"] += 1
        else:
            world.cases[row["companion_id"]].append(case)
    return world


# --- the rules ------------------------------------------------------------------------------------------------------


class Assessed(NamedTuple):
    """A criterion that was assessed; `weight` is its share after rescaling."""

    value: Fraction
    points: Fraction
    weight: Fraction


class Judgement(NamedTuple):
    """What the rules say of one companion in one quarter, the decision included."""

    companion_id: str
    quarter: Quarter
    outcome: str
    code: str
    reason: str  # in Indonesian
    score: Optional[Fraction]
    assessed_weight: Fraction
    criteria: dict[str, Optional[Assessed]]
    rating: str


class Marks(NamedTuple):
    """What is measured of one companion in one quarter, before anything is decided."""

    caseload: int
    productive: int
    criteria: dict[str, Optional[Assessed]]
    assessed_weight: Fraction
    score: Optional[Fraction]
    rated_score: Optional[Fraction]  # None: missing, or withheld
    withheld: bool  # rated_score would need the withheld active_days


def full_coverage(quarter: Quarter) -> Fraction:
    """The value in force on the period's first day."""
    return [value for start, value in FULL_COVERAGE if start <= quarter.first_day()][-1]


def on_scale(value: Fraction, low: tuple, high: tuple) -> Fraction:
    """Linear between two named points (at, points), flat beyond them."""
    (low_at, low_points), (high_at, high_points) = low, high
    if value <= low_at:
        return Fraction(low_points)
    if value >= high_at:
        return Fraction(high_points)
    return low_points + Fraction(high_points - low_points) * (value - low_at) / (high_at - low_at)


def empowerment_points(value: Fraction) -> Fraction:
    for at_least, points in ((Fraction(35, 100), 100), (Fraction(20, 100), 75), (Fraction(5, 100), 40)):
        if value >= at_least:
            return Fraction(points)
    return Fraction(0)


def rounded(value: Fraction, places: int) -> Fraction:
    """Half away from zero; every number here is at least 0."""
    assert value >= 0
    unit = 10**places
    return Fraction((2 * value.numerator * unit + value.denominator) // (2 * value.denominator), unit)


def is_empowered(businesses: list[Business], quarter: Quarter) -> bool:
    last_day = quarter.last_day()
    started_by = months_before(last_day, 6)
    return any(b.started_on <= started_by and (b.ended_on is None or b.ended_on > last_day) for b in businesses)


def measure(world: World, companion_id: str, quarter: Quarter) -> Marks:
    households = world.households.get(companion_id, [])
    visited = world.visited[quarter]
    caseload = len(households)
    covered = sum(1 for h in households if h.household_id in visited)
    productive = [h for h in households if h.productive]
    empowered = sum(1 for h in productive if is_empowered(world.businesses.get(h.household_id, []), quarter))

    found: dict[str, tuple[Fraction, Fraction]] = {}  # value and points of what was assessed
    if caseload >= 30:
        coverage = Fraction(covered, caseload)
        found["visits"] = coverage, on_scale(coverage, (Fraction(30, 100), 0), (full_coverage(quarter), 100))
    if len(productive) >= 20:
        share = Fraction(empowered, len(productive))
        found["empowerment"] = share, empowerment_points(share)
    if caseload >= 50:
        proven = Fraction(100 * world.proven.get((companion_id, quarter), 0), caseload)
        found["complaints"] = proven, on_scale(proven, (Fraction(0), 100), (Fraction(3), 0))

    assessed_weight = sum((CRITERIA[name] for name in found), Fraction(0))
    criteria = {
        name: Assessed(*found[name], CRITERIA[name] / assessed_weight) if name in found else None for name in CRITERIA
    }
    score = rounded(sum(c.points * c.weight for c in criteria.values() if c), 2) if found else None

    active_days = world.companions[quarter][companion_id].active_days
    enough = assessed_weight >= Fraction(70, 100)
    withheld = enough and active_days is None
    rated_score = score if enough and not withheld and active_days >= 45 else None
    return Marks(caseload, len(productive), criteria, assessed_weight, score, rated_score, withheld)


def rating_of(rated_score: Optional[Fraction]) -> str:
    if rated_score is None:
        return ""
    for at_least, name in ((85, "excellent"), (70, "good"), (55, "fair"), (40, "poor")):
        if rated_score >= at_least:
            return name
    return "very_poor"


def low_three_times(world: World, companion_id: str, quarter: Quarter, marks: Marks) -> Optional[bool]:
    """Whether `streak(rated_score < 55 skipping missing) >= 3`; None where a withheld score leaves it open."""
    count = 0
    while True:
        if marks.withheld:
            return None
        if marks.rated_score is not None:
            if marks.rated_score >= 55:
                return False
            count += 1
            if count == 3:
                return True
        quarter = quarter.previous()
        while quarter.first_day() >= IN_FORCE_FROM and companion_id not in world.companions.get(quarter, {}):
            quarter = quarter.previous()
        if quarter.first_day() < IN_FORCE_FROM:
            return False
        marks = measure(world, companion_id, quarter)


def decide(world: World, companion_id: str, quarter: Quarter, marks: Marks) -> tuple[str, str, str]:
    """Outcome, code and reason: the first case that holds; `undecided` at the first that is neither yes nor no."""
    undecided = "undecided", "DATA", ""
    last_day = quarter.last_day()
    cases = [case for case in world.cases.get(companion_id, []) if case.since <= last_day]

    if any(case.stage == "convicted" for case in cases):
        return "replace", "HKM-02", "Terpidana (inkracht)"
    if any(
        STAGES.index(case.stage) >= STAGES.index("suspect") and (case.closed_on is None or case.closed_on > last_day)
        for case in cases
    ):
        return "suspend", "HKM-01", "Perkara hukum berjalan"

    active_days = world.companions[quarter][companion_id].active_days
    if marks.assessed_weight < Fraction(70, 100) or (active_days is not None and active_days < 45):
        return "not_rated", "BKT-01", "Bukti di bawah minimum"
    if active_days is None:
        return undecided

    low = low_three_times(world, companion_id, quarter, marks)
    if low is None:
        return undecided
    if low:
        return "replace", "NIL-03", "Nilai di bawah 55 pada tiga triwulan terakhir yang dinilai"
    score = written(marks.score, 2).replace(".", ",")
    if marks.score < 55:
        return "warn", "NIL-02", f"Nilai {score} di bawah 55"
    if marks.score < 70:
        return "coach", "NIL-01", f"Nilai {score} di bawah 70"
    return "retain", "", ""


def evaluate(world: World, quarter: Quarter) -> list[Judgement]:
    """Every companion with a row in the quarter, in the bytewise order of the key."""
    judgements = []
    for companion_id in sorted(world.companions.get(quarter, {}), key=str.encode):
        marks = measure(world, companion_id, quarter)
        outcome, code, reason = decide(world, companion_id, quarter, marks)
        judgements.append(
            Judgement(
                companion_id,
                quarter,
                outcome,
                code,
                reason,
                marks.score,
                marks.assessed_weight,
                marks.criteria,
                rating_of(marks.rated_score),
            )
        )
    return judgements


# --- results.csv ----------------------------------------------------------------------------------------------------


def written(value: Optional[Fraction], places: Optional[int] = None) -> str:
    """A number as results.csv has it; `places` are those stated in the rulebook, if any."""
    if value is None:
        return ""
    digits = places
    if digits is None:
        rest, twos, fives = value.denominator, 0, 0
        while rest % 2 == 0:
            rest, twos = rest // 2, twos + 1
        while rest % 5 == 0:
            rest, fives = rest // 5, fives + 1
        digits = max(twos, fives) if rest == 1 else 6
    scaled = rounded(value, digits) * 10**digits
    assert scaled.denominator == 1
    text = str(scaled.numerator).rjust(digits + 1, "0")
    if digits == 0:
        return text
    text = f"{text[:-digits]}.{text[-digits:]}"
    return text


def row_of(judgement: Judgement) -> dict[str, str]:
    row = {
        "companion_id": judgement.companion_id,
        "period": str(judgement.quarter),
        "outcome": judgement.outcome,
        "code": judgement.code,
        "reason": judgement.reason,
        "score": written(judgement.score, 2),
        "assessed_weight": written(judgement.assessed_weight),
        "rating": judgement.rating,
    }
    for name, criterion in judgement.criteria.items():
        for part in ("value", "points", "weight"):
            row[f"{name}.{part}"] = written(getattr(criterion, part)) if criterion else ""
    return row


def write(judgements: list[Judgement], target: str) -> None:
    file = sys.stdout if target == "-" else open(target, "w", encoding="utf-8", newline="")
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row_of(judgement) for judgement in judgements)
    if file is not sys.stdout:
        file.close()


def as_number(text: str) -> Optional[Fraction]:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def same_reason(expected: str, found: str) -> bool:
    """The rulebook's own reasons, with the decimal mark of either language; those of the engine are its own affair."""
    return not expected or found in (expected, expected.replace(",", "."))


def differences(judgements: list[Judgement], results_path: Path) -> list[str]:
    """A line a difference, in the order of the file; empty where the file says what was recomputed."""
    with open(results_path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, found_rows = list(reader.fieldnames or []), list(reader)
    if header != COLUMNS:
        return [f"header: expected {','.join(COLUMNS)}, found {','.join(header)}"]

    expected_rows = [row_of(judgement) for judgement in judgements]
    expected_ids = [row["companion_id"] for row in expected_rows]
    found_ids = [row["companion_id"] for row in found_rows]
    found_by_id = {row["companion_id"]: row for row in found_rows}
    lines = [f"{key}: missing from the results" for key in expected_ids if key not in found_by_id]
    lines += [f"{key}: not expected in the results" for key in found_ids if key not in set(expected_ids)]
    if not lines and expected_ids != found_ids:
        lines.append("rows are not in the bytewise order of the key, or one stands there twice")

    for expected in expected_rows:
        found = found_by_id.get(expected["companion_id"])
        for column in COLUMNS if found else []:
            if column == "reason":
                same = same_reason(expected[column], found[column])
            else:
                same = expected[column] == found[column]
            if not same:
                # An equal number in another spelling is a difference too, but another kind of mistake: say which.
                number = as_number(expected[column]) if column in NUMBER_COLUMNS else None
                note = " (the same number)" if number is not None and number == as_number(found[column]) else ""
                where = f"{expected['companion_id']} {column}"
                lines.append(f"{where}: expected {expected[column]!r}, found {found[column]!r}{note}")
    return lines


def main(arguments: list[str]) -> int:
    if len(arguments) == 4 and arguments[1] == "--write":
        folder, target, period = arguments[0], arguments[2], arguments[3]
        write(evaluate(read_world(Path(folder)), Quarter.read(period)), target)
        return 0
    if len(arguments) != 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2

    folder, results_path, period = arguments
    judgements = evaluate(read_world(Path(folder)), Quarter.read(period))
    lines = differences(judgements, Path(results_path))
    for line in lines[:20]:
        print(line)
    print(f"{period}: {len(judgements)} companions, {len(lines)} differences")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
