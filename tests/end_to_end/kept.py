#!/usr/bin/env python3
"""Gathered rows that are kept give what gathering gives, and are not believed where anything has changed.

    kept.py NILAI RULEBOOK DATA_DIR        exit 1 where they do not
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from program import Checks, Program

PERIOD = "2017-Q3"
TAKEN = "gathered rows taken from"


class World:
    """The demo's records and rulebook, to be changed at will, and a folder for what is kept of them."""

    def __init__(self, checks, program, rulebook, data, work):
        self.checks, self.program, self.work = checks, program, work
        self.rulebook, self.data, self.kept = work / "rules.nilai", work / "data", work / "kept"
        shutil.copy(rulebook, self.rulebook)
        shutil.copytree(data, self.data)

    def run(self, is_taken, what, *words, rulebook=None):
        """Runs with the folder and without: the same files come out, and the log says where the rows are from."""
        rulebook = rulebook or self.rulebook
        asked = ["run", rulebook, "--data", self.data, "--period", PERIOD, "--format", "csv,json", *words]
        outs = self.work / "with", self.work / "without"
        with_kept = self.program(*asked, "--out", outs[0], "--verbose", "--kept", self.kept)
        without = self.program(*asked, "--out", outs[1], "--quiet")
        self.checks.equal(with_kept.returncode, without.returncode, f"{what}: exit code")
        self.checks.equal(TAKEN in with_kept.stderr, is_taken, f"{what}: taken from the folder")
        names = sorted(path.name for path in outs[1].iterdir())
        self.checks.equal(sorted(path.name for path in outs[0].iterdir()), names, f"{what}: files")
        for name in names:
            same = (outs[0] / name).read_bytes() == (outs[1] / name).read_bytes()
            self.checks.expect(same, f"{what}: {name} is the same")

    def change_rulebook(self, before, after):
        text = self.rulebook.read_text(encoding="utf-8")
        assert text.count(before) == 1, before
        self.rulebook.write_text(text.replace(before, after), encoding="utf-8")

    def change_record(self):
        """One visit less that was verified: as many bytes, and the time of its last change set back."""
        path = self.data / f"visit-{PERIOD}.csv"
        times, content = path.stat(), path.read_bytes()
        at = content.index(b",yes")
        path.write_bytes(content[:at] + b", no" + content[at + 4 :])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def main(binary, rulebook, data):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory(prefix="nilai-kept-") as folder:
        world = World(checks, program, rulebook, data, Path(folder))
        world.run(False, "first")
        world.run(True, "again, the records being young")
        time.sleep(2.1)
        world.kept.joinpath(next(world.kept.iterdir()).name).unlink()
        world.run(False, "what was kept is gone")
        world.run(True, "again, by the times of the files alone")

        world.change_rulebook("coach      when score < 70  because", "coach      when score < 75  because")
        world.run(True, "another threshold")
        asked = ["diff", rulebook, world.rulebook, "--data", world.data, "--period", PERIOD]
        wanted = program(*asked)
        for is_taken in (False, True):  # it reads the districts too, and a run does not
            kept = program(*asked, "--verbose", "--kept", world.kept)
            checks.equal(kept.stdout, wanted.stdout, "diff says the same")
            checks.equal(TAKEN in kept.stderr, is_taken, "diff takes what it kept")

        world.run(False, "rows of a table are asked for", "--rows", "companion")
        world.change_rulebook("any(visit where verified)", "any(visit where not verified)")
        world.run(False, "other rows count")

        world.change_record()
        world.run(False, "a record was changed, its size and time being as before")
        world.run(True, "and again")
        shutil.copytree(world.data, Path(folder) / "elsewhere")
        world.data = Path(folder) / "elsewhere"
        world.run(True, "a copy of the records elsewhere")

        for path in world.kept.iterdir():
            content = bytearray(path.read_bytes())
            content[len(content) // 2] ^= 1
            path.write_bytes(content)
        world.run(False, "what was kept is damaged")
        world.run(True, "and kept anew")

        (Path(folder) / "no-folder").write_text("a file")
        world.kept = Path(folder) / "no-folder"
        world.run(False, "the folder cannot be written")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
