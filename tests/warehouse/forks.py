"""Runs the command line of the tree it stands in, one forked child per request.

Started with the tree as working directory. Imports (and what frictionless loads on first use) are paid once;
every command still gets a fresh process with fresh caches, its own exit status and its own output. Data packages
that are as they were at the start are not read again. Reads one JSON list of requests a line, starts them all at
once, and answers with the list of exit statuses (negative = killed by that signal).
"""

import importlib
import json
import os
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

WAIT_SECONDS = 30
PACKAGES = "narabe.sources.packages"
Known = dict[Path, list[Any]]


def before(place: str, act: Any) -> None:
    """Let `module:attribute` do `act` first, when it is called or (a tuple) looked into."""
    module, _, path = place.partition(":")
    holder: Any = importlib.import_module(module)
    *outer, name = path.split(".")
    for part in outer:
        holder = getattr(holder, part)
    original = getattr(holder, name)
    if isinstance(original, tuple):

        class Read(tuple):
            def __getitem__(self, place: Any) -> Any:
                act()
                return tuple.__getitem__(self, place)

        setattr(holder, name, Read(original))
        return

    def interrupted(*arguments: Any, **named: Any) -> Any:
        act()
        return original(*arguments, **named)

    setattr(holder, name, interrupted)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def meet(folder: str, number: int) -> None:
    """Go on only when `number` processes have come here."""
    Path(folder, str(os.getpid())).touch()
    until = time.monotonic() + WAIT_SECONDS
    while len(list(Path(folder).iterdir())) < number:
        if time.monotonic() > until:
            raise TimeoutError("nobody else came")
        time.sleep(0.01)


def once(place: str) -> None:
    """Let `module:function` work once; called again it ends as it did the first time."""
    module, _, name = place.partition(":")
    holder = importlib.import_module(module)
    original = getattr(holder, name)
    results: list[Any] = []
    failures: list[Exception] = []

    def remembered() -> Any:
        if not results and not failures:
            try:
                results.append(original())
            except Exception as error:
                failures.append(error)
        if failures:
            raise failures[0]
        return results[0]

    setattr(holder, name, remembered)


def tables_of(descriptor: Path) -> list[Any]:
    """The tables of one data package."""
    module: Any = importlib.import_module(PACKAGES)
    every = module.package_files
    module.package_files = lambda: [descriptor]
    try:
        return list(module.package_tables())
    finally:
        module.package_files = every


def read_only_changed(changed: set[str], known: Known) -> None:
    """Let the build take tables of unchanged packages from `known`; the order stays."""
    module: Any = importlib.import_module(PACKAGES)

    def tables() -> list[Any]:
        found = []
        for path in module.package_files():
            fresh = str(path.parent) in changed or path not in known
            found += tables_of(path) if fresh else known[path]
        return found

    holder: Any = importlib.import_module("narabe.sources")
    holder.package_tables = tables


def run(request: dict[str, Any], known: Known) -> int:
    """The exit status `python -m narabe …` would have."""
    os.environ["NARABE_STORE"] = request["store"]
    if place := request.get("die_at"):
        before(place, die)
    if place := request.get("meet_at"):
        before(place, lambda: meet(request["folder"], request["number"]))
    from narabe.__main__ import main

    try:
        read_only_changed(set(request["changed"]), known)
        if request.get("in_english_too"):
            once("narabe.__main__:build")
            sys.stderr.write(f"[{main(['--lang', 'en', *request['arguments']])}]\n")
        return main(request["arguments"])
    except SystemExit as stop:
        return int(stop.code or 0)
    except BaseException:
        traceback.print_exc()
        return 1


def fork(request: dict[str, Any], known: Known) -> int:
    child = os.fork()
    if child:
        return child
    for stream, path in ((sys.stdout, request["out"]), (sys.stderr, request["err"])):
        with open(path, "wb") as file:
            os.dup2(file.fileno(), stream.fileno())
    status = run(request, known)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    importlib.import_module("narabe.__main__")
    known = {path: tables_of(path) for path in importlib.import_module(PACKAGES).package_files()}
    for line in sys.stdin:
        children = [fork(request, known) for request in json.loads(line)]
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        print(json.dumps(statuses), flush=True)
