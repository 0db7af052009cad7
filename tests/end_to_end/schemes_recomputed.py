#!/usr/bin/env python3
"""Two of the schemes over made-up records, worked out anew: what the tests of a rulebook, alone in their world, cannot
show.

    schemes_recomputed.py NILAI SAMPLES        exit 1 where a result differs, 77 where Python has no yaml
"""

import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path

from declared import Declared
from made_up import MadeUp
from program import Checks, Program, read_csv

FEWEST_PEERS = 5
STARS_AND_PARTS = [(5, Fraction(10, 100)), (4, Fraction(100, 300)), (3, Fraction(170, 300)), (2, Fraction(80, 100))]

# World Athletics, scoring tables for combined events, men: column, A, B, C; whether less is better.
EVENTS = [
    ("run_100", "25.4347", "18", "1.81", True),
    ("long_jump", "0.14354", "220", "1.4", False),
    ("shot", "51.39", "1.5", "1.05", False),
    ("high_jump", "0.8465", "75", "1.42", False),
    ("run_400", "1.53775", "82", "1.81", True),
    ("hurdles", "5.74352", "28.5", "1.92", True),
    ("discus", "12.91", "4", "1.1", False),
    ("pole_vault", "0.2797", "100", "1.35", False),
    ("javelin", "10.14", "7", "1.08", False),
    ("run_1500", "0.03768", "480", "1.85", True),
]


def results_of(program, checks, rulebook, work):
    """The results of the last period, by key, and the records that they come from."""
    declared = Declared(program, rulebook)
    made_up = MadeUp(declared, with_blanks=False)
    data, period = made_up.write(work / rulebook.stem), declared.evaluated()[-1]
    asked = ["--period", period] if period else []
    done = program("run", rulebook, "--data", data, *asked, "--out", work / f"{rulebook.stem}-out")
    checks.equal(done.returncode, 0, f"run {rulebook.name}: {done.stderr}")
    records = [row for row in made_up.rows[declared.subject] if row.get("period", row.get("month")) == period]
    return {next(iter(row.values())): row for row in read_csv(work / f"{rulebook.stem}-out/results.csv")}, records


def cut_point(part, scores):
    """The smallest of them with at least that part of all at or below it."""
    return min(s for s in scores if Fraction(sum(other <= s for other in scores), len(scores)) >= part)


def check_inspection_stars(checks, results, homes):
    """Each home against the others of its state, or of the nation where these are too few."""
    scores, by_state, seen = {}, {}, set()
    for home in homes:
        latest, previous, earliest = (Decimal(home[f"{cycle}_cycle"]) for cycle in ("latest", "previous", "earliest"))
        score = ((latest * 3 + previous * 2 + earliest) / 6).quantize(Decimal("0.001"), ROUND_HALF_UP)
        scores[home["home_id"]] = score
        by_state.setdefault(home["state"], []).append(score)
    for home in homes:
        home_id, peers = home["home_id"], by_state[home["state"]]
        is_national = len(peers) < FEWEST_PEERS
        group = list(scores.values()) if is_national else peers
        stars = next((s for s, part in STARS_AND_PARTS if scores[home_id] <= cut_point(part, group)), 1)
        checks.equal(results[home_id]["score"], str(stars), f"stars of {home_id}")
        seen.add((is_national, stars))
    checks.expect(len(seen) == 10, f"every number of stars in either kind of group: {sorted(seen)}")


def check_decathlon(checks, results, performances):
    """Each event by its curve, to fifty digits, and the sum."""
    positive_count = 0
    for row in performances:
        found, total = results[row["performance_id"]], 0
        for column, factor, bound, exponent, is_time in EVENTS:
            with localcontext() as context:
                context.prec = 50
                better_by = Decimal(0)
                if row[column]:
                    better_by = (Decimal(row[column]) - Decimal(bound)) * (-1 if is_time else 1)
                points = int(Decimal(factor) * better_by ** Decimal(exponent)) if better_by > 0 else 0
            event = f"in_{column.removeprefix('run_')}.points"
            checks.equal(found[event], str(points), f"{event} of {row['performance_id']}")
            total += points
            positive_count += points > 0
        checks.equal(found["score"], str(total), f"points of {row['performance_id']}")
    checks.expect(positive_count > 100, f"only {positive_count} events with points")


def main(binary, samples):
    checks, program, schemes = Checks(), Program(binary), Path(samples) / "schemes"
    with tempfile.TemporaryDirectory() as folder:
        for name, check in {"inspection_stars": check_inspection_stars, "decathlon": check_decathlon}.items():
            check(checks, *results_of(program, checks, schemes / f"{name}.nilai", Path(folder)))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
