"""Where a figure stands in print."""

from collections.abc import Sequence
from dataclasses import dataclass

from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A section of a document."""

    document_id: str
    document: Text
    publisher: Text
    section_id: str
    section: Text

    @property
    def line(self) -> Text:
        """Publisher, document and section on one line."""
        return Text(
            f"{self.publisher.ja}「{self.document.ja}」{self.section.ja}",
            f"{self.publisher.en}, {self.document.en}, {self.section.en}",
        )


def sources_line(sources: Sequence[Source]) -> Text:
    """All sources on one line, the sections of a document together."""
    documents: dict[str, list[Source]] = {}
    for source in sources:
        documents.setdefault(source.document_id, []).append(source)
    said = [
        Text(
            f"{group[0].publisher.ja}「{group[0].document.ja}」"
            + "、".join(source.section.ja for source in group),
            f"{group[0].publisher.en}, {group[0].document.en}: "
            + "; ".join(source.section.en for source in group),
        )
        for group in documents.values()
    ]
    return Text(" / ".join(text.ja for text in said), " / ".join(text.en for text in said))


def unique(sources: "list[Source | None]") -> tuple[Source, ...]:
    """Each source once, in order of first use."""
    return tuple(dict.fromkeys(source for source in sources if source is not None))
