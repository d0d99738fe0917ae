"""The KPI board as a table."""

from narabe.model.cell import amount, coded, several_codes
from narabe.model.indicator import IndicatorDetail
from narabe.model.kpi import KpiBoard
from narabe.model.metrics import Observation
from narabe.model.remark import Latest, RemarkKind
from narabe.model.source import unique
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables import remarks
from narabe.tables.units import MONTHS
from narabe.words import labels, numbers
from narabe.words import operations_sentences as say

KINDS = (RemarkKind.COMMENT, RemarkKind.NEXT_STEP)


def board(board: KpiBoard, latest: Latest) -> Table:
    """One row per indicator, with what its department wrote last."""
    rows: list[tuple[Cell, ...]] = [
        (
            labels.AREA[i.area],
            coded(i.title, i.metric_id),
            i.unit,
            _value(i.baseline),
            _when(i.baseline),
            _value(i.latest),
            _when(i.latest),
            _origin(i.latest),
            i.yearly,
            _value(i.target),
            _when(i.target),
            i.pace_so_far,
            i.pace_needed,
            labels.PACE[i.state],
            i.why,
            i.owner or EMPTY,
            several_codes(i.discrepancies),
            *remarks.cells(latest, f"kpi:{i.metric_id}", KINDS),
        )
        for i in board.indicators
    ]
    return Table(
        name="narabe_kpi",
        title=Text("指標の現在地", "Where the indicators stand"),
        columns=(
            Column("area", Text("バリュー", "Value area")),
            Column("indicator", Text("指標", "Indicator")),
            Column("unit", Text("単位", "Unit")),
            Column("baseline", Text("基準値", "Baseline"), 0),
            Column("baseline_period", Text("基準の期間", "Baseline period")),
            Column("latest", Text("最新の実績", "Latest"), 0),
            Column("latest_period", Text("実績の期間", "Latest period")),
            Column("latest_origin", Text("実績の区分", "Latest is")),
            Column("yearly", Text("実績の年換算", "Latest, yearly basis"), 0),
            Column("target", Text("目標値", "Target"), 0),
            Column("target_period", Text("目標の期間", "Target period")),
            Column("pace_so_far", Text("これまでの伸び（年）", "Change so far, per year"), 1),
            Column("pace_needed", Text("必要な伸び（年）", "Change needed, per year"), 1),
            Column("state", Text("判定", "State")),
            Column("why", Text("判定の理由", "Why")),
            Column("owner", Text("担当課", "Owner")),
            Column("discrepancies", Text("要確認の番号", "Register no.")),
            *remarks.columns(KINDS),
        ),
        rows=tuple(rows),
        notes=(*board.notes, *remarks.notes(latest, KINDS)),
        sources=unique([s for i in board.indicators for s in i.sources]),
        build_id=board.build_id,
    )


def history(detail: IndicatorDetail) -> Table:
    """One row per value of an indicator, in order of time."""
    return Table(
        name=f"narabe_kpi_{detail.indicator.metric_id}",
        title=detail.indicator.title,
        columns=(
            Column("role", Text("区分", "Kind")),
            Column("period", Text("期間", "Period")),
            Column("months", Text("月数", "Months"), 0, counted=MONTHS),
            Column("value", Text("値", "Value"), 1, fixed=False),
            Column("low", Text("下限", "Low"), 1, fixed=False),
            Column("high", Text("上限", "High"), 1, fixed=False),
            Column("yearly", Text("年換算", "Yearly basis"), 1, fixed=False),
            Column("unit", Text("単位", "Unit")),
            Column("status", Text("値の種類", "Status")),
            Column("origin", labels.ORIGIN_TITLE),
            Column("note", Text("注記", "Note")),
            Column("source", Text("出典", "Source")),
        ),
        rows=tuple(
            (
                labels.ROLE[o.role],
                _when(o),
                o.months,
                o.value,
                o.low,
                o.high,
                moment.yearly,
                detail.indicator.unit,
                labels.status(o.status, o.origin),
                labels.ORIGIN[o.origin],
                o.note or EMPTY,
                o.source.section,
            )
            for moment in detail.history
            for o in (moment.observation,)
        ),
        notes=detail.notes,
        sources=detail.metric.sources,
        build_id=detail.build_id,
    )


def near(detail: IndicatorDetail) -> Table:
    """One row per value of the metrics that stand near an indicator without being part of it."""
    return Table(
        name=f"narabe_kpi_{detail.indicator.metric_id}_near",
        title=Text(f"{detail.indicator.title.ja}に近い数", f"Near {detail.indicator.title.en}"),
        columns=(
            Column("metric", Text("何の数か", "What")),
            Column("period", Text("期間", "Period")),
            Column("value", Text("値", "Value")),
            Column("origin", labels.ORIGIN_TITLE),
            Column("definition", Text("定義", "Definition")),
            Column("note", Text("注記", "Note")),
            Column("source", Text("出典", "Source")),
        ),
        rows=tuple(
            (
                coded(metric.title, metric.metric_id),
                _when(o),
                amount(say.value(metric, o), o.value, o.low, o.high, metric.unit),
                labels.ORIGIN[o.origin],
                metric.definition,
                o.note or EMPTY,
                o.source.section,
            )
            for metric in detail.near
            for o in metric.whole
        ),
        sources=unique([source for metric in detail.near for source in metric.sources]),
        build_id=detail.build_id,
    )


def _value(observation: Observation | None) -> float | None:
    return observation.value if observation else None


def _origin(observation: Observation | None) -> Text:
    return labels.ORIGIN[observation.origin] if observation else EMPTY


def _when(observation: Observation | None) -> Text:
    return numbers.period(observation.start, observation.end, observation.months) if observation else EMPTY
