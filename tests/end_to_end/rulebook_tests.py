#!/usr/bin/env python3
"""`nilai test` on the samples: all their tests pass and reach every way, and those of the whole rulebook guard it.

    rulebook_tests.py NILAI SAMPLES        exit 1 where something is not as it should be

Of `jamsosratu`, in either language, at least 95% of the mutants are noticed; those that are not are the ones that its
README argues away, and no others.
"""

import json
import re
import sys
from pathlib import Path

from program import Checks, Program
from sample_files import rulebooks_of

NOTICED_PERCENT_AT_LEAST = 95


def tested(program, checks, rulebook, *options):
    """What `--format json` says of one rulebook."""
    done = program("test", rulebook, "--format", "json", *options)
    checks.equal(done.returncode, 0, f"test {rulebook.name}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout)["rulebooks"][0]


def change_of(mutant):
    return f"{mutant['of']}: `{mutant['before']}` as `{mutant['after']}`"


def check_coverage(checks, book):
    for place in book["coverage"]["places"]:
        checks.expect(place["test_count"] > 0, f"{book['file']}: no test reaches {place['of']}: {place['text']}")


def check_mutants(checks, book, argued):
    mutants = book["mutants"]
    tried, noticed = mutants["tried_count"], mutants["noticed_count"]
    checks.expect(tried >= 100, f"{book['file']}: {tried} mutants are few")
    checks.expect(
        100 * noticed >= NOTICED_PERCENT_AT_LEAST * tried, f"{book['file']}: {noticed} of {tried} mutants are noticed"
    )
    checks.equal(sorted(map(change_of, mutants["unnoticed"])), argued, f"{book['file']}: the mutants argued away")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    checks, program, samples = Checks(), Program(arguments[0]), Path(arguments[1])
    for rulebook in rulebooks_of(samples):
        book = tested(program, checks, rulebook, "--coverage")
        checks.expect(book["tests"], f"{rulebook.name} has tests")
        check_coverage(checks, book)

    whole = samples / "jamsosratu" / "jamsosratu.nilai"
    readme = (whole.parent / "README.md").read_text(encoding="utf-8")
    argued = sorted(f"{of}: `{change}" for of, change in re.findall(r"^  .*nilai:\d+:\d+: (\w+): `(.*)$", readme, re.M))
    checks.expect(argued, "the README names mutants")
    books = [tested(program, checks, each, "--mutate") for each in (whole, whole.with_suffix(".id.nilai"))]
    for book in books:
        check_mutants(checks, book, argued)
    english, indonesian = ([test["name"] for test in book["tests"]] for book in books)
    checks.equal(indonesian, english, "the tests in either language")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
