#!/usr/bin/env python3
"""Reads rulebooks with the TextMate grammar, through the engine that editors have.

    textmate_test.py ROOT MODULES        exit 1 on a wrong scope, 77 where node or its modules are not installed

MODULES is a folder in which `npm ci` has been run with the package.json beside this file: `./dev check` does.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "docs" / "generate"))
import def_tables  # noqa: E402

# Of a sample: a line of it, a text in that line, and the scope it must have.
SCOPES = {
    "jamsosratu.nilai": [
        ("rulebook jamsosratu", "rulebook", "storage.type"),
        ("rulebook jamsosratu", "jamsosratu", "entity.name.section"),
        ("rulebook jamsosratu", "Evaluasi kinerja pendamping Jamsosratu", "string.quoted.double"),
        ("# --- what is measured", "# --- what is measured ---", "comment.line.number-sign"),
        ("evaluates  companion", "evaluates", "keyword.other.clause"),
        ("evaluates  companion", "quarter", "keyword.other.unit"),
        ("  period      quarter", "quarter", "variable.other.member"),
        ("  dated       since", "since", "variable.other.member"),
        ("table case", "case", "entity.name.type"),
        ("column      gender", "one of", "support.type"),
        ("column      gender", "protected", "storage.modifier"),
        ("column      closed_on", "date", "support.type"),
        ("from 2018-01-01", "2018-01-01", "constant.other.date"),
        ("from 2018-01-01", "97%", "constant.numeric.percentage"),
        ("measure coverage", "coverage", "entity.name.function"),
        ("= share(any(visit", "share", "support.function"),
        ("= share(any(visit", "any", "support.function"),
        ("= share(any(visit", "where", "keyword.other.rows"),
        ("= share(any(visit", "verified", "variable.other"),
        ("where started_on <= period end", "period end", "variable.language"),
        ("where started_on <= period end", "months", "keyword.other.unit"),
        ("and (ended_on is missing", "is missing", "keyword.operator.word"),
        ("= 100 * count(complaint", "100", "constant.numeric"),
        ("= 100 * count(complaint", "/", "keyword.operator"),
        ("criterion visits", "weight", "keyword.other.clause"),
        ("criterion visits", "40%", "constant.numeric.percentage"),
        ("points         0 at 30%", "at", "keyword.other.clause"),
        ("points         100 when at least 35%", "when", "keyword.control"),
        ("points         100 when at least 35%", "at least", "keyword.operator.word"),
        ("score \"Nilai\"", "score", "storage.type"),
        ("  = score", "score", "variable.language"),
        ("suspend    \"Nonaktif", "confirmed by a person", "storage.modifier"),
        ("because \"Terpidana", "because", "keyword.control"),
        ("because \"Terpidana", "HKM-02", "constant.other.code"),
        ("warn       when score < 55", "{", "punctuation.section.embedded.begin"),
        ("warn       when score < 55", " di bawah 55", "string.quoted.double"),
        ("raising proven_complaints", "never", "keyword.other.promise"),
        ("test \"rajin", "2017-Q1", "constant.other.period"),
        ("given  40 household", "given", "keyword.other.test"),
        ("given  40 household", "yes", "constant.language"),
        ("expect visits 100 points", "points", "keyword.other.clause"),
        ("expect complaints not assessed", "not assessed", "keyword.other.clause"),
    ],
    "jamsosratu.id.nilai": [
        ("buku aturan jamsosratu", "buku aturan", "storage.type"),
        ("  periode  quarter", "quarter", "variable.other.member"),
        ("kolom    active_days", "jumlah", "support.type"),
        ("kolom    active_days", "hari", "keyword.other.unit"),
        ("= bagian(ada(visit", "ada", "support.function"),
        ("= bagian(ada(visit", "yang", "keyword.other.rows"),
        ("kriteria visits", "kriteria", "storage.type"),
        ("kriteria visits", "bobot", "keyword.other.clause"),
        ("jika kosong", "tidak dinilai", "keyword.other.clause"),
        ("nilai \"Nilai\"", "nilai", "storage.type"),
        ("daftar keputusan", "daftar keputusan", "storage.type"),
        ("warn", "nilai", "variable.language"),
        ("retain", "selain itu", "keyword.control"),
    ],
}  # fmt: skip

# What no sample has: lines, a text in the last of them, its innermost scope.
MORE = [
    ('decide\n  a when x because "Only {100 * y}%" en "{z} of"', "z", "variable.other"),
    ('decide\n  a when x because "Only \\{x}"', "\\{", "constant.character.escape"),
    ('measure a "no {x} here"', "no {x} here", "string.quoted.double"),
    ("measure `table` = 1", "`table`", "entity.name.function"),
    ("measure a = code + 1", "code", "variable.other"),
    ("measure a = points > 3", "points", "variable.other"),
    ("measure a = total * hari", "hari", "variable.other"),
    ("ukuran a = total(x dari hasil)", "total", "support.function"),
    ("parameter p by k, l\n  for any: 1 when 2", "any", "keyword.other.clause"),
    ("table t\n  column years number of days  optional", "years", "variable.other.member"),
    ("measure a # measure b", "# measure b", "comment.line.number-sign"),
]


def read(root, modules, file):
    """A list of pairs of text and scopes for each line."""
    command = ["node", str(HERE / "scopes.mjs"), str(modules), str(root / "editors" / "nilai.tmLanguage.json"), str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def innermost(scopes):
    return scopes[-1].removesuffix(".nilai") if scopes else ""


def has_scope(line, text, scope):
    """`text` stands in `line` with that scope: as a token, or as a part of one within blanks."""
    return any(
        innermost(scopes) == scope and (text == token or (text in token and scope.startswith(("string", "comment"))))
        for token, scopes in line
    )


def wrong_scopes(lines, source, expected):
    for beginning, text, scope in expected:
        at = [number for number, line in enumerate(source) if " ".join(line.split()).startswith(" ".join(beginning.split()))]
        assert at, f"no line of the sample begins with {beginning}"
        if not any(has_scope(lines[number], text, scope) for number in at):
            yield f"line {at[0] + 1}: `{text}` is not {scope}: {lines[at[0]]}"


def passed_over(lines, reserved):
    """Text without a scope, and reserved words that were taken for names."""
    for number, line in enumerate(lines, start=1):
        for token, scopes in line:
            if token.strip() and not scopes:
                yield f"line {number}: `{token}` has no scope"
            if innermost(scopes).startswith("variable.other") and token in reserved:
                yield f"line {number}: `{token}` is a keyword, and was taken for a name"


def problems_of(root, modules, file, reserved):
    source = file.read_text(encoding="utf-8").splitlines()
    lines = read(root, modules, file)
    language = "id" if any(re.match(r"buku\s+aturan\b", line) for line in source) else "en"
    yield from wrong_scopes(lines, source, SCOPES.get(file.name, []))
    yield from passed_over(lines, reserved[language])


def problems_of_more(root, modules):
    with tempfile.TemporaryDirectory(prefix="nilai-textmate-") as folder:
        file = Path(folder) / "more.nilai"
        for text, token, scope in MORE:
            file.write_text(text, encoding="utf-8")
            line = read(root, modules, file)[-1]
            if not has_scope(line, token, scope):
                yield f"{text}: `{token}` is not {scope}: {line}"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    root, modules = Path(arguments[0]).resolve(), Path(arguments[1]).resolve()
    if shutil.which("node") is None or not (modules / "node_modules" / "vscode-textmate").exists():
        print(f"skipped: node, or its modules in {modules}, are not installed: ./dev check installs the modules")
        return 77

    keywords = def_tables.keywords(root)
    reserved = {
        language: {words for k in keywords if k.is_reserved(language) for words in k.spellings[language]}
        for language in ("en", "id")
    }
    samples = sorted([*root.glob("samples/**/*.nilai"), *root.glob("app/templates/**/*.nilai")])
    assert set(SCOPES) <= {file.name for file in samples}
    count = 0
    for file in samples:
        for problem in problems_of(root, modules, file, reserved):
            count += 1
            print(f"{file.relative_to(root)}: {problem}")
    for problem in problems_of_more(root, modules):
        count += 1
        print(problem)
    print(f"{len(samples)} rulebooks, {count} wrong scopes")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
