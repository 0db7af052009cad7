#!/usr/bin/env python3
"""`nilai new`: in each language the folder is made, and its README does what it says.

    new_folder.py NILAI        exit 1 where something is not as it should be

Every block of the README is typed in the folder, and what comes back is what the block shows.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from program import Checks, Program

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "documents"))
from run_blocks import commands_of, pattern_of, typed  # noqa: E402

NOTICED_AT_LEAST = 0.8
COMMANDS_TOURED = {"check", "run", "explain", "explain-error", "graph", "test"}


def command_name(command):
    """`check` of `nilai check rules.nilai`; None of another program's line."""
    words = command.split()
    return words[1] if words[0] == "nilai" else None


def check_tour(checks, program, folder, language):
    made = program("new", folder, "--lang", language)
    checks.equal(made.returncode, 0, f"new --lang {language}: {made.stderr}")
    commands = list(commands_of((folder / "README.md").read_text(encoding="utf-8")))
    toured = {command_name(command) for _, command, _ in commands}
    checks.expect(COMMANDS_TOURED <= toured, f"the README in {language} tours {sorted(COMMANDS_TOURED - toured)} too")
    environment = program.environment | {"LANG": "C.UTF-8"}
    environment["PATH"] = f"{Path(program.binary).parent}:{os.environ['PATH']}"
    for line, command, shown in commands:
        printed, exit_code = typed(command, folder, environment)
        said = f"README.md ({language}):{line}: $ {command}\nexit {exit_code}, printed:\n{printed}"
        checks.expect(exit_code == 0 and pattern_of(shown).fullmatch(printed), said)


def check_rules(checks, program, folder, language):
    """The rules to start from are laid out as `fmt` lays out, and their tests notice most small mistakes."""
    (rules,) = (path for path in folder.glob("*.nilai") if not path.stem.startswith(("new-", "aturan-")))
    laid_out = program("fmt", "--check", rules)
    checks.equal(laid_out.returncode, 0, f"fmt --check of the template in {language}: {laid_out.stderr}")
    tested = program("test", rules, "--mutate", "--format", "json")
    mutants = json.loads(tested.stdout)["rulebooks"][0]["mutants"]
    checks.expect(mutants["noticed_count"] >= NOTICED_AT_LEAST * mutants["tried_count"], f"mutants in {language}: {mutants}")


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    checks, program = Checks(), Program(arguments[0])
    with tempfile.TemporaryDirectory(prefix="nilai-new-") as work:
        for language in ("en", "id"):
            check_tour(checks, program, Path(work) / language, language)
            check_rules(checks, program, Path(work) / language, language)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
