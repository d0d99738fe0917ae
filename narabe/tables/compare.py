"""The comparison as tables: shares, differences, the part the base played."""

from narabe.model.cell import amount, coded, several_codes
from narabe.model.comparison import Cohort, Comparison, Difference, Share
from narabe.model.table import Cell, Column, Spread, Table
from narabe.model.text import EMPTY, Text, plain
from narabe.tables.units import PEOPLE, PLACES
from narabe.words import compare_sentences as say
from narabe.words import labels, numbers

POINTS = Text("ポイント", "points")
PERCENT = plain("%")
COHORT, RANK = Text("調査・グループ", "Cohort"), Text("順位", "Rank")


def shares(comparison: Comparison) -> Table:
    """One row per option and cohort: what is known, on which base, and how it is known."""
    rows: list[tuple[Cell, ...]] = [
        (
            coded(row.label, row.option_id),
            _wave(cohort),
            share.value,
            _known_as(share),
            share.low,
            share.high,
            share.count,
            share.base,
            labels.BASE_STATUS[share.base_status] if share.base_status else EMPTY,
            share.rank,
            labels.STATUS[share.status] if share.status else labels.NOT_STATED,
            labels.ORIGIN[cohort.origin],
            labels.SMALL_BASE if share.small else EMPTY,
            share.note or EMPTY,
            share.source.line if share.source else EMPTY,
            several_codes(share.discrepancies),
        )
        for row in comparison.rows
        for cohort, share in zip(comparison.cohorts, row.shares, strict=True)
    ]
    return Table(
        name=f"narabe_compare_{comparison.concept_id}",
        title=comparison.question,
        columns=(
            Column("option", Text("選択肢", "Option")),
            Column("cohort", COHORT),
            Column("share", Text("割合", "Share"), 1, PERCENT),
            Column("range", Text("範囲（幅のみ分かる値）", "Range, if only bounded")),
            Column("low", Text("95%区間の下限", "95% low"), 1, PERCENT),
            Column("high", Text("95%区間の上限", "95% high"), 1, PERCENT),
            Column("count", Text("人数（復元）", "Count (recovered)"), 0, counted=PEOPLE),
            Column("base", Text("回答者数(n)", "Unweighted base (n)"), 0, counted=PEOPLE),
            Column("base_status", Text("nの根拠", "Base is")),
            Column("rank", RANK, 0, counted=PLACES),
            Column("status", Text("値の種類", "Status")),
            Column("origin", labels.ORIGIN_TITLE),
            Column("small_base", Text("参考値", "Small base")),
            Column("note", Text("注記", "Note")),
            Column("source", Text("出典", "Source")),
            Column("discrepancies", Text("要確認の番号", "Register no.")),
        ),
        rows=tuple(rows),
        notes=(*say.footing(comparison), *say.caveats(comparison)),
        sources=comparison.sources,
        build_id=comparison.build_id,
    )


def differences(comparison: Comparison) -> Table:
    """One row per option and comparable pair."""
    rows: list[tuple[Cell, ...]] = [
        (
            coded(d.label, d.option_id),
            _wave(d.earlier),
            _wave(d.later),
            d.points,
            d.low,
            d.high,
            _clear(d),
            d.printed_points,
            labels.VERDICT[d.verdict],
        )
        for d in comparison.differences
    ]
    return Table(
        name=f"narabe_differences_{comparison.concept_id}",
        title=Text(f"差：{comparison.label.ja}", f"Differences: {comparison.label.en}"),
        columns=(
            Column("option", Text("選択肢", "Option")),
            Column("from", Text("比較元", "From")),
            Column("to", Text("比較先", "To")),
            Column("points", Text("差", "Difference"), 1, POINTS),
            Column("low", Text("95%区間の下限", "95% low"), 1, POINTS),
            Column("high", Text("95%区間の上限", "95% high"), 1, POINTS),
            Column("told_apart", Text("差の有無", "Clear difference?")),
            Column(
                "printed_points",
                Text(
                    "記載された割合どうしの差（末位が違うとき）",
                    "From printed shares, where the last digit differs",
                ),
                1,
                POINTS,
            ),
            Column("verdict", Text("比較の可否", "Comparability")),
        ),
        rows=tuple(rows),
        notes=(*say.footing(comparison), labels.IF_RANDOM),
        sources=comparison.sources,
        build_id=comparison.build_id,
    )


def ranks(comparison: Comparison) -> Table:
    """One row per option, one column per cohort that prints ranks."""
    places = [
        place
        for place, _ in enumerate(comparison.cohorts)
        if any(row.shares[place].rank for row in comparison.rows)
    ]
    rows: list[tuple[Cell, ...]] = [
        (coded(row.label, row.option_id), *(row.shares[place].rank for place in places))
        for row in comparison.rows
        if any(row.shares[place].rank for place in places)
    ]
    waves = [comparison.cohorts[place] for place in places]
    return Table(
        name=f"narabe_ranks_{comparison.concept_id}",
        title=Text(f"順位：{comparison.label.ja}", f"Ranks: {comparison.label.en}"),
        columns=(
            Column("option", Text("選択肢", "Option")),
            *(Column(wave.key, wave.short, 0, counted=PLACES, spread=_rank_of(wave)) for wave in waves),
        ),
        rows=tuple(rows),
        notes=say.footing(comparison),
        sources=comparison.sources,
        build_id=comparison.build_id,
    )


def base_effects(comparison: Comparison) -> Table:
    """One row per option: the change taken apart."""
    rows: list[tuple[Cell, ...]] = [
        (
            coded(e.label, e.option_id),
            e.total,
            e.from_base,
            e.remaining,
            e.low,
            e.high,
            e.answered,
            e.asked,
            e.chosen,
        )
        for e in comparison.base_effects
    ]
    return Table(
        name=f"narabe_base_{comparison.concept_id}",
        title=Text(
            f"分母をそろえた変化：{comparison.label.ja}",
            f"Change without the change of base: {comparison.label.en}",
        ),
        columns=(
            Column("option", Text("選択肢", "Option")),
            Column("total", Text("見かけの差", "Apparent change"), 1, POINTS),
            Column("from_base", Text("うち分母の違い", "of which base"), 1, POINTS),
            Column("remaining", Text("残る差", "Remaining"), 1, POINTS),
            Column("low", Text("95%区間の下限", "95% low"), 1, POINTS),
            Column("high", Text("95%区間の上限", "95% high"), 1, POINTS),
            Column("answered", Text("答えた人", "Answered"), 0, counted=PEOPLE),
            Column("asked", Text("尋ねた人", "Asked"), 0, counted=PEOPLE),
            Column("chosen", Text("分母とした人数", "Base used"), 0, counted=PEOPLE),
        ),
        rows=tuple(rows),
        notes=(*say.footing(comparison), labels.IF_RANDOM),
        sources=comparison.sources,
        build_id=comparison.build_id,
    )


def _clear(difference: Difference) -> Text:
    """Whether a difference stands clear of zero, and still does on the same base."""
    if difference.distinguishable is None:
        return Text("判定なし", "not tested")
    if difference.due_to_base:
        return Text("分母をそろえると差があるとはいえない", "not on the same base")
    return Text("差がある", "yes") if difference.distinguishable else Text("差があるとはいえない", "no")


def _known_as(share: Share) -> Text:
    if share.floor is None or share.ceiling is None or share.known:
        return EMPTY
    said = numbers.bounds(share.floor, share.ceiling)
    return amount(said, low=share.floor, high=share.ceiling, unit=PERCENT)


def _wave(cohort: Cohort) -> Text:
    return coded(cohort.short, cohort.key, cohort.label)


def _rank_of(wave: Cohort) -> Spread:
    return Spread("cohort", COHORT, wave.key, wave.label, "rank", RANK)
