"""A month's figures typed or pasted, with last month and last year beside them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import streamlit as st

from narabe.desk import entry as desk
from narabe.intake.entry import pasted
from narabe.model.forms import FormRow, FormSheet
from narabe.model.imports import Receipt, Signer
from narabe.model.intake import Refused
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.ui import choices, intake_acts, intake_faults, intake_parts, language, parts, signing
from narabe.ui.errand import Errand
from narabe.ui.intake_outcome import SEEN_ON, metric_links
from narabe.ui.live import cached
from narabe.warehouse import Warehouse
from narabe.words import intake_page_sentences as say
from narabe.words import numbers
from narabe.words.remark_sentences import JAPAN

FORM, MONTH = Text("様式", "Form"), Text("対象の月", "Month")
MONTHS = 36
"""So many months back can be entered."""
NOTE = Text(
    "分かるところだけで登録できます。空欄は0とは区別します。１，２３４や△12とも書けます。",
    "Fill in what you know: empty is not 0. Figures may be typed as they come (1,234, △12, 45%).",
)
BEFORE: dict[int | None, tuple[Text | None, Text]] = {
    1: (Text("前月", "Month before"), Text("前年同月", "A year ago")),
    12: (None, Text("前年度", "Year before")),
    None: (Text("前月末", "Month before"), Text("前年同月末", "A year ago")),
}
PASTE = Text("Excel から貼り付ける", "Paste from Excel")
PASTE_NOTE = Text(
    "上から順に、{}個の数字を貼り付けます（縦でも横でも）。",
    "Paste {} numbers in the order below, from a column or a row.",
)
FILL = Text("欄に入れる", "Fill the fields")
SAVE = Text("登録する", "Save")
WORKING = Text("内容を確かめ、登録しています", "Checking and saving")
FIELD = 420  # pixels
NO_FORMS = Text("様式がまだありません。", "There are no forms yet.")
PLACE = "entry"
FORMS = "narabe.entry_forms"  # session state: how many forms were sent, so that the next one is empty
SENT = "narabe.entry_sent"  # session state: what was last sent, as (widget, metric, value)
UNREAD = "narabe.entry_unread"  # session state: that a paste held no numbers, until drawn


def entry() -> None:
    """Form and month (`form`, `month`), the fields, who enters them."""
    lang = language.current()
    _outcome(intake_acts.outcome(PLACE))
    titles = cached(forms_known)
    if not titles:
        st.info(NO_FORMS.in_(lang), icon=":material/inbox:")
        return
    sheet = asked(titles)
    st.caption(NOTE.in_(lang))
    _paste(sheet)
    key = _key(sheet)
    with st.form(key, border=True, enter_to_submit=False):
        values = {row.key: _field(row, f"{key}.{place}") for place, row in enumerate(sheet.rows)}
        signed = intake_parts.signer(key)
        if st.form_submit_button(SAVE.in_(lang), type="primary", icon=":material/check:", key=f"{key}.send"):
            _send(sheet, values, signed)


def asked(titles: Mapping[str, Text]) -> FormSheet:
    """The form of a month that the reader chooses."""
    lang = language.current()
    left, right = st.columns([3, 2])
    with left:
        names = {form_id: title.in_(lang) for form_id, title in titles.items()}
        form_id = choices.one(FORM.in_(lang), names, key="form")
    with right:
        months = {f"{month:%Y-%m}": month_named(month).in_(lang) for month in _months()}
        month = choices.one(MONTH.in_(lang), months, key="month", default=list(months)[1])
    return cached(desk.blank, form_id, date.fromisoformat(f"{month}-01"))


def forms_known(_warehouse: Warehouse) -> dict[str, Text]:
    """Every form by id."""
    return dict(desk.forms())


def _months() -> Sequence[date]:
    """This month and those before it, the newest first."""
    today = datetime.now(JAPAN)
    count = today.year * 12 + today.month - 1
    return [date((count - n) // 12, (count - n) % 12 + 1, 1) for n in range(MONTHS)]


def month_named(month: date) -> Text:
    """`2026年10月` / `Oct 2026`."""
    return Text(f"{month.year}年{month.month}月", f"{month:%b %Y}")


def _field(row: FormRow, key: str) -> str:
    """One figure with what is known of the month and the year before."""
    lang = language.current()
    label = _label(row).in_(lang)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        typed = st.text_input(label, key=key, width=FIELD)
        known = zip(BEFORE[row.period.months], (row.last_month, row.last_year), strict=True)
        st.markdown(" &emsp; ".join(_known(before, value) for before, value in known if before is not None))
    return typed or ""


def _label(row: FormRow) -> Text:
    """`来庁者数（人）`; what covers something else than the month says so: `オンライン申請件数（件、2026年度）`."""
    period, unit = row.period, row.unit
    about = [(unit.ja, unit.en)] if unit.ja else []
    if period.months != 1:
        covers = numbers.period(period.start, period.end, period.months)
        about.append((covers.ja, covers.en))
    if not about:
        return row.label
    return Text(
        f"{row.label.ja}（{'、'.join(ja for ja, _en in about)}）",
        f"{row.label.en} ({', '.join(en for _ja, en in about)})",
    )


def _known(label: Text, value: float | None) -> str:
    lang = language.current()
    decimals = 0 if value is None or value == int(value) else 1
    return f":small[{label.in_(lang)}] **{numbers.number(value, decimals).in_(lang)}**"


def _paste(sheet: FormSheet) -> None:
    lang, key = language.current(), f"{_key(sheet)}.paste"
    with st.expander(PASTE.in_(lang), icon=":material/content_paste:"):
        st.text_area(PASTE_NOTE.in_(lang).format(len(sheet.rows)), key=key, height=120)
        st.button(FILL.in_(lang), key=f"{key}.fill", on_click=_fill, args=(_key(sheet), len(sheet.rows)))
        if st.session_state.pop(UNREAD, False):
            st.warning(say.NOT_READ.in_(lang), icon=":material/help:")


def _fill(key: str, count: int) -> None:
    """Before the page is drawn again: the pasted numbers into the fields, in order."""
    found = pasted(st.session_state[f"{key}.paste"] or "", count)
    if not any(found):
        st.session_state[UNREAD] = True
        return
    for place, value in enumerate(found):
        st.session_state[f"{key}.{place}"] = value


def _key(sheet: FormSheet) -> str:
    return f"entry.{st.session_state.get(FORMS, 0)}.{sheet.form_id}.{sheet.month:%Y-%m}"


def _send(sheet: FormSheet, values: Mapping[tuple[str, str], str], signed: Signer) -> None:
    signing.remember(signed)
    st.session_state[SENT] = [
        (f"{_key(sheet)}.{place}", row.metric_id, values[row.key]) for place, row in enumerate(sheet.rows)
    ]
    intake_acts.begin(PLACE, Errand("enter", desk.enter, sheet, values, signed, telling=False))


def _outcome(said: Receipt | Problem | None) -> None:
    sent = st.session_state.get(SENT, [])
    if isinstance(said, Problem):
        for widget, _metric, value in sent:  # the fields were not drawn meanwhile, and would be empty
            st.session_state[widget] = value
        intake_parts.told(said)
        intake_faults.faults(said.faults if isinstance(said, Refused) else ())
    elif said is not None:
        st.session_state[FORMS] = st.session_state.get(FORMS, 0) + 1
        st.success(say.committed(said.counts).in_(language.current()), icon=":material/check:")
        intake_faults.faults(said.faults)
        parts.heading(SEEN_ON)
        metric_links(list(dict.fromkeys(metric for _widget, metric, value in sent if value)))
