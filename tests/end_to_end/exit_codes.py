#!/usr/bin/env python3
"""Exit codes and streams, and that nothing half-written is left behind.

    exit_codes.py NILAI SAMPLES_DIR DATA_DIR        exit 1 where one is not as it should be; DATA_DIR: the demo's records
"""

import resource
import signal
import sys
import tempfile
from pathlib import Path

from program import Checks, Program, read_csv

OUTPUTS = ["results.csv", "results.json", "rejected.csv", "run.json"]


def check_codes(checks, program, samples, work):
    book, data = samples / "quickstart" / "quickstart.nilai", samples / "quickstart"
    wrong, torn, file = work / "wrong.nilai", work / "torn", work / "a-file"
    wrong.write_text(book.read_text(encoding="utf-8").replace("visit where verified", "visits where verified"))
    torn.mkdir()
    (torn / "companion.csv").write_text("companion_id,households\nP1,2\nP2,many\n")
    (torn / "visit.csv").write_text("companion_id,visited_on,household,verified\n")
    file.write_text("")

    def run(*words, of=data, out=work / "out"):
        return ["run", book, "--data", of, "--period", "2025-Q1", "--out", out, *words]

    explain = ["explain", book, "--data", data, "--period", "2025-Q1", "--subject"]
    for wanted, words in [
        (0, ["--help"]),
        (0, ["run", "--help"]),
        (0, ["--version"]),
        (0, ["check", book]),
        (0, run()),
        (0, run("--strict")),
        (0, run(of=torn)),
        (0, [*explain, "P1"]),
        (1, ["check", wrong]),
        (1, ["check", book, wrong]),
        (1, ["run", wrong, "--data", data, "--period", "2025-Q1", "--out", work / "out"]),
        (2, []),
        (2, ["chekc", book]),
        (2, ["check", "--fast", book]),
        (2, ["check"]),
        (2, run("--threads", "many")),
        (2, ["run", book, "--data", data, "--period", "2025-Q5"]),
        (2, [*explain, "P7"]),
        (3, run("--strict", of=torn)),
        (3, run(of=work / "nowhere")),
        (4, ["check", work / "nowhere.nilai"]),
        (4, run(out=file / "out")),
    ]:
        done = program(*words)
        shown = " ".join(str(word) for word in words)
        checks.equal(done.returncode, wanted, f"nilai {shown}: exit code; {done.stdout}{done.stderr}")
        if wanted == 0:
            checks.expect(done.stdout, f"nilai {shown}: nothing on stdout")
        else:
            checks.expect(done.stdout or done.stderr, f"nilai {shown}: no word of what is wrong")


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*")} if folder.exists() else {}


def check_nothing_half_written(checks, program, samples, data, work):
    book = samples / "jamsosratu" / "jamsosratu.nilai"

    def words(out):
        return ["run", book, "--data", data, "--period", "2017-Q3", "--out", out, "--format", "csv,json"]

    whole = work / "whole"
    checks.equal(program(*words(whole)).returncode, 0, "a run that nothing stops")
    wanted = files_in(whole)
    checks.equal(sorted(wanted), sorted(OUTPUTS), "files of a run")
    checks.expect(len(read_csv(whole / "results.csv")) > 300, "there are results to write")

    # No file may grow beyond 4 KiB: the disk is full while the results are written.
    full = work / "full"
    done = program(
        *words(full),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        restore_signals=False,
    )
    checks.equal(done.returncode, 4, f"a disk that is full: exit code; {done.stderr}")
    checks.equal(files_in(full), {}, "a disk that is full: files left")

    for with_signal in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        for after_ms in (5, 20, 50, 100, 200, 400):
            out = work / f"{with_signal.name}-{after_ms}"
            code = program.interrupted(*words(out), after_seconds=after_ms / 1000, with_signal=with_signal)
            left = {name: data for name, data in files_in(out).items() if name in OUTPUTS}
            name = f"{with_signal.name} after {after_ms} ms, exit {code}"
            checks.expect(all(data == wanted[file] for file, data in left.items()), f"{name}: half-written file")
            if code == 0:
                checks.equal(sorted(left), sorted(OUTPUTS), f"{name}: files of a whole run")
            else:
                checks.expect(code in (-with_signal, 128 + with_signal, 4), f"{name}: exit code")


def main(binary, samples, data):
    checks, program = Checks(), Program(binary)
    with tempfile.TemporaryDirectory() as folder:
        check_codes(checks, program, Path(samples), Path(folder))
        check_nothing_half_written(checks, program, Path(samples), data, Path(folder))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
