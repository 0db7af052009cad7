"""The tables of the language reference, from the tables of the program."""

import re

import def_tables

MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end of table -->)", re.DOTALL)

WORDS = {
    "en": {
        "keyword": ("English", "Indonesian", "reserved"),
        "function": ("written", "Indonesian", "gives"),
    },
    "id": {
        "keyword": ("Indonesia", "Inggris", "dicadangkan"),
        "function": ("ditulis", "Inggris", "hasilnya"),
    },
}

# The groups of grammar/keywords.def; its own heading stands where none is given here.
GROUPS = {
    "words that open a definition": "kata pembuka ketetapan",
    "clauses": "bagian ketetapan",
    "types and column attributes": "jenis dan sifat kolom",
    "conditions and operators": "syarat dan operator",
    "which rows": "baris yang mana",
    "units of time": "satuan waktu",
    "months": "bulan",
    "functions": "fungsi",
    "the rows of a parameter": "baris tetapan",
    "values the language gives": "nilai yang disediakan bahasa",
    "tests": "uji",
    "guarantees": "jaminan",
    "keys of the YAML form only": "kunci yang hanya ada di bentuk YAML",
}

# What stands for the author's own part in the usage of a function, and what is said in another order.
PLACEHOLDERS = {
    "TABLE": "TABEL",
    "VALUE": "NILAI",
    "WEIGHT": "BOBOT",
    "CONDITION": "SYARAT",
    "COLUMN": "KOLOM",
    "CRITERION": "KRITERIA",
    "SCORE": "NILAI",
    "LOWEST": "TERENDAH",
    "HIGHEST": "TERTINGGI",
    "FROM": "DARI",
    "TO": "SAMPAI",
    "DATE": "TANGGAL",
    "COUNTED": "TERHITUNG",
    "OF": "DARI",
    "EXPONENT": "EKSPONEN",
    "REASON": "ALASAN",
    "NAME": "NAMA",
    "FILE": "BERKAS",
    "in last": "dalam … terakhir",
}


def other(language):
    return "id" if language == "en" else "en"


def code(words):
    return f"`{words}`"


def table(head, rows):
    return "".join(f"| {' | '.join(row)} |\n" for row in [head, ["---"] * len(head), *rows])


def group_title(group, language):
    title = def_tables.title(group)
    return GROUPS.get(title, title) if language == "id" else title


def keyword_tables(root, language):
    """A small table a group."""
    groups = {}
    for keyword in def_tables.keywords(root):
        groups.setdefault(group_title(keyword.group, language), []).append(keyword)
    text = ""
    for title, keywords in groups.items():
        rows = [
            [", ".join(map(code, k.spellings[language])), ", ".join(map(code, k.spellings[other(language)])),
             "✓" if k.is_reserved(language) else ""]
            for k in keywords
        ]  # fmt: skip
        text += f"\n**{title[0].upper()}{title[1:]}**\n\n{table(WORDS[language]['keyword'], rows)}"
    return text


def reserved_words(root, language):
    words = [k.spellings[language][0] for k in def_tables.keywords(root) if k.is_reserved(language)]
    return " ".join(map(code, words)) + "\n"


def usage_in(language, usage, root):
    """`count(TABLE where CONDITION)` -> `banyak(TABEL yang SYARAT)`."""
    if language == "en":
        return usage
    pairs = dict(PLACEHOLDERS)
    for keyword in def_tables.keywords(root):
        pairs.setdefault(keyword.spellings["en"][0], keyword.spellings["id"][0])  # of two `by`, the common one stands first
    longest_first = sorted(pairs, key=len, reverse=True)
    return re.sub(rf"\b({'|'.join(longest_first)})\b", lambda found: pairs[found.group()], usage)


def function_rows(root, language, over_rows):
    meanings = def_tables.meanings(root)
    written = {k.name: k.spellings for k in def_tables.keywords(root)}
    for function in def_tables.functions(root):
        if function.over_rows != over_rows:
            continue
        assert function.name in meanings, f"docs/generate/meanings.def does not say what {function.name} means"
        yield [code(usage_in(language, function.usage, root)), code(written[function.name][other(language)][0]),
               meanings[function.name][language]]  # fmt: skip


def content(kind, root, language):
    match kind:
        case "keywords":
            return keyword_tables(root, language)
        case "reserved":
            return reserved_words(root, language)
        case "aggregates" | "functions":
            rows = function_rows(root, language, kind == "aggregates")
            return table(WORDS[language]["function"], rows)
    raise SystemExit(f"there is no table `{kind}`")


def with_tables(text, root, language):
    """`text`, with what stands between its markers written anew."""
    return MARKED.sub(lambda found: f"{found[1]}\n{content(found[2], root, language).strip()}\n\n{found[3]}", text)
