"""The three views of the voices page: what people said, who they were, what went before."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.echo import echo
from narabe.analyses.history import history
from narabe.analyses.voices import heard, voice_board
from narabe.charts import history as history_chart
from narabe.charts import pyramid
from narabe.charts import voices as chart
from narabe.charts.compare import bar_label
from narabe.charts.theme import Look
from narabe.model.text import Text
from narabe.model.voices import Echo, ThemeVoices, VoiceBoard
from narabe.tables import history as history_tables
from narabe.tables import voices as tables
from narabe.ui import language, parts, register_marks, registry, voice_choices
from narabe.ui.live import cached
from narabe.ui.show import show, show_table
from narabe.words import page_titles
from narabe.words import voices_sentences as say

SAID = Text("何を話したか", "What was said")
EVERY_REMARK = Text("すべての発言（表・ダウンロード）", "All remarks (table and downloads)")
SURVEYS = Text("調査では", "In the surveys")
NO_SURVEY = Text("このテーマを尋ねた設問はありません。", "No survey question asks about this theme.")
COMPARE = Text("この設問を比べる", "Compare this question")
STAGES = Text("対象から掲載まで、男性の割合", "The share of men, from invited to printed")
AGES = Text("回答者と、意見が載った人", "Respondents, and whose comments are printed")
AGES_NOTE = Text(
    "棒の長さはそれぞれの全体に占める割合、数字は人数・件数です。",
    "Bars are shares of each group; the numbers are people and comments.",
)
PLACES = Text("どこで、誰に聞いたか", "Where, and to whom")
NOTHING_FOUND = Text("当てはまるできごとはありません。", "Nothing matches.")


def open_view(head: DeltaGenerator, look: Look) -> None:
    """The chosen view."""
    view = voice_choices.view()
    if view == "who":
        _who(head, look)
    elif view == "history":
        _history(head, look)
    else:
        _themes(head, look)


def _themes(head: DeltaGenerator, look: Look) -> None:
    board = cached(voice_board, voice_choices.speaker())
    parts.open_page(page_titles.VOICES, board.sentence, head)
    if look.large:
        show(chart.themes(board, look), chart.themes_alt(board, look.lang), tables.themes(board))
        return
    left, right = st.columns([2, 3], gap="large")
    with left:
        show(chart.themes(board, look), chart.themes_alt(board, look.lang), tables.themes(board))
    with right:
        _open_theme(board, board.of(voice_choices.theme(board)), look)
    parts.notes(board.notes)
    with st.expander(EVERY_REMARK.in_(look.lang), icon=":material/table:"):
        show_table(tables.voices(board, board.voices))


def _open_theme(board: VoiceBoard, theme: ThemeVoices, look: Look) -> None:
    """The survey result a theme illuminates, then its remarks by occasion."""
    lang = language.current()
    _echo(cached(echo, theme.theme.theme_id), look)
    parts.heading(SAID)
    for occasion in theme.occasions:
        with st.container(border=True):
            st.markdown(f"**{occasion.who.in_(lang)}**  \n:small[{say.occasion(occasion).in_(lang)}]")
            said = [(voice.gist, say.in_brackets(say.by(voice))) for voice in theme.heard_at(occasion)]
            st.markdown("\n".join(f"- {gist.in_(lang)}{by.in_(lang)}" for gist, by in said))
            if occasion.note:
                st.caption(occasion.note.in_(lang))
    parts.source_line(tables.voices(board, theme.voices).sources)


def _echo(found: Echo | None, look: Look) -> None:
    lang = language.current()
    parts.heading(SURVEYS)
    if found is None or not found.told:
        parts.notes([NO_SURVEY])
        return
    st.markdown(found.question.in_(lang))
    if found.ranks_only:
        ranks = [bar_label(cohort, share).in_(lang) for cohort, share in found.told]
        st.markdown(f"**{found.option.in_(lang)}**  \n{' → '.join(ranks)}")
        parts.source_line(found.sources)
    else:
        show(chart.echo(found, look), chart.echo_alt(found, lang), tables.echo(found))
    parts.notes(found.notes)
    registry.link(registry.COMPARE, lang, COMPARE, q=found.concept_id)


def _who(head: DeltaGenerator, look: Look) -> None:
    result = cached(heard)
    parts.open_page(page_titles.WHO_WAS_HEARD, result.sentence, head)
    # For a wall each chart has the whole width.
    left, right = (st.container(), st.container()) if look.large else st.columns(2, gap="large")
    with left:
        parts.heading(STAGES)
        show(chart.stages(result, look), chart.stages_alt(result, look.lang), tables.stages(result))
    with right:
        parts.heading(AGES, AGES_NOTE)
        show(pyramid.ages(result, look), pyramid.ages_alt(result, look.lang), tables.ages(result))
    parts.notes(result.notes)
    if not look.large:
        parts.heading(PLACES)
        show_table(tables.occasions(result.occasions, result.build_id))
        register_marks.marks(result.discrepancies)


def _history(head: DeltaGenerator, look: Look) -> None:
    category, era, find = voice_choices.history()
    result = cached(history, category, era, find, look.lang)
    parts.open_page(page_titles.HISTORY, result.sentence, head)
    if not result.events:
        st.info(NOTHING_FOUND.in_(look.lang), icon=":material/search_off:")
        return
    spec, alt = history_chart.periods(result, look), history_chart.periods_alt(result, look.lang)
    show(spec, alt, history_tables.periods(result))
    if not look.large:
        show_table(history_tables.events(result))
        register_marks.marks(result.discrepancies)
