"""The cross-tabulation page: published crosses at first, answers of one's own, fictional ones for practice."""

from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.crosstab_finding import finding
from narabe.charts import crosstab as chart
from narabe.charts.theme import Look
from narabe.export.crosstab_csv import crosstab_data as for_machines
from narabe.export.faces import Taking
from narabe.model.crosstab import CrossTab
from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text
from narabe.tables.crossed_groups import part_shown
from narabe.tables.crosstab import crossed, title
from narabe.ui import (
    crosstab_choices,
    crosstab_data,
    crosstab_files,
    crosstab_gt,
    crosstab_practice,
    crosstab_raking,
    crosstab_waves,
    language,
    live,
    parts,
    saved_views,
    taking,
)
from narabe.ui.crosstab_choices import PUBLISHED, Chosen
from narabe.ui.crosstab_published import published
from narabe.ui.crosstab_table import crossed_table
from narabe.ui.literal import literal
from narabe.ui.show import draw
from narabe.ui.worker import away
from narabe.warehouse.answers import Answers
from narabe.words import crosstab_file_sentences as files
from narabe.words import crosstab_page_sentences as say
from narabe.words import numbers


def open_view(head: DeltaGenerator, look: Look) -> None:
    """What the chosen data can show."""
    lang = language.current()
    box = st.expander(say.CHOOSE.in_(lang)) if look.large else st.container(border=True)
    with box:
        left, right = st.columns([3, 2], vertical_alignment="bottom")
        with left:
            dataset = crosstab_choices.dataset()
    if dataset == PUBLISHED:
        published(head, box, look)
        return
    answers = crosstab_data.opened(dataset)
    with right:
        every = crosstab_choices.view() == "gt"
    chosen = _chosen(answers, box, every)
    if chosen is None:
        parts.open_page(crosstab_choices.label(answers.survey), say.NO_QUESTIONS, head, outside=True)
        return
    saved_views.crossed(chosen.ask)
    shown = None
    try:
        if every:
            crosstab_gt.every_question(answers.survey, chosen.ask, head, look)
        else:
            shown = _crossed(answers, chosen, head, look)
    except Problem as problem:
        _uncounted(problem, chosen, every, answers, head)
        return
    if not look.large:
        parts.notes([say.source(answers.survey, answers.content)], outside=True)
        _files(chosen, every, shown)
        crosstab_practice.left_out(dataset)


def _uncounted(problem: Problem, chosen: Chosen, every: bool, answers: Answers, head: DeltaGenerator) -> None:
    """Why these choices cannot be counted, under the title of what was asked; they stay, to be changed."""
    lang = language.current()
    asked = crosstab_data.question_of(chosen.ask.rows).label
    parts.open_page(
        say.gt_title(crosstab_choices.label(answers.survey)) if every else asked,
        say.NOT_COUNTED,
        head,
        outside=True,
    )
    lines = [literal(line.in_(lang)) for line in (problem.message, problem.advice) if line.ja]
    st.error("  \n".join(lines), icon=":material/error:")


def _chosen(answers: Answers, box: DeltaGenerator, every: bool) -> Chosen | None:
    """Question, axes and settings; None where there is no question."""
    with box:
        left, right = st.columns([3, 2])
        with left:
            if every:
                rows = crosstab_choices.usual(answers.survey)
            else:
                rows = crosstab_choices.question(answers.survey)
        if rows is None:
            return None
        with right if not every else left:
            by = crosstab_choices.axes(answers.survey)
        return crosstab_choices.settings(answers.survey, rows, by, every)


def _crossed(answers: Answers, chosen: Chosen, head: DeltaGenerator, look: Look) -> Taking:
    """One question by the axes: finding, bases, chart, table, tests, definitions; what may be taken away of it."""
    told = crosstab_data.told(chosen.ask)
    table = crossed(told, chosen.layout)
    parts.notes([_bases(told)], outside=True)
    left, right = st.columns(2)
    with left:
        charted = crosstab_choices.charted(told)
    with right if len(told.tables) > 1 else left:
        kind = crosstab_choices.kind(told, charted)
    parts.open_page(title(told), finding(told, charted), head, outside=True)
    shown = Taking(table, machine=partial(for_machines, [told]))
    if kind is not None:
        spec, alt = chart.chart(told, charted, kind, look), chart.alt_text(told, charted, kind, look.lang)
        shown = replace(shown, chart=spec, alt=alt)
        draw(spec, alt, table)
    if look.large:
        return shown
    crossed_table(told, table, chosen, answers)
    crosstab_raking.report(told)
    _tests(told)
    crosstab_waves.beside(chosen.ask, look)
    _how(told)
    return shown


def _bases(told: CrossTab) -> Text:
    """Everybody, weighted or not, and what part of the respondents that is."""
    total = told.tables[0].columns[0]

    def spelled(value: float | None, decimals: int) -> str:
        return files.MASK if value is None else numbers.number(value, decimals).ja

    people = spelled(total.unweighted_base, 0)
    weighted = (
        (spelled(total.weighted_base, 1), spelled(total.effective_base, 1)) if told.weight else (None, None)
    )
    part = files.condition(told.where, part_shown(told), told.respondents) if told.where else EMPTY
    routed = say.asked_of(crosstab_data.question_of(told.question_id))
    return say.bases(people, weighted[0], weighted[1]) + routed + part


def _tests(told: CrossTab) -> None:
    """χ² and its kin, folded."""
    lines = [line for table in told.tables for line in files.whole_tests(table.label, table.tests)]
    with st.expander(say.TESTS.in_(language.current()), icon=":material/function:"):
        for line in lines or [say.NO_TABLE_TESTS]:
            st.text(line.in_(language.current()))
        if lines:
            parts.notes([files.TABLE_TESTS, files.EXACT_TESTS, files.IF_RANDOM])


def _how(told: CrossTab) -> None:
    """The definitions by which each number can be worked out elsewhere."""
    lang = language.current()
    with st.expander(say.HOW.in_(lang), icon=":material/rule:"):
        lines = [files.share_base(told.base, files.SHARE), files.WHO_COUNTS, *say.DEFINITIONS]
        lines += [files.THREE_BASES, say.WEIGHT_STEPS] if told.weight else []
        lines += [say.RAKING_RULE] if told.raking else []
        lines += [
            files.COLUMN_TESTS,
            files.TABLE_TESTS,
            files.EXACT_TESTS,
            files.IF_RANDOM,
            files.masking(told.suppressed_below),
            say.MASKING_LIMIT,
        ]
        st.markdown("\n".join(f"- {literal(line.in_(lang))}" for line in lines))


def _files(chosen: Chosen, every: bool, shown: Taking | None) -> None:
    """Files of this table, and of every question by the same axes, made in the worker when clicked."""
    with st.container(horizontal=True, key="narabe-crossed-files"):
        if not every:
            _file(say.XLSX, chosen, "xlsx")
            _file(say.CSV, chosen, "csv")
        _file(say.BATCH, chosen, "xlsx", every=True)
        with st.popover(say.MORE_FILES.in_(language.current()), icon=":material/download:", width="content"):
            if not every:
                _file(say.XLSX_LETTERS, chosen, "letters")
                _file(say.ZIP, chosen, "zip")
            _file(say.BATCH_LETTERS, chosen, "letters", every=True)
            _file(say.BATCH_CSV, chosen, "csv", every=True)
            _file(say.BATCH_ZIP, chosen, "zip", every=True)
        if shown is not None:
            taking.more(shown)


def _file(label: Text, chosen: Chosen, kind: str, every: bool = False) -> None:
    _, ending, mime = crosstab_files.MADE[kind]
    lang, make = language.current(), crosstab_files.batch if every else crosstab_files.one
    what = "all" if every else chosen.ask.rows
    st.download_button(
        label.in_(lang),
        data=partial(away, make, chosen.ask, live.settings(), kind, lang),
        file_name=f"narabe_crosstab_{chosen.ask.dataset}_{what}_{lang}.{ending}",
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=_key(chosen, kind, every),
    )


def _key(chosen: Chosen, kind: str, every: bool) -> str:
    """The usual two files of the table are named as those of every table are."""
    if kind in ("csv", "xlsx") and not every:
        return f"narabe_crosstab_{chosen.ask.rows}.{kind}"
    return f"narabe-crosstab.{'all' if every else 'one'}.{kind}"
