"""What the explore page asks its reader, each answer kept in the address."""

from dataclasses import replace

import streamlit as st

from narabe.analyses.explore import offered
from narabe.model.explore import FILTERS, Choice, ExploreAsk, Order
from narabe.model.text import Text
from narabe.ui import choices, language
from narabe.ui.live import cached
from narabe.words import explore_sentences as say

VIEW = Text("見るもの", "View")
VIEWS = {
    "figures": Text("数値", "Figures"),
    "tables": Text("データの表", "Tables"),
    "dictionary": Text("項目の説明", "Data dictionary"),
    "sql": Text("SQLで調べる", "Ask in SQL"),
}
FIND = Text("ことばで探す", "Search")
EXAMPLE = Text("例：おんらいん　2025", "online 2025")
EXAMPLE_FIELD = Text("例：分母", "denominator")
BY = Text("並べ方", "Order")
MORE = Text("ほかの条件", "More filters")
EVERY = Text("すべて", "all")
SINCE, UNTIL = (
    Text("期間の始まり（以降）", "Begins in or after"),
    Text("期間の終わり（まで）", "Ends in or before"),
)
NAMES = {
    "document": Text("文書・ファイル", "Document or file"),
    "wave": Text("調査", "Survey"),
    "concept": Text("設問", "Question"),
    "metric": Text("指標", "Metric"),
    "group": Text("対象（グループ・区分）", "Group or part"),
    "kind": Text("種類", "Kind"),
    "status": Text("値の種類", "Status"),
    "origin": Text("データの区分", "Origin"),
}
FIRST = ("metric", "concept")
"""Filters in sight; the others are folded."""


def view() -> str:
    """One of the four views (`view`). Another view forgets the choices of the last."""
    lang = language.current()
    return choices.one(
        VIEW.in_(lang),
        {key: name.in_(lang) for key, name in VIEWS.items()},
        key="view",
        shape="pills",
        resets=(*FILTERS, "from", "to", "by", "table", "sql"),
        label_visibility="collapsed",
    )


def figures() -> ExploreAsk:
    """Words (`find`), an order (`by`), months (`from`, `to`) and each filter, which offers only what is there."""
    lang = language.current()
    with st.container(border=True):
        grid = st.grid(columns=4, min_column_width=210)
        with grid.cell():
            find = words()
        ask = ExploreAsk(find=find).with_filters({name: choices.held(name) for name in FILTERS})
        chosen: dict[str, tuple[str, ...]] = {}
        folded = st.expander(_more(ask).in_(lang), expanded=_folded_away(ask), icon=":material/tune:")
        with folded:
            inner = st.grid(columns=4, min_column_width=210)
            with inner.cell():
                since = _month(SINCE, "from")
            with inner.cell():
                until = _month(UNTIL, "to")
        ask = replace(ask, since=since, until=until)
        found = cached(offered, ask)
        for name in FILTERS:
            with (grid if name in FIRST else inner).cell():
                chosen[name] = _filter(name, found[name], getattr(ask, name))
        with grid.cell():
            orders = {order.value: label.in_(lang) for order, label in say.ORDER.items()}
            by = Order(choices.one(BY.in_(lang), orders, key="by"))
    return replace(ask.with_filters(chosen), by=by)


def words(example: Text = EXAMPLE) -> str:
    """Words to find (`find`)."""
    lang = language.current()
    given = st.text_input(
        FIND.in_(lang),
        key="find",
        type="search",
        bind="query-params",
        placeholder=example.in_(lang),
        icon=":material/search:",
    )
    return given or ""


def _filter(name: str, found: tuple[Choice, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Any number of values; those that would give nothing are offered only where they are chosen."""
    lang = language.current()
    names = {
        each.choice_id: say.offered(each.label, each.figures).in_(lang)
        for each in found
        if each.figures or each.choice_id in chosen
    }
    return choices.several(NAMES[name].in_(lang), names, key=name, shape="list", placeholder=EVERY.in_(lang))


def _month(label: Text, key: str) -> str:
    lang = language.current()
    months = cached(offered, ExploreAsk())[key]
    names = {"": EVERY.in_(lang)} | {each.choice_id: each.label.in_(lang) for each in months}
    return choices.one(label.in_(lang), names, key=key, default="")


def _folded_away(ask: ExploreAsk) -> bool:
    """Whether a folded filter is set."""
    dated = any(st.query_params.get(key) for key in ("from", "to"))
    return dated or any(getattr(ask, name) for name in FILTERS if name not in FIRST)


def _more(ask: ExploreAsk) -> Text:
    names = "・".join(NAMES[name].ja.split("（")[0] for name in FILTERS if name not in FIRST)
    english = ", ".join(NAMES[name].en.lower() for name in FILTERS if name not in FIRST)
    return Text(f"{MORE.ja}（期間・{names}）", f"{MORE.en}: period, {english}")
