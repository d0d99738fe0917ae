"""One question of a mapping in detail: its names, how it lies, its options and their spellings, what is no answer."""

from dataclasses import replace

import pyarrow as pa
import streamlit as st

from narabe.analyses.mapping import known_groups
from narabe.model.answers_plan import (
    AnswersPlan,
    AnswerType,
    Group,
    Layout,
    Missing,
    OptionPlan,
    QuestionPlan,
)
from narabe.model.text import Text
from narabe.ui import language
from narabe.ui.editing import Row, choice, edited
from narabe.ui.intake_state import Wizard
from narabe.ui.live import cached
from narabe.words import intake_page_sentences as say

DETAILS = Text(
    "1つの設問をくわしく直す（選択肢、書き方、無回答）",
    "One question in detail (options, spellings, no answer)",
)
WHICH = Text("直す設問", "Question")
LABEL_JA, LABEL_EN = Text("名前（日本語）", "Name in Japanese"), Text("名前（英語）", "Name in English")
LAYOUT, DELIMITER = Text("列の並び", "Layout"), Text("答えを区切る文字", "Answers set apart by")
MOST = Text("選べる数（数を限って選ぶとき）", "Most choices (where limited)")
GROUP = Text("回答者の区分として使う", "Used as a group of respondents")
NO_GROUP = Text("（使わない）", "(not)")
OPTIONS = Text("選択肢", "Options")
SPELLINGS = Text("ファイルでの書き方", "Spellings in the file")
GROUP_OF = Text("区分", "Group")
MISSING = Text("答えとして数えない書き方", "Spellings that are no answer")
SPELLING, REASON = Text("書き方", "Spelling"), Text("理由", "Reason")
APPLY = Text("この設問に反映する", "Apply to this question")
MOST_DELIMITER = 4
OUTSIDE = "-"  # an empty choice would be drawn as `None`

OPTION_ROW = pa.schema(
    [
        ("id", pa.string()),
        ("ja", pa.string()),
        ("en", pa.string()),
        ("spellings", pa.list_(pa.string())),
        ("group", pa.string()),
    ]
)
MISSING_ROW = pa.schema([("spelling", pa.string()), ("reason", pa.string())])


def details(wizard: Wizard, plan: AnswersPlan) -> None:
    """A form for one question; once it is applied, the mapping is laid out anew."""
    if not plan.questions:
        return
    lang = language.current()
    by_id = {question.question_id: question for question in plan.questions}
    with st.expander(
        DETAILS.in_(lang), icon=":material/edit:", key=wizard.key("details"), on_change="ignore"
    ):
        chosen = st.selectbox(
            WHICH.in_(lang),
            list(by_id),
            format_func=lambda name: by_id[name].label.in_(lang),
            key=wizard.key("which"),
        )
        with st.form(wizard.drawn_key(f"question.{chosen}"), border=False, enter_to_submit=False):
            corrected = _form(wizard, by_id[chosen])
            if st.form_submit_button(APPLY.in_(lang), icon=":material/check:"):
                wizard.plan = replace(
                    plan, questions=tuple(corrected if q is by_id[chosen] else q for q in plan.questions)
                )
                wizard.laid = None
                st.rerun()


def _form(wizard: Wizard, question: QuestionPlan) -> QuestionPlan:
    lang = language.current()

    def key(name: str) -> str:
        return wizard.drawn_key(f"{question.question_id}.{name}")

    left, right = st.columns(2)
    label = Text(
        left.text_input(LABEL_JA.in_(lang), question.label.ja, key=key("ja")) or question.label.ja,
        right.text_input(LABEL_EN.in_(lang), question.label.en, key=key("en")) or question.label.en,
    )
    layouts = [Layout.FLAGS, Layout.SLOTS] if len(question.columns) > 1 else [Layout.CELL, Layout.DELIMITED]
    first, second, third = st.columns(3)
    layout = first.selectbox(
        LAYOUT.in_(lang),
        layouts,
        index=layouts.index(question.layout) if question.layout in layouts else 0,
        format_func=lambda one: say.LAYOUT[one].in_(lang),
        key=key("layout"),
    )
    delimiter = second.text_input(
        DELIMITER.in_(lang), question.delimiter or "", max_chars=MOST_DELIMITER, key=key("delimiter")
    )
    most = third.number_input(
        MOST.in_(lang), min_value=1, value=question.max_choices, step=1, key=key("most"), placeholder=""
    )
    group = st.selectbox(
        GROUP.in_(lang),
        [None, *Group],
        index=[None, *Group].index(question.group),
        format_func=lambda one: (say.GROUP[one] if one else NO_GROUP).in_(lang),
        key=key("group"),
    )
    return replace(
        question,
        label=label,
        layout=layout,
        delimiter=delimiter or None if layout is Layout.DELIMITED else None,
        max_choices=int(most) if most and question.answer_type is AnswerType.LIMITED else None,
        group=group,
        options=_options(question, group, key("options")),
        missing=_missing(question, key("missing")),
    )


def _options(question: QuestionPlan, group: Group | None, key: str) -> tuple[OptionPlan, ...]:
    """The options as corrected; a row added gets the next free id. Columns of 0/1 have one option each."""
    lang = language.current()
    if question.answer_type in (AnswerType.NUMERIC, AnswerType.TEXT):
        return question.options
    groups = {kind: cached(known_groups, kind.value) for kind in Group}
    names = {OUTSIDE: "—"} | {
        name: label.in_(lang) for known in groups.values() for name, label in known.items()
    }
    st.caption(OPTIONS.in_(lang))
    rows = edited(
        [_row(option) for option in question.options],
        {
            "ja": st.column_config.TextColumn(LABEL_JA.in_(lang), required=True),
            "en": st.column_config.TextColumn(LABEL_EN.in_(lang)),
            "spellings": st.column_config.MultiselectColumn(
                SPELLINGS.in_(lang), accept_new_options=True, color="gray", width="medium"
            ),
            "group": choice(GROUP_OF.in_(lang), names, default=OUTSIDE),
        },
        key=key,
        alt=OPTIONS.in_(lang),
        schema=OPTION_ROW,
        growing=question.layout is not Layout.FLAGS,
    )
    fits = groups[group] if group else {}
    by_id = {option.option_id: option for option in question.options}
    used: list[OptionPlan] = []
    for row in rows:
        if not row["ja"]:
            continue
        option = by_id.get(row["id"] or "") or OptionPlan(_free(by_id, used), Text(row["ja"], row["ja"]))
        used.append(
            replace(
                option,
                label=Text(row["ja"], row["en"] or row["ja"]),
                spellings=tuple(row["spellings"] or ()),
                group_id=row["group"] if row["group"] in fits else None,
            )
        )
    return tuple(used)


def _row(option: OptionPlan) -> Row:
    return {
        "id": option.option_id,
        "ja": option.label.ja,
        "en": option.label.en,
        "spellings": list(option.spellings),
        "group": option.group_id or OUTSIDE,
    }


def _free(known: dict[str, OptionPlan], used: list[OptionPlan]) -> str:
    """An id that no option has: o1, o2, …"""
    taken = set(known) | {option.option_id for option in used}
    return next(name for number in range(1, len(taken) + 2) if (name := f"o{number}") not in taken)


def _missing(question: QuestionPlan, key: str) -> tuple[tuple[str, Missing], ...]:
    lang = language.current()
    st.caption(MISSING.in_(lang))
    reasons = {one.value: name.in_(lang) for one, name in say.MISSING.items()}
    rows = edited(
        [{"spelling": spelling, "reason": reason.value} for spelling, reason in question.missing],
        {
            "spelling": st.column_config.TextColumn(SPELLING.in_(lang), required=True),
            "reason": choice(REASON.in_(lang), reasons, default=Missing.NO_ANSWER.value),
        },
        key=key,
        alt=MISSING.in_(lang),
        schema=MISSING_ROW,
        growing=True,
    )
    return tuple(
        (row["spelling"], Missing(row["reason"])) for row in rows if row["spelling"] and row["reason"]
    )
