"""What a rulebook declares: its tables and periods, the numbers that it names, its formulas and how they are rounded.

Read from the YAML that `nilai convert` writes, by a reader of YAML that is not the program's.
"""

import re
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

try:
    import yaml
except ImportError:
    sys.exit(77)

MONTHS_OF = {"month": 1, "quarter": 3, "half year": 6, "year": 12}
NUMBER = re.compile(r"(?<![\w.-])(\d[\d_]*(?:\.\d+)?)(%?)(?![\w.-])")


def names_of(value):
    """A name, a list of names or a mapping of them, as a list."""
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def texts_within(value):
    """Every scalar and key of a YAML document."""
    if isinstance(value, str):
        yield value
    for part in value if isinstance(value, (dict, list)) else ():
        yield from texts_within(part)
        if isinstance(value, dict):
            yield from texts_within(value[part])


class Periods:
    """The periods of one length, numbered one after the other; those of no known length are days."""

    def __init__(self, every):
        self.months = MONTHS_OF.get(every)

    def number(self, text):
        if self.months is None:
            return date.fromisoformat(text).toordinal()
        year, _, part = text.partition("-")
        return int(year) * 12 // self.months + int(part.strip("QS") or 1) - 1

    def text(self, number):
        if self.months is None:
            return date.fromordinal(number).isoformat()
        year, part = divmod(number, 12 // self.months)
        return f"{year:04}" + {1: f"-{part + 1:02}", 3: f"-Q{part + 1}", 6: f"-S{part + 1}", 12: ""}[self.months]

    def first_day(self, number):
        if self.months is None:
            return date.fromordinal(number)
        year, month = divmod(number * self.months, 12)
        return date(year, month + 1, 1)

    def containing(self, day):
        return day.toordinal() if self.months is None else (day.year * 12 + day.month - 1) // self.months


class Declared:
    """What a rulebook, with those that it amends and uses, says of its records."""

    def __init__(self, program, rulebook):
        self.tables, self.choices, self.head, self.test_periods = {}, {}, {}, set()
        self.formulas, self.rounding = {}, {}  # by name: inputs and text; the clause `rounded`
        numbers = set()
        self._read(program, Path(rulebook), numbers)
        self.numbers = sorted(numbers)
        evaluates = self.head["evaluates"]
        self.subject, every = (evaluates, "") if isinstance(evaluates, str) else next(iter(evaluates.items()))
        unit = re.match(r"every (half year|\w+)", every)
        self.periods = Periods(unit[1]) if unit else None

    def _read(self, program, path, numbers):
        done = program("convert", path, "--to", "yaml", "--keywords", "en")
        assert done.returncode == 0, f"convert {path}: {done.stderr}"
        book = yaml.load(done.stdout, Loader=yaml.BaseLoader)  # scalars are characters
        for other in names_of(book.get("amends")) + names_of(book.get("use")):
            self._read(program, path.parent / other, numbers)
        self.head |= {key: book[key] for key in ("rulebook", "evaluates", "in force") if key in book}
        self.choices |= book.get("choices", {})
        for name, table in book.get("tables", {}).items():
            columns = self.tables.get(name, {}).get("columns", {}) | table.get("columns", {})
            self.tables[name] = self.tables.get(name, {}) | table | {"columns": columns}
        scores = book.get("scores", {}) | ({"score": book["score"]} if "score" in book else {})
        for name, measure in (book.get("measures", {}) | scores).items():
            if isinstance(measure, dict):
                if "by" in measure:
                    self.formulas[name] = names_of(measure["by"]), ", ".join(names_of(measure["is"]))
                if "rounded" in measure:
                    self.rounding[name] = measure["rounded"]
        self.test_periods |= {test["in"] for test in book.get("tests", []) if "in" in test}
        for text in texts_within(book):
            for digits, percent in NUMBER.findall(text):
                numbers.add(Fraction(digits.replace("_", "")) / (100 if percent else 1))

    def evaluated(self):
        """The periods to evaluate, as texts: those of its tests, else the first in force; `[None]` without periods."""
        if self.periods is None:
            return [None]
        first = self.periods.containing(date.fromisoformat(self.head["in force"]["from"]))
        return sorted(self.test_periods) or [self.periods.text(first)]

    def links(self, table):
        """For each clause `belongs to`: the parent, and pairs of an own column and a column of the parent."""
        clauses = self.tables[table].get("belongs to", {})
        if isinstance(clauses, dict):
            clauses = [f"{parent} by {', '.join(names_of(columns))}" for parent, columns in clauses.items()]
        for clause in clauses:
            parent, _, columns = clause.partition(" by ")
            key = names_of(self.tables[parent].get("key"))
            pairs = [[part.strip() for part in column.split("=")] for column in columns.split(",")]
            yield parent, [(pair[0], pair[1] if len(pair) > 1 else key[i]) for i, pair in enumerate(pairs)]
