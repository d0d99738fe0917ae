"""The file that one visitor is bringing in: where it stands, and the long work that is done for it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePath
from typing import Any

import streamlit as st

from narabe.desk import imports as desk
from narabe.model.answers_plan import AnswersPlan
from narabe.model.figures_plan import FiguresPlan
from narabe.model.imports import Examined, Plan, Preview, Receipt, Signer
from narabe.model.intake import Fault, Kind, ReadOptions, Refused, Severity
from narabe.model.problem import Problem
from narabe.model.text import Lang, Text
from narabe.ui.errand import Errand, GivenUp
from narabe.words import intake_page_sentences as say

WIZARD = "narabe.intake"  # session state: the file on its way
FILES = "narabe.intake_files"  # session state: how many files were begun, so that each has widgets of its own


class Step(IntEnum):
    """The steps in their order."""

    RECEIVE = 0
    LOOK = 1
    MAP = 2
    FAULTS = 3
    CHANGES = 4
    DONE = 5


@dataclass
class Wizard:
    """Where the file stands. `number` makes widget keys of this file, `drawn` those of a mapping laid out anew.

    `plan` is the mapping as last corrected, with what is left out kept in `left_out` so that it can come back;
    `laid` is the same as its widgets were filled with, in the language `spoken`.
    """

    number: int
    step: Step = Step.RECEIVE
    errand: Errand | None = None
    examined: Examined | None = None
    kind: Kind = Kind.ANSWERS
    dataset: str = ""
    codebook: bytes | None = None
    plan: Plan | None = None
    left_out: frozenset[str] = frozenset()
    laid: tuple[Plan, frozenset[str]] | None = None
    spoken: Lang = "ja"
    drawn: int = 0
    fictional: bool = False
    preview: Preview | None = None
    receipt: Receipt | None = None
    faults: tuple[Fault, ...] = ()
    problem: Problem | None = None
    said: Text | None = None

    def key(self, name: str) -> str:
        """The key of a widget of this file."""
        return f"intake.{self.number}.{name}"

    def drawn_key(self, name: str) -> str:
        """The key of a widget of this layout of the mapping."""
        return f"intake.{self.number}.{self.drawn}.{name}"

    def lay_out(self, spoken: Lang) -> None:
        """Fill the widgets of the mapping anew with what was corrected so far."""
        assert self.plan is not None
        self.laid, self.spoken = (self.plan, self.left_out), spoken
        self.drawn += 1

    @property
    def refused(self) -> bool:
        return any(fault.severity is Severity.ERROR for fault in self.faults)

    @property
    def doubtful(self) -> bool:
        """Whether anything found asks to be mended or checked: notes alone do not stop the way."""
        return any(fault.severity is not Severity.NOTE for fault in self.faults)


def current() -> Wizard:
    """The file on its way, or an empty beginning."""
    found = st.session_state.get(WIZARD)
    if not isinstance(found, Wizard):
        found = st.session_state[WIZARD] = _new()
    return found


def begin_anew() -> None:
    """Forget the file; what is kept of it must have been dropped."""
    st.session_state[WIZARD] = _new()


def cancel() -> None:
    """Give up: stop what is being done and drop the draft."""
    wizard = current()
    if wizard.errand is not None:
        wizard.errand.give_up()
    if wizard.examined is not None and wizard.receipt is None:
        desk.discard(wizard.examined.draft_id)
    begin_anew()
    current().said = say.CANCELLED


def back() -> None:
    """To the step before; from what would change, past problems where there were none."""
    wizard = current()
    wizard.problem = None
    if wizard.step is Step.CHANGES and not wizard.doubtful:
        wizard.step = Step.MAP
    else:
        wizard.step = Step(wizard.step - 1)
    wizard.laid = None


def start(name: str, function: Callable[..., Any], *given: Any, **named: Any) -> None:
    """Begin long work for the file and draw the page again, which then waits for it."""
    wizard = current()
    wizard.problem, wizard.faults = None, ()
    wizard.errand = Errand(name, function, *given, **named)
    st.rerun()


def receive(content: bytes, file_name: str) -> None:
    """A file has arrived in the browser."""
    start("receive", desk.receive, content, file_name, browser=True, leftover=_drop)


def read_again(options: ReadOptions) -> None:
    """The same file, read as a person says."""
    wizard = current()
    assert wizard.examined is not None
    start("examine", desk.examine, wizard.examined.draft_id, options)


def propose(kind: Kind, dataset: str, codebook: bytes | None) -> None:
    """Ask for a mapping."""
    wizard = current()
    assert wizard.examined is not None
    wizard.kind, wizard.dataset, wizard.codebook = kind, dataset, codebook
    start("propose", desk.propose, wizard.examined.draft_id, dataset, kind, codebook)


def add_column(plan: AnswersPlan, column: str) -> None:
    """Ask for a column that was left out as a question. `plan` is the whole mapping as corrected."""
    wizard = current()
    assert wizard.examined is not None
    start("column", desk.propose_column, wizard.examined.draft_id, plan, column, wizard.codebook)


def check(plan: Plan, signer: Signer, fictional: bool) -> None:
    """Ask what committing this mapping would do. `plan` is without what is left out."""
    wizard = current()
    assert wizard.examined is not None
    wizard.fictional = fictional
    start("preview", desk.preview, wizard.examined.draft_id, plan, signer, fictional)


def commit() -> None:
    """Make it part of the figures."""
    wizard = current()
    assert wizard.examined is not None
    start("commit", desk.commit, wizard.examined.draft_id)


def arrived(wizard: Wizard) -> None:
    """Take what the errand brought. Errors: TaskFailed, with the file where it stood."""
    errand, wizard.errand = wizard.errand, None
    assert errand is not None
    try:
        result = errand.result()
    except Refused as refused:
        wizard.faults, wizard.problem = refused.faults, refused
    except Problem as problem:
        wizard.problem = problem
    except GivenUp:
        return
    else:
        ARRIVALS[errand.name](wizard, result)
    wizard.number, wizard.laid = _next_number(), None


def series_key(block: int, line: int) -> str:
    """A line of a table of figures, by name."""
    return f"{block}.{line}"


def left_out_at_first(plan: Plan) -> frozenset[str]:
    """What the proposal itself leaves out."""
    if not isinstance(plan, FiguresPlan):
        return frozenset()
    return frozenset(
        series_key(place, series.line)
        for place, block in enumerate(plan.blocks)
        for series in block.series
        if series.metric_id is None and series.new is None
    )


def suggested(file_name: str) -> str:
    """A name for what a file holds, from the file's own name."""
    stem = unicodedata.normalize("NFKC", PurePath(file_name).stem)
    return re.sub(r"[^\w\-]+", "_", stem).strip("_")[:60]


def _examined(wizard: Wizard, result: Examined) -> None:
    if wizard.examined is None:
        wizard.kind, wizard.dataset = result.kind, suggested(result.file_name)
        wizard.step = Step.LOOK
    wizard.examined, wizard.faults = result, result.faults


def _proposed(wizard: Wizard, result: Plan) -> None:
    wizard.plan, wizard.left_out, wizard.laid, wizard.step = result, left_out_at_first(result), None, Step.MAP


def _column_added(wizard: Wizard, result: AnswersPlan) -> None:
    wizard.plan = result


def _previewed(wizard: Wizard, result: Preview) -> None:
    wizard.preview, wizard.faults = result, result.faults
    wizard.step = Step.FAULTS if wizard.doubtful else Step.CHANGES


def _committed(wizard: Wizard, result: Receipt) -> None:
    wizard.receipt, wizard.step = result, Step.DONE


ARRIVALS: dict[str, Callable[[Wizard, Any], None]] = {
    "receive": _examined,
    "examine": _examined,
    "propose": _proposed,
    "column": _column_added,
    "preview": _previewed,
    "commit": _committed,
}


def _new() -> Wizard:
    return Wizard(_next_number())


def _next_number() -> int:
    st.session_state[FILES] = st.session_state.get(FILES, 0) + 1
    return int(st.session_state[FILES])


def _drop(late: Examined) -> None:
    """A file that was received after it was given up."""
    desk.discard(late.draft_id)
