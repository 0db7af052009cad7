#!/usr/bin/env python3
"""Whatever is wrong with the data ends in a located message, and nothing is lost silently.

    bad_data.py NILAI SAMPLES_DIR        exit 1 where a message, an exit code or a count is not as it should be

Each case is the quickstart with one thing broken. A file that is of no use stops the run (exit 3). A row or a value that
is of no use is listed in `rejected.csv`, and the run goes on (exit 0, and 3 under `--strict`).
"""

import shutil
import sys
import tempfile
from pathlib import Path

from program import Checks, Program, read_csv, read_json

RULEBOOK, PERIOD = "quickstart.nilai", "2025-Q1"
TABLES = ["companion", "visit"]


class Quickstart:
    """The sample in a folder of its own, to be broken."""

    def __init__(self, samples, folder):
        self.folder = folder / "quickstart"
        shutil.copytree(samples / "quickstart", self.folder)

    def edit(self, file, old, new):
        """Replaces `old`, which stands there once."""
        path = self.folder / file
        data = path.read_bytes()
        assert data.count(old) == 1, f"{old} stands {data.count(old)} times in {file}"
        path.write_bytes(data.replace(old, new))

    def append(self, file, data):
        with open(self.folder / file, "ab") as target:
            target.write(data)

    def run(self, program, *words):
        data = self.folder / "dataset.yaml"
        return program(
            *("run", RULEBOOK, "--data", data.name if data.exists() else ".", "--period", PERIOD, "--out", "out", *words),
            folder=self.folder,
        )


# Name, how to break the quickstart, and what the message must hold.
UNUSABLE_FILES = {
    "a file is missing": (lambda q: (q.folder / "visit.csv").unlink(), ["visit"]),
    "a file is empty": (lambda q: (q.folder / "visit.csv").write_bytes(b""), ["visit.csv"]),
    "a column is missing": (
        lambda q: q.edit("visit.csv", b"household,verified", b"household,checked"),
        ["visit.csv", "verified", "checked"],
    ),
    "a column stands there twice": (
        lambda q: q.edit("visit.csv", b"household,verified", b"verified,verified"),
        ["visit.csv", "verified"],
    ),
}

# Name, how to break the quickstart, rows of `rejected.csv` (table, row, column, text), outcomes that are not the usual.
USUAL = {"P1": "retain", "P2": "coach", "P3": "warn"}
UNUSABLE_ROWS = {
    "nothing": (lambda q: None, [], {}),
    "text in a number": (
        lambda q: q.edit("companion.csv", b"P2,4", b"P2,empat"),
        [("companion", 3, "households", "empat")],
        {"P2": "undecided"},
    ),
    "a number under its bound": (
        lambda q: q.edit("companion.csv", b"P2,4", b"P2,0"),
        [("companion", 3, "households", "0")],
        {"P2": "undecided"},
    ),
    "31 February": (
        lambda q: q.edit("visit.csv", b"P2,2025-02-05", b"P2,2025-02-31"),
        [("visit", 5, "visited_on", "2025-02-31")],
        {"P2": "warn"},
    ),
    "neither yes nor no": (
        lambda q: q.edit("visit.csv", b"K05,no", b"K05,perhaps"),
        [("visit", 6, "verified", "perhaps")],
        {},
    ),
    "a blank cell": (lambda q: q.edit("visit.csv", b"K05,no", b"K05,"), [("visit", 6, "verified", "")], {}),
    "an orphan": (
        lambda q: q.edit("visit.csv", b"P3,2025-03-27", b"P9,2025-03-27"),
        [("visit", 8, "companion_id", "P9")],
        {"P3": "coach"},
    ),
    "a row twice": (lambda q: q.append("companion.csv", b"P1,2\n"), [("companion", 5, "", "P1,2")], {}),
    "a key twice, with other values": (
        lambda q: q.append("companion.csv", b"P1,3\n"),
        [("companion", 2, "", "P1,2"), ("companion", 5, "", "P1,3"), ("visit", 2, "companion_id", "P1")]
        + [("visit", 3, "companion_id", "P1")],
        {"P1": None},
    ),
    "the last line is cut": (
        lambda q: q.edit("visit.csv", b"P3,2025-03-27,K07,no\n", b"P3,2025-03-27"),
        [("visit", 8, "", "P3,2025-03-27")],
        {"P3": "coach"},
    ),
    "a line is too long": (
        lambda q: q.edit("visit.csv", b"K05,no", b"K05,no,no"),
        [("visit", 6, "", "P2,2025-03-18,K05,no,no")],
        {},
    ),
    "a quote is never closed": (
        lambda q: q.edit("visit.csv", b"P3,2025-03-27,K07,no\n", b'P3,2025-03-27,"K07,no\n'),
        [("visit", 8, "", 'P3,2025-03-27,"K07,no\n')],
        {"P3": "coach"},
    ),
    "another encoding": (
        lambda q: q.edit("visit.csv", b"K05,no", b"K\xe905,no"),
        [("visit", 6, None, None)],
        {},
    ),
    "another encoding, declared": (
        lambda q: (
            q.edit("visit.csv", b"K05,no", b"K\xe905,no"),
            (q.folder / "dataset.yaml").write_text(
                "dataset: quickstart\ntables:\n  companion: {file: companion.csv}\n"
                "  visit: {file: visit.csv, encoding: windows-1252}\n"
            ),
        ),
        [],
        {},
    ),
}


def check_unusable_file(checks, program, name, quickstart, words):
    done = quickstart.run(program)
    checks.equal(done.returncode, 3, f"{name}: exit code")
    for word in words:
        checks.expect(word in done.stderr, f"{name}: no `{word}` in the message: {done.stderr}")
    left = sorted(path.name for path in (quickstart.folder / "out").glob("*"))
    checks.equal(left, [], f"{name}: files left")


def check_unusable_rows(checks, program, name, quickstart, wanted, outcomes):
    done = quickstart.run(program)
    checks.equal(done.returncode, 0, f"{name}: exit code; {done.stderr}")
    if done.returncode != 0:
        return
    out = quickstart.folder / "out"
    rejected = read_csv(out / "rejected.csv")
    found = [(row["table"], int(row["row"]), row["column"], row["text"]) for row in rejected]
    # Where None stands, any text will do.
    same = len(found) == len(wanted) and all(
        all(b is None or a == b for a, b in zip(one, other)) for one, other in zip(sorted(found), sorted(wanted))
    )
    checks.expect(same, f"{name}: rejected {found}, and not {wanted}")
    for row in rejected:
        checks.expect(row["file"].endswith(row["table"] + ".csv"), f"{name}: rejected row without its file: {row}")

    results = {row["companion_id"]: row["outcome"] for row in read_csv(out / "results.csv")}
    checks.equal(results, {k: v for k, v in (USUAL | outcomes).items() if v is not None}, f"{name}: outcomes")

    tables = read_json(out / "run.json")["tables"]
    checks.equal(sorted(tables), TABLES, f"{name}: tables counted")
    withheld = "undecided" in outcomes.values()
    for table, counts in tables.items():
        lines = len((quickstart.folder / f"{table}.csv").read_bytes().splitlines()) - 1
        checks.equal(counts["rows_in"], lines, f"{name}: rows of {table}")
        parts = counts["used"] + counts["outside"] + counts["set_aside"]
        checks.equal(parts, lines, f"{name}: rows of {table} accounted for")
        listed = 0 if withheld else sum(row["table"] == table for row in rejected)
        checks.equal(counts["set_aside"], listed, f"{name}: rows of {table} set aside")

    strict = quickstart.run(program, "--strict")
    checks.equal(strict.returncode, 3 if wanted else 0, f"{name}: exit code under --strict")


def main(binary, samples):
    checks, program = Checks(), Program(binary)
    for name, (break_it, words) in UNUSABLE_FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            quickstart = Quickstart(Path(samples), Path(folder))
            break_it(quickstart)
            check_unusable_file(checks, program, name, quickstart, words)
    for name, (break_it, wanted, outcomes) in UNUSABLE_ROWS.items():
        with tempfile.TemporaryDirectory() as folder:
            quickstart = Quickstart(Path(samples), Path(folder))
            break_it(quickstart)
            check_unusable_rows(checks, program, name, quickstart, wanted, outcomes)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
