"""Indeks Desa Membangun: status 1,304 of 1,304; index within 0.0001 everywhere, equal to four places 1,176 times."""

from collections import Counter
from fractions import Fraction

from exam_support import half_up, main, read_rows

YEARS = ["2021", "2022", "2023", "2024"]
TOLERANCE = Fraction("0.0001")
BOUNDS = [("0.8155", "independent"), ("0.7072", "advanced"), ("0.5989", "developing"), ("0.4907", "behind")]
PUBLISHED = {"MANDIRI": "independent", "MAJU": "advanced", "BERKEMBANG": "developing", "TERTINGGAL": "behind",
             "SANGAT TERTINGGAL": "far_behind"}


def status_of(index):
    return next((status for bound, status in BOUNDS if index > Fraction(bound)), "far_behind")


def own_of(row):
    """Index and status recomputed, and how they stand to the published ones."""
    index = half_up((Fraction(row["iks"]) + Fraction(row["ike"]) + Fraction(row["ikl"])) / 3, 4)
    published = Fraction(row["idm"])
    status = status_of(published)
    same = status == PUBLISHED[row["status"]] and abs(index - published) <= TOLERANCE
    outcome = "disagrees" if not same else "agrees" if index == published else "rounding_differs"
    return {"index": index, "status": status, "outcome": outcome}


def count(exam, rows, values, by):
    """The three counts of the publisher's columns against `values`, (code, year) to own values."""
    statuses = near = equal = 0
    for row in rows:
        value = values.get((row["kode_desa"], row["tahun"]))
        if value is None:
            continue
        statuses += value["status"] == PUBLISHED[row["status"]]
        near += abs(value["index"] - Fraction(row["idm"])) <= TOLERANCE
        equal += value["index"] == Fraction(row["idm"])
    exam.expect(statuses, 1304, f"of {len(rows)} statuses, {by}")
    exam.expect(near, 1304, f"of {len(rows)} indices within 0.0001, {by}")
    exam.expect(equal, 1176, f"indices equal to four places, {by}")


def take(exam, folder, sample):
    rows = read_rows(folder / "expected.csv")
    own = {(row["kode_desa"], row["tahun"]): own_of(row) for row in rows}
    count(exam, rows, own, "own")
    for row in rows:
        value = own[row["kode_desa"], row["tahun"]]
        if value["outcome"] != "agrees":
            where, index = f"{row['kode_desa']} {row['tahun']}", f"{float(value['index']):.4f}"
            exam.note(value["outcome"], where, row["idm"], index)
    if sample is None:
        return

    theirs = {}
    for year in YEARS:
        for result in read_rows(sample.run(year) / "results.csv"):
            index, status = Fraction(result["score"]), result["computed_status"]
            key = result["kode_desa"], result["period"]
            theirs[key] = {"index": index, "status": status, "outcome": result["outcome"]}
    count(exam, rows, theirs, "by nilai")
    wrong = [key for key in own.keys() | theirs.keys() if own.get(key) != theirs.get(key)]
    for key in sorted(wrong):
        exam.note("result", " ".join(key), theirs.get(key), own.get(key))
    exam.expect(len(wrong), 0, "results otherwise than recomputed here")
    outcomes = Counter(value["outcome"] for value in theirs.values())
    exam.expect(dict(outcomes), {"agrees": 1176, "rounding_differs": 128}, "outcomes, by nilai")


if __name__ == "__main__":
    main("villages", take, ["expected.csv"])
