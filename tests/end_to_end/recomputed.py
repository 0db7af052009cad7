#!/usr/bin/env python3
"""Runs the Jamsosratu rulebook for a quarter, and compares every number with an independent recomputation.

    recomputed.py NILAI RULEBOOK DATA_DIR PERIOD        exit 1 on any difference
"""

import sys
import tempfile
from pathlib import Path

import jamsosratu_oracle
from program import Program


def main(binary, rulebook, data, period):
    with tempfile.TemporaryDirectory() as folder:
        done = Program(binary)("run", rulebook, "--data", data, "--period", period, "--out", folder)
        if done.returncode != 0:
            print(f"exit {done.returncode}\n{done.stdout}{done.stderr}")
            return 1
        return jamsosratu_oracle.main([data, str(Path(folder) / "results.csv"), period])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
