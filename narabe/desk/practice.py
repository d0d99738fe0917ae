"""Fictional answers that come with the data, for practice: nobody brought them in, and nobody can take them back."""

from narabe.ledger import Imports, Ledger
from narabe.model.survey import Survey
from narabe.settings import store
from narabe.warehouse.answers import open_answers


def practice() -> tuple[Survey, ...]:
    """Those of the live version, in order; none before the first build."""
    live = Ledger(store()).live()
    fictional = live.manifest.get("fictional", []) if live else []
    brought = {entry.dataset for entry in Imports(store()).every() if entry.active}
    return tuple(open_answers(dataset).survey for dataset in fictional if dataset not in brought)
