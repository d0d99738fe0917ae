"""A month's figures by hand: what to fill in, and taking it in through the same checks as a file."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from narabe.desk import imports
from narabe.desk.naming import checked_signer
from narabe.intake.entry import typed_rows
from narabe.model.figures_plan import Period
from narabe.model.forms import FormRow, FormSheet
from narabe.model.imports import Receipt, Signer, Typed
from narabe.model.intake import Fault, Kind, Refused, Severity
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.warehouse.inputs import input_tables
from narabe.words import import_sentences as say

CITY = "koriyama"
Row = Mapping[str, object]


def forms() -> tuple[tuple[str, Text], ...]:
    """Every form with its title, in order."""
    titles = {str(row["form_id"]): Text(str(row["title_ja"]), str(row["title_en"])) for row in _form_rows()}
    return tuple(titles.items())


def blank(warehouse: Warehouse, form_id: str, month: date) -> FormSheet:
    """A form for the month that holds a day, beside what is known of last month and last year.

    Errors: Problem for an unknown form.
    """
    first = month.replace(day=1)
    lines = [row for row in _form_rows() if row["form_id"] == form_id]
    if not lines:
        raise Problem(say.no_such_form(form_id), say.CHOOSE_FORM)
    known = _known(warehouse)
    title = Text(str(lines[0]["title_ja"]), str(lines[0]["title_en"]))
    return FormSheet(form_id, title, first, tuple(_row(line, first, known) for line in lines))


def enter(sheet: FormSheet, values: Mapping[tuple[str, str], str], signer: Signer) -> Receipt:
    """Take in what was typed, by metric and segment; an empty field states nothing.

    Errors: Refused with a sentence for each field to mend, Problem for a missing name; nothing is stored then.
    """
    signed = checked_signer(signer)
    typed = [
        Typed(
            row.metric_id,
            row.segment,
            row.period.start,
            row.period.end,
            row.period.months,
            said,
            row.label,
            row.unit,
        )
        for row in sheet.rows
        if (said := values.get(row.key, "").strip())
    ]
    if not typed:
        raise Refused((Fault(Severity.ERROR, say.NOTHING_ENTERED, say.ENTER_SOMETHING),))
    content, faults = typed_rows(tuple(typed))
    _refuse(faults)
    name = f"{sheet.form_id}_{sheet.month:%Y-%m}.csv"
    examined = imports.receive(content, name, browser=True)
    try:
        plan = imports.propose(examined.draft_id, f"entry_{sheet.form_id}", Kind.FIGURES)
        found = imports.preview(examined.draft_id, plan, signed)
        _refuse(found.faults)
        receipt = imports.commit(examined.draft_id)
        return replace(receipt, faults=(*faults, *receipt.faults))
    finally:
        imports.discard(examined.draft_id)


def _refuse(faults: Iterable[Fault]) -> None:
    every = tuple(faults)
    if any(fault.severity is Severity.ERROR for fault in every):
        raise Refused(every)


def _form_rows() -> list[Row]:
    (table,) = [table for table in input_tables(()) if table.name == "forms"]
    return sorted(table.records(), key=lambda row: (str(row["form_id"]), int(str(row["order"]))))


def _row(line: Row, month: date, known: Mapping[tuple[str, str, date, date], float]) -> FormRow:
    metric_id, segment = str(line["metric_id"]), str(line["segment"])
    how = str(line["period"])

    def at(first: date) -> float | None:
        period = _period(how, first)
        return known.get((metric_id, segment, period.start, period.end))

    return FormRow(
        metric_id=metric_id,
        segment=segment,
        label=Text(str(line["label_ja"]), str(line["label_en"])),
        unit=Text(str(line["unit_ja"]), str(line["unit_en"])),
        period=_period(how, month),
        last_month=at(_months_before(month, 1)),
        last_year=at(_months_before(month, 12)),
    )


def _period(how: str, month: date) -> Period:
    """The month itself, the fiscal year it lies in, or its last day."""
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    if how == "year":
        year = month.year if month.month >= 4 else month.year - 1
        return Period(date(year, 4, 1), date(year + 1, 3, 31), 12)
    return Period(last, last, None) if how == "state" else Period(month, last, 1)


def _months_before(month: date, number: int) -> date:
    months = month.year * 12 + month.month - 1 - number
    return date(months // 12, months % 12 + 1, 1)


def _known(warehouse: Warehouse) -> dict[tuple[str, str, date, date], float]:
    """Observed values by metric, segment and period; what the city brought in goes before what is printed."""
    rows = [row for row in warehouse.ask("metric_values", city=CITY) if row["value"] is not None]
    rows.sort(key=lambda row: row["origin"] != "published")
    return {
        (row["metric_id"], row["segment"], row["period_start"], row["period_end"]): row["value"]
        for row in rows
        if row["role"] in ("observed", "baseline")
    }
