"""The TextMate grammar of the native form, for editors: editors/nilai.tmLanguage.json.

A grammar of this kind knows words and lines, not the language: a word that is a keyword in some places and a name in
others goes by what stands beside it. The first word that opens a definition chooses the language of all that follows.
"""

import json

import def_tables

BEGIN = r"(?<![\p{L}\p{M}\p{N}_`.])"
END = r"(?![\p{L}\p{M}\p{N}_`])"
NAME = r"`[^`\n]*`|[\p{L}_][\p{L}\p{M}\p{N}_]*"
NEVER = r"(?!)"

# What follows a name, and never a keyword that takes something.
AFTER_A_NAME = r"(?!\s*(?:[=<>,]|!=))"

# Scopes by group of grammar/keywords.def, and by keyword where it differs.
GROUP_SCOPES = {
    "words that open a definition": "storage.type",
    "clauses": "keyword.other.clause",
    "types and column attributes": "support.type",
    "conditions and operators": "keyword.operator.word",
    "which rows": "keyword.other.rows",
    "units of time": "keyword.other.unit",
    "months": "constant.language.month",
    "functions": "support.function",
    "the rows of a parameter": "keyword.other.clause",
    "values the language gives": "variable.language",
    "tests": "keyword.other.test",
    "guarantees": "keyword.other.promise",
}
SCOPES = {
    **dict.fromkeys(("optional", "personal", "protected_"), "storage.modifier"),
    **dict.fromkeys(("confirmed_by_a_person", "outside_the_order"), "storage.modifier"),
    **dict.fromkeys(("when", "otherwise", "because", "if_"), "keyword.control"),
    **dict.fromkeys(("yes", "no"), "constant.language"),
    **dict.fromkeys(("it", "outcome"), "variable.language"),
}

# Keywords of one word that are common names: what must stand before and behind.
BEFORE_TEXT = r"(?=\s*\")"
BESIDE = {
    **dict.fromkeys(("key", "measured_by", "evaluates", "given", "having", "expect", "for_"), (r"^\s*", AFTER_A_NAME)),
    **dict.fromkeys(("version", "basis", "amends"), ("", BEFORE_TEXT)),
    "score": (r"^\s*", rf"(?=\s*(?:(?:{NAME})\s*)?(?:\".*|=.*)?$)"),
    "use": (r"^\s*", BEFORE_TEXT),
    "weight": ("", r"(?=\s+[\d(])"),
    "points": (r"(?:^\s*|(?<=\d )|(?<=\d))", ""),
    "whatever": ("", r"(?=\s*[,:])"),
}


def scope(keyword):
    group = def_tables.title(keyword.group)
    return SCOPES.get(keyword.name, GROUP_SCOPES[group]) + ".nilai"


def any_of(spellings):
    """A pattern for any of them, the longest first, with any blanks between the words of one."""
    return "(?:" + "|".join(r"\s+".join(words.split()) for words in sorted(spellings, key=len, reverse=True)) + ")"


def beside(keyword, language):
    """Patterns of what stands before and behind the keyword."""
    group = def_tables.title(keyword.group)
    if keyword.name in BESIDE:
        return BESIDE[keyword.name]
    if group == "words that open a definition":
        return r"^\s*", ""
    if group == "functions":
        return "", r"(?=\s*\()"
    is_plain_word = not keyword.is_reserved(language) and any(" " not in words for words in keyword.spellings[language])
    return "", AFTER_A_NAME if is_plain_word else ""


def rules_of(keywords, language):
    """A rule for all keywords that are told apart and shown alike. Of two that begin at one place, more words win."""
    alike = {}
    for keyword in keywords:
        for words in keyword.spellings[language]:
            alike.setdefault((-len(words.split()), scope(keyword), *beside(keyword, language)), []).append(words)
    return [
        {"match": f"{before}{BEGIN}({any_of(words)}){END}{behind}", "captures": {"1": {"name": name}}}
        for (_, name, before, behind), words in sorted(alike.items(), key=lambda entry: entry[0][0])
    ]


def written(keywords, language, *names):
    return any_of([words for k in keywords if k.name in names for words in k.spellings[language]])


def defined(keywords, language):
    """A word that opens a definition and the name that it gives."""
    for name_scope, *names in [
        ("entity.name.section", "rulebook"),
        ("entity.name.type", "table", "choice"),
        ("entity.name.function", "parameter", "measure", "criterion"),
    ]:
        yield {
            "match": rf"^\s*({written(keywords, language, *names)}){END}\s+({NAME})",
            "captures": {"1": {"name": "storage.type.nilai"}, "2": {"name": f"{name_scope}.nilai"}},
        }


def dated(keywords, language):
    """Clauses whose next word is a name, whatever it is."""
    return {
        "match": rf"^\s*({written(keywords, language, 'dated', 'period', 'key')}){END}\s+({NAME})",
        "captures": {"1": {"name": "keyword.other.clause.nilai"}, "2": {"name": "variable.other.member.nilai"}},
    }


def coded(keywords, language):
    """A code behind its keyword."""
    return {
        "match": rf"{BEGIN}({written(keywords, language, 'code')}){END}\s+([\p{{L}}\p{{N}}_]+(?:[-./][\p{{L}}\p{{N}}_]+)*)",
        "captures": {"1": {"name": "keyword.other.clause.nilai"}, "2": {"name": "constant.other.code.nilai"}},
    }


def column(keywords, language):
    """A column's line: types and attributes are keywords here alone."""
    types = [k for k in keywords if def_tables.title(k.group) == "types and column attributes"]
    return {
        "begin": rf"^\s*({written(keywords, language, 'column')}){END}\s+({NAME})",
        "end": "$",
        "beginCaptures": {"1": {"name": "keyword.other.clause.nilai"}, "2": {"name": "variable.other.member.nilai"}},
        "patterns": [{"include": "#comment"}, *rules_of(types, language), {"include": f"#{language}"}],
    }


def because(keywords, language):
    """A reason: formulas in braces are read in its texts."""
    return {
        "begin": rf"{BEGIN}({written(keywords, language, 'because')}){END}",
        "end": r'(?<=")(?!\s*(?:en|id)\s*")',
        "beginCaptures": {"1": {"name": "keyword.control.nilai"}},
        "patterns": [
            {"include": "#comment"},
            {"match": rf"{BEGIN}(?:en|id){END}", "name": "keyword.other.language.nilai"},
            text_rule([{
                "begin": r"\{",
                "end": r"\}|(?=\")",
                "beginCaptures": {"0": {"name": "punctuation.section.embedded.begin.nilai"}},
                "endCaptures": {"0": {"name": "punctuation.section.embedded.end.nilai"}},
                "name": "meta.embedded.expression.nilai",
                "contentName": "source.nilai",
                "patterns": [{"include": f"#{language}"}],
            }]),
        ],
    }  # fmt: skip


def text_rule(inside):
    return {
        "name": "string.quoted.double.nilai",
        "begin": '"',
        "end": '"|$',
        "patterns": [{"match": r"\\[\"\\n{}]", "name": "constant.character.escape.nilai"}, *inside],
    }


def words_of(keywords, language):
    """All words of one language, those that depend on their neighbours first."""
    anywhere = [
        k for k in keywords
        if k.standing != "key" and def_tables.title(k.group) != "types and column attributes" and k.name not in ("code", "column")
    ]  # fmt: skip
    return [
        *defined(keywords, language),
        column(keywords, language),
        dated(keywords, language),
        coded(keywords, language),
        because(keywords, language),
        *rules_of(anywhere, language),
        {"match": rf"{BEGIN}{written(keywords, language, 'score')}{END}", "name": "variable.language.nilai"},
    ]


def whole_file(keywords, language):
    """From the first word that opens a definition to the end of the file: one language."""
    opening = {k.name for k in keywords if def_tables.title(k.group) == "words that open a definition"}
    return {"begin": rf"^(?=\s*{written(keywords, language, *opening)}{END})", "end": NEVER, "patterns": [{"include": f"#{language}"}]}


def literals():
    return [
        {"include": "#comment"},
        {"include": "#text"},
        {"match": r"`[^`\n]*`", "name": "variable.other.quoted.nilai"},
        {"match": rf"{BEGIN}\d{{4}}-\d{{2}}-\d{{2}}{END}", "name": "constant.other.date.nilai"},
        {"match": rf"{BEGIN}\d{{4}}-(?:Q[1-4]|S[12]|\d{{2}}){END}", "name": "constant.other.period.nilai"},
        {"match": rf"{BEGIN}\d[\d_]*(?:\.\d+)?%", "name": "constant.numeric.percentage.nilai"},
        {"match": rf"{BEGIN}\d[\d_]*(?:\.\d+)?{END}", "name": "constant.numeric.nilai"},
        {"match": r"!=|<=|>=|[-=<>+*/^]", "name": "keyword.operator.nilai"},
        {"match": r"[(]", "name": "punctuation.section.parens.begin.nilai"},
        {"match": r"[)]", "name": "punctuation.section.parens.end.nilai"},
        {"match": r"[,:.]", "name": "punctuation.separator.nilai"},
    ]


def grammar(root):
    keywords = def_tables.keywords(root)
    name = {"match": r"[\p{L}_][\p{L}\p{M}\p{N}_]*", "name": "variable.other.nilai"}
    language_word = {"match": rf"{BEGIN}(?:en|id){END}(?=\s*\")", "name": "keyword.other.language.nilai"}
    found = {
        "comment": "Written by `./dev docs` from grammar/keywords.def.",
        "name": "Nilai",
        "scopeName": "source.nilai",
        "fileTypes": ["nilai"],
        "patterns": [{"include": "#comment"}, whole_file(keywords, "id"), whole_file(keywords, "en")],
        "repository": {
            "comment": {"match": "#.*$", "name": "comment.line.number-sign.nilai"},
            "text": text_rule([]),
            "literal": {"patterns": literals()},
        },
    }
    for language in ("en", "id"):
        found["repository"][language] = {
            "patterns": [*words_of(keywords, language), language_word, {"include": "#literal"}, name]
        }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
