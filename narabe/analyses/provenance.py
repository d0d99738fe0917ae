"""Where does every figure come from, what is doubtful, and what was checked."""

from dataclasses import replace

from narabe.analyses.rows import Row, text
from narabe.model.provenance import (
    CheckLine,
    Claim,
    Discrepancy,
    Document,
    FigureLine,
    InputTable,
    Omission,
    PairVerdict,
    Provenance,
    Reply,
)
from narabe.model.remark import Latest, RemarkKind
from narabe.model.status import BaseStatus, Origin, Status, Verdict
from narabe.model.text import Text, plain
from narabe.warehouse import Warehouse
from narabe.words import labels
from narabe.words import sources_sentences as say
from narabe.words.numbers import period


def provenance(
    warehouse: Warehouse, document: str | None = None, status: str | None = None, internal: bool = False
) -> Provenance:
    """Documents, register, verdicts and checks in full; figures of one document or status, or all.

    `status` may also be `not_stated`: no value in a file brought in. Entries of the register that are kept internal
    are left out unless `internal`.
    """
    documents = tuple(_document(row) for row in warehouse.ask("documents"))
    checks = tuple(
        CheckLine(row["check_id"], text(row, "purpose"), row["violations"]) for row in warehouse.ask("checks")
    )
    register = discrepancies(warehouse, internal)
    return Provenance(
        documents=documents,
        tables=tuple(
            InputTable(row["path"], text(row, "title"), row["rows"], row["sha256"])
            for row in warehouse.ask("input_tables")
        ),
        figures=tuple(
            figure_line(row) for row in warehouse.ask("figure_list", document=document, status=status)
        ),
        discrepancies=register,
        verdicts=tuple(_verdict(row) for row in warehouse.ask("comparability")),
        checks=checks,
        omissions=tuple(
            Omission(text(row, "what"), row["why"], text(row, "title"), text(row, "heading"))
            for row in warehouse.ask("omissions")
        ),
        sentence=say.summary(documents, register, checks),
        build_id=warehouse.build_id,
    )


def discrepancies(warehouse: Warehouse, internal: bool = False) -> tuple[Discrepancy, ...]:
    """The register; entries kept internal are left out unless `internal`."""
    return tuple(_discrepancy(row) for row in warehouse.ask("discrepancies", internal=internal))


def with_replies(result: Provenance, latest: Latest) -> Provenance:
    """The register with what the departments wrote last; an entry nobody wrote on keeps the reply of its file."""
    return replace(result, discrepancies=tuple(_replied(entry, latest) for entry in result.discrepancies))


def _replied(entry: Discrepancy, latest: Latest) -> Discrepancy:
    remark = latest.get((f"register:{entry.discrepancy_id}", RemarkKind.REPLY))
    if remark is None:
        return entry
    said = Reply(plain(remark.body), remark.department, remark.written_at, remark.internal)
    return replace(entry, reply=said)


def _document(row: Row) -> Document:
    return Document(
        row["document_id"],
        text(row, "title"),
        text(row, "publisher"),
        row["published"],
        row["url"],
        row["figures"],
        Origin(row["origin"]),
    )


def figure_line(row: Row) -> FigureLine:
    """A figure as a report lists it."""
    return FigureLine(
        row["figure_id"],
        row["kind"],
        text(row, "subject"),
        text(row, "group"),
        _period(row),
        row["value"],
        row["low"],
        row["high"],
        row["numerator"],
        row["denominator"],
        text(row, "unit"),
        row["base"],
        BaseStatus(row["base_status"]) if row["base_status"] else None,
        Status(row["status"]),
        text(row, "title"),
        text(row, "heading"),
        row["path"],
        row["derived_by"],
        row["address"],
        Origin(row["origin"]),
        text(row, "option"),
        text(row, "wave"),
    )


def _period(row: Row) -> Text:
    """When it was; an imported survey may not say."""
    if row["period_start"] is None or row["period_end"] is None:
        return labels.UNDATED
    return period(row["period_start"], row["period_end"], row["months"])


def _discrepancy(row: Row) -> Discrepancy:
    second = None
    if row["claim_b_ja"]:
        second = Claim(text(row, "claim_b"), text(row, "document_b"), text(row, "section_b"))
    return Discrepancy(
        row["discrepancy_id"],
        row["topic"],
        text(row, "title"),
        Claim(text(row, "claim_a"), text(row, "document_a"), text(row, "section_a")),
        second,
        text(row, "arithmetic"),
        text(row, "handling"),
        row["status"],
        Reply(plain(row["reply_ja"])) if row["reply_ja"] else None,
        row["internal"],
    )


def _verdict(row: Row) -> PairVerdict:
    return PairVerdict(
        text(row, "concept"),
        text(row, "wave_a"),
        text(row, "wave_b"),
        Verdict(row["verdict"]),
        text(row, "reason"),
    )
