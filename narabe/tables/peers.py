"""Indicators of other cities beside Koriyama's, as tables."""

from narabe.model.cell import coded, several_codes
from narabe.model.metrics import Metric, Observation
from narabe.model.peers import Pair, Peers, Side
from narabe.model.source import unique
from narabe.model.status import Verdict
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables.units import NUMBER, OF_THE_METRIC, PERCENT
from narabe.words import labels, numbers
from narabe.words import peers_sentences as say
from narabe.words.operations_sentences import differs

CITY, INDICATOR = Text("市", "City"), Text("指標", "Indicator")
PERIOD, STATUS = Text("時期", "Period"), Text("値の種類", "Status")
NUMERATOR, DENOMINATOR = Text("分子", "Numerator"), Text("分母", "Denominator")
REGISTER = Text("要確認の番号", "Register no.")
YES, NO = Text("はい", "yes"), Text("いいえ", "no")

VALUES = (
    Column("pair", Text("組", "Pair"), 0, counted=NUMBER),
    Column("verdict", Text("判定", "Verdict")),
    Column("city", CITY),
    Column("indicator", INDICATOR),
    Column("role", Text("区分", "Kind")),
    Column("part", Text("内訳", "Part")),
    Column("period", PERIOD),
    Column("value", Text("値", "Value"), 2, fixed=False),
    Column("low", Text("下限", "Low"), 1, fixed=False),
    Column("high", Text("上限", "High"), 1, fixed=False),
    Column("unit", Text("単位", "Unit")),
    Column("numerator", NUMERATOR, 0, counted=OF_THE_METRIC),
    Column("denominator", DENOMINATOR, 0, counted=OF_THE_METRIC),
    Column("status", STATUS),
    Column("origin", labels.ORIGIN_TITLE),
    Column("note", Text("注", "Note")),
    Column("definition", Text("定義", "Definition")),
    Column("reason", Text("判定の理由", "Reason")),
    Column("discrepancies", REGISTER),
)


def values(result: Peers) -> Table:
    """One row per value: pair by pair, then the indicators without a counterpart (their pair is empty)."""
    rows = [
        row
        for number, pair in enumerate(result.pairs, 1)
        for side in pair.sides
        for row in _rows(side, number, pair.verdict, pair.reason)
    ]
    rows += [row for side in result.alone for row in _rows(side, None, None, EMPTY)]
    return Table(
        name="narabe_peers",
        title=Text("市どうしの指標", "Indicators of the cities"),
        columns=VALUES,
        rows=tuple(rows),
        notes=result.notes,
        sources=result.sources,
        build_id=result.build_id,
    )


def pair(shown: Pair, build_id: str) -> Table:
    """The values of one pair."""
    own, peer = (side.metric for side in shown.sides)
    return Table(
        name=f"narabe_peers_{own.metric_id}_{shown.peer.city}",
        title=say.pair_title(shown),
        columns=VALUES[1:],
        rows=tuple(row[1:] for side in shown.sides for row in _rows(side, None, shown.verdict, shown.reason)),
        notes=(shown.reason, say.time_apart(shown)),
        sources=unique([*own.sources, *peer.sources]),
        build_id=build_id,
    )


def _rows(side: Side, number: int | None, verdict: Verdict | None, reason: Text) -> list[tuple[Cell, ...]]:
    judged = say.VERDICT[verdict] if verdict is not None else say.ALONE
    return [
        (number, judged, labels.CITY[side.city], *_value(side.metric, o), reason, _register(side.metric))
        for o in side.metric.observations
    ]


def _value(metric: Metric, observation: Observation) -> tuple[Cell, ...]:
    return (
        coded(metric.title, metric.metric_id),
        say.ROLE[observation.role],
        observation.segment.label,
        numbers.period(observation.start, observation.end, observation.months),
        observation.value,
        observation.low,
        observation.high,
        metric.unit,
        observation.numerator,
        observation.denominator,
        labels.status(observation.status, observation.origin),
        labels.ORIGIN[observation.origin],
        observation.note or EMPTY,
        metric.definition,
    )


def _register(metric: Metric) -> Text:
    return several_codes(metric.discrepancies)


def cards(side: Side, build_id: str) -> Table:
    """One row per date: counts, the printed share and the share recomputed from them."""
    shown = sorted(side.metric.known, key=lambda observation: observation.end)
    return Table(
        name="narabe_peers_cards",
        title=side.metric.title,
        columns=(
            Column("city", CITY),
            Column("period", PERIOD),
            Column("numerator", side.metric.numerator or NUMERATOR, 0, counted=OF_THE_METRIC),
            Column("denominator", side.metric.denominator or DENOMINATOR, 0, counted=OF_THE_METRIC),
            Column("printed", Text("記載の割合（%）", "Printed share (%)"), 2, fixed=False, counted=PERCENT),
            Column("computed", Text("計算した割合（%）", "Computed share (%)"), 2, counted=PERCENT),
            Column("agrees", Text("丸めて一致", "Agrees when rounded")),
            Column("note", Text("注", "Note")),
        ),
        rows=tuple(
            (
                labels.CITY[side.city],
                numbers.period(o.start, o.end, o.months),
                o.numerator,
                o.denominator,
                o.value,
                o.recomputed,
                NO if differs(o) else YES,
                o.note or EMPTY,
            )
            for o in shown
        ),
        sources=side.metric.sources,
        build_id=build_id,
    )
