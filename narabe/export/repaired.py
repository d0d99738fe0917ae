"""The machine-readable face of a file that was brought in: data, codes, definitions, what it is, and its history.

It keeps the Digital Agency's 30 rules as far as its content lets it (`intake.readability` judges it in the tests).
"""

from pathlib import Path

from narabe.export.machine.about import About, about_table, codes, definitions, history
from narabe.export.machine.answers import answers
from narabe.export.machine.fields import MachineTable
from narabe.export.machine.figures import figures
from narabe.export.machine.files import Encoding, to_csv_zip, to_workbook
from narabe.intake.converted import Converted
from narabe.model.figures_plan import MetricEntry
from narabe.model.text import Text
from narabe.words import repaired_sentences as say

__all__ = ["About", "repaired_csv", "repaired_xlsx"]


def repaired_xlsx(
    converted: Converted,
    about: About,
    respondents: Path | None = None,
    catalogue: tuple[MetricEntry, ...] = (),
) -> bytes:
    """As a workbook. `respondents` is the file of checked answers, `catalogue` names known metrics.

    Errors: Problem where it is too large for a workbook.
    """
    return to_workbook(_tables(converted, about, respondents, catalogue, say.WORKBOOK_ENCODING))


def repaired_csv(
    converted: Converted,
    about: About,
    respondents: Path | None = None,
    catalogue: tuple[MetricEntry, ...] = (),
    encoding: Encoding = "utf-8",
) -> bytes:
    """As a ZIP of CSV files in UTF-8 with BOM or in Shift_JIS."""
    return to_csv_zip(_tables(converted, about, respondents, catalogue, say.ENCODINGS[encoding]), encoding)


def _tables(
    converted: Converted,
    about: About,
    respondents: Path | None,
    catalogue: tuple[MetricEntry, ...],
    encoding: Text,
) -> tuple[MachineTable, ...]:
    data = answers(converted, respondents) if respondents else figures(converted, about, catalogue)
    others = (codes(data), about_table(about, data, encoding), history(about))
    return (data, others[0], definitions(data, *others), *others[1:])
