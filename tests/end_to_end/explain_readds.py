#!/usr/bin/env python3
"""Every explanation of the demo can be added up again, and ends in the outcome that the run gave.

    explain_readds.py NILAI RULEBOOK DATA_DIR        exit 1 where one does not
"""

import json
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from jamsosratu_oracle import rounded
from program import Checks, Program, read_csv, read_json

PERIOD = "2017-Q3"


def exact(shown):
    """The exact number that is shown, None where there is none."""
    text = shown.get("ratio") or shown["value"]
    return None if text is None else Fraction(text)


def terms_within(terms):
    """The terms and all that they are made of."""
    for term in terms:
        yield term
        yield from terms_within(term.get("parts", []))


def check_sum(checks, who, explanation, row):
    """The score is the rounded sum of points x part of the weight; each line is what the results say."""
    assessed = [criterion for criterion in explanation["criteria"] if criterion["is_assessed"]]
    for criterion in assessed:
        product = exact(criterion["points"]) * exact(criterion["part_weight"])
        checks.equal(exact(criterion["product"]), product, f"{who}: product of {criterion['name']}")
    for criterion in explanation["criteria"]:
        for part, column in (("value", "value"), ("points", "points"), ("part_weight", "weight")):
            shown = (criterion[part]["value"] or "") if criterion["is_assessed"] else ""
            checks.equal(shown, row[f"{criterion['name']}.{column}"], f"{who}: {part} of {criterion['name']}")

    score = explanation["scores"][0]
    total = sum((exact(criterion["product"]) for criterion in assessed), Fraction(0))
    checks.equal(exact(score["exact"]), total if assessed else None, f"{who}: sum before it is rounded")
    checks.equal(exact(score["value"]), rounded(total, 2) if assessed else None, f"{who}: score")
    checks.equal(Fraction(row["score"]) if row["score"] else None, exact(score["value"]), f"{who}: score of the results")
    weight = sum((exact(criterion["weight"]) for criterion in assessed), Fraction(0))
    checks.equal(exact(score["assessed_weight"]), weight, f"{who}: weight assessed")


def check_outcome(checks, who, explanation, row):
    """The first case that does not fail is the one that decided, and the results say the same."""
    for column in ("outcome", "code", "reason", "period"):
        checks.equal(explanation[column], row[column], f"{who}: {column}")
    states = [case["state"] for case in explanation["cases"]]
    at = next((i for i, state in enumerate(states) if state != "does_not_hold"), None)
    checks.expect(at is not None, f"{who}: no case decides")
    if at is None:
        return
    undecided = explanation["outcome"] == "undecided"
    checks.equal(states[at], "not_known" if undecided else "holds", f"{who}: state of the case that decides")
    checks.equal(set(states[at + 1 :]) - {"not_reached"}, set(), f"{who}: states of the cases after it")
    if not undecided:
        case = explanation["cases"][at]
        checks.equal((case["outcome"], case["code"]), (row["outcome"], row["code"]), f"{who}: the case that decides")


def check_counts(checks, who, explanation):
    """Shares are the quotient of two counts of rows."""
    shares = 0
    for term in terms_within(explanation["measures"]):
        if term["expression"].startswith("share(") and exact(term["value"]) is not None:
            shares += 1
            checks.equal(Fraction(term["counted"], term["taken"]), exact(term["value"]), f"{who}: {term['expression']}")
    return shares


def main(binary, rulebook, data):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory() as folder:
        asked = ["--data", data, "--period", PERIOD]
        done = program("run", rulebook, *asked, "--out", folder, "--format", "csv,json")
        checks.equal(done.returncode, 0, f"run: exit code; {done.stderr}")
        rows = {row["companion_id"]: row for row in read_csv(Path(folder) / "results.csv")}
        explanations = {entry["key"][0]: entry for entry in read_json(Path(folder) / "results.json")["results"]}
    checks.equal(list(explanations), list(rows), "companions explained")
    checks.expect(len(rows) > 300, "there are companions to explain")

    shares, first_of_outcome = 0, {}
    for who, explanation in explanations.items():
        check_outcome(checks, who, explanation, rows[who])
        check_sum(checks, who, explanation, rows[who])
        shares += check_counts(checks, who, explanation)
        first_of_outcome.setdefault((explanation["outcome"], explanation["code"]), who)
    checks.expect(shares >= len(rows), f"only {shares} shares were shown with their counts")

    # One of each outcome, asked for alone: the same explanation, and in words too.
    for (outcome, code), who in first_of_outcome.items():
        done = program("explain", rulebook, *asked, "--subject", who, "--format", "json")
        checks.equal(json.loads(done.stdout or "null"), explanations[who], f"{who}: explained alone")
        done = program("explain", rulebook, *asked, "--subject", who)
        checks.equal(done.returncode, 0, f"{who}: exit code of explain; {done.stderr}")
        for word in (explanations[who]["outcome_label"] or outcome, code, explanations[who]["reason"]):
            checks.expect(word in done.stdout, f"{who}: `{word}` is not in the explanation")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
