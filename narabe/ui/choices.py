"""Choices that are kept in the address by their id, so that a link opens the same view.

Streamlit's own `bind="query-params"` writes the *displayed* option into the address: the
Japanese label, which an English reader's page then refuses. It is right for numbers and
switches (slider, toggle); for choosing among named things use `one` and `several`.

The address decides whenever it differs from what this session last wrote there (a link,
Back, a hand-typed address, another language); otherwise the widget does. A default is left out.
A widget that shows names is a widget of its own in each language, since Streamlit remembers
the words on screen.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from narabe.model.text import Text
from narabe.ui import language

SEEN = "narabe.address"  # session state: what the address held for each widget after the last run
WIDENED = Text(
    "この条件をはずしたので、もとのアドレスやビューより多くを示しています。",
    "Without it more is shown than the address or view asked for.",
)
DRAWN = "narabe.drawn"  # session state: the ids that each widget of one choice last offered
LAST = "narabe.last"  # session state: what was last chosen for each parameter

ONE: dict[str, Callable[..., Any]] = {
    "list": st.selectbox,
    "segments": lambda *given, **more: st.segmented_control(*given, required=True, **more),
    "pills": lambda *given, **more: st.pills(*given, required=True, **more),
}
SEVERAL: dict[str, Callable[..., Any]] = {
    "list": st.multiselect,
    "segments": lambda *given, **more: st.segmented_control(*given, selection_mode="multi", **more),
    "pills": lambda *given, **more: st.pills(*given, selection_mode="multi", **more),
}


def one(
    label: str,
    names: Mapping[str, str],
    *,
    key: str,
    default: str | None = None,
    shape: Literal["list", "segments", "pills"] = "list",
    resets: Sequence[str] = (),
    **more: Any,
) -> str:
    """Choose one id of `names` (id -> text on screen). `key` is the address parameter.

    `resets` names parameters that belong to this choice: another choice forgets them.
    """
    usual = default if default is not None else next(iter(names))
    widget = f"{key}.{language.current()}"
    asked = _asked(key, widget, names, [usual], label)
    if asked is not None:
        st.session_state[widget] = asked[0] if asked else usual
    else:
        _carry_over(widget, names, usual)
    with st.container(key=key):
        chosen = str(ONE[shape](label, list(names), format_func=_named(names), key=widget, **more))
    _write(key, widget, _as_address(chosen, names, [usual]))
    last = st.session_state.setdefault(LAST, {})
    if last.get(key, chosen) != chosen:
        _forget(resets, from_address=asked is None)
    last[key] = chosen
    return chosen


def several(
    label: str,
    names: Mapping[str, str],
    *,
    key: str,
    default: Sequence[str] = (),
    most: int | None = None,
    shape: Literal["list", "segments", "pills"] = "pills",
    **more: Any,
) -> tuple[str, ...]:
    """Choose ids of `names`, in the order of `names`; at most `most` (the first ones)."""
    widget = f"{key}.{language.current()}"
    asked = _asked(key, widget, names, list(default), label)
    if asked is not None:
        nothing = st.query_params.get_all(key) == [""]  # chosen, as against not mentioned
        st.session_state[widget] = [] if nothing else (asked or list(default))[:most]
    else:
        kept = st.session_state.get(widget, list(default))
        st.session_state[widget] = [name for name in kept if name in names][:most]
    with st.container(key=key):
        chosen = SEVERAL[shape](label, list(names), format_func=_named(names), key=widget, **more)
    ordered = [name for name in names if name in chosen]
    _write(key, widget, _as_address(ordered, names, list(default)))
    return tuple(ordered)


def held(key: str) -> tuple[str, ...]:
    """What a parameter of several choices holds before its widget is drawn: the widget where it was moved, else the address.

    Names on the widget may depend on it, such as counts under the other filters.
    """
    widget = f"{key}.{language.current()}"
    address = st.query_params.get_all(key)
    seen = st.session_state.get(SEEN, {})
    if widget in st.session_state and widget in seen:
        state = [str(one) for one in st.session_state[widget]]
        moved = sorted(state) != sorted(name for name in seen[widget] if name)
        if moved or address == seen[widget]:
            return tuple(state)
    return tuple(name for name in address if name)


def leading(label: str, key: str, name: str, icon: str | None = None) -> None:
    """A button that makes a choice of this page: a link to the page one is on does nothing in Streamlit.

    `name` is the id to choose; an empty one goes back to the default. static/page.js shows the new view from its top.
    """
    st.button(
        label, key=f"leading.{key}.{name}", icon=icon, type="tertiary", on_click=_choose, args=(key, name)
    )


def _choose(key: str, name: str) -> None:
    """Before the page is drawn again: the address decides, since it then differs from what was last written."""
    if name:
        st.query_params[key] = name
    elif key in st.query_params:
        del st.query_params[key]


def _forget(keys: Sequence[str], from_address: bool) -> None:
    """Drop what these parameters held: what this session remembers and, if asked, the address too."""
    seen = st.session_state.get(SEEN, {})
    st.session_state[SEEN] = {name: held for name, held in seen.items() if name.split(".")[0] not in keys}
    for key in keys:
        if from_address and key in st.query_params:
            del st.query_params[key]


def _carry_over(widget: str, names: Mapping[str, str], usual: str) -> None:
    """The choice of the run before, where it is still one of these.

    With other names it is another widget to Streamlit, which would begin without a choice; the page before may have
    offered others, or let several be chosen, under this parameter.
    """
    held, drawn = st.session_state.get(widget), st.session_state.setdefault(DRAWN, {})
    stands = isinstance(held, str) and held in names
    if not stands or drawn.get(widget) != list(names):
        st.session_state[widget] = held if stands else usual
    drawn[widget] = list(names)


def _named(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda name: names.get(name, name)


def _asked(key: str, widget: str, names: Mapping[str, str], usual: list[str], label: str) -> list[str] | None:
    """The ids the address asks for, if it changed since the last run; unknown ids are named and dropped.

    None where the widget decides: the address is the one last written, or the reader just moved the
    widget (a quick second click arrives with an address that is one step behind).
    """
    held = st.query_params.get_all(key)
    seen = st.session_state.get(SEEN, {})
    if widget in st.session_state and widget in seen:
        moved = _as_address(st.session_state[widget], names, usual) != seen[widget]
        if moved or held == seen[widget]:
            return None
    unknown = [name for name in held if name and name not in names]
    if unknown:
        left_out = _left_out(label, unknown, widened=not usual and len(unknown) == len(held))
        st.warning(left_out.in_(language.current()), icon=":material/link_off:")
    return [name for name in held if name in names]


def _left_out(label: str, unknown: Sequence[str], widened: bool) -> Text:
    """What the address asks for and nobody can choose; `widened`: nothing is left of that choice, so that all is shown."""
    said = Text(
        f"アドレスにあった「{label}」の「{'」「'.join(unknown)}」は選べないため、使っていません。",
        f"{label}: “{', '.join(unknown)}” in the address cannot be chosen here and was left out.",
    )
    return said + WIDENED if widened else said


def _as_address(state: Any, names: Mapping[str, str], usual: list[str]) -> list[str]:
    """What a widget's state is in the address: nothing for the default, `key=` for an empty choice."""
    chosen = {str(one) for one in state} if isinstance(state, (list, tuple)) else {str(state)}
    ordered = [name for name in names if name in chosen]
    return [] if ordered == usual else ordered or [""]


def _write(key: str, widget: str, wanted: list[str]) -> None:
    """Bring the address up to date."""
    if st.query_params.get_all(key) != wanted:
        if wanted:
            st.query_params[key] = wanted
        else:
            del st.query_params[key]
    # Only the widget just drawn is up to date: in another language the address decides again.
    seen = st.session_state.get(SEEN, {})
    others = {name: held for name, held in seen.items() if name.split(".")[0] != key}
    st.session_state[SEEN] = others | {widget: wanted}
