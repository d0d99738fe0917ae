"""A connection to the ledger file, in its newest form, the one way to write, and to write a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from narabe.ledger.schema import MIGRATIONS, migrate
from narabe.model.problem import Problem
from narabe.model.text import Text


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one call. Errors: Problem when the file cannot be used."""
    connection = sqlite3.connect(path, timeout=30, isolation_level=None)
    try:
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma synchronous = full")
        (form,) = connection.execute("pragma user_version").fetchone()
        if form < len(MIGRATIONS):
            migrate(connection)
        yield connection
    except sqlite3.DatabaseError as error:
        raise _unusable(str(error)) from error
    finally:
        connection.close()


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The write transaction: what is done inside becomes true together, or not at all."""
    with connected(path) as connection:
        connection.execute("begin immediate")
        try:
            yield connection
            _commit(connection)
        except BaseException:
            connection.execute("rollback")
            raise


def written(moment: datetime) -> str:
    """A moment in UTC with every digit, so that the order of letters is the order of time."""
    return moment.isoformat(timespec="microseconds")


def _unusable(why: str) -> Problem:
    return Problem(
        Text(
            f"台帳 ledger.sqlite を読み書きできません（{why}）。",
            f"The ledger ledger.sqlite cannot be used ({why}).",
        ),
        Text(
            "保存先の空き容量と権限を確かめ、壊れているときは ledger.sqlite を別の場所に移してから python -m narabe build を実行してください。",
            "Check free space and permissions of the store; if the file is damaged, move ledger.sqlite away and run python -m narabe build.",
        ),
    )


def _commit(connection: sqlite3.Connection) -> None:
    connection.execute("commit")
