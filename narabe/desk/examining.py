"""What a received file is, in words and rows, and how it could be mapped."""

from narabe.desk.drafts import Opened
from narabe.desk.remembering import last_plan, remembered
from narabe.intake import answers, books, figures
from narabe.intake.coded_books import book_of
from narabe.intake.readability import judge
from narabe.intake.reading import guess_kind, header_row
from narabe.intake.reading.cells import as_text
from narabe.ledger import Imports
from narabe.model.answers_plan import AnswersPlan
from narabe.model.codebook import Book
from narabe.model.figures_plan import MetricEntry
from narabe.model.imports import Examined, ImportEntry, Plan
from narabe.model.intake import Fault, Kind, Severity, Sheet
from narabe.settings import store
from narabe.warehouse.imports import folder_of
from narabe.warehouse.inputs import input_tables
from narabe.words import import_sentences as say

SAMPLE_ROWS = 12


def examined(reading: Opened) -> Examined:
    """Detection, first rows, readability. Errors: Refused."""
    draft, sheets = reading.draft, reading.sample
    sheet = sheet_chosen(reading)
    first = draft.options.header_row or header_row(sheet)
    before = earlier(draft.sha256)
    return Examined(
        draft_id=draft.draft_id,
        file_name=draft.file_name,
        sha256=draft.sha256,
        size=draft.size,
        detection=reading.incoming.detection,
        kind=guess_kind(sheets),
        sheet=sheet.name,
        header_row=first,
        sample=_shown(sheet, first),
        readability=judge(sheets, reading.incoming.detection),
        faults=(*reading.incoming.faults, *said_before(before)),
        earlier=before.import_id if before else None,
    )


def sheet_chosen(reading: Opened) -> Sheet:
    """The sheet that is read where only one is. Errors: Refused where every sheet is empty."""
    name = reading.incoming.chosen_sheet
    return next(each for each in reading.sample if each.name == name)


def _shown(sheet: Sheet, first: int) -> tuple[tuple[str, ...], ...]:
    rows = sheet.rows[max(first - 1, 0) : first - 1 + SAMPLE_ROWS]
    return tuple(tuple(as_text(cell) or "" for cell in row) for row in rows)


def earlier(sha256: str) -> ImportEntry | None:
    """The last active import of the very same bytes."""
    same = [entry for entry in Imports(store()).every() if entry.active and entry.sha256 == sha256]
    return same[-1] if same else None


def said_before(entry: ImportEntry | None) -> tuple[Fault, ...]:
    """That the same bytes count already, where they do."""
    if entry is None:
        return ()
    told = say.taken_before(entry.file_name, entry.import_id, entry.at)
    return (Fault(Severity.WARNING, told, say.TAKEN_AGAIN),)


def proposed(reading: Opened, dataset: str, kind: Kind, codebook: bytes | None) -> Plan:
    """A mapping from what is known. Errors: Refused; Problem for a codebook that cannot be read."""
    if kind is Kind.FIGURES:
        header_row(sheet_chosen(reading))  # says so where nothing is written
        metrics = catalogue()
        found = figures.propose(reading.sheets, metrics, dataset, reading.draft.options.header_row)
        return remembered(found, last_plan(dataset), {metric.metric_id for metric in metrics})
    return answers.propose(reading.connection, reading.raw, _books(reading, dataset, codebook), dataset)


def with_column(reading: Opened, plan: AnswersPlan, column: str, codebook: bytes | None) -> AnswersPlan:
    """The mapping with a column that was left out as a question. Errors: Problem for an empty one."""
    known = _books(reading, plan.wave.dataset, codebook)
    return answers.propose_column(reading.connection, reading.raw, known, plan, column)


def catalogue() -> tuple[MetricEntry, ...]:
    """The metrics of data/. One that an import drafted is drafted again by the next: it must not lean on the first."""
    return figures.catalogue(input_tables(()))


def _books(reading: Opened, dataset: str, given: bytes | None) -> tuple[Book, ...]:
    """Codebooks to try, the nearest first: the one given, the one in the file, the last of this dataset, those of the
    published waves."""
    found = [books.from_bytes(given)] if given is not None else []
    found += [book_of(codes)] if (codes := reading.incoming.codes) else []
    for entry in reversed(Imports(store()).every()):
        kept = folder_of(entry.import_id) / "codebook.yml"
        if entry.active and entry.dataset == dataset and kept.exists():
            found.append(books.from_bytes(kept.read_bytes()))
            break
    return (*found, *books.published())
