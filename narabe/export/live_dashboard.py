"""The whole dashboard of the live version as one workbook."""

from narabe.export.dashboard import dashboard_book
from narabe.model.text import Lang
from narabe.tables.dashboard import sections
from narabe.warehouse import open_live


def live_dashboard(lang: Lang, internal: bool = False) -> bytes:
    """Every table of every page as first shown. Takes seconds: on a server, call it in a worker."""
    return dashboard_book(sections(open_live(), internal), lang)
