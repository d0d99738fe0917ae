"""Remarks, occasions, who was heard and the history as tables."""

from collections.abc import Sequence

from narabe.model.cell import amount, coded
from narabe.model.comparison import Share
from narabe.model.source import Source, unique
from narabe.model.table import Cell, Column, Spread, Table
from narabe.model.text import EMPTY, Text, plain
from narabe.model.voices import Echo, Heard, Occasion, Speaker, Voice, VoiceBoard
from narabe.tables import units
from narabe.tables.units import ITEMS
from narabe.words import compare_sentences, labels
from narabe.words import voices_sentences as say

SOURCE, WHEN, WHO = Text("出典", "Source"), Text("時期", "When"), Text("話した人", "Who")
KIND, PEOPLE = Text("場", "Occasion"), Text("人数", "People")
COHORT, SEX = Text("立場", "Group"), Text("性別", "Sex")
COUNT = Text("発言", "Remarks")
PERCENT = plain("%")
ALL, MEN, WOMEN = Text("計", "All"), Text("男性", "Men"), Text("女性", "Women")


def themes(board: VoiceBoard) -> Table:
    """One row per theme: remarks by who spoke."""
    rows: list[tuple[Cell, ...]] = [
        (t.theme.label, *(t.count(speaker) for speaker in Speaker), len(t.voices)) for t in board.themes
    ]
    return Table(
        name="narabe_voice_themes",
        title=Text("テーマごとの発言の数", "Remarks by theme"),
        columns=(
            Column("theme", Text("テーマ", "Theme")),
            *(
                Column(
                    speaker.value,
                    say.SPEAKER[speaker],
                    0,
                    counted=ITEMS,
                    spread=_spoke(speaker.value, say.SPEAKER[speaker]),
                )
                for speaker in Speaker
            ),
            Column("remarks", ALL, 0, counted=ITEMS, spread=_spoke("all", ALL)),
        ),
        rows=tuple(rows),
        notes=board.notes,
        sources=board.sources,
        build_id=board.build_id,
    )


def _spoke(code: str, name: Text) -> Spread:
    return Spread("speaker", COHORT, code, name, "remarks", COUNT)


def _heard(code: str, name: Text) -> Spread:
    return Spread("sex", SEX, code, name, "people", PEOPLE)


def voices(board: VoiceBoard, shown: Sequence[Voice]) -> Table:
    """One row per remark in our own short words."""
    named = {theme.theme.theme_id: theme.theme.label for theme in board.themes}
    rows: list[tuple[Cell, ...]] = [
        (
            named[voice.theme_id],
            voice.gist,
            say.SPEAKER[voice.occasion.speaker],
            voice.occasion.who,
            say.by(voice),
            say.KIND[voice.occasion.kind],
            say.when(voice.occasion.date, voice.occasion.precision),
            voice.occasion.people,
            voice.source.line,
        )
        for voice in shown
    ]
    return Table(
        name="narabe_voices",
        title=Text("発言（このアプリによる要約）", "Remarks (in our own words)"),
        columns=(
            Column("theme", Text("テーマ", "Theme")),
            Column("gist", Text("発言の要約", "Remark, summarised")),
            Column("cohort", COHORT),
            Column("who", WHO),
            Column("by", Text("年代・性別", "Age and sex")),
            Column("kind", KIND),
            Column("when", WHEN),
            Column("people", PEOPLE, 0, counted=units.PEOPLE),
            Column("source", SOURCE),
        ),
        rows=tuple(rows),
        notes=board.notes,
        sources=unique([voice.source for voice in shown]),
        build_id=board.build_id,
    )


def echo(echo: Echo) -> Table:
    """One row per wave: the share of the option, its base and how both are known."""
    rows: list[tuple[Cell, ...]] = [
        (
            coded(cohort.short, cohort.key, cohort.label),
            echo.option,
            share.value,
            EMPTY if share.known else _range(share),
            share.base,
            labels.BASE_STATUS[share.base_status] if share.base_status else EMPTY,
            labels.STATUS[share.status] if share.status else labels.NOT_STATED,
            share.source.line if share.source else EMPTY,
        )
        for cohort, share in echo.told
    ]
    return Table(
        name=f"narabe_voices_{echo.concept_id}",
        title=echo.question,
        columns=(
            Column("cohort", Text("調査・グループ", "Cohort")),
            Column("option", Text("選択肢", "Option")),
            Column("share", Text("割合", "Share"), 1, PERCENT),
            Column("range", Text("範囲（幅のみ分かる値）", "Range, if only bounded")),
            Column("base", Text("回答者数(n)", "Unweighted base (n)"), 0, counted=units.PEOPLE),
            Column("base_status", Text("nの根拠", "Base is")),
            Column("status", Text("値の種類", "Status")),
            Column("source", SOURCE),
        ),
        rows=tuple(rows),
        sources=echo.sources,
        build_id=echo.build_id,
    )


def _range(share: Share) -> Text:
    said = compare_sentences.share(share, with_base=False)
    return amount(said, low=share.floor, high=share.ceiling, unit=PERCENT)


def stages(heard: Heard) -> Table:
    """One row per step from invited to printed."""
    rows: list[tuple[Cell, ...]] = [
        (s.label, s.total, s.men, s.women, s.share_of_men, s.source.line) for s in heard.stages
    ]
    return Table(
        name="narabe_voices_men_and_women",
        title=Text("対象から掲載まで", "From invited to printed"),
        columns=(
            Column("stage", Text("段階", "Stage")),
            Column("total", ALL, 0, counted=units.PEOPLE, spread=_heard("all", ALL)),
            Column("men", MEN, 0, counted=units.PEOPLE, spread=_heard("male", MEN)),
            Column("women", WOMEN, 0, counted=units.PEOPLE, spread=_heard("female", WOMEN)),
            Column("share_of_men", Text("男性の割合", "Share of men"), 1, PERCENT),
            Column("source", SOURCE),
        ),
        rows=tuple(rows),
        notes=heard.notes,
        sources=heard.sources,
        build_id=heard.build_id,
    )


def ages(heard: Heard) -> Table:
    """One row per age and sex: respondents and printed comments, with the share each is of all."""
    rows: list[tuple[Cell, ...]] = []
    for row in heard.ages:
        for place, sex in enumerate(("male", "female")):
            answered, printed = row.answered[place], row.printed[place]
            rows.append(
                (
                    say.age(row.age),
                    say.ONE[sex],
                    answered,
                    100 * answered / heard.answered.total,
                    printed,
                    100 * printed / heard.printed.total,
                )
            )
    return Table(
        name="narabe_voices_ages",
        title=Text("年代・男女別の回答者と掲載意見", "Respondents and printed comments by age and sex"),
        columns=(
            Column("age", Text("年代", "Age")),
            Column("sex", SEX),
            Column("answered", Text("回答者", "Respondents"), 0, counted=units.PEOPLE),
            Column("answered_share", Text("回答者に占める割合", "Share of respondents"), 1, PERCENT),
            Column("printed", Text("掲載意見", "Printed comments"), 0, counted=ITEMS),
            Column("printed_share", Text("掲載意見に占める割合", "Share of printed comments"), 1, PERCENT),
        ),
        rows=tuple(rows),
        notes=heard.notes,
        sources=heard.sources,
        build_id=heard.build_id,
    )


def occasions(shown: Sequence[Occasion], build_id: str) -> Table:
    """One row per occasion; what a document says of one stands below, where it has room."""
    rows: list[tuple[Cell, ...]] = [
        (
            say.SPEAKER[o.speaker],
            o.who,
            say.KIND[o.kind],
            say.when(o.date, o.precision),
            o.people,
            o.remarks,
            o.source.line,
        )
        for o in shown
    ]
    sources: list[Source | None] = [o.source for o in shown]
    return Table(
        name="narabe_voice_occasions",
        title=Text("聞いた場", "Where people were heard"),
        columns=(
            Column("cohort", COHORT),
            Column("who", WHO),
            Column("kind", KIND),
            Column("when", WHEN),
            Column("people", PEOPLE, 0, counted=units.PEOPLE),
            Column("remarks", COUNT, 0, counted=ITEMS),
            Column("source", SOURCE),
        ),
        rows=tuple(rows),
        notes=tuple(say.noted(o) for o in shown if o.note),
        sources=unique(sources),
        build_id=build_id,
    )
