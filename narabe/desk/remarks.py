"""Writing a remark, and taking one back."""

from collections.abc import Mapping

from narabe.desk.writing import faults, faults_of_name, tidy, visible
from narabe.ledger import Remarks
from narabe.model.problem import Problem
from narabe.model.remark import Draft, Remark, RemarkKind, kinds_of
from narabe.model.text import EMPTY
from narabe.settings import openness, store
from narabe.warehouse import Warehouse
from narabe.words import labels
from narabe.words import remark_sentences as say

LONGEST_BODY = 1000


def write(
    warehouse: Warehouse,
    subject: str,
    bodies: Mapping[RemarkKind, str],
    department: str,
    author: str,
    internal: bool = False,
) -> tuple[Remark, ...]:
    """Store what a department says on a subject, in one act; a blank body is left out.

    Errors: Problem with a sentence for everything that has to be mended, and nothing stored.
    """
    _must_be_open()
    department, author = tidy(department), tidy(author)
    written = {kind: tidied for kind, body in bodies.items() if visible(tidied := tidy(body))}
    wrong = [
        *(say.does_not_fit(kind) for kind in written if kind not in kinds_of(subject)),
        *([] if written else [say.NOTHING_WRITTEN]),
        *(
            fault
            for kind, body in written.items()
            for fault in faults(labels.REMARK[kind], body, LONGEST_BODY)
        ),
        *faults_of_name(labels.DEPARTMENT, department, say.NO_DEPARTMENT),
        *faults_of_name(labels.AUTHOR, author, say.NO_AUTHOR),
    ]
    if subject not in {row["subject"] for row in _subjects(warehouse)}:
        raise Problem(say.UNKNOWN_SUBJECT, say.RELOAD)
    if wrong:
        raise Problem(sum(wrong, EMPTY))
    return Remarks(store()).add(
        [Draft(subject, kind, body, department, author, internal) for kind, body in written.items()]
    )


def withdraw(remark_id: int, author: str) -> Remark:
    """Record who takes a remark back. Errors: Problem when nobody is named, or nothing they can see is there to take back."""
    _must_be_open()
    author = tidy(author)
    wrong = faults_of_name(labels.WITHDRAWER, author, say.NO_WITHDRAWER)
    if wrong:
        raise Problem(sum(wrong, EMPTY))
    kept, seen = Remarks(store()), openness().show_internal
    shown = {remark.remark_id for remark in kept.standing() if seen or not remark.internal}
    withdrawn = kept.withdraw(remark_id, author) if remark_id in shown else None
    if withdrawn is None:
        raise Problem(say.GONE, say.RELOAD)
    return withdrawn


def _must_be_open() -> None:
    if not openness().remarks_open:
        raise Problem(say.CLOSED, say.HOW_TO_OPEN)


def _subjects(warehouse: Warehouse) -> list:
    """What may be written on: an entry kept internal only where it is shown."""
    return warehouse.ask("remark_subjects", internal=openness().show_internal)
