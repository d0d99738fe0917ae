"""Findings of Frictionless -> one Problem in our words."""

import re
from pathlib import Path
from typing import Any

from narabe.model.problem import Problem
from narabe.settings import ROOT
from narabe.sources.inputs import place_of
from narabe.words import data_problems as say

STALE = {"hash-count", "byte-count"}
"""Mismatches that only say a file changed; whatever else is wrong with it is more useful to hear."""

OF_DESCRIPTORS = {"package-error", "resource-error", "dialect-error", "schema-error", "field-error"}


def first_problem(folder: Path, found: list[tuple[Any, Any]], package: Any) -> Problem:
    """The most useful of the findings, given as (task, error)."""
    task, error = min(found, key=lambda pair: pair[1].type in STALE)
    if error.type in OF_DESCRIPTORS:
        return descriptor_problem(folder / "datapackage.json", error)
    file = place_of(folder / str(task.place))
    if error.type in STALE:
        return Problem(say.in_file(file, say.STALE), say.SEAL)
    schema = package.get_resource(task.name).schema
    if "#header" in error.tags:
        return Problem(say.in_file(file, say.header(tuple(task.labels), tuple(schema.field_names))), say.MEND)
    row, field = getattr(error, "row_number", None), getattr(error, "field_name", None) or None
    return Problem(say.in_file(file, say.table_fault(_fault(error, schema)), row, field), say.MEND)


def failure_problem(descriptor: Path, failure: Any) -> Problem:
    """Why Frictionless gave up; its first reason tells more than the failure itself."""
    return descriptor_problem(descriptor, (failure.reasons or [failure.error])[0])


def descriptor_problem(descriptor: Path, error: Any) -> Problem:
    """A finding about the descriptor itself."""
    fault = say.Fault(error.type, note=_relative(error.note))
    return Problem(say.in_file(place_of(descriptor), say.table_fault(fault)), say.MEND)


def _fault(error: Any, schema: Any) -> say.Fault:
    kind, note = error.type, _relative(error.note or error.message)
    match kind:
        case "type-error":
            return say.Fault(kind, error.cell, schema.get_field(error.field_name).type, note=note)
        case "constraint-error":
            rule = re.search(r'constraint "(\w+)"', note)
            name = rule[1] if rule else ""
            limit = schema.get_field(error.field_name).constraints.get(name)
            return say.Fault(kind, error.cell, name, limit, note=note)
        case "unique-error":
            return say.Fault(kind, error.cell, label=error.field_name, other=_row_in(note))
        case "primary-key":
            names = list(schema.primary_key)
            cells = dict(zip(schema.field_names, error.cells, strict=False))
            return say.Fault(
                kind, _listed(cells.get(name) for name in names), label=_listed(names), other=_row_in(note)
            )
        case "foreign-key":
            return say.Fault(
                kind, _listed(error.field_cells), label=_listed(error.field_names), other=error.reference_name
            )
    return say.Fault(kind, note=note)


def _row_in(note: str) -> str:
    found = re.search(r"position (\d+)", note)
    return found[1] if found else ""


def _listed(names: Any) -> str:
    return ", ".join(str(name) for name in names)


def _relative(note: str) -> str:
    """A note without the absolute path of this machine."""
    return note.replace(f"{ROOT.as_posix()}/", "")
