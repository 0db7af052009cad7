"""Every sample rulebook is clean, laid out as `nilai fmt` does, and passes its own tests; the parts they share are laid out.

usage: samples.py NILAI SAMPLES_FOLDER
"""
import subprocess
import sys

from sample_files import parts_and_rulebooks_of, rulebooks_of


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def main():
    nilai, samples = sys.argv[1:]
    rulebooks = rulebooks_of(samples)
    assert len(rulebooks) > 20, f"only {len(rulebooks)} rulebooks below {samples}"
    failures = []
    for rulebook in parts_and_rulebooks_of(samples):
        for command in (["check"], ["fmt", "--check"], ["test"]) if rulebook in rulebooks else (["fmt", "--check"],):
            result = run(nilai, *command, str(rulebook))
            is_clean = command != ["check"] or result.stdout.endswith(": nothing wrong\n")
            if result.returncode != 0 or not is_clean:
                failures.append(f"{' '.join(command)} {rulebook}: {result.returncode}\n{result.stdout}{result.stderr}")
    print("\n".join(failures) or f"{len(rulebooks)} rulebooks are clean")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
