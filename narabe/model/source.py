"""Where a figure stands in print."""

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


def unique(sources: "list[Source | None]") -> tuple[Source, ...]:
    """Each source once, in order of first use."""
    return tuple(dict.fromkeys(source for source in sources if source is not None))
