#!/usr/bin/env python3
"""The schema for editors agrees with the program.

    yaml_schema.py NILAI ROOT        exit 1 where it does not, 77 where Python has no jsonschema or no yaml

Every YAML rulebook of the samples and of the golden cases is put before both: what the program refuses for a key, or for
the shape of what stands there, the schema refuses too, and nothing else.
"""

import json
import sys
import tempfile
from pathlib import Path

from program import Checks, Program

try:
    import jsonschema
    import yaml
except ImportError:
    sys.exit(77)

# What a schema can see: unknown keys (a merge key is one), wrong shapes, nothing, keys left out, lists in lists.
SHAPE_CODES = ["N1406", "N1409", "N1410", "N1411", "N1412", "N1415"]


def rulebooks(root):
    """Pairs of a name and a text: the samples, and the files of golden cases that YAML itself can read."""
    for path in sorted(root.glob("samples/*/*.yaml")):
        if path.name != "dataset.yaml":
            yield str(path.relative_to(root)), path.read_text(encoding="utf-8")
    for path in sorted(root.glob("tests/golden/*/*.case")):
        for name in ("book", "aturan"):
            _, begin, rest = path.read_text(encoding="utf-8").partition(f"\n--- {name}.yaml\n")
            if begin:
                yield str(path.relative_to(root)), rest.split("\n$ nilai")[0] + "\n"


def main(binary, root):
    checks, program, root = Checks(), Program(binary), Path(root)
    schema = json.loads((root / "editors/rulebook.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    counts = {True: 0, False: 0}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in rulebooks(root):
            try:
                document = yaml.load(text, Loader=yaml.BaseLoader)  # scalars are characters
            except yaml.YAMLError:
                continue
            file = Path(folder) / "book.yaml"
            file.write_text(text, encoding="utf-8")
            said = program("check", file)
            has_right_shape = not any(code in said.stdout + said.stderr for code in SHAPE_CODES)
            counts[has_right_shape] += 1
            checks.equal(validator.is_valid(document), has_right_shape, f"{name}: the schema agrees with the program")
    checks.expect(counts[True] > 5 and counts[False] >= len(SHAPE_CODES), f"there is enough to compare: {counts}")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
