"""Which files below `samples/` are rulebooks."""

import re
from pathlib import Path

HEAD = re.compile(r"^(rulebook|buku aturan)\b", re.M)


def parts_and_rulebooks_of(samples):
    """All of them, parts that rulebooks share by `use` among them."""
    return sorted(Path(samples).glob("*/*.nilai"))


def rulebooks_of(samples):
    """Those that say which rulebook they are, and so stand for themselves."""
    return [path for path in parts_and_rulebooks_of(samples) if HEAD.search(path.read_text(encoding="utf-8"))]
