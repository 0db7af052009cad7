"""What holds of every explanation: sums that can be added up and formulas worked out again, and they end in the results."""

from fractions import Fraction

from reckoning import Choice, Reckoning, half_away

WEIGHTED_AVERAGE = ("weighted average of criteria", "rerata tertimbang kriteria")
SUM_OF_POINTS = ("sum of points", "total poin")


def exact(shown):
    """The exact number that is shown, None where there is none."""
    text = shown.get("ratio") or shown["value"]
    return None if text is None else Fraction(text)


def value_of(shown):
    """What is shown: a number, a yes or no, a choice's value; None where there is none."""
    value = shown["value"]
    if value is None or isinstance(value, bool):
        return value
    try:
        return exact(shown)
    except ValueError:
        return Choice(value)


def terms_within(terms):
    """The terms and all that they are made of."""
    for term in terms:
        yield term
        yield from terms_within(term.get("parts", []))


def carried(parts, handed_on):
    """The weight of each part, after those that are not assessed have handed theirs on as `handed_on` says."""
    weights = {part["name"]: exact(part["weight"]) for part in parts}
    missing = [part["name"] for part in parts if not part["is_assessed"] and part["name"] in handed_on]
    while any(weights[name] for name in missing):
        for name in missing:
            weight, weights[name] = weights[name], Fraction(0)
            for to in handed_on[name]:
                weights[to["name"]] += weight * exact(to["share"])
    return weights


class Explained:
    """Checks the explanations of one rulebook, and counts what was worked out again."""

    def __init__(self, checks, declared):
        self.checks, self.rounding = checks, declared.rounding
        values = [name for choice in declared.choices.values() for kind in choice.values() for name in kind]
        self.reckoning = Reckoning(declared.formulas, values)
        self.sum_count = self.formula_count = self.share_count = self.outcome_count = 0

    def check(self, who, explanation, row):
        self._check_outcome(who, explanation, row)
        for criterion in explanation["criteria"]:
            self._check_criterion(who, criterion, row)
        handed_on = {c["name"]: c["weight_to"] for c in explanation["criteria"] if "weight_to" in c}
        for score in explanation["scores"]:
            self._check_score(who, score, score.get("parts", explanation["criteria"]), handed_on, row)
        for measure in explanation["measures"]:
            self._check_formula(f"{who}: {measure['name']}", measure["expression"], measure.get("parts", []), measure)
        self._check_shares(who, explanation)

    def _rounded(self, name, value):
        """As the definition says; None where that is said in another way than by places."""
        words = self.rounding.get(name, "").split()
        if value is None or not words:
            return value
        return half_away(value, int(words[1])) if words[0] == "to" and words[1].isdigit() else None

    def _check_outcome(self, who, explanation, row):
        """The first case that does not fail is the one that decided, and the results say the same."""
        for column in ("outcome", "code", "reason", "period"):
            self.checks.equal(explanation[column], row.get(column, ""), f"{who}: {column}")
        if not explanation["cases"]:
            return
        self.outcome_count += 1
        states = [case["state"] for case in explanation["cases"]]
        at = next((i for i, state in enumerate(states) if state != "does_not_hold"), None)
        self.checks.expect(at is not None, f"{who}: no case decides")
        if at is None:
            return
        undecided = explanation["outcome"] == "undecided"
        self.checks.equal(states[at], "not_known" if undecided else "holds", f"{who}: state of the case that decides")
        self.checks.equal(set(states[at + 1 :]) - {"not_reached"}, set(), f"{who}: states of the cases after it")
        if not undecided:
            case = explanation["cases"][at]
            decided = row["outcome"], row["code"]
            self.checks.equal((case["outcome"], case["code"]), decided, f"{who}: the case that decides")

    def _check_criterion(self, who, criterion, row):
        for part, column in (("value", "value"), ("points", "points"), ("part_weight", "weight")):
            shown = (criterion[part]["value"] or "") if criterion["is_assessed"] else ""
            self.checks.equal(shown, row[f"{criterion['name']}.{column}"], f"{who}: {part} of {criterion['name']}")

    def _check_score(self, who, score, parts, handed_on, row):
        """The score is what its formula makes of the lines below it, rounded, and the results say the same."""
        who = f"{who}: {score['name']}"
        if any(part["is_withheld"] for part in parts):
            self.checks.equal(exact(score["value"]), None, f"{who}: not known, as one of its parts is not")
            return
        assessed = [part for part in parts if part["is_assessed"]]
        for part in assessed:
            if exact(part["part_weight"]) is not None:
                product = exact(part["points"]) * exact(part["part_weight"])
                self.checks.equal(exact(part["product"]), product, f"{who}: product of {part['name']}")
        total = None
        if score["formula"] in WEIGHTED_AVERAGE and assessed:
            total = sum(exact(part["product"]) for part in assessed)
            weights = carried(parts, handed_on)
            weight = sum(weights[part["name"]] for part in assessed)
            for part in assessed:
                counted = weights[part["name"]] / weight
                self.checks.equal(exact(part["part_weight"]), counted, f"{who}: part of the weight of {part['name']}")
            of_all = weight / sum(exact(part["weight"]) for part in parts)
            self.checks.equal(exact(score["assessed_weight"]), of_all, f"{who}: weight assessed")
        elif score["formula"] in SUM_OF_POINTS and assessed:
            total = sum(exact(part["points"]) for part in assessed)
        else:
            self._check_formula(who, score["formula"], score["terms"], {"name": "", "value": score["exact"]})
        if total is not None:
            self.sum_count += 1
            self.checks.equal(exact(score["exact"]), total, f"{who}: sum before it is rounded")
        if exact(score["value"]) is not None:
            rounded = self._rounded(score["name"], exact(score["exact"]))
            self.checks.equal(exact(score["value"]), rounded, f"{who}: rounded")
        columns = ("score", "assessed_weight") if score["name"] == "score" else ("{}.score", "{}.assessed_weight")
        for column, shown in zip(columns, (score["value"], score["assessed_weight"])):
            found = row[column.format(score["name"])]
            self.checks.equal(Fraction(found) if found else None, exact(shown), f"{who}: {column} of the results")

    def _check_formula(self, who, formula, terms, shown):
        """What the formula makes of its terms is the value shown, where it is a formula that can be worked out here."""
        values = {term["expression"]: value_of(term["value"]) for term in terms_within(terms)}
        found = value_of(shown["value"])
        if found is None or formula in values:
            return
        value = self.reckoning.value_of(formula, values)
        if value is not None and not isinstance(value, (bool, str)):
            value = self._rounded(shown["name"], value)
        if value is not None:
            self.formula_count += 1
            self.checks.equal(found, value, f"{who}: {formula}")

    def _check_shares(self, who, explanation):
        """Shares are the quotient of two counts of rows."""
        terms = [*explanation["measures"], *(term for c in explanation["criteria"] for term in c["terms"])]
        for term in terms_within(terms):
            if term["expression"].startswith("share(") and "counted" in term and exact(term["value"]) is not None:
                self.share_count += 1
                quotient = Fraction(term["counted"], term["taken"])
                self.checks.equal(quotient, exact(term["value"]), f"{who}: {term['expression']}")
