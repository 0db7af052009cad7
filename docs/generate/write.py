#!/usr/bin/env python3
"""Writes what documents and editors take from the tables of the program.

    write.py ROOT            rewrites the files that are not as they should be
    write.py ROOT --check    exit 1, and a line for each of them
"""

import sys
from pathlib import Path

import language_tables
import rulebook_schema
import textmate_grammar

DOCUMENTS = {"docs/language.md": "en", "docs/bahasa.md": "id"}


def generated(root):
    """Pairs of a file and what it should hold."""
    for path, language in DOCUMENTS.items():
        file = root / path
        yield file, language_tables.with_tables(file.read_text(encoding="utf-8"), root, language)
    yield root / "editors" / "nilai.tmLanguage.json", textmate_grammar.grammar(root)
    yield root / "editors" / "rulebook.schema.json", rulebook_schema.schema(root)


def main(arguments):
    if len(arguments) not in (1, 2) or arguments[1:] not in ([], ["--check"]):
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    root, is_check, stale = Path(arguments[0]).resolve(), len(arguments) == 2, 0
    for file, text in generated(root):
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        path = file.relative_to(root)
        print(f"{path} is not what the tables of the program say: ./dev docs" if is_check else f"{path} written")
        if not is_check:
            file.write_text(text, encoding="utf-8")
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
