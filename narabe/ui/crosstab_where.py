"""限定条件: a text in the address (`where`), and a builder that adds to it. The address alone decides."""

import streamlit as st

from narabe.analyses.conditions import condition_of
from narabe.analyses.naming import option_named, question_named
from narabe.model.problem import Problem
from narabe.model.survey import Survey, SurveyQuestion
from narabe.ui import language
from narabe.ui.literal import literal
from narabe.words import crosstab_page_sentences as say
from narabe.words.crosstab_sentences import CONDITION_HELP

KEY = "where"
WIDGET, QUESTION, OPTIONS = "narabe.where", "narabe.where.question", "narabe.where.options"


def where(survey: Survey) -> str | None:
    """The condition; one that cannot be read is told and left out."""
    text = st.query_params.get(KEY, "").strip()
    try:
        condition_of(text, survey)
    except Problem as problem:
        lang = language.current()
        st.error(
            "  \n".join(literal(line.in_(lang)) for line in (problem.message, problem.advice)),
            icon=":material/filter_alt:",
        )
        return None
    return text or None


def field() -> None:
    """The text itself."""
    lang = language.current()
    st.session_state[WIDGET] = st.query_params.get(KEY, "")
    st.text_input(
        say.WHERE.in_(lang),
        key=WIDGET,
        placeholder=say.WHERE_EXAMPLE.in_(lang),
        help=CONDITION_HELP.in_(lang),
        on_change=_typed,
        icon=":material/filter_alt:",
    )


def builder(survey: Survey) -> None:
    """A question and options, added with `and`."""
    lang = language.current()
    crossable = {each.question_id: each for each in survey.questions if each.crossable}
    st.caption(say.WHERE_BUILDER.in_(lang))
    left, middle, right = st.columns([2, 3, 1], vertical_alignment="bottom")
    if st.session_state.get(QUESTION) not in crossable:
        st.session_state[QUESTION] = next(iter(crossable))
    name = left.selectbox(
        say.WHERE_QUESTION.in_(lang),
        list(crossable),
        format_func=lambda each: crossable[each].label.in_(lang),
        key=QUESTION,
    )
    labels = {option.option_id: option.label.in_(lang) for option in crossable[name].options}
    chosen = middle.multiselect(
        say.WHERE_OPTIONS.in_(lang),
        list(labels),
        format_func=labels.__getitem__,
        key=f"{OPTIONS}.{survey.dataset}.{name}",
    )
    added = clause(survey, crossable[name], chosen) if chosen else ""
    with right:
        st.button(
            say.WHERE_ADD.in_(lang),
            key="narabe.where.add",
            on_click=_added,
            args=(added,),
            disabled=not added,
            width="stretch",
        )
    if st.query_params.get(KEY):
        st.button(
            say.WHERE_CLEAR.in_(lang), key="narabe.where.clear", on_click=_added, args=("",), type="tertiary"
        )


def clause(survey: Survey, question: SurveyQuestion, option_ids: list[str]) -> str:
    """`"性別" in ("男性", "女性")`, by labels where these name one thing alone."""
    options = [_quoted(_option(question, option_id)) for option_id in option_ids]
    name = _quoted(_question(survey, question))
    return f"{name} = {options[0]}" if len(options) == 1 else f"{name} in ({', '.join(options)})"


def _question(survey: Survey, question: SurveyQuestion) -> str:
    """Its label, unless that would be read as another one."""
    try:
        found = question_named(survey, question.label.ja)
    except Problem:
        return question.question_id
    clear = found == question and '"' not in question.label.ja
    return question.label.ja if clear else question.question_id


def _option(question: SurveyQuestion, option_id: str) -> str:
    label = next(each.label.ja for each in question.options if each.option_id == option_id)
    clear = '"' not in label and label.strip() and option_named(question, label).option_id == option_id
    return label if clear else option_id


def _quoted(name: str) -> str:
    return f'"{name}"'


def _typed() -> None:
    _write(st.session_state[WIDGET])


def _added(clause: str) -> None:
    """Added with `and`; an empty clause clears the condition."""
    held = st.query_params.get(KEY, "").strip()
    if not clause or not held:
        _write(clause)
    else:
        _write(f"({held}) and {clause}" if " or " in held.casefold() else f"{held} and {clause}")


def _write(text: str) -> None:
    if text.strip():
        st.query_params[KEY] = text.strip()
    elif KEY in st.query_params:
        del st.query_params[KEY]
