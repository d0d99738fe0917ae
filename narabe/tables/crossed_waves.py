"""One question beside the same question in other surveys, as tables."""

from dataclasses import replace

from narabe.model.cell import amount, coded
from narabe.model.comparison import Comparison
from narabe.model.crossed_waves import CrossedWaves
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text, plain
from narabe.tables import compare as compare_tables
from narabe.tables.units import PEOPLE, PLACES
from narabe.words import compare_sentences, labels
from narabe.words import crossed_waves_sentences as say
from narabe.words import crosstab_sentences as names


def shares(crossed: CrossedWaves, comparison: Comparison) -> Table:
    """One row per option and cohort of `crossed.shares` or `crossed.ranks`; a weighted share says what it rests on."""
    based = {base.cohort.key: base for base in crossed.bases}
    rows: list[tuple[Cell, ...]] = [
        (
            coded(row.label, row.option_id),
            coded(cohort.short, cohort.key, cohort.label),
            share.value,
            EMPTY
            if share.known
            else amount(compare_sentences.share(share), low=share.floor, high=share.ceiling, unit=plain("%")),
            share.low,
            share.high,
            share.count,
            share.base,
            (based[cohort.key].weight or EMPTY) if share.effective_base else EMPTY,
            share.effective_base,
            share.rank,
            labels.status(share.status, cohort.origin) if share.status else labels.NOT_STATED,
            labels.ORIGIN[cohort.origin],
            labels.SMALL_BASE if share.small else EMPTY,
            share.note or EMPTY,
            share.source.line if share.source else EMPTY,
        )
        for row in comparison.rows
        for cohort, share in zip(comparison.cohorts, row.shares, strict=True)
    ]
    return Table(
        name=f"narabe_waves_{crossed.concept_id}",
        title=comparison.question,
        columns=(
            Column("option", Text("選択肢", "Option")),
            Column("cohort", Text("調査・グループ", "Cohort")),
            Column("share", Text("割合", "Share"), 1, plain("%")),
            Column("range", Text("割合が数で分からないとき", "Where no share is known")),
            Column("low", Text("95%区間の下限", "95% low"), 1, plain("%")),
            Column("high", Text("95%区間の上限", "95% high"), 1, plain("%")),
            Column("count", Text("人数", "Count"), 0, counted=PEOPLE),
            Column("base", names.UNWEIGHTED_BASE, 0, counted=PEOPLE),
            Column("weight", say.WEIGHT_TITLE),
            Column("effective_base", names.EFFECTIVE_BASE, 1, counted=PEOPLE),
            Column("rank", Text("順位", "Rank"), 0, counted=PLACES),
            Column("status", Text("値の種類", "Status")),
            Column("origin", labels.ORIGIN_TITLE),
            Column("small_base", labels.SMALL_BASE),
            Column("note", Text("注記", "Note")),
            Column("source", Text("出典", "Source")),
        ),
        rows=tuple(rows),
        notes=(*crossed.notes, *compare_sentences.caveats(comparison)),
        sources=comparison.sources,
        build_id=comparison.build_id,
    )


def differences(crossed: CrossedWaves, comparison: Comparison) -> Table:
    """One row per option and survey that the column differs from, with the verdict."""
    return replace(
        compare_tables.differences(comparison),
        name=f"narabe_waves_{crossed.concept_id}_differences",
        notes=(labels.IF_RANDOM, *crossed.notes),
    )
