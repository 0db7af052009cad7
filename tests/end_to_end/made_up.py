"""Made-up records for any rulebook, from the tables that it declares: the same ones at every run.

Values are drawn where rules are decided: on the numbers that the rulebook names, one step beside them, and anywhere
within the bounds of the column. Now and then a cell is blank, and rows of some periods are not there, as in real
records.
"""

import csv
import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from declared import Periods, names_of

SUBJECT_COUNT = 60
LOOKED_UP_COUNT = 6  # rows of a table that others belong to and that belongs to none: states, events
ROW_COUNT_AT_MOST = 12_000
DATED_PER_PARENT = 8  # in a period, on average
UNDATED_PER_PARENT = 25
PLACES = 3  # of a number that does not say how fine it is
PERIODS_BACK = 3  # what streaks and averages look back on


@dataclass
class Column:
    """How to draw a value: from `values`, else as a date or a text, else a number of so many `places` within bounds."""

    kind: str
    values: list
    places: int = 0
    lowest: Fraction = Fraction(0)
    highest: Fraction = None
    is_optional: bool = False


def column_of(declared, text):
    """The column that a native text declares, None for one that is worked out."""
    text = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    if "=" in text:
        return None
    bounds = {word: Fraction(value.rstrip("%")) for word, value in re.findall(r"at (least|most) (-?[\d.]+)", text)}
    words = re.findall(r"\w+", text)
    values = [words[words.index("or") + 1]] if " or " in text and not text.startswith("yes or no") else []
    kind = "number"
    if text.startswith("yes or no"):
        kind, values = "choice", ["yes", "no"]
    elif text.startswith("one of"):
        kind, values = "choice", [item.split()[0] for item in text.removeprefix("one of").split(",")]
    elif words[0] in declared.choices:
        choice = declared.choices[words[0]]
        kind, values = "choice", names_of(choice.get("values") or choice.get("ordered"))
    elif words[0] in ("text", "date"):
        kind = words[0]
    elif values:
        values = names_of(declared.choices[values[0]].get("values"))
    places = re.search(r"to (\d+) places?", text)
    is_counted = text.startswith(("whole number", "number of"))
    return Column(
        kind,
        values,
        int(places[1]) if places else 0 if is_counted else PLACES,
        bounds.get("least", Fraction(0)),
        bounds.get("most"),
        "optional" in words,
    )


class MadeUp:
    """The records of a rulebook, by table. Without blanks, all that is not optional is there."""

    def __init__(self, declared, with_blanks=True):
        self.declared, self.with_blanks, self.rows, self.indices = declared, with_blanks, {}, {}
        self.periods = declared.periods or Periods("year")
        evaluated = [text for text in declared.evaluated() if text] or [declared.head["in force"]["from"][:4]]
        self.numbers_of_periods = sorted(
            {self.periods.number(text) - back for text in evaluated for back in range(PERIODS_BACK + 1)}
        )
        waiting = list(declared.tables)
        while waiting:
            ready = next(t for t in waiting if all(p in self.rows or p == t for p, _ in declared.links(t)))
            waiting.remove(ready)
            self.rows[ready] = self._rows_of(ready)

    def write(self, folder):
        folder.mkdir(parents=True)
        for table, rows in self.rows.items():
            with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        return folder

    def _rows_of(self, table):
        declared, chance = self.declared.tables[table], random.Random(f"{self.declared.head['rulebook']} {table}")
        links = list(self.declared.links(table))
        columns = {
            name: column_of(self.declared, text if isinstance(text, str) else text["is"])
            for name, text in declared["columns"].items()
        }
        rows = []
        for number, (linked, period) in enumerate(self._places(table, links, chance), start=1):
            row = dict(linked)
            for name in names_of(declared.get("key")):
                row.setdefault(name, f"{table[0].upper()}{number:04}")
            for name in names_of(declared.get("period")):
                row.setdefault(name, self.periods.text(period))
            for name in names_of(declared.get("dated")):
                row.setdefault(name, self._day_within(period, chance).isoformat())
            for name, column in columns.items():
                if column is not None:
                    row.setdefault(name, self._value(column, period, chance))
            rows.append(row)
        return rows

    def _places(self, table, links, chance):
        """Pairs of what a row is to hold from the start and its period: a subject stands in nearly every period, its
        records in some, and some subjects have many while others have none."""
        declared, is_subject = self.declared.tables[table], table == self.declared.subject
        in_periods = self.numbers_of_periods if "period" in declared or "dated" in declared else [None]
        if is_subject or not links:
            keys = names_of(declared.get("key"))[:1]
            for number in range(1, (SUBJECT_COUNT if is_subject else LOOKED_UP_COUNT) + 1):
                row = {name: f"{table[0].upper()}{number:04}" for name in keys} | self._linked(links, chance)
                yield from ((row, period) for period in in_periods if period is None or chance.random() < 0.95)
            return
        parent, pairs = links[-1]
        keys = [tuple(row[its] for _, its in pairs) for row in self.rows[parent]]
        is_dated = in_periods != [None]
        count = len(set(keys)) * (len(in_periods) * DATED_PER_PARENT if is_dated else UNDATED_PER_PARENT)
        busy = {key: chance.choice((0, 0, 1, 4) if is_dated else (0, 1, 2, 3)) for key in dict.fromkeys(keys)}
        weights = [busy[key] for key in keys]
        for chosen in chance.choices(self.rows[parent], weights, k=min(count, ROW_COUNT_AT_MOST)):
            yield self._linked(links, chance, chosen), chance.choice(in_periods)

    def _linked(self, links, chance, nearest=None):
        """The columns that link a row to its parents: `nearest` of the last ones, and others that agree with it."""
        row, own_columns = {}, [own for _, pairs in links for own, _ in pairs]
        for parent, pairs in reversed(links):
            chosen, nearest = nearest or self._agreeing(parent, pairs, row, chance), None
            row |= {own: row.get(own, chosen[its]) for own, its in pairs}
            row |= {own: row.get(own, chosen[own]) for own in own_columns if own in chosen}
        return row

    def _agreeing(self, parent, pairs, row, chance):
        known = [(own, its) for own, its in pairs if own in row]
        columns = tuple(its for _, its in known)
        if (parent, columns) not in self.indices:
            index = self.indices[parent, columns] = {}
            for candidate in self.rows[parent]:
                index.setdefault(tuple(candidate[its] for its in columns), []).append(candidate)
        fitting = self.indices[parent, columns].get(tuple(row[own] for own, _ in known))
        return chance.choice(fitting or self.rows[parent])

    def _day_within(self, period, chance):
        first, next_first = self.periods.first_day(period), self.periods.first_day(period + 1)
        return first + timedelta(days=chance.randrange((next_first - first).days))

    def _value(self, column, period, chance):
        if chance.random() < (0.2 if column.is_optional else 0.01 if self.with_blanks else 0):
            return chance.choice(column.values) if column.kind == "number" and column.values else ""
        if column.kind == "choice":
            return chance.choice(column.values)
        if column.kind == "text":
            return f"text {chance.randrange(20)}"
        if column.kind == "date":
            back = chance.randrange(PERIODS_BACK + 1)
            return self._day_within((period or self.numbers_of_periods[-1]) - back, chance).isoformat()
        return self._number(column, chance)

    def _number(self, column, chance):
        step = Fraction(1, 10**column.places)
        named = [n for n in self.declared.numbers if n >= column.lowest]
        highest = max([*named, column.lowest + 10]) if column.highest is None else column.highest
        named = [n for n in named if n <= highest]
        value = chance.choice(named) if named else column.lowest
        drawn = chance.randrange(3)
        if drawn == 0:
            value = column.lowest + step * chance.randrange(int((highest - column.lowest) / step) + 1)
        elif drawn == 1:
            value += step * chance.choice((-1, 1))
        value = round(min(max(value, column.lowest), highest) / step)
        digits = f"{value:0{column.places + 1}}"
        return f"{digits[:-column.places]}.{digits[-column.places:]}" if column.places else digits
