#!/usr/bin/env python3
"""Every explanation can be added up and worked out again, and ends in the outcome that the run gave: of the demo, and of
made-up records for every sample.

    explain_readds.py NILAI RULEBOOK DATA_DIR SAMPLES        exit 1 where one does not, 77 where Python has no yaml
"""

import json
import sys
import tempfile
from pathlib import Path

from declared import Declared
from explained import Explained
from made_up import MadeUp
from program import Checks, Program, read_csv, read_json
from sample_files import rulebooks_of

DEMO_PERIOD = "2017-Q3"


class Run:
    """One run of a rulebook: rows of the results and explanations, by key."""

    def __init__(self, program, checks, rulebook, data, period, out):
        self.program, self.checks, self.rulebook = program, checks, rulebook
        self.asked = ["--data", data, *(["--period", period] if period else [])]
        done = program("run", rulebook, *self.asked, "--out", out, "--format", "csv,json")
        checks.equal(done.returncode, 0, f"run {rulebook.name}: exit code; {done.stderr}")
        self.rows = {next(iter(row.values())): row for row in read_csv(out / "results.csv")}
        self.explanations = {entry["key"][0]: entry for entry in read_json(out / "results.json")["results"]}
        checks.equal(list(self.explanations), list(self.rows), f"{rulebook.name}: subjects explained")

    def check_each(self, explained):
        for who, explanation in self.explanations.items():
            explained.check(f"{self.rulebook.name}: {who}", explanation, self.rows[who])

    def check_alone(self):
        """One of each outcome, asked for alone: the same explanation, and in words too."""
        first_of_outcome = {}
        for who, explanation in self.explanations.items():
            first_of_outcome.setdefault((explanation["outcome"], explanation["code"]), who)
        for (outcome, code), who in first_of_outcome.items():
            explanation, name = self.explanations[who], f"{self.rulebook.name}: {who}"
            done = self.program("explain", self.rulebook, *self.asked, "--subject", who, "--format", "json")
            self.checks.equal(json.loads(done.stdout or "null"), explanation, f"{name}: explained alone")
            done = self.program("explain", self.rulebook, *self.asked, "--subject", who)
            self.checks.equal(done.returncode, 0, f"{name}: exit code of explain; {done.stderr}")
            for word in (explanation["outcome_label"] or outcome, code, explanation["reason"]):
                self.checks.expect(word in done.stdout, f"{name}: `{word}` is not in the explanation")


def check_demo(program, checks, rulebook, data, work):
    explained = Explained(checks, Declared(program, rulebook))
    run = Run(program, checks, rulebook, data, DEMO_PERIOD, work / "demo")
    run.check_each(explained)
    run.check_alone()
    checks.expect(len(run.rows) > 300, "there are companions to explain")
    checks.expect(explained.share_count >= len(run.rows), f"only {explained.share_count} shares with their counts")


def check_sample(program, checks, rulebook, work):
    """Returns how much of it was worked out again."""
    declared = Declared(program, rulebook)
    explained = Explained(checks, declared)
    data = MadeUp(declared).write(work / "data")
    for period in declared.evaluated():
        run = Run(program, checks, rulebook, data, period, work / f"out-{period}")
        run.check_each(explained)
        run.check_alone()
    return explained


def main(binary, rulebook, data, samples):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory() as folder:
        check_demo(program, checks, Path(rulebook), data, Path(folder))
        each = [
            check_sample(program, checks, sample, Path(folder, sample.parent.name, sample.stem))
            for sample in rulebooks_of(samples)
        ]
    for what in ("sum_count", "formula_count", "share_count", "outcome_count"):
        found = sum(getattr(explained, what) for explained in each)
        checks.expect(found > 1000, f"only {found} as {what} of all samples")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
