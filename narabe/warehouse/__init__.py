"""DuckDB: build a version from checked inputs, serve it, ask it."""

from narabe.warehouse.build import Built, build
from narabe.warehouse.checks import CheckResult, check_inputs
from narabe.warehouse.console import Answer, select
from narabe.warehouse.serve import Warehouse, open_kept, open_live

__all__ = [
    "Answer",
    "Built",
    "CheckResult",
    "Warehouse",
    "build",
    "check_inputs",
    "open_kept",
    "open_live",
    "select",
]
