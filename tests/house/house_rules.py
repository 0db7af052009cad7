#!/usr/bin/env python3
"""The rules of the house that a machine can check, over every source file.

    house_rules.py ROOT        exit 1, and a line for each breach: file, line, rule

A rule that no test checks is advice. What the compiler, clang-format and clang-tidy check is not repeated here.
"""

import re
import sys
from pathlib import Path

FOLDERS = ["app", "docs", "editors", "engine", "grammar", "rules", "samples", "tests"]
SCRIPTS = ["dev", "CMakeLists.txt", "README.md", "cmake"]
MAX_LINES = 400

# The layers, ground floor first: a folder, and the folders whose headers it may include. The longest that fits counts.
LAYERS = {
    "grammar/text/": ["grammar/text/"],
    "grammar/": ["grammar/"],
    "engine/": ["engine/"],
    "rules/": ["rules/", "grammar/", "engine/"],
    "app/": ["app/", "rules/", "grammar/", "engine/"],
    "samples/": ["samples/"],
}

# A library of others: how its headers begin, and the one place where it lives. Headers of ours include none.
HOMES = {
    "boost/spirit/": r"grammar/native/.*",
    "boost/fusion/": r"grammar/native/.*",
    "boost/graph/": r"rules/order\.cpp",
    "boost/multiprecision/": r"engine/number\.cpp",
    "boost/unordered/": r"engine/.*",
    "hwy/": r"engine/.*\.cpp",
    "boost/json": r"app/.*\.cpp",
    "boost/": r"nowhere else",
    "yaml-cpp/": r"(app/io|grammar/yaml)/.*\.cpp",
    "spdlog/": r"app/.*\.cpp",
    "fmt/": r"app/.*\.cpp",
    "CLI/": r"app/cli/.*\.cpp",
    "openssl/": r"app/.*\.cpp",
    "catch2/": r"tests/.*",
    "rapidcheck": r"tests/property/.*",
}

FLOAT = re.compile(r"\b(double|float)\b")
LEFT_OPEN = re.compile(r"\b(TODO|FIXME|XXX)\b")
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(work|home|root|Users|mnt)/|\.\./shared")
USING_NAMESPACE = re.compile(r"^\s*using namespace\b")
QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
INCLUDE = re.compile(r'#include ([<"])([^>"]+)')


def code_of(line):
    """The line without its texts and its comment."""
    return QUOTED.sub('""', line).split("//")[0]


def layer_of(path):
    return max((layer for layer in LAYERS if path.startswith(layer)), key=len, default=None)


def home_of(header):
    return max((library for library in HOMES if header.startswith(library)), key=len, default=None)


def include_breach(path, mark, header):
    """Why `path` may not include `header`, or None."""
    layer = layer_of(path)
    if mark == '"':
        folders = LAYERS.get(layer)
        inside = header if "/" in header else path  # a neighbour
        if folders and layer_of(header) and not inside.startswith(tuple(folders)):
            return f"{layer} may include {', '.join(folders)} and not {header}"
        return None
    library = home_of(header)
    if library and not re.fullmatch(HOMES[library], path):
        return f"<{header}> lives in {HOMES[library]}"
    return None


def breaches(path, text):
    """Pairs of line and rule for one file; `path` is relative to the root."""
    lines = text.splitlines()
    is_cpp = path.endswith((".hpp", ".cpp", ".def"))
    if is_cpp and len(lines) > MAX_LINES:
        yield len(lines), f"a file has at most {MAX_LINES} lines: split it"
    for number, line in enumerate(lines, start=1):
        if LEFT_OPEN.search(line) and not path.startswith("tests/house/"):
            yield number, "nothing is left open in the code: finish it, or file it"
        if MACHINE_PATH.search(line) and not path.startswith("tests/house/"):
            yield number, "no path of one machine"
        if not is_cpp:
            continue
        if include := INCLUDE.match(line):
            if breach := include_breach(path, *include.groups()):
                yield number, breach
        if USING_NAMESPACE.search(line):
            yield number, "no `using namespace`"
        if path.startswith(("engine/", "rules/")) and FLOAT.search(code_of(line)):
            yield number, "numbers are exact: no double, no float"


# What each rule must find: a path, a line of it. The last ones are innocent.
GUILTY = [
    ("grammar/text/source.cpp", '#include "grammar/read_native.hpp"'),
    ("grammar/read_native.cpp", '#include "engine/plan.hpp"'),
    ("engine/plan.cpp", '#include "grammar/text/source.hpp"'),
    ("rules/lower/lower.cpp", '#include "app/cli/console.hpp"'),
    ("rules/lower/lower.cpp", "#include <boost/spirit/home/x3.hpp>"),
    ("engine/number.hpp", "#include <boost/multiprecision/cpp_int.hpp>"),
    ("rules/compile.cpp", "#include <boost/graph/adjacency_list.hpp>"),
    ("engine/number.cpp", "#include <boost/rational.hpp>"),
    ("rules/compile.cpp", "#include <spdlog/spdlog.h>"),
    ("app/io/dataset.hpp", "#include <yaml-cpp/yaml.h>"),
    ("engine/judge/judge.cpp", "  double half = 0.5;"),
    ("rules/check.cpp", "  // TODO finish"),
    ("rules/check.cpp", "using namespace std;"),
    ("app/main.cpp", 'open("/home/someone/data.csv");'),
]
INNOCENT = [
    ("rules/order.cpp", "#include <boost/graph/adjacency_list.hpp>"),
    ("engine/number.cpp", 'text = "double";  // no double here'),
    ("app/main.cpp", '#include "engine/plan.hpp"'),
    ("samples/jamsosratu/generate/main.cpp", '#include "options.hpp"'),
]


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    for path, line in GUILTY:
        assert list(breaches(path, line)), f"no rule minds: {path}: {line}"
    for path, line in INNOCENT:
        assert not list(breaches(path, line)), f"a rule minds: {path}: {line}"

    root = Path(arguments[0])
    patterns = [f"{folder}/**/*" for folder in FOLDERS] + SCRIPTS + ["cmake/*"]
    found = sorted({file for pattern in patterns for file in root.glob(pattern)})
    files = [f for f in found if f.is_file() and f.suffix != ".pyc"]
    assert len(files) > 100, f"{root} is not the root of the repository"
    count = 0
    for file in files:
        path = str(file.relative_to(root))
        for line, rule in breaches(path, file.read_text(encoding="utf-8")):
            print(f"{path}:{line}: {rule}")
            count += 1
    print(f"{len(files)} files, {count} breaches")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
