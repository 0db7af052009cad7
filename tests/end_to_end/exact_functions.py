#!/usr/bin/env python3
"""Roots, powers, logarithms, Wilson's bounds and standard deviations, worked out anew.

    exact_functions.py NILAI        exit 1 where the program and this script differ by as much as one digit

The script counts with whole numbers and with decimals of 150 digits, the program with intervals. Arguments are made up from a
fixed seed; a third of them lie on a tie of the rounding, or within 10^-20 of one.
"""

import random
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from math import isqrt
from pathlib import Path

from program import Checks, Program, read_csv

ROWS = 2000
DIGITS = 150
SIXTH = Fraction(1, 10**6)

BOOK = """rulebook numbers "Angka"
  in force   from 2017-01-01
  evaluates  row

table row
  key     row_id
  column  x        number
  column  y        number
  column  counted  whole number
  column  total    whole number

criterion square_root  measured by root(x, 2, 6)  points = it  if missing not assessed
criterion cube_root    measured by root(x, 3, 6)  points = it  if missing not assessed
criterion fine_root    measured by root(x, 7, 30)  points = it  if missing not assessed
criterion root_up      measured by rounded up (root(x, 2, 6) to 2 places)  points = it  if missing not assessed
criterion root_even    measured by rounded half even (root(x, 2, 1) to 0 places)  points = it  if missing not assessed
criterion natural      measured by ln(x, 6)  points = it  if missing not assessed
criterion natural_fine measured by ln(x, 30)  points = it  if missing not assessed
criterion raised       measured by power(x, y, 6)  points = it  if missing not assessed
criterion third        measured by power(x, 1 / 3, 6)  points = it  if missing not assessed
criterion lower        measured by lower bound(counted, total, 95%)  points = it  if missing not assessed
criterion upper        measured by upper bound(counted, total, 95%)  points = it  if missing not assessed
criterion lower_sure   measured by lower bound(counted, total, 99.9%)  points = it  if missing not assessed
"""


# --- the script's own arithmetic ---------------------------------------------------------------------------------------


def whole_root(number, degree):
    """The greatest whole number whose power is at most `number`, by halving."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low


def half_away(number, step):
    """A fraction brought to the nearest multiple of `step`."""
    steps = abs(number) / step
    whole = steps.numerator // steps.denominator
    whole += 1 if steps - whole >= Fraction(1, 2) else 0
    return (whole if number >= 0 else -whole) * step


def root(number, degree, step):
    """Correctly rounded: ties are told by powers of whole numbers."""
    if number < 0:
        return None if degree % 2 == 0 else -root(-number, degree, step)
    target = number / step**degree
    whole = whole_root(target.numerator // target.denominator, degree)
    return (whole + (1 if (whole + Fraction(1, 2)) ** degree <= target else 0)) * step


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def from_decimal(number, step):
    """An irrational number, known to far more digits than it is near a tie."""
    steps = number / decimal(step)
    whole = steps.to_integral_value(ROUND_HALF_UP)
    assert abs(abs(steps - steps.to_integral_value(rounding="ROUND_FLOOR")) - Decimal("0.5")) > Decimal(10) ** -100
    return int(whole) * step


def logarithm(number, step):
    if number <= 0:
        return None
    return Fraction(0) if number == 1 else from_decimal(decimal(number).ln(), step)


def exact_power(base, exponent):
    """The power where it is a fraction, else None."""
    degree = exponent.denominator
    above, below = whole_root(base.numerator, degree), whole_root(base.denominator, degree)
    if above**degree != base.numerator or below**degree != base.denominator:
        return None
    return Fraction(above, below) ** exponent.numerator


def power(base, exponent, step):
    if exponent == 0:
        return Fraction(1)
    if base == 0:
        return Fraction(0) if exponent > 0 else None
    if base < 0:
        if exponent.denominator != 1:
            return None
        return half_away(base**exponent.numerator, step)
    exact = exact_power(base, exponent) if exponent.denominator <= 4000 else None
    if exact is not None:
        return half_away(exact, step)
    if base == 1:
        return Fraction(1)
    return from_decimal((decimal(exponent) * decimal(base).ln()).exp(), step)


def error_function(x):
    term = total = x
    k = 0
    while term > total * Decimal(10) ** -DIGITS:
        k += 1
        term = term * 2 * x * x / (2 * k + 1)
        total += term
    return 2 / PI.sqrt() * (-x * x).exp() * total


def circle():
    """pi, by Machin's formula in whole numbers."""
    one = 10 ** (DIGITS + 10)

    def arctan_of_inverse(n):
        term, total, k = one // n, 0, 0
        while term:
            total += (-1) ** k * (term // (2 * k + 1))
            term //= n * n
            k += 1
        return total

    return Decimal(4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239))) / one


def z_squared(level):
    low, high = Decimal(0), Decimal(20)
    for _ in range(int(DIGITS * 3.4)):
        middle = (low + high) / 2
        low, high = (middle, high) if error_function(middle / Decimal(2).sqrt()) < level else (low, middle)
    return low * low


def wilson(counted, total, z2):
    """Both bounds, rounded outward."""
    k, n = Decimal(counted), Decimal(total)
    spread = (z2 * (k * (n - k) / n + z2 / 4)).sqrt()
    million = Decimal(10**6)
    lower = ((k + z2 / 2 - spread) / (n + z2) * million).to_integral_value(rounding="ROUND_FLOOR")
    upper = ((k + z2 / 2 + spread) / (n + z2) * million).to_integral_value(rounding="ROUND_CEILING")
    return Fraction(0 if counted == 0 else int(lower), 10**6), Fraction(10**6 if counted == total else int(upper), 10**6)


# --- arguments -----------------------------------------------------------------------------------------------------------


def text_of(fraction):
    """A decimal that ends, as a rulebook's data hold it."""
    digits = 0
    while (fraction * 10**digits).denominator != 1:
        digits += 1
    whole = fraction * 10**digits
    sign = "-" if whole < 0 else ""
    text = str(abs(whole.numerator)).rjust(digits + 1, "0")
    return sign + (text[:-digits] + "." + text[-digits:] if digits else text)


def shortened(number, digits):
    """Cut off behind the point: so near to `number`, and below it."""
    scale = 10**digits
    return Fraction((number * scale).numerator // (number * scale).denominator, scale)


def plain_number(randoms):
    return Fraction(randoms.randrange(1, 10 ** randoms.randrange(1, 12)), 10 ** randoms.randrange(0, 9))


def tie(randoms):
    """Half way between two numbers of six places."""
    return Fraction(2 * randoms.randrange(1, 10 ** randoms.randrange(2, 9)) + 1, 2 * 10**6)


def argument(randoms):
    nudge = Fraction(randoms.choice([-1, 0, 0, 1]), 10 ** randoms.randrange(20, 40))
    kind = randoms.randrange(9)
    if kind == 0:
        return tie(randoms) ** 2 + nudge
    if kind == 1:
        return tie(randoms) ** 3 + nudge
    if kind == 2:
        near = decimal(tie(randoms) % 20).exp()
        return shortened(Fraction(near), randoms.randrange(20, 40))
    if kind == 3:
        return randoms.choice([Fraction(0), Fraction(1), 1 + nudge, -plain_number(randoms)])
    return plain_number(randoms)


def exponent(randoms):
    ways = [
        lambda: Fraction(randoms.randrange(-64, 65), 1),
        lambda: Fraction(randoms.randrange(-12, 13), randoms.choice([2, 4, 5, 8])),
        lambda: Fraction(randoms.randrange(-3000, 3000), 1000),
    ]
    return randoms.choice(ways)()


def made_up(randoms):
    x, y = argument(randoms), exponent(randoms)
    if abs(y) > 8 and abs(x) > 1000:
        y /= 10  # so that results have hundreds of digits, not thousands
    total = randoms.choice([0, randoms.randrange(1, 30), randoms.randrange(1, 10**6), 10**9])
    counted = randoms.choice([0, total, randoms.randrange(total + 1), randoms.randrange(total + 2)])
    return x, y, counted, total


# --- the comparison --------------------------------------------------------------------------------------------------------


def wanted_of(x, y, counted, total, bounds):
    wanted = {
        "square_root": root(x, 2, SIXTH),
        "cube_root": root(x, 3, SIXTH),
        "fine_root": root(x, 7, Fraction(1, 10**30)),
        "natural": logarithm(x, SIXTH),
        "natural_fine": logarithm(x, Fraction(1, 10**30)),
        "raised": power(x, y, SIXTH),
        "third": power(x, Fraction(1, 3), SIXTH),
    }
    if x >= 0:
        hundred = x * 10**4
        below = isqrt(hundred.numerator // hundred.denominator)
        wanted["root_up"] = Fraction(below + (below * below != hundred), 100)
        whole = isqrt(x.numerator // x.denominator)
        half = (whole + Fraction(1, 2)) ** 2
        wanted["root_even"] = Fraction(whole + (x > half or (x == half and whole % 2)))
    for name, z2, side in bounds:
        wanted[name] = wilson(counted, total, z2)[side] if 0 < total and counted <= total else None
    return wanted


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    randoms = random.Random(20170101)
    usual, sure = z_squared(Decimal("0.95")), z_squared(Decimal("0.999"))
    bounds = [("lower", usual, 0), ("upper", usual, 1), ("lower_sure", sure, 0)]
    rows = [made_up(randoms) for _ in range(ROWS)]
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "book.nilai").write_text(BOOK)
        lines = [f"R{i:05},{text_of(x)},{text_of(y)},{k},{n}\n" for i, (x, y, k, n) in enumerate(rows)]
        (work / "row.csv").write_text("row_id,x,y,counted,total\n" + "".join(lines))
        ran = Program(arguments[0])("run", "book.nilai", "--data", ".", "--out", "out", "--quiet", folder=work)
        checks.equal(ran.returncode, 0, ran.stderr)
        results = read_csv(work / "out" / "results.csv") if ran.returncode == 0 else []
    checks.equal(len(results), len(rows), "rows")
    for found, row in zip(results, rows):
        for name, wanted in wanted_of(*row, bounds).items():
            text = found[f"{name}.value"]
            value = Fraction(text) if text else None
            checks.equal(value, wanted, f"{name} of x={text_of(row[0])} y={text_of(row[1])} {row[2]}/{row[3]}")
    return checks.finish()


getcontext().prec = DIGITS
getcontext().Emax = 10**9
getcontext().Emin = -(10**9)
PI = circle()

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
