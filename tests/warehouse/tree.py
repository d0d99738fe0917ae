"""A copy of the project in a folder of its own, to break and to build from."""

import atexit
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from narabe.sources import CheckedTable, checked_tables

ROOT = Path(__file__).resolve().parents[2]
FORKS = Path(__file__).with_name("forks.py")


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str


class Tree:
    """data/, queries/ and narabe/ copied under `folder`, and the store `folder`/store."""

    def __init__(self, folder: Path) -> None:
        self.root, self.store, self._said = folder / "tree", folder / "store", folder / "said"
        self._numbers = count()
        self._changed: list[str] = []
        self._said.mkdir()
        for name in ("data", "queries", "narabe"):
            shutil.copytree(
                ROOT / name, self.root / name, ignore=shutil.ignore_patterns("built", "__pycache__")
            )
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        self._server = subprocess.Popen(
            [sys.executable, str(FORKS)],
            cwd=self.root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        assert self._server.stdin and self._server.stdout
        self._server.stdin.close()
        self._server.wait(timeout=60)
        self._server.stdout.close()

    def narabe(self, *arguments: str, **more: Any) -> Ran:
        """`python -m narabe <arguments>` in this tree."""
        return self.together([{"arguments": list(arguments), **more}])[0]

    def together(self, requests: list[dict[str, Any]]) -> list[Ran]:
        """Several commands started at the same moment; all have ended on return."""
        asked = []
        for request in requests:
            said = self._said / str(next(self._numbers))
            given = {"store": str(self.store), "changed": self._changed}
            asked.append({**given, "out": f"{said}.out", "err": f"{said}.err", **request})
        assert self._server.stdin and self._server.stdout
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        statuses = json.loads(self._server.stdout.readline())
        return [
            Ran(status, Path(request["out"]).read_text("utf-8"), Path(request["err"]).read_text("utf-8"))
            for status, request in zip(statuses, asked, strict=True)
        ]

    @contextmanager
    def holding(self, path: str, content: bytes | None, sealed: bool = False) -> Iterator[None]:
        """The tree with `content` in this file (None = without the file); put back afterwards."""
        file = self.root / path
        descriptor = file.parent / "datapackage.json"
        before = {name: name.read_bytes() for name in (file, descriptor) if name.exists()}
        self._changed.append(str(file.parent))
        try:
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content)
            if sealed:
                seal(descriptor)
            yield
        finally:
            if file not in before:
                file.unlink(missing_ok=True)
            for name, was in before.items():
                name.write_bytes(was)
            self._changed.remove(str(file.parent))

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def edited(self, path: str, old: str, new: str) -> bytes:
        """The bytes of a file with its one occurrence of `old` replaced."""
        text = self.text(path)
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        return text.replace(old, new).encode()


def seal(descriptor: Path) -> None:
    """Record hash and size of every table, as `make seal` is meant to."""
    package = json.loads(descriptor.read_text("utf-8"))
    for resource in package["resources"]:
        content = (descriptor.parent / resource["path"]).read_bytes()
        resource["hash"] = "sha256:" + hashlib.sha256(content).hexdigest()
        resource["bytes"] = len(content)
    descriptor.write_text(json.dumps(package, ensure_ascii=False), "utf-8")


@cache
def shared() -> Tree:
    """One tree for the whole session, its first version built; a test puts back what it changes."""
    folder = Path(tempfile.mkdtemp(prefix="narabe-tree-"))
    tree = Tree(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(tree.close)
    # the session's store holds the same version, unless a file was edited meanwhile
    shutil.copytree(os.environ["NARABE_STORE"], tree.store)
    built = tree.narabe("build")
    assert built.status == 0, built.err
    return tree


@cache
def inputs() -> tuple[CheckedTable, ...]:
    """Every input table of the project, read once."""
    return checked_tables()
