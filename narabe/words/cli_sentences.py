"""What the command line says."""

from narabe.model.text import Text


def built(version_id: str, fresh: bool, checks: int) -> Text:
    """A build that made a new version, or found nothing to do."""
    if fresh:
        return Text(
            f"データベースの版 {version_id} を作りました（整合性チェック {checks} 件に合格）。",
            f"Built version {version_id} ({checks} consistency checks passed).",
        )
    return Text(
        f"データベースは最新です（版 {version_id}）。", f"The database is up to date (version {version_id})."
    )


def checked(number: int, failed: int) -> Text:
    """The tally of checks."""
    if failed:
        return Text(f"{number} 件中 {failed} 件が不合格です。", f"{failed} of {number} checks fail.")
    return Text(f"{number} 件すべてに合格しました。", f"All {number} checks pass.")
