#!/usr/bin/env python3
"""The same records in another order, in more files, on more threads, by the same rules in Indonesian and in YAML: the
same bytes.

    same_bytes.py NILAI RULEBOOK DATA_DIR        exit 1 where anything differs
"""

import random
import sys
import tempfile
from pathlib import Path

from program import Checks, Program, read_csv

PERIOD = "2017-Q3"
RESULTS = ["results.csv", "results.json"]


def shuffled(name, header, rows):
    """One file, its rows in another order."""
    random.Random(name).shuffle(rows)
    return {name: [header, *rows]}


def in_five(name, header, rows):
    """Five files instead of one, every fifth row in each."""
    stem = name.removesuffix(".csv")
    return {f"{stem}-{part}.csv": [header, *rows[part::5]] for part in range(5)}


def unchanged(name, header, rows):
    return {name: [header, *rows]}


def rewritten(source, target, change, line_end="\n", last_end=True, delimiter=",", start=""):
    """Writes every file of `source` anew into `target`. No cell of the demo holds a comma, a quote or a line end."""
    target.mkdir()
    for path in sorted(source.glob("*.csv")):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        for name, lines in change(path.name, header, rows).items():
            text = start + line_end.join(lines).replace(",", delimiter) + (line_end if last_end else "")
            (target / name).write_bytes(text.encode("utf-8"))
    return target


def main(binary, rulebook, data):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory() as folder:
        work, data = Path(folder), Path(data)

        def run(name, data_folder, threads, rules=rulebook):
            out = work / f"out-{name}"
            done = program(
                *("run", rules, "--data", data_folder, "--period", PERIOD, "--out", out),
                *("--format", "csv,json", "--threads", threads),
            )
            checks.equal(done.returncode, 0, f"{name}: exit code; {done.stderr}")
            return out

        first = run("first", data, 1)
        checks.expect(len(read_csv(first / "results.csv")) > 300, "there are results to compare")

        def compare(name, data_folder, threads, files):
            out = run(name, data_folder, threads)
            for file in files:
                same = (out / file).exists() and (out / file).read_bytes() == (first / file).read_bytes()
                checks.expect(same, f"{name}: {file} has other bytes")
            return out

        for threads in (1, 2, 3, 8):
            compare(f"{threads} threads", data, threads, [*RESULTS, "rejected.csv", "run.json"])

        # The keywords of the rulebook are translated, its names are not; and the other form says the same.
        for name, suffix in {"Indonesian": ".id.nilai", "YAML": ".yaml"}.items():
            other = run(name, data, 2, Path(rulebook).with_suffix(suffix))
            same = (other / "results.csv").read_bytes() == (first / "results.csv").read_bytes()
            checks.expect(same, f"{name}: results.csv has other bytes")

        # Rows keep their numbers, so what is refused is listed the same.
        same_rows = [*RESULTS, "rejected.csv"]
        for name, options in {
            "CRLF": {"line_end": "\r\n"},
            "BOM, semicolons": {"start": "\ufeff", "delimiter": ";"},
            "tabs, no last line end": {"delimiter": "\t", "last_end": False},
        }.items():
            compare(name, rewritten(data, work / name, unchanged, **options), 2, same_rows)

        refused = len(read_csv(first / "rejected.csv"))
        checks.expect(refused > 0, "there are refused rows to compare")
        for name, change in {"shuffled": shuffled, "in five": in_five}.items():
            changed = rewritten(data, work / name, change)
            for threads in (1, 3, 8):
                out = compare(f"{name}, {threads} threads", changed, threads, RESULTS)
                checks.equal(len(read_csv(out / "rejected.csv")), refused, f"{name}: rows refused")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
