"""How files of answers are made."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook

from narabe.model.intake import Kind
from tests.intake.corpus.case import Good


def text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    """A text file with Windows line ends."""
    return lambda: content.strip().replace("\n", "\r\n").encode(encoding) + b"\r\n"


def book(rows: Sequence[Sequence[Any]]) -> Callable[[], bytes]:
    """A workbook with one sheet."""

    def made() -> bytes:
        workbook, content = Workbook(), io.BytesIO()
        sheet = workbook.active
        assert sheet is not None
        sheet.title = "回答データ"
        for row in rows:
            sheet.append(row)
        workbook.save(content)
        return content.getvalue()

    return made


def good(**expected: Any) -> Good:
    return Good(Kind.ANSWERS, expected=expected)
