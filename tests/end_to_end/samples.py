"""Every sample rulebook is clean, laid out as `nilai fmt` does, and passes its own tests.

usage: samples.py NILAI SAMPLES_FOLDER
"""
import pathlib
import subprocess
import sys


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def main():
    nilai, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    rulebooks = sorted(samples.glob("*/*.nilai"))
    assert len(rulebooks) > 10, f"only {len(rulebooks)} rulebooks below {samples}"
    failures = []
    for rulebook in rulebooks:
        for command in (["check"], ["fmt", "--check"], ["test"]):
            result = run(nilai, *command, str(rulebook))
            is_clean = command != ["check"] or result.stdout.endswith(": nothing wrong\n")
            if result.returncode != 0 or not is_clean:
                failures.append(f"{' '.join(command)} {rulebook}: {result.returncode}\n{result.stdout}{result.stderr}")
    print("\n".join(failures) or f"{len(rulebooks)} rulebooks are clean")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
