"""Record hash and size of every table in its datapackage.json: `python -m narabe.sources.seal`."""

import hashlib
import json
import sys
from pathlib import Path

from narabe.model.problem import Problem
from narabe.sources.inputs import package_files, place_of
from narabe.sources.packages import read_descriptor
from narabe.words import data_problems as say


def seal(descriptor: Path) -> bool:
    """Refresh one descriptor; true when it changed. Errors: Problem for a broken one or a missing table."""
    package = read_descriptor(descriptor)
    for resource in package["resources"]:
        path = descriptor.parent / resource["path"]
        if not path.is_file():
            raise Problem(say.in_file(place_of(path), say.MISSING))
        content = path.read_bytes()
        resource["hash"] = "sha256:" + hashlib.sha256(content).hexdigest()
        resource["bytes"] = len(content)
    before, after = descriptor.read_text("utf-8"), json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    if after != before:
        descriptor.write_text(after, encoding="utf-8")
    return after != before


def main() -> int:
    """Every package; prints the ones whose record changed. Exit status 1 for one that cannot be sealed."""
    try:
        for path in package_files():
            if seal(path):
                print(path.parent.name)
    except Problem as problem:
        print(problem.message.ja, problem.message.en, sep="\n", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
