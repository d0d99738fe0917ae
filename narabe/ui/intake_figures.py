"""The mapping of figures: which line of which table is which metric."""

from dataclasses import replace

import streamlit as st

from narabe.analyses.mapping import KnownMetric, known_metrics, known_segments
from narabe.model.figures_plan import BlockPlan, FiguresPlan, NewMetric, SeriesPlan
from narabe.model.status import MetricKind
from narabe.model.text import Text, plain
from narabe.ui import intake_periods, language, parts
from narabe.ui.editing import Row, choice, edited
from narabe.ui.intake_answers import relabelled
from narabe.ui.intake_state import Wizard, series_key
from narabe.ui.literal import literal
from narabe.ui.live import cached
from narabe.words import intake_page_sentences as say
from narabe.words import labels

TABLES = Text("見つかった表", "Tables found")
TABLES_NOTE = Text(
    "「指標」が合っているか確かめ、取り込まないものはチェックを外します。初めての数は「新しい指標」です。",
    "Check the metric of each line, and untick what is not to be imported. What is not known yet is “a new metric”.",
)
NO_TABLES = Text(
    "時期（年月・年度）の付いた数値の表が見つかりませんでした。「戻る」で、シートと見出しの行、ファイルの中身を確かめてください。",
    "No table of figures with periods was found. Go back and check sheet, header row and what the file holds.",
)
NOTES = Text("表についていた注", "Notes that came with the table")
NEW = "-"  # an empty choice would be drawn as `None`
NEW_METRIC = Text("（新しい指標）", "(a new metric)")
USE, LABEL, METRIC = Text("使う", "Use"), Text("ファイルでの名前", "In the file"), Text("指標", "Metric")
TITLE, UNIT = Text("新しい指標の名前", "Name of the new metric"), Text("ファイルの単位", "Unit in the file")
FACTOR = Text("掛ける数", "Times")
FACTOR_HELP = Text(
    "指標の単位にするために掛けます。千円の表を円にするなら1000です。",
    "Brings numbers to the metric's unit: 1000 for a table in thousands.",
)
ROLE, SEGMENT = Text("実績・目標", "Role"), Text("内訳", "Part")
COUNTED, CERTAIN = (
    Text("新しい指標の数え方", "How the new metric is counted"),
    Text("確からしさ", "Certainty"),
)


def mapping(wizard: Wizard, plan: FiguresPlan, left_out: frozenset[str]) -> FiguresPlan:
    """A mapping as laid out, with the corrections made since, which the wizard keeps; without what is left out."""
    parts.heading(TABLES, TABLES_NOTE if plan.blocks else None)
    if not plan.blocks:
        st.warning(NO_TABLES.in_(language.current()), icon=":material/table:")
        return plan
    blocks, out = [], set()
    for place, block in enumerate(plan.blocks):
        corrected, unused = _block(wizard, plan.dataset, place, block, left_out)
        blocks.append(corrected)
        out |= unused
    wizard.plan, wizard.left_out = replace(plan, blocks=tuple(blocks)), frozenset(out)
    return replace(plan, blocks=tuple(_used(place, block, out) for place, block in enumerate(blocks)))


def metrics_of(plan: FiguresPlan) -> tuple[str, ...]:
    """The metrics that a mapping brings figures of, each once."""
    found = [series.metric_id for block in plan.blocks for series in block.series if series.metric_id]
    return tuple(dict.fromkeys(found))


def _block(
    wizard: Wizard, dataset: str, place: int, block: BlockPlan, left_out: frozenset[str]
) -> tuple[BlockPlan, set[str]]:
    lang = language.current()
    with st.container(border=True):
        title = " · ".join(literal(words) for words in (block.sheet, block.title) if words)
        st.markdown(f"**{place + 1}. {title}**" if title else f"**{place + 1}.**")
        block = intake_periods.periods(block, wizard.drawn_key(f"periods.{place}"))
        series, unused = _series(wizard, dataset, place, block, left_out)
        if block.notes:
            st.caption(NOTES.in_(lang))
            st.text("\n".join(block.notes))
    return replace(block, series=series), unused


def _series(
    wizard: Wizard, dataset: str, place: int, block: BlockPlan, left_out: frozenset[str]
) -> tuple[tuple[SeriesPlan, ...], set[str]]:
    """The lines of a table as corrected, and the keys of those that are not used."""
    lang, known = language.current(), cached(known_metrics)
    metrics = {NEW: NEW_METRIC.in_(lang)} | {key: _named(metric) for key, metric in known.items()}
    segments = {key: label.in_(lang) for key, label in cached(known_segments).items()}
    for series in block.series:
        if series.segment not in segments:
            segments[series.segment] = (series.segment_label or plain(series.segment)).in_(lang)
    roles = {key: label.in_(lang) for key, label in labels.ROLE.items()}
    kinds = {kind.value: name.in_(lang) for kind, name in say.METRIC_KIND.items()}
    rows = edited(
        [_row(place, series, known, left_out) for series in block.series],
        {
            "use": st.column_config.CheckboxColumn(USE.in_(lang), width="small"),
            "label": st.column_config.TextColumn(LABEL.in_(lang), width=200),
            "metric": choice(METRIC.in_(lang), metrics, 260),
            "certain": st.column_config.TextColumn(CERTAIN.in_(lang), width=85),
            "segment": choice(SEGMENT.in_(lang), segments, 120),
            "role": choice(ROLE.in_(lang), roles, 120),
            "unit": st.column_config.TextColumn(UNIT.in_(lang), width=130),
            "factor": st.column_config.NumberColumn(
                FACTOR.in_(lang), required=True, width=85, help=FACTOR_HELP.in_(lang)
            ),
            "title": st.column_config.TextColumn(TITLE.in_(lang), width=200),
            "kind": choice(COUNTED.in_(lang), kinds, 200),
        },
        key=wizard.drawn_key(f"block.{place}"),
        alt=f"{TABLES.in_(lang)} {place + 1}",
        fixed=("label", "certain"),
    )
    pairs = list(zip(block.series, rows, strict=True))
    unused = {series_key(place, series.line) for series, row in pairs if not row["use"]}
    return tuple(_corrected(dataset, place, series, row, known) for series, row in pairs), unused


def _row(place: int, series: SeriesPlan, known: dict[str, KnownMetric], left_out: frozenset[str]) -> Row:
    lang, new = language.current(), series.new
    return {
        "use": series_key(place, series.line) not in left_out,
        "label": series.label,
        "metric": series.metric_id if series.metric_id in known else NEW,
        "title": new.title.in_(lang) if new else "",
        "unit": series.unit or "",
        "factor": float(series.factor),
        "role": series.role if series.role in labels.ROLE else "observed",
        "segment": series.segment,
        "kind": (new.kind if new else MetricKind.FLOW).value,
        "certain": say.certainty(series.certain).in_(lang),
    }


def _corrected(
    dataset: str, place: int, series: SeriesPlan, row: Row, known: dict[str, KnownMetric]
) -> SeriesPlan:
    """A line as corrected; where no metric is known, the one it brings along."""
    new = None if row["metric"] in known else _new(dataset, place, series, row)
    return replace(
        series,
        metric_id=row["metric"] if new is None else new.metric_id,
        new=new,
        segment=row["segment"],
        segment_label=series.segment_label if row["segment"] == series.segment else None,
        role=row["role"],
        unit=row["unit"] or None,
        factor=float(row["factor"]),
    )


def _new(dataset: str, place: int, series: SeriesPlan, row: Row) -> NewMetric:
    drafted = series.new or NewMetric(
        f"in_{dataset}_{place + 1}_{series.line}",
        plain(series.label),
        plain(row["unit"] or ""),
        MetricKind(row["kind"]),
    )
    return replace(
        drafted,
        title=relabelled(drafted.title, row["title"] or drafted.title.in_(language.current())),
        unit=drafted.unit if row["unit"] == (series.unit or "") else plain(row["unit"] or ""),
        kind=MetricKind(row["kind"]),
    )


def _named(metric: KnownMetric) -> str:
    lang = language.current()
    unit = metric.unit.in_(lang)
    return metric.title.in_(lang) + (Text(f"（{unit}）", f" ({unit})").in_(lang) if unit else "")


def _used(place: int, block: BlockPlan, out: set[str]) -> BlockPlan:
    """What is committed: a line that is left out stays in the mapping, without a metric."""
    return replace(
        block,
        series=tuple(
            replace(series, metric_id=None, new=None) if series_key(place, series.line) in out else series
            for series in block.series
        ),
    )
