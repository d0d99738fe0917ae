"""Record hash and size of every table in its datapackage.json: `python -m narabe.sources.seal`."""

import hashlib
import json
from pathlib import Path

from narabe.sources.inputs import package_files


def seal(descriptor: Path) -> bool:
    """Refresh one descriptor; true when it changed."""
    before = descriptor.read_text(encoding="utf-8")
    package = json.loads(before)
    for resource in package["resources"]:
        content = (descriptor.parent / resource["path"]).read_bytes()
        resource["hash"] = "sha256:" + hashlib.sha256(content).hexdigest()
        resource["bytes"] = len(content)
    after = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    if after != before:
        descriptor.write_text(after, encoding="utf-8")
    return after != before


if __name__ == "__main__":
    for path in package_files():
        if seal(path):
            print(path.parent.name)
