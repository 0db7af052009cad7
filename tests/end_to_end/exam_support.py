"""What the exams share: reading the publishers' files, running the binary on a copy of a sample, and counting.

An exam recomputes a sample's results from the publisher's files and formulas alone, in exact fractions. It never
asks the program under test how something is worked out, only what came out.
"""

import argparse
import csv
import math
import os
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
RUN_SECONDS_AT_MOST = 300
EXIT_SKIPPED = 77  # as CTest is told


def read_rows(path, encoding="utf-8-sig"):
    """The records of a CSV file as dictionaries."""
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def read_numbered_rows(path, encoding="utf-8-sig"):
    """Likewise, with the record's number in its file as `row`, the header line being 1."""
    rows = read_rows(path, encoding)
    return [row | {"row": number} for number, row in enumerate(rows, start=2)]


def half_up(value, places):
    """`value`, not negative, to so many decimal places; the middle goes up."""
    return Fraction(math.floor(value * 10**places + Fraction(1, 2)), 10**places)


def number_or_none(text):
    """The exact value of a decimal text, None where the cell is blank."""
    return Fraction(text) if text else None


class Exam:
    """Counts found against counts wanted, and the rows that differ, listed in `exceptions.csv` of `folder`."""

    def __init__(self, name, folder):
        self.name = name
        self.folder = folder
        self.exceptions = []
        self.failures = 0

    def expect(self, found, wanted, what):
        """Prints the count; one that is not the wanted one fails the exam."""
        verdict = "" if found == wanted else f"   WRONG: {wanted} expected"
        self.failures += found != wanted
        print(f"{self.name}: {found} {what}{verdict}")

    def note(self, kind, where, found, own):
        """Lists one row that differs; whether that is wrong is for `expect` to say."""
        self.exceptions.append((kind, where, found, own))

    def finish(self):
        """Writes the list and gives the exit code."""
        path = self.folder / "exceptions.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("kind", "where", "found", "own"))
            writer.writerows(self.exceptions)
        print(f"{self.name}: {len(self.exceptions)} exceptions listed in {path}")
        print(f"{self.name}: {'failed' if self.failures else 'passed'}")
        return 1 if self.failures else 0


class Sample:
    """A sample's rulebook and dataset file in a folder of their own, with the publisher's files beside them."""

    def __init__(self, binary, name, exam_folder, files, folder):
        self.binary = binary
        self.name = name
        self.folder = folder / "sample"
        self.folder.mkdir()
        for source in (SAMPLES / name / f"{name}.nilai", SAMPLES / name / "dataset.yaml"):
            shutil.copy(source, self.folder)
        for file in files:
            (self.folder / file).symlink_to((exam_folder / file).resolve())

    def run(self, period=None, rows=None):
        """Runs the rulebook, for a period if it has any; returns the folder of the outputs."""
        out = self.folder / f"out-{period or 'once'}"
        command = [self.binary, "run", self.folder / f"{self.name}.nilai", "--data", self.folder / "dataset.yaml"]
        command += ["--out", out, "--lang", "en"]
        command += ["--period", period] if period else []
        command += ["--rows", rows] if rows else []
        done = subprocess.run(command, capture_output=True, text=True, timeout=RUN_SECONDS_AT_MOST)
        if done.returncode != 0:
            words = " ".join(str(word) for word in command)
            sys.exit(f"{self.name}: exit {done.returncode} of {words}\n{done.stdout}{done.stderr}")
        return out


def main(name, take, files):
    """Command line of an exam: `NILAI_BINARY`, or `--self` for the own computation alone.

    The data lie in the folder that `--exams` or else NILAI_EXAMS names; without either the exam is skipped.
    `take(exam, folder_of_the_data, sample)` does the exam; `sample` is None with `--self`.
    """
    parser = argparse.ArgumentParser(description=f"The exam on {name}: the publisher's figures, recomputed.")
    parser.add_argument("binary", nargs="?", help="the nilai binary")
    parser.add_argument("--exams", type=Path, default=os.environ.get("NILAI_EXAMS"), help="folder of the exams' data")
    parser.add_argument("--self", dest="own_only", action="store_true", help="own computation against the published")
    parser.add_argument("--folder", type=Path, help="empty folder to work in, and to keep")
    arguments = parser.parse_args()
    if bool(arguments.binary) == arguments.own_only:
        parser.error("either the binary or --self is needed")
    if arguments.exams is None:
        print(f"{name}: skipped, NILAI_EXAMS does not say where the data of the exams are")
        sys.exit(EXIT_SKIPPED)

    folder = arguments.folder or Path(tempfile.mkdtemp(prefix=f"nilai-exam-{name}-"))
    folder.mkdir(parents=True, exist_ok=True)
    exam = Exam(name, folder)
    exam_folder = arguments.exams / name
    binary = Path(arguments.binary).resolve() if arguments.binary else None
    sample = Sample(binary, name, exam_folder, files, folder) if binary else None
    take(exam, exam_folder, sample)
    code = exam.finish()
    # The outputs of a run that passed are of no further use; those of one that failed are.
    if sample and code == 0 and not arguments.folder:
        shutil.rmtree(sample.folder)
    sys.exit(code)
