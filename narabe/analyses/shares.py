"""The options of one question with what each cohort says of them."""

from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.comparison import Cohort, OptionRow, Share
from narabe.model.status import BaseStatus, Origin, Status
from narabe.model.text import Text
from narabe.stats.proportions import wilson


def option_rows(
    figures: list[Row], shown: tuple[Cohort, ...], single: bool, small_base: int
) -> tuple[OptionRow, ...]:
    """One row per option. Single choice keeps codebook order; otherwise the latest cohort's largest first."""
    labels: dict[str, Text] = {}
    found: dict[tuple[str, str], dict[str, Row]] = {}
    keys = {(cohort.wave_id, cohort.group_id): cohort.key for cohort in shown}
    for figure in sorted(figures, key=_imported):
        key = keys.get((figure["wave_id"], figure["group_id"]))
        if key is not None:
            labels.setdefault(figure["option_id"], text(figure, "option"))
            found.setdefault((figure["option_id"], key), {})[figure["measure"]] = figure
    rows = [
        OptionRow(
            option, label, tuple(share(found.get((option, cohort.key), {}), small_base) for cohort in shown)
        )
        for option, label in labels.items()
    ]
    order = _codebook_order(figures)
    rows.sort(key=lambda row: order[row.option_id] if single else _largest_first(row))
    return tuple(rows)


def share(measures: dict[str, Row], small_base: int) -> Share:
    """What the rows of one option and cohort (by measure) say together; nothing for no rows."""
    rank, people = measures.get("rank"), measures.get("count")
    figure = measures.get("share") or rank or people
    if figure is None:
        return Share()
    percent = measures.get("share", {})
    count, base = percent.get("numerator"), figure["base"]
    if count is None and not percent and people is not None:
        count = int(people["value"])
    sampled = Origin(figure["origin"]) is not Origin.ROOM  # of a room there is no interval: it is no sample
    low, high = wilson(count, base) if sampled and percent and count is not None and base else (None, None)
    status = Status(figure["status"])
    return Share(
        status=Status.RANK if status is Status.NOT_CAPTURED and rank else status,
        value=percent.get("value"),
        decimals=1 if percent.get("decimals") is None else percent["decimals"],
        count=count,
        base=base,
        base_status=BaseStatus(figure["base_status"]) if figure["base_status"] else None,
        low=low,
        high=high,
        floor=percent.get("low"),
        ceiling=percent.get("high"),
        rank=int(rank["value"]) if rank else None,
        offered=figure["offered"],
        small=base is not None and base < small_base,
        note=optional_text(figure, "note"),
        source=source(figure),
        discrepancies=tuple(sorted(figure["discrepancies"])),
    )


def _codebook_order(figures: list[Row]) -> dict[str, tuple[float, ...]]:
    """The place of each option in the codebook that knows most options of this question; a published one if any."""
    sizes: dict[str, int] = {}
    published = [figure for figure in figures if not _imported(figure)]
    for figure in published or figures:
        sizes[figure["wave_id"]] = max(sizes.get(figure["wave_id"], 0), figure["option_order"])
    fullest = max(sizes, key=lambda wave: sizes[wave], default="")
    order: dict[str, tuple[float, ...]] = {}
    for figure in figures:
        place = (0.0 if figure["wave_id"] == fullest else 1.0, float(figure["option_order"]))
        order[figure["option_id"]] = min(place, order.get(figure["option_id"], place))
    return order


def _imported(figure: Row) -> bool:
    return Origin(figure["origin"]) is not Origin.PUBLISHED


def _largest_first(row: OptionRow) -> tuple[float, ...]:
    sizes = [share.value if share.value is not None else (share.ceiling or 0) - 0.01 for share in row.shares]
    ranks = [float(share.rank or 99) for share in row.shares]
    return (*(-size for size in reversed(sizes)), *reversed(ranks))
