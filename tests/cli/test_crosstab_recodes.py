"""`--net` and `--hide` on the forty people."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Said
from tests.cli.forty_people import KNOW

Narabe = Callable[..., Said]
pytestmark = pytest.mark.usefixtures("forty_people")


def test_options_taken_together_and_left_out(narabe: Narabe) -> None:
    """10代 and 30代: 4 + 16 people, of whom 3 + 5 + 3 know; the net leaves out nobody of the base."""
    said = narabe(
        "crosstab", "--dataset", "mini", "--rows", KNOW, "--banner", "年代", "--suppress-below", "0",
        "--net", "年代：若い・働き盛り = 10代，30代", "--hide", "年代: 10代, 30代",
    )  # fmt: skip
    assert (said.status, said.err) == (0, "")
    (table,) = json.loads(said.out)["tables"]
    assert [(each["label"], each["unweighted_base"]) for each in table["columns"]] == [
        ("全体", 40),
        ("60代", 20),
        ("若い・働き盛り", 20),
    ]
    know = {
        cell["column"]: cell["unweighted_count"] for cell in table["cells"] if cell["row"] == "知っている"
    }
    assert know == {"全体": 17, "60代": 6, "若い・働き盛り": 11}


def test_a_net_of_the_rows(narabe: Narabe) -> None:
    said = narabe("crosstab", "--dataset", "mini", "--rows", "年代", "--net", 'v2: "A, B" = 10代, 60代')
    (table,) = json.loads(said.out)["tables"]
    assert [(cell["row"], cell["unweighted_count"]) for cell in table["cells"]][-1] == ("A, B", 24)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--net", "年代 = 10代"], "「年代 = 10代」が読み取れません"),
        (["--net", "年代: = 10代"], "読み取れません"),
        (["--net", "年代: 若い = 20代"], "選択肢「20代」はありません"),
        (["--hide", "住所: 郡山"], "設問「住所」はありません"),
        (["--hide", "年齢: 15"], "「年齢」には選択肢がありません"),
    ],
)
def test_what_cannot_be_read_is_said(narabe: Narabe, given: list[str], said: str) -> None:
    told = narabe("crosstab", "--dataset", "mini", "--rows", KNOW, *given)
    assert told.status == 1
    assert said in told.err
