"""A sheet that a person names is the only one that is read."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from narabe.desk import drafts
from narabe.desk.examining import catalogue, proposed
from narabe.intake.figures import convert
from narabe.model.figures_plan import FiguresPlan
from narabe.model.intake import Kind, ReadOptions, Refused, quietly
from tests.intake.figures.sheets import tidy


def _book() -> bytes:
    made = Workbook()
    now, old = made.active, made.create_sheet("旧")
    assert now is not None
    now.title, old.sheet_state = "データ", "hidden"
    for page, value in ((now, 5), (old, 999)):
        page.append(["項目", "令和7年4月"])
        page.append(["オンライン申請件数", value])
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _values(name: str | None) -> list[float]:
    draft = drafts.keep(_book(), "月報.xlsx", ReadOptions(sheet=name), browser=False)
    with drafts.opened(draft, quietly) as reading:
        plan = proposed(reading, "月報", Kind.FIGURES, None)
        assert isinstance(plan, FiguresPlan)
        converted = convert(reading.sheets, plan, catalogue(), reading.folder, reading.limits)
    return [value for *_, value in tidy(converted)]


def test_only_the_sheet_that_is_named_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    assert _values(None) == [5]
    assert _values("旧") == [999]
    with pytest.raises(Refused) as refused:
        _values("無い")
    assert "シート「無い」がありません" in refused.value.faults[0].message.ja
