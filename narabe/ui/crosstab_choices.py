"""What the cross-tabulation page asks its reader, each answer kept in the address by id."""

from dataclasses import dataclass
from itertools import chain, permutations

import streamlit as st

from narabe.analyses.crosstab_start import usual_axes, usual_question
from narabe.analyses.practice import practice_note
from narabe.charts.crosstab import ChartKind, kinds
from narabe.model.crosstab import (
    NESTED,
    Base,
    Correction,
    CrossAsk,
    CrossTab,
    CrossTable,
    crossed_label,
)
from narabe.model.raking import Margin
from narabe.model.status import Origin
from narabe.model.survey import SEVERAL_ANSWERS, Survey
from narabe.model.text import Text
from narabe.tables.crossed_measures import Marks
from narabe.tables.crosstab import Figures, Layout
from narabe.ui import (
    choices,
    crosstab_data,
    crosstab_margins,
    crosstab_nets,
    crosstab_raking,
    crosstab_where,
    language,
    live,
)
from narabe.ui.literal import literal
from narabe.ui.live import cached
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import crosstab_page_sentences as say

PUBLISHED = ""
MOST_AXES = 12
ON = "true"
OF_A_SURVEY = (
    "rows", "by", "axis", "weight", "margin", "trim", "where", "net", "hide", "cell", "chart", "base", "view", "set"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked, and how it is shown."""

    ask: CrossAsk
    layout: Layout


def dataset() -> str:
    """Published crosses (the default), or answers (`d`). Other data forgets the questions of the last."""
    lang = language.current()
    names = {PUBLISHED: say.PUBLISHED.in_(lang)} | {
        name: label(open_answers(name).survey).in_(lang) for name in surveys()
    }
    return choices.one(say.DATA.in_(lang), names, key="d", default=PUBLISHED, resets=OF_A_SURVEY)


def label(survey: Survey) -> Text:
    """Its name; fictional data says so in front."""
    if survey.origin is not Origin.FICTIONAL:
        return say.dataset(survey, None)
    note = cached(practice_note, survey.dataset)
    return say.dataset(survey, note.title if note else say.fictional(survey.dataset))


def view() -> str:
    """One table, or every question at a glance (`view`)."""
    lang = language.current()
    return choices.one(
        say.VIEW.in_(lang),
        {key: name.in_(lang) for key, name in say.VIEWS.items()},
        key="view",
        shape="segments",
        label_visibility="collapsed",
    )


def usual(survey: Survey) -> str | None:
    """The question of the address (`rows`) or the usual one, where none is to be chosen."""
    known = {each.question_id for each in survey.questions if each.tabulated}
    held = st.query_params.get("rows", "")
    return held if held in known else usual_question(survey)


def question(survey: Survey) -> str | None:
    """The question (`rows`), from a list that can be searched; None where there is none."""
    lang, fewest, people = language.current(), live.settings().mask_below, crosstab_data.people()
    names = {
        each.question_id: say.question(each, people[each.question_id], fewest).in_(lang)
        for each in survey.questions
        if each.tabulated
    }
    if not names:
        return None
    return choices.one(
        say.ROWS.in_(lang),
        names,
        key="rows",
        default=usual_question(survey),
        resets=("cell", "chart", "base"),
    )


def axes(survey: Survey) -> tuple[tuple[str, ...], ...]:
    """The axes (`by`) in the order chosen, nested ones with `>`: pairs of those chosen are offered, any known ones are taken."""
    lang = language.current()
    labels = {each.question_id: each.label for each in survey.questions if each.crossable}
    usual = usual_axes(survey)
    held = (*st.query_params.get_all("by"), *st.session_state.get(f"by.{lang}", ()))
    chosen = [name for name in dict.fromkeys((*held, *usual)) if name in labels]
    nested = [NESTED.join(pair) for pair in permutations(chosen, 2)]
    asked = [name for name in held if set(name.split(NESTED)) <= set(labels)]
    offered = {
        name: crossed_label([labels[part] for part in name.split(NESTED)]).in_(lang)
        for name in dict.fromkeys((*asked, *labels, *nested))
    }
    found = choices.several(
        say.AXES.in_(lang),
        offered,
        key="by",
        default=usual,
        most=MOST_AXES,
        shape="list",
        help=say.AXES_HELP.in_(lang),
        placeholder=say.NO_AXIS.in_(lang),
    )
    return tuple(tuple(name.split(NESTED)) for name in found)


def settings(survey: Survey, rows: str, by: tuple[tuple[str, ...], ...], every: bool) -> Chosen:
    """Everything that may be left as it is, folded. `every`: all questions are shown, not `rows` alone."""
    lang = language.current()
    several = every or crosstab_data.question_of(rows).answer_type in SEVERAL_ANSWERS
    # Before the folded part: what is wrong with them is said in sight.
    held, trim = crosstab_margins.margins(survey), crosstab_raking.trim()
    with st.expander(say.SETTINGS.in_(lang), icon=":material/tune:"):
        left, middle, right = st.columns(3, gap="medium")
        with left:
            marks = _marks()
            figures = _figures()
            turned = switch(say.TURN, "turn", say.TURN_HELP)
        with middle:
            weight, margins = _weight(survey, held)
            missing = switch(say.MISSING, "missing")
            practice = survey.origin is Origin.FICTIONAL and switch(say.PRACTICE, "practice")
        with right:
            correction = _correction()
            base = _base() if several else Base.ANSWERED
        crosstab_where.field()
        crosstab_where.builder(survey)
        st.markdown(f"**{say.NETS.in_(lang)}**")
        used = (each.question_id for each in survey.questions) if every else (rows, *chain.from_iterable(by))
        crosstab_nets.editor(
            [each for each in map(crosstab_data.question_of, dict.fromkeys(used)) if each.crossable]
        )
        st.markdown(f"**{say.RAKE.in_(lang)}**")
        crosstab_raking.upload(survey, held)
        if margins:
            crosstab_raking.trim_field(trim)
    ask = CrossAsk(
        dataset=survey.dataset,
        rows=rows,
        banner=by,
        weight=weight,
        where=crosstab_where.where(survey),
        correction=correction,
        show_missing=missing,
        base=base,
        recodes=crosstab_nets.recodes(survey),
        practice=practice,
        margins=margins,
        trim=trim if margins else None,
    )
    return Chosen(ask, Layout(figures, marks, turned))


def charted(told: CrossTab) -> CrossTable:
    """Which of several axes the chart is of (`axis`)."""
    lang = language.current()
    tables = {NESTED.join(table.banner): table for table in told.tables}
    if len(tables) == 1:
        return told.tables[0]
    names = {key: literal(table.label.in_(lang)) for key, table in tables.items()}
    return tables[choices.one(say.CHARTED.in_(lang), names, key="axis", shape="pills")]


def kind(told: CrossTab, table: CrossTable) -> ChartKind | None:
    """The kind of chart (`chart`) among those that suit; None where none does."""
    lang = language.current()
    suited = kinds(table, told.answer_type)
    if not suited:
        return None
    names = {each.value: say.KINDS[each.value].in_(lang) for each in suited}
    return ChartKind(choices.one(say.KIND.in_(lang), names, key="chart", shape="pills"))


def _weight(survey: Survey, held: tuple[Margin, ...]) -> tuple[str | None, tuple[Margin, ...]]:
    """The weights of the file (`weight`), used unless switched off, or those raked to the population."""
    lang = language.current()
    names = {"on": literal(survey.weight)} if survey.weight else {}
    names |= {crosstab_raking.RAKED: say.RAKED.in_(lang)} if held else {}
    if not names:
        return None, ()
    names["off"] = say.UNWEIGHTED.in_(lang)
    usual = "on" if survey.weight else "off"
    chosen = choices.one(say.WEIGHT.in_(lang), names, key="weight", default=usual, shape="segments")
    if chosen == crosstab_raking.RAKED:
        return None, held
    return (survey.weight if chosen == "on" else None), ()


def switch(label: Text, key: str, note: Text | None = None) -> bool:
    """On or off (`key=true`); the address alone decides, so a saved view can set it."""
    lang, widget = language.current(), f"narabe.switch.{key}"
    st.session_state[widget] = st.query_params.get(key) == ON
    return st.toggle(
        label.in_(lang),
        key=widget,
        help=note.in_(lang) if note else None,
        on_change=_switched,
        args=(key, widget),
    )


def _switched(key: str, widget: str) -> None:
    if st.session_state[widget]:
        st.query_params[key] = ON
    elif key in st.query_params:
        del st.query_params[key]


def _marks() -> Marks:
    lang = language.current()
    names = {key: name.in_(lang) for key, name in say.MARK.items()}
    return Marks(choices.one(say.MARKS.in_(lang), names, key="marks", shape="segments"))


def _figures() -> Figures:
    lang = language.current()
    names = {key: name.in_(lang) for key, name in say.FIGURE.items()}
    return Figures(choices.one(say.FIGURES.in_(lang), names, key="figures", shape="segments"))


def _correction() -> Correction:
    lang = language.current()
    names = {each.value: name.in_(lang) for each, name in say.CORRECTION_OF.items()}
    return Correction(
        choices.one(say.CORRECTIONS.in_(lang), names, key="correction", default=Correction.HOLM.value)
    )


def _base() -> Base:
    lang = language.current()
    names = {each.value: name.in_(lang) for each, name in say.BASES.items()}
    return Base(choices.one(say.BASE.in_(lang), names, key="base", default=Base.ANSWERED.value))
