"""What was imported although a document states it too: both, with the difference."""

from collections.abc import Collection

from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.imported import Beside, BesideList
from narabe.model.source import Source
from narabe.model.status import Origin
from narabe.warehouse import Warehouse


def beside_published(warehouse: Warehouse, metrics: Collection[str] | None = None) -> BesideList:
    """Imported metric values beside the published ones, of these metrics or all."""
    rows = warehouse.ask("beside", concept=None)
    shown = [_beside(row) for row in rows if metrics is None or row["metric_id"] in metrics]
    return BesideList(tuple(shown), warehouse.build_id)


def beside_answers(warehouse: Warehouse, concept: str, waves: Collection[str] | None = None) -> BesideList:
    """Imported answers to one question beside the published ones, of these imported waves or all."""
    rows = warehouse.ask("beside", concept=concept)
    shown = [_beside(row) for row in rows if waves is None or row["wave"] in waves]
    return BesideList(tuple(shown), warehouse.build_id)


def _beside(row: Row) -> Beside:
    return Beside(
        metric_id=row["metric_id"],
        wave_id=row["wave"],
        subject=text(row, "subject"),
        group=text(row, "group"),
        start=row["period_start"],
        end=row["period_end"],
        months=row["months"],
        unit=text(row, "unit"),
        imported=row["imported"],
        published=row["published"],
        decimals=row["decimals"],
        origin=Origin(row["origin"]),
        source=source(row),
        published_source=Source(
            row["published_document_id"],
            text(row, "published_title"),
            text(row, "published_publisher"),
            row["published_section_id"],
            text(row, "published_heading"),
        ),
        derived=optional_text(row, "derived"),
    )
