#!/usr/bin/env python3
"""Runs what the documents show, and compares what comes back.

    run_blocks.py ROOT BINARY_DIR DOCUMENT...        exit 1 on any difference

A block that begins with three backticks and `sh`, and whose first line begins with `$ `, is a conversation: lines with
`$ ` are commands (a `\\` at the end continues one), the lines after a command are all that it prints, stdout and stderr
as they come; a line `…` stands for any number of lines, and for any text within one. Commands of one document run one
after the other, each in a shell of its own, in a copy of `samples/`; the programs built are on the PATH and under
`build/release`. Each ends with exit 0 (`nilai … ; echo "exit $?"` shows another). A block whose first line names a file
after the language (`csv records/visit.csv`) is that file, for all commands. Blocks that begin otherwise are not run.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"^```sh\n(\$ .*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^```\w+ (\S+\.\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS_AT_MOST = 120


def commands_of(text):
    """Triples of the line (from 1), the command and the output shown, for every conversation in `text`."""
    for block in BLOCK.finditer(text):
        first_line = text.count("\n", 0, block.start(1)) + 1
        lines = block.group(1).splitlines()
        at = 0
        while at < len(lines):
            line, command = first_line + at, lines[at][2:]
            while command.endswith("\\"):
                at += 1
                command = command[:-1] + lines[at].strip()
            at += 1
            shown = []
            while at < len(lines) and not lines[at].startswith("$ "):
                shown.append(lines[at])
                at += 1
            yield line, command, shown


def write_files(text, folder):
    """The files that `text` shows."""
    for name, content in FILE.findall(text):
        file = Path(folder) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def pattern_of(shown):
    """What the output must look like."""
    pattern = ""
    for line in shown:
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(part.rstrip()) for part in line.split("…")) + r"[ ]*\n"
    return re.compile(pattern)


def typed(command, folder, environment):
    """What the line prints, stdout and stderr as they come, and its exit code."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS_AT_MOST,
        check=False,
    )
    return done.stdout, done.returncode


def run_document(document, folder, environment):
    """How many commands of `document` were run, and a text for each that printed something else."""
    count, wrong, text = 0, [], document.read_text(encoding="utf-8")
    write_files(text, folder)
    for line, command, shown in commands_of(text):
        count += 1
        printed, exit_code = typed(command, folder, environment)
        printed = printed if not printed or printed.endswith("\n") else printed + "\n"
        if exit_code != 0 or not pattern_of(shown).fullmatch(printed):
            wrong.append(f"{document}:{line}: $ {command}\nshown:\n{chr(10).join(shown)}\nprinted, exit {exit_code}:\n{printed}")
    return count, wrong


def main(arguments):
    if len(arguments) < 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    root, binaries = Path(arguments[0]).resolve(), Path(arguments[1]).resolve()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment |= {"LANG": "C.UTF-8", "PATH": f"{binaries}:{os.environ['PATH']}"}

    total, all_wrong = 0, []
    for document in arguments[2:]:
        with tempfile.TemporaryDirectory(prefix="nilai-document-") as folder:
            shutil.copytree(root / "samples", Path(folder) / "samples")
            (Path(folder) / "build").mkdir()
            (Path(folder) / "build" / "release").symlink_to(binaries)
            count, wrong = run_document(root / document, folder, environment)
        print(f"{document}: {count} commands, {len(wrong)} print something else")
        total, all_wrong = total + count, all_wrong + wrong
    print("\n".join(all_wrong))
    return 0 if total and not all_wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
