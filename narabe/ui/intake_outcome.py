"""Problems, what would change, and what was done: the last steps of an import."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from narabe.analyses.cohorts import with_published
from narabe.analyses.mapping import known_metrics
from narabe.export.repaired import About
from narabe.model.answers_plan import AnswersPlan
from narabe.model.imports import Change, Effect, Plan
from narabe.model.text import Text, plain
from narabe.tables import intake as tables
from narabe.ui import choices, intake_faults, intake_files, intake_parts, language, parts, registry, signing
from narabe.ui import intake_state as state
from narabe.ui.intake_answers import compared
from narabe.ui.intake_figures import metrics_of
from narabe.ui.intake_state import Wizard
from narabe.ui.live import cached
from narabe.ui.show import show_table
from narabe.ui.worker import away
from narabe.words import intake_page_sentences as say
from narabe.words.crosstab_page_sentences import CROSS
from narabe.words.remark_sentences import JAPAN

SEE_CHANGES, COMMIT = (
    Text("変わるものを見る", "See what would change"),
    Text("この内容で登録する", "Save this import"),
)
MEND = Text(
    "「要修正」のものがあるため、まだ登録できません。元のファイルを直して入れ直すか、「戻る」で対応づけを直してください。",
    "Some problems must be mended first. Mend the file and bring it in again, or go back and correct the mapping.",
)
GO_ON = Text(
    "登録できます。気になるものがあれば、先に確かめてください。",
    "This can be saved. Please look at what is to be checked first.",
)
NOTHING_CHANGES = Text(
    "いまの数値と同じで、変わるものはありません。", "All figures are the same as now: nothing would change."
)
WHICH = Text("表示する変化", "Changes shown")
FIRST_LOOK = (Effect.REMOVED, Effect.CHANGED, Effect.ADDED, Effect.UNCHANGED)
MOST = 2000
"""So many changes are drawn."""
MOST_SHOWN = Text("表は先頭の{}件まで。", "The table shows the first {}.")
REPAIRED = Text("直したファイル（機械判読できる形）", "The file put right (machine-readable)")
REPAIRED_NOTE = Text(
    "1行目が見出し、結合セルなし、西暦、コード表つき。公開に使えます。",
    "Headers in row 1, no merged cells, Western years, a table of codes: fit for publishing.",
)
SEEN_ON = Text("数値が現れるところ", "Where the figures appear")
NEXT_FILE = Text("続けてほかのファイルを入れる", "Bring in another file")
LISTED = Text("取り込みの一覧（取り消しはここから）", "List of imports (undo it there)")
AS_FIGURES = Text("すべての数値で見る", "Among all figures")
MOST_LINKS = 6


def faults(wizard: Wizard) -> None:
    """Everything found, the gravest first; on only where nothing has to be mended."""
    lang, refused = language.current(), wizard.refused
    intake_parts.told(wizard.problem)
    (st.error if refused else st.info)(
        (MEND if refused else GO_ON).in_(lang), icon=":material/block:" if refused else ":material/info:"
    )
    intake_faults.faults(wizard.faults)
    if intake_parts.buttons(wizard, SEE_CHANGES, ready=not refused):
        wizard.step = state.Step.CHANGES
        st.rerun()


def changes(wizard: Wizard) -> None:
    """Figures before and after, what is published of the same, and the repaired file."""
    preview = wizard.preview
    assert preview is not None
    intake_parts.told(wizard.problem)
    lang = language.current()
    st.markdown(f"**{say.counted(preview.counts).in_(lang)}**")
    if all(change.effect is Effect.UNCHANGED for change in preview.changes):
        st.info(NOTHING_CHANGES.in_(lang), icon=":material/info:")
    if preview.changes:
        _table(wizard, preview.changes)
    if not wizard.doubtful:
        intake_faults.notes(wizard.faults)
    if intake_parts.buttons(wizard, COMMIT):
        state.commit()
    _repaired(wizard)


def done(wizard: Wizard) -> None:
    """What was done, and the pages on which it shows."""
    lang, receipt = language.current(), wizard.receipt
    assert receipt is not None and wizard.preview is not None
    st.success(say.committed(receipt.counts).in_(lang), icon=":material/check:")
    parts.heading(SEEN_ON)
    _links(wizard.preview.plan)
    with st.container(horizontal=True):
        st.button(
            NEXT_FILE.in_(lang),
            key=wizard.key("next"),
            on_click=state.begin_anew,
            icon=":material/upload_file:",
        )
    choices.leading(LISTED.in_(lang), "view", "history", ":material/history:")


def _table(wizard: Wizard, found: Sequence[Change]) -> None:
    """One effect at a time, the one that needs a look first."""
    lang = language.current()
    counts = Counter(change.effect for change in found)
    there = [one for one in FIRST_LOOK if counts[one]]
    shown: Effect | None = there[0]
    if len(there) > 1:
        shown = st.segmented_control(
            WHICH.in_(lang),
            there,
            default=there[0],
            format_func=lambda one: f"{say.EFFECT[one].in_(lang)} {counts[one]:,}",
            required=True,
            key=wizard.key("effect"),
            label_visibility="collapsed",
        )
    of_it = [change for change in found if change.effect is shown]
    show_table(tables.changes(of_it[:MOST]))
    if len(of_it) > MOST:
        st.caption(MOST_SHOWN.in_(lang).format(f"{MOST:,}"))


def _repaired(wizard: Wizard) -> None:
    """The repaired file in each shape, made when clicked."""
    lang, examined, preview = language.current(), wizard.examined, wizard.preview
    assert examined is not None and preview is not None
    parts.heading(REPAIRED, REPAIRED_NOTE)
    today = datetime.now(JAPAN).date()
    plan = preview.plan
    about = About(
        file_name=examined.file_name,
        sha256=examined.sha256,
        title=plan.wave.title if isinstance(plan, AnswersPlan) else plain(plan.dataset),
        made_on=today,
        received_on=today,
        department=signing.signed().department,
    )
    with st.container(horizontal=True):
        for shape, (label, file_name, mime) in intake_files.SHAPES.items():
            st.download_button(
                label.in_(lang),
                data=partial(away, intake_files.repaired, preview.draft_id, about, shape),
                file_name=file_name,
                mime=mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"narabe-repaired.{shape}",
            )


def _links(plan: Plan) -> None:
    """The pages on which the figures of a mapping appear."""
    lang = language.current()
    if isinstance(plan, AnswersPlan):
        registry.link(registry.CROSSTAB, lang, CROSS, d=plan.wave.dataset)
        for concept, label in list(compared(plan).items())[:MOST_LINKS]:
            beside = cached(with_published, concept, f"in_{plan.wave.dataset}")
            registry.link(registry.COMPARE, lang, label, q=concept, c=list(beside))
    else:
        metric_links(metrics_of(plan))
    registry.link(registry.SOURCES, lang, AS_FIGURES, view="figures")


def metric_links(metrics: Sequence[str]) -> None:
    """Where figures of these metrics are shown, each strip and indicator once."""
    lang, known = language.current(), cached(known_metrics)
    for metric in [known[name] for name in metrics if name in known][:MOST_LINKS]:
        if metric.indicator:
            registry.link(registry.KPI, lang, metric.title, indicator=metric.metric_id)
        elif metric.strip:
            registry.link(registry.OPERATIONS, lang, metric.title, strip=metric.strip)
