"""Reads the tables that the program itself is built from, so that documents and editors say what the program does."""

import re
from dataclasses import dataclass

ENTRY = re.compile(r"^NILAI_([A-Z]+)\((.*)\)$")
FIELD = re.compile(r'"(?:\\.|[^"\\])*"|[^\s",][^",]*')


@dataclass(frozen=True)
class Keyword:
    group: str  # the comment above it: `clauses`
    name: str  # in the C++ sources
    standing: str  # `reserved`, `reserved_in_indonesian`, `free`, `key`
    spellings: dict  # language -> spellings, the written one first

    def is_reserved(self, language):
        return self.standing == "reserved" or (self.standing == "reserved_in_indonesian" and language == "id")


@dataclass(frozen=True)
class Function:
    name: str
    usage: str  # in English keywords: `count(TABLE where CONDITION)`
    over_rows: bool


def entries(file, macro):
    """Pairs of the comment above and the fields of every entry `NILAI_MACRO(…)`, quotes taken off."""
    group, is_first_of_file = "", True
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("// ") and not is_first_of_file:
            group = line[3:]
        elif (found := ENTRY.match(line)) and found.group(1) == macro:
            yield group, [field.strip().strip('"') for field in FIELD.findall(found.group(2))]
        elif not line:
            is_first_of_file = False  # the comment that opens the file is about the file


def title(group):
    """A group's name: the comment above it, as far as it names it."""
    return re.split("[:;,]", group)[0]


def keywords(root):
    found = [
        Keyword(group, name, standing, {"en": english.split("|"), "id": indonesian.split("|")})
        for group, (name, standing, english, indonesian) in entries(root / "grammar" / "keywords.def", "KEYWORD")
    ]
    assert len(found) > 100, "grammar/keywords.def is not what it was"
    return found


def functions(root):
    """In the order of the program's table."""
    found = [
        Function(name, usage, rows == "yes")
        for _, (name, _, usage, _, rows, *_) in entries(root / "rules" / "builtins.def", "BUILTIN")
    ]
    assert len(found) > 20, "rules/builtins.def is not what it was"
    return found


def meanings(root):
    """What each function means: name -> language -> sentence."""
    file = root / "docs" / "generate" / "meanings.def"
    return {name: {"en": english, "id": indonesian} for _, (name, english, indonesian) in entries(file, "MEANING")}
