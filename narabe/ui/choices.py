"""Choices that are kept in the address by their id, so that a link opens the same view.

Streamlit's own `bind="query-params"` writes the *displayed* option into the address: the
Japanese label, which an English reader's page then refuses. It is right for numbers, dates
and switches (slider, toggle, number_input, date_input); for choosing among named things
use `one` and `several`.

The address decides whenever it differs from what this session last wrote there (a link,
Back, a hand-typed address); otherwise the widget does. A default is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from narabe.model.text import Text
from narabe.ui import language

SEEN = "narabe.address"  # session state: what each parameter held after the last run

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
    **more: Any,
) -> str:
    """Choose one id of `names` (id -> text on screen). `key` is the address parameter."""
    usual = default if default is not None else next(iter(names))
    asked = _asked(key, names)
    if asked is not None:
        st.session_state[key] = asked[0] if asked else usual
    elif st.session_state.get(key) not in names:
        st.session_state[key] = usual
    chosen = ONE[shape](label, list(names), format_func=_named(names), key=key, **more)
    _write(key, [chosen], [usual])
    return str(chosen)


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
    asked = _asked(key, names)
    if asked is not None:
        nothing = st.query_params.get_all(key) == [""]  # chosen, as against not mentioned
        st.session_state[key] = [] if nothing else (asked or list(default))[:most]
    else:
        kept = st.session_state.get(key, list(default))
        st.session_state[key] = [name for name in kept if name in names][:most]
    chosen = SEVERAL[shape](label, list(names), format_func=_named(names), key=key, **more)
    ordered = [name for name in names if name in chosen]
    _write(key, ordered, list(default))
    return tuple(ordered)


def forget(*keys: str) -> None:
    """Drop choices that belonged to something else (a callback for the choice they depend on)."""
    for key in keys:
        st.session_state.pop(key, None)
        if key in st.query_params:
            del st.query_params[key]


def _named(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda name: names.get(name, name)


def _asked(key: str, names: Mapping[str, str]) -> list[str] | None:
    """The ids the address asks for, if it changed since the last run; unknown ids are named and dropped."""
    held = st.query_params.get_all(key)
    if key in st.session_state and st.session_state.get(SEEN, {}).get(key) == held:
        return None
    unknown = [name for name in held if name and name not in names]
    if unknown:
        said = Text(
            f"アドレスにあった「{'」「'.join(unknown)}」は選べないため、使っていません。",
            f"“{', '.join(unknown)}” in the address cannot be chosen here and was left out.",
        )
        st.warning(said.in_(language.current()), icon=":material/link_off:")
    return [name for name in held if name in names]


def _write(key: str, chosen: list[str], usual: list[str]) -> None:
    """Bring the address up to date; an empty choice that is not the default is `key=`."""
    wanted = [] if chosen == usual else chosen or [""]
    if st.query_params.get_all(key) != wanted:
        if wanted:
            st.query_params[key] = wanted
        else:
            del st.query_params[key]
    st.session_state[SEEN] = {**st.session_state.get(SEEN, {}), key: wanted}
