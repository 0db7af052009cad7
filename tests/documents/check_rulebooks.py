#!/usr/bin/env python3
"""Checks every rulebook that the documents show, and runs its tests.

    check_rulebooks.py ROOT NILAI DOCUMENT...        exit 1 on any that is not as said

A block that begins with three backticks and `nilai` is a rulebook, or a part of one. A part is read together with the
last whole rulebook above it that has a file name (`nilai visits.nilai`): a definition of a name that is there already
takes its place. Each must be in order and pass its tests. Where the block opens with `nilai N3202`, that very problem,
and no other, must be found. Files that the document shows lie beside it.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from run_blocks import write_files

BLOCK = re.compile(r"^```nilai(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"N\d{4}")
FOUND = re.compile(r"\[(N\d{4})\]")
HEAD = re.compile(r"(rulebook|buku aturan) ")
OPENING = re.compile(
    r"^(?=(?:rulebook|choice|table|parameter|measure|criterion|score|outcomes|decide|guarantee|test"
    r"|buku aturan|pilihan|tabel|tetapan|ukuran|kriteria|nilai|daftar keputusan|putuskan|jamin|uji)\b)",
    re.MULTILINE,
)
# What a definition is known by: its first word and its name; a test or a guarantee, its text.
KNOWN_BY = re.compile(r'(test|guarantee|uji|jamin) "[^"]*"|[^\s"=:]+( +[^\s"=:]+)?')


def definitions_of(text):
    """What a definition is known by -> its text, in order. Comments stay with the definition above them."""
    return {KNOWN_BY.match(part).group().strip(): part for part in OPENING.split(text) if part.strip()}


def joined(whole, part):
    """The rulebook `whole` with the definitions of `part`."""
    return "\n".join((definitions_of(whole) | definitions_of(part)).values())


def said_by(nilai, command, file):
    done = subprocess.run([nilai, *command, file.name], cwd=file.parent, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def complaints(nilai, folder, text, code):
    """What is not as it was said of the rulebook `text`."""
    file = folder / "book.nilai"
    file.write_text(text, encoding="utf-8")
    exit_code, said = said_by(nilai, ["check", "--lang", "en"], file)
    if code:
        found = set(FOUND.findall(said))
        return [] if found == {code} else [f"{code} alone was to be found, not {sorted(found) or 'nothing'}:\n{said}"]
    if exit_code != 0:
        return [said]
    if re.search(r"^(test|uji) ", text, re.MULTILINE):
        exit_code, said = said_by(nilai, ["test", "--lang", "en"], file)
        return [said] if exit_code != 0 else []
    return []


def main(arguments):
    if len(arguments) < 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    root, nilai, count, wrong = Path(arguments[0]), str(Path(arguments[1]).resolve()), 0, 0
    with tempfile.TemporaryDirectory(prefix="nilai-document-") as folder:
        for document in arguments[2:]:
            text, whole = (root / document).read_text(encoding="utf-8"), ""
            write_files(text, folder)
            for block in BLOCK.finditer(text):
                word, shown = block.groups()
                is_whole = HEAD.match(shown)
                code = word if word and CODE.fullmatch(word) else None
                if is_whole and word and not code:
                    whole = shown
                count += 1
                for complaint in complaints(nilai, Path(folder), shown if is_whole else joined(whole, shown), code):
                    wrong += 1
                    print(f"{document}:{text.count(chr(10), 0, block.start()) + 1}: {complaint}")
    print(f"{count} rulebooks, {wrong} not as said")
    return 0 if count and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
