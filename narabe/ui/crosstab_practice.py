"""How fictional answers were made, and what they cannot give: folded below their tables."""

import streamlit as st

from narabe.analyses.practice import practice_note
from narabe.model.table import Column, Table
from narabe.model.text import Text
from narabe.ui import language, live
from narabe.ui.live import cached
from narabe.ui.show import show_table
from narabe.words import crosstab_page_sentences as say


def left_out(dataset: str) -> None:
    """The rule and the list; nothing for answers that somebody brought in."""
    note = cached(practice_note, dataset)
    if note is None:
        return
    lang = language.current()
    with st.expander(say.PRACTICE_WHAT.in_(lang).format(len(note.left_out)), icon=":material/school:"):
        show_table(
            Table(
                name=f"narabe_not_reproduced_{dataset}",
                title=note.title,
                columns=(
                    Column("what", Text("公表値", "Published figure")),
                    Column("reason", Text("理由", "Reason")),
                    Column("why", Text("説明", "Why")),
                ),
                rows=tuple((each.what, each.reason, each.why) for each in note.left_out),
                sources=tuple(dict.fromkeys(each.source for each in note.left_out)),
                build_id=live.current_build(),
            )
        )
    with st.expander(say.PRACTICE_RULE.in_(lang).format(note.rule_version), icon=":material/rule:"):
        st.markdown("\n".join(f"1. {step.in_(lang)}" for step in note.steps))
