"""Where a figure stands: in a document, or in a file of the city."""

from collections.abc import Sequence
from dataclasses import dataclass

from narabe.model.status import Origin
from narabe.model.text import EMPTY, Text

MARK = {
    Origin.PUBLISHED: EMPTY,
    Origin.IMPORTED: Text("（取込データ）", " (imported data)"),
    Origin.FICTIONAL: Text("（架空データ）", " (fictional data)"),
    Origin.ROOM: Text("（会場の投票）", " (votes in the room)"),
}
"""What a source is called after its name, unless it was published."""


@dataclass(frozen=True, slots=True)
class Source:
    """A section of a document, or a sheet of a file."""

    document_id: str
    document: Text
    publisher: Text
    section_id: str
    section: Text
    origin: Origin = Origin.PUBLISHED

    @property
    def line(self) -> Text:
        """Publisher, document and section on one line; what was not published says so."""
        mark = MARK[self.origin]
        return Text(
            f"{self.publisher.ja}「{self.document.ja}」{mark.ja}{self.section.ja}",
            f"{self.publisher.en}, {self.document.en}{mark.en}, {self.section.en}",
        )


def sources_line(sources: Sequence[Source]) -> Text:
    """All sources on one line, the sections of a document together."""
    documents: dict[str, list[Source]] = {}
    for source in sources:
        documents.setdefault(source.document_id, []).append(source)
    said = [
        Text(
            f"{group[0].publisher.ja}「{group[0].document.ja}」{MARK[group[0].origin].ja}"
            + "、".join(source.section.ja for source in group),
            f"{group[0].publisher.en}, {group[0].document.en}{MARK[group[0].origin].en}: "
            + "; ".join(source.section.en for source in group),
        )
        for group in documents.values()
    ]
    return Text(" / ".join(text.ja for text in said), " / ".join(text.en for text in said))


def unique(sources: "list[Source | None]") -> tuple[Source, ...]:
    """Each source once, in order of first use."""
    return tuple(dict.fromkeys(source for source in sources if source is not None))
