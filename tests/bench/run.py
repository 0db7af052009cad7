#!/usr/bin/env python3
"""Whole runs of the workload, as a table.

    run.py ROOT BUILD FOLDER [--against NILAI] [--sizes S M L] [--rounds 5] [--threads 1 2]

Processes take turns (A B A B ...), so that what else the machine does meets all alike; each number is the median of the
rounds. `ratio` is the wall time of the other build by that of this one. FOLDER keeps the records between runs.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

# Companions, households, visits; and how many end in each outcome, in the order of the rulebook.
SIZES = {
    "S": ((347, 48_150, 150_000), {"retain": 210, "coach": 62, "review": 48, "replace": 27}),
    "M": ((3_500, 500_000, 1_500_000), {"retain": 1_941, "coach": 807, "review": 432, "replace": 320}),
    "L": ((33_000, 10_000_000, 30_000_000), {"retain": 18_415, "coach": 7_547, "review": 4_076, "replace": 2_962}),
}
TABLES = ["companions", "households", "visits", "complaints"]


def make_records(generator, folder, size):
    if not (folder / "complaints.csv").exists():
        folder.mkdir(parents=True, exist_ok=True)
        counts = [str(count) for count in SIZES[size][0]]
        subprocess.run([generator, str(folder), *counts], check=True)


def records_in(folder):
    """The records of all tables, and their bytes."""
    rows = size = 0
    for table in TABLES:
        content = (folder / f"{table}.csv").read_bytes()
        rows += content.count(b"\n") - 1
        size += len(content)
    return rows, size


def run(command):
    """Wall seconds, and the most memory in MB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.stderr.close()
    if status != 0:
        sys.exit(f"{' '.join(command)}: {message.decode()}")
    return seconds, usage.ru_maxrss / 1024


def outcomes_in(results):
    counts = {}
    for line in results.read_text(encoding="utf-8").splitlines()[1:]:
        outcome = line.split(",")[2]
        counts[outcome] = counts.get(outcome, 0) + 1
    return counts


def bench(size, programs, options):
    workload = Path(options.root, "tests/bench/workload")
    folder = Path(options.folder, size)
    make_records(str(Path(options.build, "bench-workload")), folder, size)
    dataset = folder / "dataset.yaml"
    dataset.write_bytes((workload / "dataset.yaml").read_bytes())
    rows, byte_count = records_in(folder)

    takers = [(name, program, threads) for threads in options.threads for name, program in programs]
    seconds = {taker: [] for taker in takers}
    memory = {taker: [] for taker in takers}
    results = set()
    for _ in range(options.rounds):
        for taker in takers:
            out = Path(options.folder, "out", f"{size}-{taker[0]}-{taker[2]}")
            wall, peak = run([taker[1], "run", str(workload / "workload.nilai"), "--data", str(dataset), "--period",
                              "2025-Q1", "--threads", str(taker[2]), "--out", str(out)])
            seconds[taker].append(wall)
            memory[taker].append(peak)
            results.add((out / "results.csv").read_bytes())
            if (found := outcomes_in(out / "results.csv")) != SIZES[size][1]:
                sys.exit(f"{taker}: outcomes of {size} are {found}")
    if len(results) != 1:
        sys.exit(f"{size}: the results differ between builds or numbers of threads")

    for taker in takers:
        name, _, threads = taker
        wall = statistics.median(seconds[taker])
        other = statistics.median(seconds[("other", options.against, threads)]) if options.against else None
        ratio = f"{other / wall:6.2f}" if other and name == "this" else "      "
        print(f"{size:4} {name:6} {threads:7} {wall:9.3f} {rows / wall / 1e6:13.2f} {byte_count / wall / 1e6:7.0f}"
              f" {statistics.median(memory[taker]):9.0f} {ratio}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("root")
    parser.add_argument("build")
    parser.add_argument("folder")
    parser.add_argument("--against")
    parser.add_argument("--sizes", nargs="+", choices=list(SIZES), default=["S", "M"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    options = parser.parse_args()

    programs = [("this", str(Path(options.build, "nilai")))]
    if options.against:
        programs.insert(0, ("other", options.against))
    print("size build  threads    wall s million rows/s    MB/s   peak MB  ratio")
    for size in options.sizes:
        bench(size, programs, options)


if __name__ == "__main__":
    main()
