"""The machine face of a saved view: the cells of its cross-tabulation, masked as on screen, or the figures it lists."""

from typing import Any

from narabe.analyses.crosstab import crosstab
from narabe.analyses.explore import figures_of_address
from narabe.analyses.open_data import edition, open_rows, open_table
from narabe.desk.views import params
from narabe.export.crosstab_csv import crosstab_data
from narabe.export.machine.metadata import of_crosstab, of_view
from narabe.export.machine.open_face import made
from narabe.export.machine.package import Kind, PackageAbout, as_kind
from narabe.export.machine.versions import of_version
from narabe.model.crosstab import CrossTab
from narabe.model.problem import Problem
from narabe.model.text import Text, plain
from narabe.model.views import SavedView
from narabe.tables.crosstab import title
from narabe.warehouse import Warehouse
from narabe.warehouse.answers import open_answers
from narabe.words import crosstab_field_sentences, crosstab_file_sentences
from narabe.words import open_sentences as say

EXPLORE, FIGURES = "/explore", "figures"


def view_file(saved: SavedView, kind: Kind, warehouse: Warehouse) -> bytes:
    """The data of a view as a file. Errors: Problem for one that holds none, or whose data are gone."""
    if saved.ask is not None:
        told = _crossed(saved, warehouse)
        return as_kind([crosstab_data([told])], crosstab_about(told, saved, warehouse), kind)
    where = figures_of_view(saved, warehouse)
    return made(FIGURES, open_rows(warehouse, FIGURES, where), kind, where, warehouse)


def view_metadata(saved: SavedView, warehouse: Warehouse) -> dict[str, Any]:
    """What the data of a view are. Errors: as `view_file`."""
    if saved.ask is not None:
        told = _crossed(saved, warehouse)
        return of_crosstab(crosstab_data([told]), crosstab_about(told, saved, warehouse), saved)
    where = figures_of_view(saved, warehouse)
    rows = open_rows(warehouse, FIGURES, where)
    return of_view(open_table(FIGURES), rows, warehouse, saved, where)


def _crossed(saved: SavedView, warehouse: Warehouse) -> CrossTab:
    assert saved.ask is not None
    return crosstab(open_answers(saved.ask.dataset), saved.ask, warehouse.settings)


def saved_file(saved: SavedView, kind: Kind, build_id: str) -> bytes:
    """The data of a view, for a worker process. Errors: Changed, and as `view_file`."""
    return of_version(build_id, lambda served: view_file(saved, kind, served))


def figures_of_view(saved: SavedView, warehouse: Warehouse) -> dict[str, tuple[str, ...]]:
    """The filters of a view of the explore page. Errors: Problem for a view of another one."""
    given = params(saved)
    if saved.page != EXPLORE or given.get("view", [FIGURES]) != [FIGURES]:
        raise Problem(say.VIEW_NOT_DATA, say.WHICH_VIEWS)
    return figures_of_address(warehouse, given)


def crosstab_about(told: CrossTab, saved: SavedView, warehouse: Warehouse) -> PackageAbout:
    """What a file of a saved cross-tabulation says of itself."""
    items: tuple[tuple[Text, Text], ...] = (
        (crosstab_file_sentences.DATASET, plain(told.dataset)),
        (crosstab_file_sentences.SOURCE, crosstab_field_sentences.ORIGINS[told.origin]),
        (crosstab_file_sentences.MASKING, crosstab_file_sentences.masked_empty(told.suppressed_below)),
    )
    now = edition(warehouse)
    return PackageAbout(
        f"narabe_view_{saved.view_id}", plain(saved.name), title(told), told.content, now.updated, (), items
    )
