"""Layout of the store: immutable files named by content, and the sweep."""

import os
import re
import uuid
from pathlib import Path

import duckdb

from narabe.intake.quoting import literal
from narabe.ledger import Change, Ledger, Version
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import store, versions_kept
from narabe.warehouse.imports import sweep_imports

NETWORK_FILESYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "davfs"}
DRAFT = re.compile(r"\.draft-(\d+)-")
BUILD = Text("python -m narabe build を実行してください。", "Run python -m narabe build.")


def files_folder() -> Path:
    """Where database files lie; created on first use. Errors: Problem on a network drive."""
    folder = store() / "files"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            Text(
                f"データの保存先を作れません（{error.strerror}）。",
                f"The store cannot be created ({error.strerror}).",
            ),
            Text(
                "NARABE_STORE に書き込める場所を指定してください。",
                "Point NARABE_STORE to a place you may write to.",
            ),
        ) from error
    _refuse_network_drive(folder)
    return folder


def file_in_store(name: str) -> Path:
    """A database file by the name a manifest gives it."""
    return store() / "files" / name


def figures_file(version_id: str) -> Path:
    """The figures file of a version."""
    return file_in_store(f"figures-{version_id}.duckdb")


def live_version() -> Version:
    """The version to serve. Errors: Problem before the first build."""
    live = Ledger(store()).live()
    if live is None:
        raise Problem(Text("まだデータベースがありません。", "There is no database yet."), BUILD)
    return live


def version_record(version_id: str) -> Version:
    """What the ledger says of a version. Errors: Problem where it was forgotten."""
    found = {version.version_id: version for version in Ledger(store()).versions()}
    if version_id not in found:
        raise unreadable(version_id)
    return found[version_id]


def attached(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> bool:
    """Attach a figures file read-only; false when it is not there, not whole, or another kind of file."""
    try:
        connection.execute(f"attach {literal(path)} as {name} (read_only)")
        connection.execute(f"select 1 from {name}.main.figures limit 1")
        connection.execute(f"select 1 from {name}.main.settings limit 1")
    except duckdb.Error:
        return False
    return True


def readable(path: Path) -> bool:
    """Is this a whole figures file?"""
    with duckdb.connect() as connection:
        return path.is_file() and attached(connection, path, "looked_at")


def unreadable(version_id: str) -> Problem:
    """The live version's file is gone or damaged."""
    return Problem(
        Text(
            f"データベースの版 {version_id} のファイルがないか、壊れています。",
            f"The file of database version {version_id} is missing or damaged.",
        ),
        Text(
            "python -m narabe build を実行すると、作り直します。",
            "Run python -m narabe build to build it again.",
        ),
    )


def draft_file() -> Path:
    """A new name for a file still being written; swept when its writer is gone."""
    return files_folder() / f".draft-{os.getpid()}-{uuid.uuid4().hex[:8]}.duckdb"


def discard(draft: Path) -> None:
    """Remove what is left of a draft."""
    for path in (draft, Path(f"{draft}.wal")):
        path.unlink(missing_ok=True)


def place(draft: Path, version_id: str) -> None:
    """Give a draft its name. A whole file that has it already stays as it is."""
    if not readable(figures_file(version_id)):
        os.replace(draft, figures_file(version_id))


def sweep(change: Change, before: Version | None) -> None:
    """Remove drafts of ended processes, and files of no version or of versions beyond those to keep.

    Inside the transaction no other build can place a file. The version live `before` stays: until the commit
    it is the one that serves.
    """
    live, versions = change.live(), change.versions()
    keep = {version.version_id for version in (live, before) if version}
    others = [version.version_id for version in versions if not live or version.version_id != live.version_id]
    keep |= set(others[: versions_kept()])
    change.forget([version.version_id for version in versions if version.version_id not in keep])
    kept = [version for version in versions if version.version_id in keep]
    named = {f"figures-{version_id}.duckdb" for version_id in keep}
    named |= {name for version in kept for name in version.manifest.get("datasets", {}).values()}
    for path in files_folder().iterdir():
        outdated = path.name.startswith(("figures-", "dataset-")) and path.name not in named
        if path.is_file() and (outdated or _abandoned(path.name)):
            path.unlink(missing_ok=True)
    sweep_imports(change.known_imports(), _alive)


def _abandoned(name: str) -> bool:
    """A draft whose name holds no living process."""
    draft = DRAFT.match(name)
    return name.startswith(".draft-") and not (draft and _alive(int(draft[1])))


def _alive(pid: int) -> bool:
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _refuse_network_drive(folder: Path) -> None:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return
    fields = [line.split() for line in mounts.read_text().splitlines()]
    covering = [(len(point), kind) for _, point, kind, *_ in fields if folder.is_relative_to(point)]
    if covering and max(covering)[1] in NETWORK_FILESYSTEMS:
        raise Problem(
            Text(
                f"データの保存先はネットワークドライブ（{max(covering)[1]}）です。データベースが壊れるおそれがあるため使えません。",
                f"The store is on a network drive ({max(covering)[1]}), where the database could be damaged.",
            ),
            Text(
                "NARABE_STORE にこの機械のディスクを指定してください。", "Point NARABE_STORE to a local disk."
            ),
        )
