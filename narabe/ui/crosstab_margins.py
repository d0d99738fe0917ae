"""The population that the sample is weighted to, in the address: `margin=sex.age~m.young.1200~f.young.1300~~name`.

All signs are left as they are by addresses, and no id holds a full stop. Tables too long for that are held by the
session, and by the view they are saved in.
"""

import streamlit as st

from narabe.desk import views as desk
from narabe.model.problem import Problem
from narabe.model.raking import Margin, MarginCell
from narabe.model.survey import ONE_ANSWER, Survey
from narabe.ui import language
from narabe.ui.literal import literal
from narabe.words import crosstab_page_sentences as say

MARGIN, VIEW = "margin", "set"
GIVEN = "narabe.margins"  # session state, by dataset: margins that are too long for an address
PART, LINE, NAME = ".", "~", "~~"
LONGEST = 1500
"""Characters of an address that e-mail programs leave whole, with room for everything else."""


def margins(survey: Survey) -> tuple[Margin, ...]:
    """What the address holds, else what was given in this session, else what the saved view of the address holds."""
    held = list(filter(None, st.query_params.get_all(MARGIN)))
    if held:
        return _read(held, survey)
    given = of_session(survey.dataset)
    if given:
        return given
    try:
        saved = desk.view(st.query_params[VIEW]).ask if VIEW in st.query_params else None
    except Problem:
        return ()  # what became of the view is said at the top of the page
    return saved.margins if saved and saved.dataset == survey.dataset else ()


def of_session(dataset: str) -> tuple[Margin, ...]:
    """Margins that are in no address."""
    found: tuple[Margin, ...] = st.session_state.get(GIVEN, {}).get(dataset, ())
    return found


def keep(dataset: str, found: tuple[Margin, ...]) -> None:
    """Into the address, or the session where that would be too long; nothing forgets those of before."""
    st.query_params.pop(MARGIN, None)
    st.session_state.setdefault(GIVEN, {}).pop(dataset, None)
    written = [spelled(margin) for margin in found]
    if sum(map(len, written)) > LONGEST:
        st.session_state[GIVEN][dataset] = found
    elif written:
        st.query_params[MARGIN] = written


def spelled(margin: Margin) -> str:
    """A margin as it stands in the address."""
    lines = [PART.join((*cell.option_ids, repr(cell.people).removesuffix(".0"))) for cell in margin.cells]
    return LINE.join((PART.join(margin.question_ids), *lines)) + NAME + margin.name


def read(text: str) -> Margin | None:
    """What `spelled` wrote; None for anything else."""
    told, _, name = text.partition(NAME)
    heading, *lines = told.split(LINE)
    ids = tuple(heading.split(PART))
    cells = []
    for line in lines:
        *options, people = line.split(PART, len(ids))
        if len(options) != len(ids) or not _is_number(people):
            return None
        cells.append(MarginCell(tuple(options), float(people)))
    return Margin(ids, tuple(cells), name) if cells else None


def _read(held: list[str], survey: Survey) -> tuple[Margin, ...]:
    """The margins of this survey; another is named and left out."""
    found = {entry: read(entry) for entry in held}
    known = {entry: margin for entry, margin in found.items() if margin and _fits(margin, survey)}
    unknown = [_short(entry) for entry in found if entry not in known]
    if unknown:
        st.warning(literal(say.unknown(unknown).in_(language.current())), icon=":material/link_off:")
    return tuple(known.values())


def _fits(margin: Margin, survey: Survey) -> bool:
    options = {
        each.question_id: {option.option_id for option in each.options}
        for each in survey.questions
        if each.answer_type in ONE_ANSWER
    }
    return set(margin.question_ids) <= set(options) and all(
        option_id in options[question_id]
        for cell in margin.cells
        for question_id, option_id in zip(margin.question_ids, cell.option_ids, strict=True)
    )


def _is_number(text: str) -> bool:
    """A plain number, 0 or more."""
    return text.replace(".", "", 1).isdecimal() and text.isascii()


def _short(entry: str, most: int = 40) -> str:
    return entry if len(entry) <= most else f"{entry[:most]}…"
