#!/usr/bin/env python3
"""`nilai diff` says what two runs of each period say, and reads every file once.

    diff_agrees.py NILAI RULEBOOK DATA_DIR        exit 1 where they disagree

The second rulebook coaches below 75 instead of 70. What changed is then found by hand, from ten runs.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from program import Checks, Program, read_csv

PERIODS = ["2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q1"]
OLD_CASE = "coach      when score < 70  because"
NEW_CASE = "coach      when score < 75  because"


def changed_rulebook(rulebook, target):
    text = Path(rulebook).read_text(encoding="utf-8")
    assert text.count(OLD_CASE) == 1
    target.write_text(text.replace(OLD_CASE, NEW_CASE), encoding="utf-8")
    return target


def results(program, checks, rules, data, period, out):
    done = program("run", rules, "--data", data, "--period", period, "--out", out, "--quiet")
    checks.equal(done.returncode, 0, f"run {rules} {period}: {done.stderr}")
    return {row["companion_id"]: row for row in read_csv(out / "results.csv")}


def differing(program, checks, old, new, data, work):
    """From ten runs: (companion, period) -> what was, what is."""
    found, evaluated = {}, 0
    for period in PERIODS:
        before = results(program, checks, old, data, period, work / f"old-{period}")
        after = results(program, checks, new, data, period, work / f"new-{period}")
        checks.equal(set(before), set(after), f"{period}: who is evaluated")
        evaluated += len(after)
        for key, row in after.items():
            was = before[key]
            if (was["outcome"], was["code"]) != (row["outcome"], row["code"]):
                found[key, period] = [was[c] for c in ("outcome", "code", "score")] + [
                    row[c] for c in ("outcome", "code", "score")
                ]
    return found, evaluated


def districts(data):
    return {(row["companion_id"], row["quarter"]): row["district"] for row in read_csv(Path(data) / "companion.csv")}


def check_csv(checks, program, words, wanted, district_of):
    done = program(*words, "--format", "csv")
    checks.equal(done.returncode, 0, f"diff --format csv: {done.stderr}")
    said = {}
    for row in csv.DictReader(io.StringIO(done.stdout)):
        key = row["companion_id"], row["period"]
        said[key] = [
            row[c] for c in ("from_outcome", "from_code", "from_score", "to_outcome", "to_code", "to_score")
        ]
        checks.equal(row["cause"], "decide coach NIL-01", f"{key}: cause")
        checks.equal(row["direction"], "worse", f"{key}: direction")
        checks.equal(row["district"], district_of[key], f"{key}: district")
    checks.equal(said, wanted, "who is decided otherwise")
    return done.stdout


def check_json(checks, program, words, wanted, evaluated, district_of):
    done = program(*words, "--format", "json")
    checks.equal(done.returncode, 0, f"diff --format json: {done.stderr}")
    said = json.loads(done.stdout)
    checks.equal(said["counts"]["evaluated"], evaluated, "how many are evaluated")
    checks.equal(said["counts"]["decided_otherwise"], len(wanted), "how many are decided otherwise")
    checks.equal([change["name"] for change in said["changes"]], ["decide coach NIL-01"], "changes")
    for group in said["groups"]:
        of_group = [key for key in wanted if district_of[key] == group["group"]]
        checks.equal(group["decided_otherwise"], len(of_group), f"by district: {group['group']}")
    moves = {(move["period"], move["from"], move["to"]): move["count"] for move in said["moves"]}
    by_hand = {}
    for (_, period), (was, _, _, now, _, _) in wanted.items():
        by_hand[period, was, now] = by_hand.get((period, was, now), 0) + 1
    checks.equal(moves, by_hand, "from which outcome to which")


def pour(path, content):
    """Lets whoever opens the pipe first read the content; a second reader would wait for ever."""
    with open(path, "wb") as pipe:
        pipe.write(content)


def check_reads_once(checks, program, old, new, data, pipes):
    """Each file is a pipe here, which can be read once and no more."""
    pipes.mkdir()
    for path in sorted(Path(data).glob("*.csv")):
        os.mkfifo(pipes / path.name)
        threading.Thread(target=pour, args=(pipes / path.name, path.read_bytes()), daemon=True).start()
    words = ["diff", old, new, "--data", pipes, "--period", f"{PERIODS[0]}..{PERIODS[-1]}", "--format", "csv"]
    try:
        done = subprocess.run(
            [program.binary, *map(str, words)], env=program.environment, capture_output=True, timeout=60, check=False
        )
    except subprocess.TimeoutExpired:
        checks.expect(False, "a file is opened more than once")
        return ""
    checks.equal(done.returncode, 0, f"diff of pipes: {done.stderr}")
    return done.stdout.decode("utf-8")


def main(binary, rulebook, data):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory(prefix="nilai-diff-") as folder:
        work = Path(folder)
        new = changed_rulebook(rulebook, work / "new.nilai")
        wanted, evaluated = differing(program, checks, rulebook, new, data, work)
        checks.expect(len(wanted) > 50, f"the change touches some: {len(wanted)}")
        words = ["diff", rulebook, new, "--data", data, "--period", f"{PERIODS[0]}..{PERIODS[-1]}"]
        district_of = districts(data)
        listed = check_csv(checks, program, words, wanted, district_of)
        piped = check_reads_once(checks, program, rulebook, new, data, work / "pipes")
        checks.expect(piped == listed, "from pipes, the same is said")
        check_json(checks, program, words, wanted, evaluated, district_of)
        same = program("diff", rulebook, rulebook, "--data", data, "--period", PERIODS[0], "--format", "csv")
        checks.equal(len(same.stdout.splitlines()), 1, "a rulebook and itself: nobody")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
