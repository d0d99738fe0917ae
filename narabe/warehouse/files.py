"""Layout of the store: immutable files named by content, and the sweep."""

import os
import uuid
from pathlib import Path

from narabe.ledger import Ledger
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import settings, store

NETWORK_FILESYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "davfs"}


def files_folder() -> Path:
    """Where database files lie; created on first use. Errors: Problem on a network drive."""
    folder = store() / "files"
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_network_drive(folder)
    return folder


def figures_file(version_id: str) -> Path:
    """The figures file of a version."""
    return store() / "files" / f"figures-{version_id}.duckdb"


def draft_file() -> Path:
    """A new name for a file still being written; swept when its writer is gone."""
    return files_folder() / f".draft-{os.getpid()}-{uuid.uuid4().hex[:8]}.duckdb"


def sweep() -> None:
    """Remove drafts of ended processes and versions beyond live + the settings' number."""
    ledger = Ledger(store())
    live, versions = ledger.live(), ledger.versions()
    keep = {live.version_id} if live else set()
    keep |= {version.version_id for version in versions[: settings().versions_kept + 1]}
    ledger.forget([version.version_id for version in versions if version.version_id not in keep])
    for path in files_folder().iterdir():
        name = path.name
        abandoned = name.startswith(".draft-") and not _alive(int(name.split("-")[1]))
        outdated = name.startswith("figures-") and path.stem.removeprefix("figures-") not in keep
        if abandoned or outdated:
            path.unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
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
                f"保存先 {folder} はネットワークドライブです。データベースが壊れるおそれがあるため使えません。",
                f"The store {folder} is on a network drive, where the database could be damaged.",
            ),
            Text(
                "NARABE_STORE にこの機械のディスクを指定してください。", "Point NARABE_STORE to a local disk."
            ),
        )
