"""What the end-to-end tests share: running the program as a person does, and keeping count of what held."""

import csv
import json
import os
import signal
import subprocess
from pathlib import Path

SECONDS_AT_MOST = 300


class Program:
    """The `nilai` binary, in English and without a terminal."""

    def __init__(self, binary):
        self.binary = str(Path(binary).resolve())
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))} | {"LANG": "C"}

    def __call__(self, *words, folder=None, **options):
        """Runs it to its end; `stdout`, `stderr` are texts."""
        return subprocess.run(
            [self.binary, *map(str, words)],
            cwd=folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS_AT_MOST,
            check=False,
            **options,
        )

    def interrupted(self, *words, after_seconds, with_signal=signal.SIGINT):
        """Starts it, and sends the signal unless it has ended by then; the exit code."""
        with subprocess.Popen(
            [self.binary, *map(str, words)],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            try:
                process.wait(after_seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(with_signal)
            return process.wait(SECONDS_AT_MOST)


class Checks:
    """Collects what does not hold, so that one run names all of it."""

    def __init__(self):
        self.kept_count = 0
        self.broken = []

    def expect(self, holds, what):
        if holds:
            self.kept_count += 1
        else:
            self.broken.append(what)

    def equal(self, found, wanted, what):
        self.expect(found == wanted, f"{what}: {found!r}, and not {wanted!r}")

    def finish(self):
        """Prints the outcome and gives the exit code."""
        for what in self.broken[:40]:
            print(f"broken: {what}")
        print(f"{self.kept_count} hold, {len(self.broken)} broken")
        return 1 if self.broken else 0


def read_csv(path):
    """The records as dictionaries."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)
