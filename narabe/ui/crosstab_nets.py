"""Nets and hidden options, kept in the address: `net=question:option,option:name`, `hide=question:option`."""

from collections.abc import Sequence

import streamlit as st

from narabe.model.crosstab import Net, Recode
from narabe.model.survey import Survey, SurveyQuestion
from narabe.model.text import plain
from narabe.ui import language
from narabe.ui.literal import literal
from narabe.words import crosstab_page_sentences as say

NET, HIDE = "net", "hide"
BEFORE = "narabe.nets.before"  # session state: what the address held before each change, for undoing
MOST_STEPS = 50
NAME = "narabe.nets.name"


def recodes(survey: Survey) -> tuple[Recode, ...]:
    """What the address says of this survey's questions; the rest is named and left out."""
    questions = {each.question_id: each for each in survey.questions if each.crossable}
    nets: dict[str, list[Net]] = {}
    hidden: dict[str, list[str]] = {}
    unknown = []
    for entry in st.query_params.get_all(NET):
        found = _net(entry, questions)
        if found is None:
            unknown.append(entry)
            continue
        name, net = found
        nets.setdefault(name, []).append(_apart(net, questions[name], nets.get(name, [])))
    for entry in st.query_params.get_all(HIDE):
        name, _, option_id = entry.partition(":")
        if name not in questions or option_id not in _ids(questions[name]):
            unknown.append(entry)
        else:
            hidden.setdefault(name, []).append(option_id)
    if unknown:
        st.warning(literal(say.unknown(unknown).in_(language.current())), icon=":material/link_off:")
    return tuple(
        Recode(name, tuple(nets.get(name, ())), tuple(hidden.get(name, ())))
        for name in dict.fromkeys((*nets, *hidden))
    )


def editor(questions: Sequence[SurveyQuestion]) -> None:
    """Group options of a question under a name, hide options, undo."""
    lang = language.current()
    st.caption(say.NETS_NOTE.in_(lang))
    by_id = {each.question_id: each for each in questions}
    name = st.selectbox(
        say.NET_QUESTION.in_(lang),
        list(by_id),
        format_func=lambda each: by_id[each].label.in_(lang),
        key="narabe.nets.question",
    )
    question = by_id[name]
    labels = {option.option_id: option.label.in_(lang) for option in question.options}
    left, middle, right = st.columns([3, 2, 1], vertical_alignment="bottom")
    chosen = left.multiselect(
        say.NET_OPTIONS.in_(lang),
        list(labels),
        format_func=lambda each: labels.get(each, each),
        key=f"narabe.nets.options.{name}",
    )
    called = middle.text_input(say.NET_NAME.in_(lang), key=NAME)
    with right:
        st.button(
            say.NET_ADD.in_(lang),
            key="narabe.nets.add",
            on_click=_add,
            args=(name, tuple(chosen)),
            disabled=len(chosen) < 2 or not (called or "").strip(),
            width="stretch",
        )
    _hiding(name, labels)
    _removing()


def _hiding(name: str, labels: dict[str, str]) -> None:
    """Options left out of the table; bases stay."""
    key = f"narabe.nets.hidden.{name}"
    entries = st.query_params.get_all(HIDE)
    st.session_state[key] = [each for each in labels if f"{name}:{each}" in entries]
    st.multiselect(
        say.HIDDEN.in_(language.current()),
        list(labels),
        format_func=lambda each: labels.get(each, each),
        key=key,
        on_change=_hide,
        args=(name, key),
    )


def _removing() -> None:
    lang = language.current()
    with st.container(horizontal=True):
        for place, entry in enumerate(st.query_params.get_all(NET)):
            called = entry.split(":", 2)[-1]
            st.button(
                say.NET_REMOVE.in_(lang).format(literal(called)),
                key=f"narabe.nets.remove.{place}",
                on_click=_remove,
                args=(entry,),
                icon=":material/close:",
            )
        st.button(
            say.UNDO.in_(lang),
            key="narabe.nets.undo",
            on_click=_undo,
            disabled=not st.session_state.get(_before()),
            icon=":material/undo:",
        )


def _add(name: str, options: tuple[str, ...]) -> None:
    called = st.session_state[NAME].strip()
    _write(
        [*st.query_params.get_all(NET), f"{name}:{','.join(options)}:{called}"],
        st.query_params.get_all(HIDE),
    )
    st.session_state[NAME] = ""
    st.session_state[f"narabe.nets.options.{name}"] = []


def _hide(name: str, key: str) -> None:
    others = [each for each in st.query_params.get_all(HIDE) if each.partition(":")[0] != name]
    hidden = [f"{name}:{each}" for each in st.session_state[key]]
    _write(st.query_params.get_all(NET), [*others, *hidden])


def _remove(entry: str) -> None:
    kept = [each for each in st.query_params.get_all(NET) if each != entry]
    _write(kept, st.query_params.get_all(HIDE))


def _write(nets: list[str], hidden: list[str]) -> None:
    """Into the address; what it held before can be had back."""
    held = (st.query_params.get_all(NET), st.query_params.get_all(HIDE))
    if held == (nets, hidden):
        return
    st.session_state[_before()] = [*st.session_state.get(_before(), []), held][-MOST_STEPS:]
    _put(nets, hidden)


def _undo() -> None:
    *earlier, last = st.session_state[_before()]
    st.session_state[_before()] = earlier
    _put(*last)


def _before() -> str:
    """Each data has steps of its own to go back."""
    return f"{BEFORE}.{st.query_params.get('d')}"


def _put(nets: list[str], hidden: list[str]) -> None:
    for key, entries in ((NET, nets), (HIDE, hidden)):
        if entries:
            st.query_params[key] = entries
        elif key in st.query_params:
            del st.query_params[key]


def _net(entry: str, questions: dict[str, SurveyQuestion]) -> tuple[str, Net] | None:
    name, _, rest = entry.partition(":")
    listed, _, called = rest.partition(":")
    options = tuple(listed.split(","))
    if name not in questions or not called.strip() or not set(options) <= set(_ids(questions[name])):
        return None
    return name, Net("", plain(called.strip()), options)


def _apart(net: Net, question: SurveyQuestion, before: Sequence[Net]) -> Net:
    """With an id that no option and no other net has."""
    taken = {*_ids(question), *(each.net_id for each in before)}
    free = (f"net{number}" for number in range(1, len(taken) + 2))
    return Net(next(each for each in free if each not in taken), net.label, net.option_ids)


def _ids(question: SurveyQuestion) -> tuple[str, ...]:
    return tuple(option.option_id for option in question.options)
