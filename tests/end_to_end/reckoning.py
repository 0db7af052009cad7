"""A reader of formulas that is not the program's: it works one out from the values that an explanation shows.

It knows arithmetic, comparisons, cases, the commonest functions and formulas with inputs. Where a formula needs more, or a
value is missing, it says so by None.
"""

import math
import re
from fractions import Fraction

TOKEN = re.compile(r"\s*(\d[\d_]*(?:\.\d+)?%?|\w+|<=|>=|!=|[-+*/^(),=<>])")
OPERATORS = {"=": "==", "^": "**", "and": "and", "or": "or", "not": "not"}
PLAIN = {"!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","}


class NotKnown(Exception):
    """The formula holds something that is not read here."""


class Choice(str):
    """A choice's value: equal to itself, and in no order that is known here."""

    def __lt__(self, other):
        raise NotKnown

    __gt__ = __le__ = __ge__ = __lt__


def half_away(value, places):
    """`value` to so many places, the middle away from zero."""
    return Fraction(math.floor(abs(value) * 10**places + Fraction(1, 2)), 10**places) * (1 if value >= 0 else -1)


FUNCTIONS = {
    "abs": abs,
    "min": min,
    "max": max,
    "sum": lambda *values: sum(values),
    "average": lambda *values: Fraction(sum(values)) / len(values),
    "limited": lambda value, lowest, highest: min(max(value, lowest), highest),
    "whole_part": lambda value: Fraction(math.trunc(value)),
}


def parted(text, mark):
    """The pieces between those marks that stand in no parentheses."""
    pieces, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and text.startswith(mark, at):
            pieces.append(text[start:at])
            start = at + len(mark)
    return [*pieces, text[start:]]


class Reckoning:
    """Works formulas out; `formulas` are those with inputs, `choices` all the values of choices."""

    def __init__(self, formulas, choices):
        self.formulas, self.choices = formulas, {name: Choice(name) for name in choices}

    def value_of(self, text, values):
        """The value of a formula where expressions have these values; None where it is not known here."""
        try:
            return self._value(text, values)
        except (NotKnown, SyntaxError, TypeError, ValueError, ZeroDivisionError):
            return None

    def _value(self, text, values):
        cases = parted(text, ", ")
        if " when " in cases[0]:
            return self._first_that_holds(cases, values)
        return self._plain(text, values)

    def _first_that_holds(self, cases, values):
        for case in cases:
            value, _, condition = case.partition(" when ")
            if not condition:
                return self._plain(value.removesuffix(" otherwise"), values)
            if self._plain(condition, values):
                return self._plain(value, values)
        raise NotKnown

    def _plain(self, text, values):
        names = {}
        for expression in sorted(values, key=len, reverse=True):
            pattern = r"(?<![\w.])" + re.escape(expression) + r"(?![\w.])"
            text, count = re.subn(pattern, f" known_{len(names)} ", text)
            if count:
                names[f"known_{len(names)}"] = values[expression]
        return eval(self._python(text.replace("whole part", "whole_part"), names), {"__builtins__": {}}, names)

    def _python(self, text, names):
        """The formula as Python writes it; `names` takes up what it names."""
        words, at = [], 0
        text = text.strip()
        while at < len(text):
            token = TOKEN.match(text, at)
            if token is None:
                raise NotKnown
            words.append(self._word(token[1], names))
            at = token.end()
        return " ".join(words)

    def _word(self, word, names):
        if word in OPERATORS or word in PLAIN:
            return OPERATORS.get(word, word)
        if word[0].isdigit():
            number = Fraction(word.rstrip("%").replace("_", "")) / (100 if word.endswith("%") else 1)
            names[f"number_{len(names)}"] = number
            return f"number_{len(names) - 1}"
        if word in self.formulas:
            inputs, formula = self.formulas[word]
            names[word] = lambda *given: self._value(formula, dict(zip(inputs, given)))
        elif word in FUNCTIONS:
            names[word] = FUNCTIONS[word]
        elif word in self.choices:
            names[word] = self.choices[word]
        elif word not in names:
            raise NotKnown
        elif names[word] is None:
            raise NotKnown
        return word
