"""Lines that were taken for a metric under another name than its title: each is said."""

from collections.abc import Mapping

from narabe.intake.faults import Faults
from narabe.intake.figures.columns import PATTERNS
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.spelling import key, tight
from narabe.model.figures_plan import BlockPlan, FiguresPlan, SeriesPlan
from narabe.model.text import Text
from narabe.words import figures_sentences as say


def say_read_as(
    plan: FiguresPlan, titles: Mapping[str, Text], grids: Mapping[str, Grid], faults: Faults
) -> None:
    """A note for every name that is not the title of its metric; a file that gives our own ids needs none."""
    told: set[tuple[str, str]] = set()
    for block in plan.blocks:
        if not block.times or block.sheet not in grids or _by_id(grids[block.sheet], block):
            continue
        for one in block.series:
            title = titles.get(one.metric_id or "")
            label = _name(block, one)
            if title is None or one.new or (label, title.ja) in told or _titled(block, one, title):
                continue
            told.add((label, title.ja))
            row = one.line if block.across else None
            faults.note(
                say.read_as(label, title), say.LOOK_READ_AS,
                sheet=block.sheet, row=row, value=one.label, kind="read as",
            )  # fmt: skip


def _name(block: BlockPlan, one: SeriesPlan) -> str:
    """What stands there; a line without words of its own goes by the title of the table."""
    return one.label or block.title


def _titled(block: BlockPlan, one: SeriesPlan, title: Text) -> bool:
    """Whether the title stands in the name of the line, or over the table."""
    wanted = key(title.ja)
    return any(
        wanted in key(text) for text in (one.label, block.title, f"{block.title}{one.label}", block.sheet)
    )


def _by_id(grid: Grid, block: BlockPlan) -> bool:
    area = block.range
    return any(
        PATTERNS["metric_id"].fullmatch(tight(grid.text(row, column)))
        for row in range(area.first_row, min(area.first_row + 3, area.last_row + 1))
        for column in range(area.first_column, area.last_column + 1)
    )
