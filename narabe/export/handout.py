"""A view as one file to take away. The libraries that make it are loaded when one is made."""

from collections.abc import Sequence
from typing import Literal

from narabe.model.handout import Handout
from narabe.model.slide import Slide
from narabe.model.text import Lang, Text

Kind = Literal["pdf", "pptx"]
MIME: dict[Kind, str] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def made(handout: Handout, kind: Kind) -> bytes:
    """The file. Takes seconds and holds the interpreter's lock: on a server, call it in a worker."""
    if kind == "pdf":
        from narabe.export.handout_pdf import to_pdf

        return to_pdf(handout)
    from narabe.export.handout_slides import to_pptx

    return to_pptx(handout)


def room_slides(title: Text, steps: Sequence[tuple[Slide, Text]], lang: Lang) -> bytes:
    """What a room was shown as PPTX, each step with what its presenter says; likewise in a worker."""
    from narabe.export.room_deck import to_pptx

    return to_pptx(title, steps, lang)
