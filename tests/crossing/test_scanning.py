"""How a table is asked for: what is scanned, what is computed only where somebody reads it."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import Correction, CrossAsk, Net, Recode
from narabe.model.status import Origin
from narabe.model.text import plain
from narabe.settings import Settings
from narabe.stats import association
from narabe.warehouse.answers import Answers
from tests.crossing.survey import Question, made

SEX = Question("sex", options=(("m", "男性"), ("f", "女性")))
USE = Question("use", "multiple", tuple((f"u{n}", str(n)) for n in range(8)))
FEW = Question("few", options=tuple((f"f{n}", str(n)) for n in range(3)))
OPEN = Settings(mask_below=0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scanned")


@pytest.fixture(scope="module")
def survey(folder: Path) -> Answers:
    """Thirty people; option n of `use` is given by those whose number has bit n; every seventh did not answer."""
    people = [
        {
            "sex": "mf"[number % 2],
            "few": f"f{number % 3}",
            "use": "!no_answer" if number % 7 == 0 else {f"u{n}" for n in range(8) if 11 * number >> n & 1},
        }
        for number in range(30)
    ]
    return made(folder, (SEX, USE, FEW), people)


@pytest.fixture
def asked(survey: Answers, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements as they are asked."""
    found: list[str] = []
    ask = survey.ask

    def noted(sql: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        found.append(sql)
        return ask(sql, params)

    monkeypatch.setattr(survey, "ask", noted)
    return found


def test_options_are_grouped_by_as_they_lie_packed_six_together(survey: Answers, asked: list[str]) -> None:
    crosstab(survey, CrossAsk("mini", "use", (("sex",),)), OPEN)
    assert [sql.partition(" group by ")[2] for sql in asked] == [
        '"use___packed0", "sex", "use__missing"',
        '"use___packed1", "sex", "use__missing"',
    ]


def test_a_file_of_an_earlier_form_tells_the_same(survey: Answers, folder: Path, tmp_path: Path) -> None:
    """One without packed columns; nets are told from the masks in either."""
    earlier_file = tmp_path / "dataset-mini.duckdb"
    shutil.copy(folder / "dataset-mini.duckdb", earlier_file)
    with duckdb.connect(str(earlier_file)) as connection:
        connection.execute("delete from columns where kind = 'packed'")
        for number in range(2):
            connection.execute(f"alter table answers drop column use___packed{number}")
    earlier = Answers("mini", earlier_file, Origin.IMPORTED)
    recode = Recode("use", (Net("some", plain("some"), ("u1", "u7")),))
    ask = CrossAsk("mini", "use", (("sex",), ("use",)), recodes=(recode,), show_missing=True)
    assert crosstab(earlier, ask, OPEN) == crosstab(survey, ask, OPEN)


def test_tables_are_drawn_once_and_only_where_tests_are_told(
    survey: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine groups of 3.3 expected: too few for χ² alone."""
    drawn: list[Any] = []
    fisher = association.stats.fisher_exact
    monkeypatch.setattr(
        association.stats, "fisher_exact", lambda *given, **how: drawn.append(given) or fisher(*given, **how)
    )
    association._drawn.cache_clear()
    asks = [CrossAsk("mini", "few", (("few",),), correction=each) for each in Correction]
    silent = crosstab(survey, replace(asks[0], exact=False), OPEN).tables[0].tests
    assert (silent.exact, silent.pearson is not None, len(drawn)) == (None, True, 0)
    told = {crosstab(survey, ask, OPEN).tables[0].tests.exact for ask in asks}
    assert (told, len(drawn)) == ({1 / 10_000}, 1)
