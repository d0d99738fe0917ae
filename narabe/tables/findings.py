"""The findings of the home page as a table."""

from urllib.parse import urlencode

from narabe.model.findings import HomeView
from narabe.model.table import Column, Table
from narabe.model.text import Text


def findings(view: HomeView) -> Table:
    """One row per finding: its figure, sentence, arithmetic, caution, and where to see it."""
    return Table(
        name="narabe_findings",
        title=Text("発見", "Findings"),
        columns=(
            Column("figure", Text("数字", "Figure")),
            Column("headline", Text("発見", "Finding")),
            Column("arithmetic", Text("計算", "Arithmetic")),
            Column("caution", Text("読むときの注意", "Caution")),
            Column("address", Text("表示するページ", "Shown at")),
        ),
        rows=tuple(
            (each.key_figure, each.headline, each.arithmetic, each.caution, _address(each.page, each.params))
            for each in (*view.findings, *view.more)
        ),
        notes=(view.board,),
        build_id=view.build_id,
    )


def _address(page: str, params: tuple[tuple[str, str], ...]) -> str:
    return f"/{page}" + (f"?{urlencode(params)}" if params else "")
