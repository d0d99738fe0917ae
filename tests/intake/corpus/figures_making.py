"""How the files of the figures corpus are made."""

import io
from collections.abc import Callable, Sequence

from openpyxl import Workbook

from narabe.model.intake import Kind, Severity
from tests.intake.corpus.case import Bad, Case, Good

N = None
Rows = Sequence[Sequence[object]]


def book(
    rows: Rows,
    *merged: str,
    title: str = "月次",
    hidden: Rows | None = None,
    hide: tuple[int | str, ...] = (),
) -> Callable[[], bytes]:
    """A workbook of one sheet, and perhaps a hidden one. `hide` are rows by number and columns by letter."""

    def make() -> bytes:
        made = Workbook()
        page = made.active
        assert page is not None
        page.title = title
        for row in rows:
            page.append(list(row))
        for area in merged:
            page.merge_cells(area)
        for line in hide:
            lines = page.row_dimensions if isinstance(line, int) else page.column_dimensions
            lines[line].hidden = True  # type: ignore[index]
        if hidden is not None:
            behind = made.create_sheet("裏")
            behind.sheet_state = "hidden"
            for row in hidden:
                behind.append(list(row))
        content = io.BytesIO()
        made.save(content)
        return content.getvalue()

    return make


def text(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> Callable[[], bytes]:
    lines = [delimiter.join("" if cell is None else str(cell) for cell in row) for row in rows]
    return lambda: "".join(f"{line}\r\n" for line in lines).encode(encoding)


def good(name: str, make: Callable[[], bytes], figures: Sequence[tuple], *says: str) -> Case:
    suffix = "xlsx" if make.__qualname__.startswith("book") else "csv"
    return Case(
        name, make, f"{name}.{suffix}", Good(Kind.FIGURES, says=says, expected={"figures": list(figures)})
    )


def bad(
    name: str,
    make: Callable[[], bytes],
    message: str,
    severity: Severity = Severity.ERROR,
    row: int | None = None,
    column: str | None = None,
) -> Case:
    suffix = "xlsx" if make.__qualname__.startswith("book") else "csv"
    return Case(name, make, f"{name}.{suffix}", Bad(message, severity, row, column))


VISITORS, ONLINE, LINE, PAGES = "counter_visitors", "online_applications", "line_registrations", "print_pages"
YEAR = ["令和7年度"]
HEAD = ["指標", "4月", "5月", "6月"]
