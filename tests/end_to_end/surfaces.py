#!/usr/bin/env python3
"""Every sample rulebook says the same in all four surfaces, native form and YAML with English and Indonesian keywords:
the same results to the byte, and the same outcomes of its own tests.

    surfaces.py NILAI SAMPLES        exit 1 where they differ, 77 where Python has no yaml

The records are made up for each rulebook; where NILAI_EXAMS names the folder of the exams' data, theirs are read too.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from declared import Declared
from made_up import MadeUp
from program import Checks, Program, read_csv
from sample_files import rulebooks_of

SURFACES = [("native", "en"), ("native", "id"), ("yaml", "en"), ("yaml", "id")]


def converted(program, checks, rulebook):
    """The rulebook in each surface, beside itself: what it uses and amends is found there."""
    for form, keywords in SURFACES:
        done = program("convert", rulebook, "--to", form, "--keywords", keywords)
        checks.equal(done.returncode, 0, f"{rulebook.name} to {form}, {keywords}: {done.stderr}")
        suffix = "nilai" if form == "native" else "yaml"
        path = rulebook.with_name(f"{rulebook.stem}-{form}-{keywords}.{suffix}")
        path.write_text(done.stdout, encoding="utf-8")
        yield path


def tests_of(program, rulebook):
    """What each of its tests comes to, wherever they stand in the file."""
    done = program("test", rulebook, "--format", "json")
    places = ("line", "column")
    tests = json.loads(done.stdout)["rulebooks"][0]["tests"] if done.returncode in (0, 1) else []
    return done.returncode, [{key: value for key, value in test.items() if key not in places} for test in tests]


def results_of(program, checks, rulebook, data, period, out):
    asked = ["--period", period] if period else []
    done = program("run", rulebook, "--data", data, *asked, "--out", out)
    checks.equal(done.returncode, 0, f"run {rulebook.name} {period or ''}: {done.stdout}{done.stderr}")
    return out / "results.csv"


def check_results(program, checks, books, data, periods, work):
    """Every surface gives the bytes of the first; returns the rows."""
    rows = []
    for period in periods:
        out = work / f"out-{period}-of-{data.name}"
        files = [results_of(program, checks, book, data, period, out / book.name) for book in books]
        if not all(file.exists() for file in files):
            continue
        for file in files[1:]:
            same = file.read_bytes() == files[0].read_bytes()
            checks.expect(same, f"{period or 'once'}: {file.parent.name}: other bytes than {files[0].parent.name}")
        rows += read_csv(files[0])
    return rows


def exam_data(exams, rulebook):
    """The dataset file of a sample, laid beside the data of its exam; None where there is no such exam."""
    description, data = rulebook.with_name("dataset.yaml"), Path(exams or "", rulebook.parent.name)
    if not exams or not description.exists() or not data.is_dir():
        return None
    for file in data.iterdir():
        rulebook.with_name(file.name).symlink_to(file.resolve())
    return description


def main(binary, samples):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(samples, work / "samples")
        rulebooks = rulebooks_of(work / "samples")
        checks.expect(len(rulebooks) > 15, f"only {len(rulebooks)} rulebooks below {samples}")
        for rulebook in rulebooks:
            declared = Declared(program, rulebook)
            books = list(converted(program, checks, rulebook))

            first = tests_of(program, rulebook)
            checks.expect(first[0] == 0 and first[1], f"{rulebook.name}: tests that pass")
            for book in books:
                checks.equal(tests_of(program, book), first, f"{book.name}: its tests")

            data = MadeUp(declared).write(work / f"data-{rulebook.parent.name}-{rulebook.stem}")
            rows = check_results(program, checks, books, data, declared.evaluated(), work)
            outcomes = {tuple(list(row.values())[1:]) for row in rows}
            checks.expect(len(outcomes) >= 5, f"{rulebook.name}: only {len(outcomes)} different results of {len(rows)}")

            description = exam_data(os.environ.get("NILAI_EXAMS"), rulebook)
            if description is not None:
                rows = check_results(program, checks, books, description, declared.evaluated()[-1:], work)
                checks.expect(len(rows) > 300, f"{rulebook.name}: {len(rows)} results of the exam's data")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
