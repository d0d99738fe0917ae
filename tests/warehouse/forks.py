"""Runs the command line of the tree it stands in, one forked child per request.

Started with the tree as working directory. Imports (and what frictionless loads on first use) are paid once;
every command still gets a fresh process with fresh caches, its own exit status and its own output. Reads one JSON list of requests a line, starts them
all at once, and answers with the list of exit statuses (negative = killed by that signal).
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


def before(place: str, act: Any) -> None:
    """Let `module:attribute` do `act` first."""
    module, _, path = place.partition(":")
    holder: Any = importlib.import_module(module)
    *outer, name = path.split(".")
    for part in outer:
        holder = getattr(holder, part)
    original = getattr(holder, name)

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
    original, ended = getattr(holder, name), []

    def remembered() -> Any:
        if not ended:
            try:
                ended.append((original(), None))
            except Exception as error:
                ended.append((None, error))
        result, error = ended[0]
        if error is not None:
            raise error
        return result

    setattr(holder, name, remembered)


def run(request: dict[str, Any]) -> int:
    """The exit status `python -m narabe …` would have."""
    os.environ["NARABE_STORE"] = request["store"]
    if place := request.get("die_at"):
        before(place, die)
    if place := request.get("meet_at"):
        before(place, lambda: meet(request["folder"], request["number"]))
    from narabe.__main__ import main

    try:
        if request.get("in_english_too"):
            once("narabe.__main__:build")
            sys.stderr.write(f"[{main(['--lang', 'en', *request['arguments']])}]\n")
        return main(request["arguments"])
    except SystemExit as stop:
        return int(stop.code or 0)
    except BaseException:
        traceback.print_exc()
        return 1


def fork(request: dict[str, Any]) -> int:
    child = os.fork()
    if child:
        return child
    for stream, path in ((sys.stdout, request["out"]), (sys.stderr, request["err"])):
        with open(path, "wb") as file:
            os.dup2(file.fileno(), stream.fileno())
    status = run(request)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    importlib.import_module("narabe.__main__")
    importlib.import_module("narabe.sources").checked_tables()
    for line in sys.stdin:
        children = [fork(request) for request in json.loads(line)]
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        print(json.dumps(statuses), flush=True)
