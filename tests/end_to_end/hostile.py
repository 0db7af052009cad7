#!/usr/bin/env python3
"""What wants to be a rulebook and means harm ends in a diagnostic: within a second and 200 MB, in both forms.

    hostile.py NILAI        exit 1 where one does not
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from program import Checks, Program

SECONDS_AT_MOST = 2  # of processor time: on a machine that is busy a second takes up to two
MIB_AT_MOST = 200
TRIES = 3  # the best counts

MIB = 1 << 20
DEEP = 10_000

HEADS = {
    "nilai": "rulebook example\n  in force from 2017-01-01\n  evaluates companion every quarter\n"
    "table companion\n  key companion_id\n",
    "yaml": "rulebook: example\nin force: {from: 2017-01-01}\nevaluates: {companion: every quarter}\n"
    "tables:\n  companion:\n    key: companion_id\n",
}

# Formulas that no reader should go down, or along, to the end.
FORMULAS = {
    "parentheses": "(" * DEEP + "1" + ")" * DEEP,
    "parentheses left open": "(" * DEEP,
    "negations": "not " * DEEP + "yes",
    "signs": "-" * DEEP + "1",
    "calls": "abs(" * DEEP + "1" + ")" * DEEP,
    "cases": "(1 when " * DEEP + "yes" + ")" * DEEP,
    "rows": "count(companion where " * DEEP,
    "powers": "2^" * DEEP + "2",
    "alternatives": "x if missing " * DEEP + "1",
    "conditions": "yes and " * 100_000 + "yes",
    "terms": "1+" * 100_000 + "1",
}


def with_formula(form, formula):
    if form == "nilai":
        return f"{HEADS[form]}measure deep = {formula}\n"
    return f'{HEADS[form]}measures:\n  deep: "{formula}"\n'


def filled(head, make, size=MIB - 1000):
    """As many lines of `make(number)` behind the head as a file may have."""
    lines, length, number = [head], len(head), 0
    while length < size:
        lines.append(make(number))
        length += len(lines[-1])
        number += 1
    return "".join(lines)


def of_both_forms():
    for form, head in HEADS.items():
        for name, formula in FORMULAS.items():
            yield f"{name}.{form}", with_formula(form, formula)
        yield f"100 MB.{form}", ["# x\n" * (MIB // 4)] * 100
        yield f"NUL.{form}", head.encode() + b"\0" * 100_000
        yield f"no UTF-8.{form}", head.encode() + b"\xff\xfe" * 100_000
        yield f"one long word.{form}", "a" * (MIB - 100)


def native():
    head = HEADS["nilai"]
    for name, make in {
        "unfinished formulas": lambda i: f"measure m{i} = 1 +\n",
        "unknown names": lambda i: f"measure m{i} = x{i}\n",
        "misspelt definitions": lambda i: f"mesure m{i} = {i}\n",
        "the same name": lambda i: "measure m = 1\n",
        "a chain": lambda i: f"measure m{i} = m{i - 1} + 1\n" if i else "measure m0 = 1\n",
        "tables": lambda i: f"table t{i}\n key k\n",
        "columns": lambda i: f" column c{i} number\n",
        "criteria": lambda i: f"criterion c{i} weight 1 measured by n points = it\n"
        if i
        else " column n number\nscore = weighted average of criteria\n",
        "quotes": lambda i: '"',
        "words": lambda i: "a ",
        "lines": lambda i: "x\n",
    }.items():
        yield f"{name}.nilai", filled(head, make)


def yaml():
    head = HEADS["yaml"]
    nine = ",".join(["*{}"] * 9)
    laughs = "".join(f"a{i}: &a{i} [{nine.format(*[f'a{i - 1}'] * 9)}]\n" for i in range(1, 20))
    yield "a billion laughs.yaml", "a0: &a0 [lol, lol]\n" + laughs
    yield "lists in lists.yaml", "[" * DEEP
    yield "mappings in mappings.yaml", "{a: " * DEEP
    yield "dashes.yaml", "- " * DEEP
    yield "question marks.yaml", "? " * DEEP
    for name, sign in [
        ("anchors", "&a "), ("aliases", "*a "), ("tags", "!a "), ("documents", "---\n"), ("open quotes", '"'),
        ("blocks", "|\n"), ("brackets", "[]"), ("colons", ": "),
    ]:  # fmt: skip
        yield f"{name}.yaml", sign * (MIB // len(sign) - 100)
    for name, start, make in [
        ("unfinished formulas", "measures:\n", lambda i: f"  m{i}: 1 +\n"),
        ("unknown keys", "", lambda i: f"k{i}: 1\n"),
        ("the same key", "measures:\n", lambda i: "  m: 1\n"),
        ("files", "use:\n", lambda i: " - a\n"),
        ("one long formula", "measures:\n  m: ", lambda i: "1 + "),
    ]:
        yield f"{name}.yaml", filled(head + start, make)


def measured(program, path):
    """What it prints, its exit code, seconds of processor time, MiB of memory."""
    with subprocess.Popen(
        [program.binary, "check", path], env=program.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return printed, process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program, checks = Program(sys.argv[1]), Checks()
    slowest = largest = (0, "")
    with tempfile.TemporaryDirectory() as folder:
        for generate in [of_both_forms, native, yaml]:
            for name, content in generate():
                path = Path(folder) / name
                with path.open("wb") as file:  # a large one piece by piece: what this takes counts as the program's
                    for piece in content if isinstance(content, list) else [content]:
                        file.write(piece if isinstance(piece, bytes) else piece.encode())
                for _ in range(TRIES):
                    printed, code, seconds, mib = measured(program, path)
                    if seconds <= SECONDS_AT_MOST:
                        break
                path.unlink()
                is_said = b"error[N1" in printed or b"error[N2" in printed
                harmless = name.startswith(("a chain", "tables", "columns", "criteria"))  # large, and nothing wrong with it
                checks.expect(code == 0 if harmless else code == 1 and is_said, f"{name}: exit {code}, {printed[:300]}")
                checks.expect(seconds <= SECONDS_AT_MOST, f"{name}: {seconds:.2f} s")
                checks.expect(mib <= MIB_AT_MOST, f"{name}: {mib:.0f} MiB")
                slowest, largest = max(slowest, (seconds, name)), max(largest, (mib, name))
    print(f"slowest {slowest[0]:.2f} s: {slowest[1]}; largest {largest[0]:.0f} MiB: {largest[1]}")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
