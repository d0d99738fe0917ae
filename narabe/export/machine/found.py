"""The machine face of what the explore page shows, with all rows, however many are on screen."""

import pyarrow

from narabe.analyses.explore import figures_asked
from narabe.analyses.open_data import open_codes, open_rows, open_table
from narabe.export.machine.fields import MachineTable
from narabe.export.machine.open_face import machine_table
from narabe.model.explore import ExploreAsk
from narabe.warehouse import Warehouse, open_kept

FIGURES = "figures"


def found_figures(ask: ExploreAsk, version_id: str) -> MachineTable:
    """Rows of the public table `figures` of the version on screen, with what their codes mean."""
    warehouse = open_kept(version_id)
    return _of(warehouse, FIGURES, open_rows(warehouse, FIGURES, figures_asked(warehouse, ask)))


def whole_table(name: str, version_id: str) -> MachineTable:
    """A public table of the version on screen. Errors: NoSuchTable."""
    warehouse = open_kept(version_id)
    return _of(warehouse, name, open_rows(warehouse, name))


def _of(warehouse: Warehouse, name: str, rows: pyarrow.Table) -> MachineTable:
    """Rows and meanings of one version."""
    table = open_table(name)
    return machine_table(table, rows, open_codes(warehouse, table, rows))
