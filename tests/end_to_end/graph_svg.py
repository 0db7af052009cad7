#!/usr/bin/env python3
"""`nilai graph --format svg`, with Graphviz, without it, and with one that fails.

    graph_svg.py NILAI SAMPLES_DIR        exit 1 where something is not as it should be

Where Graphviz is installed, every rulebook of the samples is drawn by it.
"""

import os
import shutil
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

from program import Checks, Program

ECHOES = "#!/bin/sh\necho \"<svg>$1</svg>\"\ncat\n"
FAILS = "#!/bin/sh\necho 'syntax error' >&2\nexit 1\n"


def dot_that(folder, script):
    """A folder with a program `dot` that runs the script."""
    folder.mkdir()
    dot = folder / "dot"
    dot.write_text(script)
    dot.chmod(0o755)
    return str(folder)


def check_stand_ins(checks, program, book, work):
    path = os.environ["PATH"]
    program.environment["PATH"] = dot_that(work / "echoes", ECHOES) + ":" + path
    drawn = program("graph", book, "--format", "svg")
    checks.equal(drawn.returncode, 0, "with a dot: exit code")
    checks.equal(drawn.stdout, "<svg>-Tsvg</svg>\n" + program("graph", book).stdout, "dot reads the graph and prints")

    program.environment["PATH"] = dot_that(work / "fails", FAILS) + ":" + path
    failed = program("graph", book, "--format", "svg")
    checks.equal(failed.returncode, 4, "a dot that fails: exit code")
    checks.expect("syntax error" in failed.stderr, "what a dot says is passed on")
    checks.equal(failed.stdout, "", "a dot that fails: stdout")

    (work / "nothing").mkdir()
    program.environment["PATH"] = str(work / "nothing")
    missing = program("graph", book, "--format", "svg")
    checks.equal(missing.returncode, 4, "without a dot: exit code")
    checks.expect("Graphviz" in missing.stderr, "without a dot, Graphviz is named")
    program.environment["PATH"] = path


def check_drawn(checks, program, books):
    for book in books:
        drawn = program("graph", book, "--format", "svg")
        checks.equal(drawn.returncode, 0, f"{book.name}: {drawn.stderr}")
        if drawn.returncode == 0:
            checks.expect(xml.fromstring(drawn.stdout).tag.endswith("svg"), f"{book.name} is drawn")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    checks, program, samples = Checks(), Program(arguments[0]), Path(arguments[1])
    with tempfile.TemporaryDirectory(prefix="nilai-graph-") as folder:
        check_stand_ins(checks, program, samples / "quickstart" / "quickstart.nilai", Path(folder))
    if shutil.which("dot"):
        check_drawn(checks, program, sorted(samples.glob("*/*.nilai")))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
