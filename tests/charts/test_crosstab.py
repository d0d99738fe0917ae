"""Charts of crossed tables: what is drawn is what was counted, fits a phone, and hides what is masked."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import pytest
import vl_convert

from narabe.analyses.crosstab import crosstab
from narabe.charts.crosstab import ChartKind, alt_text, chart, kinds
from narabe.charts.paper import Place, sheets
from narabe.charts.template import Spec
from narabe.charts.theme import DARK, LIGHT, Look, Palette, ink_on, text_width
from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import CrossAsk, CrossTab, CrossTable, Net, Recode
from narabe.model.text import Lang, plain
from narabe.settings import Settings
from narabe.warehouse.answers import Answers
from tests.charts.test_charts import contrast
from tests.crossing.survey import Person, Question, made

LOOKS = [Look("ja"), Look("en", dark=True), Look("ja", large=True)]
MARKS: tuple[tuple[Lang, str], ...] = (("ja", "架空データ（操作練習用）"), ("en", "Fictional data"))
SCREEN = Look()
FONTS = Path(__file__).parents[2] / "narabe" / "export" / "fonts"
SEX = Question("sex", options=(("m", "男性"), ("f", "女性"), ("x", "回答しない")), header="性別")
KNOW = Question(
    "know",
    options=(("k1", "知っている"), ("k2", "聞いたことはあるが、内容はよく知らない"), ("k3", "知らない")),
    header="「DX」という言葉",
)
SCALE = Question(
    "scale",
    "scale",
    (("s1", "そう思う"), ("s2", "やや"), ("s3", "どちらとも"), ("s4", "あまり"), ("s5", "思わない")),
    header="進んでいる",
)
USE = Question("use", "multiple", tuple((f"u{n}", f"長い名前のサービス{n}番") for n in range(1, 13)), "利用")
HOURS = Question("hours", "numeric", header="時間")
QUESTIONS = (SEX, KNOW, SCALE, USE, HOURS)
KINDS_OF = {
    "know": (ChartKind.STACKED, ChartKind.DOTS, ChartKind.HEAT),
    "scale": (ChartKind.DIVERGING, ChartKind.STACKED, ChartKind.DOTS, ChartKind.HEAT, ChartKind.MEANS),
    "use": (ChartKind.DOTS, ChartKind.HEAT),
    "hours": (ChartKind.MEANS,),
}


def people() -> list[Person]:
    """40 men: 10 know, 20 heard, 10 do not; 80 women: 8, 24, 48; 9 others know nothing.

    On the scale men are 8, 8, 16, 4, 4 and women 8, 8, 32, 16, 16; others 9 in the middle. Everybody's weight is 1 or 2.
    """
    counts = {"m": ((10, 20, 10), (8, 8, 16, 4, 4)), "f": ((8, 24, 48), (8, 8, 32, 16, 16)), "x": ((0, 0, 9), (0, 0, 9, 0, 0))}  # fmt: skip
    found: list[Person] = []
    for sex, (know, scale) in counts.items():
        knows = [f"k{n}" for n, count in enumerate(know, 1) for _ in range(count)]
        steps = [f"s{n}" for n, count in enumerate(scale, 1) for _ in range(count)]
        found += [
            {
                "sex": sex,
                "know": knows[n],
                "scale": steps[n],
                "use": frozenset(f"u{option}" for option in range(1, 13) if n % (option + 1) == 0),
                "hours": float(n % 4),
                "weight": 1.0 + n % 2,
            }
            for n in range(len(knows))
        ]
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("charts")
    answers_of.cache_clear()


@cache
def answers_of(folder: Path, fictional: bool) -> Answers:
    return made(folder / f"{fictional}", QUESTIONS, people(), fictional)


def told_of(folder: Path, rows: str, fictional: bool = False, mask: int = 10, **more: Any) -> CrossTab:
    ask = CrossAsk("mini", rows, **({"banner": (("sex",),)} | more))
    return crosstab(answers_of(folder, fictional), ask, Settings(mask_below=mask))


def drawn(told: CrossTab, kind: ChartKind, look: Look = SCREEN) -> Spec:
    return chart(told, told.tables[0], kind, look)


def rows(spec: Spec, kind: str) -> list[dict[str, Any]]:
    return [row for row in spec["datasets"]["rows"] if row["kind"] == kind]


def lengths(spec: Spec, name: str) -> list[float]:
    """Lengths of the boxes of one group, in parts of the width."""
    return [row["end_at"] - row["begin_at"] for row in rows(spec, "box") if row["said"].startswith(name)]


@pytest.mark.parametrize("question", KINDS_OF)
def test_charts_are_chosen_by_the_type_of_the_question(folder: Path, question: str) -> None:
    told = told_of(folder, question)
    assert kinds(told.tables[0], told.answer_type) == KINDS_OF[question]


def test_many_shares_are_shown_as_a_heat_map_first(folder: Path) -> None:
    """Twelve options by six columns are 72 shares."""
    nets = Recode("sex", (Net("mf", plain("甲"), ("m", "f")), Net("mx", plain("乙"), ("m", "x"))))
    told = told_of(folder, "use", recodes=(nets,))
    assert len(told.tables[0].columns) == 6
    assert kinds(told.tables[0], told.answer_type)[0] is ChartKind.HEAT


def test_parts_that_colours_cannot_tell_apart_are_not_stacked(folder: Path) -> None:
    table = told_of(folder, "use").tables[0]
    assert ChartKind.STACKED not in kinds(table, AnswerType.SINGLE)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("question", KINDS_OF)
def test_every_chart_is_valid(folder: Path, question: str, look: Look) -> None:
    told = told_of(folder, question)
    for kind in KINDS_OF[question]:
        spec = drawn(told, kind, look)
        alt.LayerChart.from_dict(spec, validate=True)
        names = [layer["name"] for layer in spec["layer"] if "name" in layer]
        assert len(names) == len(set(names))


def test_a_bar_is_stacked_in_the_order_of_the_question(folder: Path) -> None:
    """Men 10, 20, 10 of 40; women 8, 24, 48 of 80."""
    spec = drawn(told_of(folder, "know", mask=0), ChartKind.STACKED)
    assert lengths(spec, "男性") == pytest.approx([0.25, 0.5, 0.25])
    assert lengths(spec, "女性") == pytest.approx([0.1, 0.3, 0.6])
    said = [row["said"] for row in rows(spec, "box")]
    assert said[3] == "男性（n=40） 知っている 25.0%・10人"
    titles = [row["text"] for row in rows(spec, "title")]
    assert titles == [
        "「DX」という言葉 × 性別（%）",
        "全体（n=129）",
        "男性（n=40）",
        "女性（n=80）",
        "回答しない（n=9・参考値）",
    ]


def test_everybody_is_set_apart(folder: Path) -> None:
    for kind in (ChartKind.STACKED, ChartKind.HEAT):
        spec = drawn(told_of(folder, "know", mask=0), kind)
        (rule,) = rows(spec, "rule")
        everybody = [row["line"] for row in rows(spec, "box") if row["said"].startswith("全体")]
        others = [row["line"] for row in rows(spec, "box") if not row["said"].startswith("全体")]
        assert max(everybody) < rule["line"] < min(others)


def test_a_net_is_no_part_of_a_whole(folder: Path) -> None:
    net = Recode("know", (Net("some", plain("認知計"), ("k1", "k2")),))
    told = told_of(folder, "know", recodes=(net,), mask=0)
    stacked = drawn(told, ChartKind.STACKED)
    assert lengths(stacked, "男性") == pytest.approx([0.25, 0.5, 0.25])
    assert "認知計" not in json.dumps(stacked, ensure_ascii=False)
    assert "認知計" in json.dumps(drawn(told, ChartKind.DOTS), ensure_ascii=False)


def test_a_masked_group_is_an_empty_row_that_says_so(folder: Path) -> None:
    """Nine are masked, and men, from whom the nine could be worked out."""
    for question, all_kinds in KINDS_OF.items():
        told = told_of(folder, question)
        masked = [column.label.ja for column in told.tables[0].columns if column.suppressed]
        assert "回答しない" in masked
        for kind in all_kinds:
            spec = drawn(told, kind)
            assert "非表示" in json.dumps(spec, ensure_ascii=False)
            for row in spec["datasets"]["rows"]:
                if any(f"{name}（" in (row.get("said") or row["text"]) for name in masked):
                    assert "%" not in row["text"]
                    assert row.get("value") is None
            spoken = alt_text(told, told.tables[0], kind, "ja")
            assert "回答しない（n=*） 非表示" in spoken or "表にあります" in spoken


def test_a_scale_lies_on_both_sides_of_its_middle(folder: Path) -> None:
    """Men: 40 % left and half of 40 %, so 60 % left of the centre and 40 right; women 40 and 60.

    The drawing spans 60 % to both sides: its centre is at one half; men begin at 0 and end at 100/120."""
    spec = drawn(told_of(folder, "scale", mask=0), ChartKind.DIVERGING)
    men = [row for row in rows(spec, "box") if row["said"].startswith("男性")]
    women = [row for row in rows(spec, "box") if row["said"].startswith("女性")]
    assert [row["begin_at"] for row in men] == pytest.approx([0, 1 / 6, 1 / 3, 2 / 3, 3 / 4])
    assert men[-1]["end_at"] == pytest.approx(100 / 120)
    assert women[0]["begin_at"] == pytest.approx(20 / 120)
    assert {round(row["begin_at"], 9) for row in rows(spec, "centre")} == {0.5}
    words = [row["text"] for row in spec["datasets"]["rows"]]
    assert "← そう思う" in words and "思わない →" in words
    assert "どちらとも（左右に半分ずつ）" in words


def test_who_did_not_answer_is_told_beside_a_scale(folder: Path) -> None:
    answers = made(
        folder / "missing",
        (SEX, SCALE),
        [{"sex": "m", "scale": "s1"}] * 30 + [{"sex": "m", "scale": "!no_answer"}] * 10,
    )
    ask = CrossAsk("mini", "scale", (("sex",),), show_missing=True)
    told = crosstab(answers, ask, Settings(mask_below=0))
    titles = [row["text"] for row in rows(drawn(told, ChartKind.DIVERGING), "title")]
    assert "男性（n=40） 無回答 25.0%" in titles
    key = [row["text"] for row in rows(drawn(told, ChartKind.STACKED), "words")]
    assert "無回答" in key and "非該当" not in key


def test_dots_stand_at_the_share_with_its_interval(folder: Path) -> None:
    """10 of 40: Wilson 0.1419 to 0.4019 (z = 1.95996)."""
    spec = drawn(told_of(folder, "know", mask=0), ChartKind.DOTS)
    men = next(row for row in rows(spec, "bar") if row["text"] == "男性（n=40） 25.0%")
    assert men["value"] == pytest.approx(25)
    assert (men["low"], men["high"]) == pytest.approx((14.187, 40.194), abs=0.001)
    names = {layer.get("name") for layer in spec["layer"]}
    assert "dots" in names and "bars" not in names


def test_shares_are_rounded_half_up(folder: Path) -> None:
    """113 of 400 are 28.25 %: 28.3."""
    who: list[Person] = [{"sex": "m", "know": "k1" if n < 113 else "k2"} for n in range(400)]
    told = crosstab(made(folder / "half", (SEX, KNOW), who), CrossAsk("mini", "know"), Settings())
    inside = [row["text"] for row in rows(drawn(told, ChartKind.STACKED), "inside")]
    assert inside == ["28.3", "71.8"]


def test_means_stand_with_students_interval(folder: Path) -> None:
    """Men: 0, 1, 2, 3 ten times each: mean 1.5, SD √(50/39) = 1.1323; t(39) = 2.0227: ± 0.3621."""
    spec = drawn(told_of(folder, "hours", mask=0), ChartKind.MEANS)
    men = rows(spec, "bar")[1]
    assert men["text"] == "1.50（SD 1.13）"
    assert (men["value"], men["low"], men["high"]) == pytest.approx((1.5, 1.1379, 1.8621), abs=0.0001)


def test_means_are_of_those_who_answered(folder: Path) -> None:
    """30 said the first or the third step in turn: mean 2, SD √(30/29); ten without an answer make no interval narrower.

    t(29) = 2.0452: ± 2.0452 · 1.0171/√30 = 0.3798."""
    who: list[Person] = [{"sex": "m", "scale": f"s{1 + 2 * (n % 2)}"} for n in range(30)]
    who += [{"sex": "m", "scale": "!no_answer"}] * 10
    answers = made(folder / "means", (SEX, SCALE), who)
    told = crosstab(answers, CrossAsk("mini", "scale", show_missing=True), Settings())
    spec = drawn(told, ChartKind.MEANS)
    (bar,) = rows(spec, "bar")
    assert (bar["low"], bar["high"]) == pytest.approx((1.6202, 2.3798), abs=0.0001)
    assert [row["text"] for row in rows(spec, "title")][-1] == "全体（n=30）"


def test_means_of_a_scale_say_which_way_is_up(folder: Path) -> None:
    """Women answer further towards the end, with the higher mean; numbers need no such words."""
    spec = drawn(told_of(folder, "scale", mask=0), ChartKind.MEANS)
    assert [row["text"] for row in rows(spec, "words")] == ["値が大きいほど「思わない」寄り"]
    assert not rows(drawn(told_of(folder, "hours", mask=0), ChartKind.MEANS), "words")


def test_weights_are_never_told_as_people(folder: Path) -> None:
    spec = drawn(told_of(folder, "know", weight="weight"), ChartKind.STACKED)
    assert not any("人" in row["said"] for row in rows(spec, "box"))


def test_shades_rise_with_the_share(folder: Path) -> None:
    """The largest share is 100 %: five shades of 20 points."""
    spec = drawn(told_of(folder, "know", mask=0), ChartKind.HEAT)
    assert any("20ポイントきざみ" in row["text"] for row in rows(spec, "words"))
    shade = {row["said"]: LIGHT.blues.index(row["colour"]) for row in rows(spec, "box")}
    assert shade["女性（n=80） 知っている 10.0%・8人"] == 4
    assert shade["女性（n=80） 知らない 60.0%・48人"] == 1
    assert shade["回答しない（n=9・参考値） 知らない 100.0%・9人"] == 0


@pytest.mark.parametrize("question", KINDS_OF)
def test_fictional_data_is_marked_in_the_first_line(folder: Path, question: str) -> None:
    for kind in KINDS_OF[question]:
        for lang, mark in MARKS:
            told = told_of(folder, question, fictional=True)
            spec = drawn(told, kind, Look(lang))
            first = [row["text"] for row in spec["datasets"]["rows"] if row["line"] < 2]
            assert mark in " ".join(first)
            assert mark in alt_text(told, told.tables[0], kind, lang)
            real = drawn(told_of(folder, question), kind, Look(lang))
            assert mark not in json.dumps(real, ensure_ascii=False)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_words_fit_the_narrowest_drawing(folder: Path, look: Look) -> None:
    for question, all_kinds in KINDS_OF.items():
        told = told_of(folder, question)
        for kind in all_kinds:
            for row in drawn(told, kind, look)["datasets"]["rows"]:
                if row["kind"] in ("title", "words"):
                    place = row.get("begin", 0) + row.get("begin_at", 0) * look.narrowest
                    assert place + text_width(row["text"], look.size) <= look.narrowest + 0.1, row["text"]


def shown(spec: Spec, width: int) -> list[str]:
    """Texts of the rendered picture."""
    vl_convert.register_font_directory(str(FONTS))
    svg = vl_convert.vegalite_to_svg(spec | {"width": width})
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_a_number_is_left_out_only_where_its_part_is_too_narrow(folder: Path) -> None:
    """The 8 of 80 women (10 %) have 34 pixels on a phone, the width of 10.0 and its air; at 250 pixels they have 24."""
    spec = drawn(told_of(folder, "know", mask=0), ChartKind.STACKED)
    assert "10.0" in shown(spec, 1200)
    assert "10.0" not in shown(spec, 250)
    assert "60.0" in shown(spec, 250)
    assert any(row["said"] == "女性（n=80） 知っている 10.0%・8人" for row in rows(spec, "box"))


def test_a_heat_map_names_its_columns_where_there_is_room(folder: Path) -> None:
    spec = drawn(told_of(folder, "use", mask=0), ChartKind.HEAT)
    wide, narrow = shown(spec, 2400), shown(spec, 350)
    assert "長い名前のサービス12番" in wide and "12" not in wide
    assert "12" in narrow and "[12] 長い名前のサービス12番" in narrow
    assert "20.0" not in narrow and "20.0" in wide


def test_short_names_stand_over_the_bar_of_everybody(folder: Path) -> None:
    question = Question("yes", options=(("y", "はい"), ("n", "いいえ")), header="問")
    who: list[Person] = [{"sex": "m", "yes": "y" if n < 30 else "n"} for n in range(50)]
    told = crosstab(made(folder / "yes", (SEX, question), who), CrossAsk("mini", "yes"), Settings())
    spec = drawn(told, ChartKind.STACKED)
    assert not rows(spec, "swatch")
    assert [row["text"] for row in rows(spec, "inside")][:2] == ["はい", "いいえ"]
    assert rows(drawn(told_of(folder, "know"), ChartKind.STACKED), "swatch")


@pytest.mark.parametrize("kind", [ChartKind.STACKED, ChartKind.HEAT, ChartKind.DOTS])
def test_paper_keeps_every_row(folder: Path, kind: ChartKind) -> None:
    spec = drawn(told_of(folder, "know"), kind)
    panels = [panel for page in sheets(spec, Place(273.0, 118.0)) for panel in page]
    kept = [row for panel in panels for row in panel.chart["datasets"]["rows"]]
    assert len(kept) == len(spec["datasets"]["rows"])
    texts = "".join(text for panel in panels for text in shown(panel.chart, panel.chart["width"]))
    assert "女性（n=80）" in texts


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_ink_is_readable_on_every_fill(palette: Palette) -> None:
    fills = (*palette.blues, *palette.browns, palette.neutral, palette.absent, *palette.groups)
    assert [fill for fill in fills if contrast(fill, ink_on(fill, palette)) < 4.5] == []


def test_ink_keeps_its_role_when_a_chart_is_made_light_for_paper() -> None:
    for role in ("blues", "browns", "groups"):
        pairs = zip(getattr(LIGHT, role), getattr(DARK, role), strict=True)
        for light, dark in pairs:
            assert (ink_on(light, LIGHT) == LIGHT.text) == (ink_on(dark, DARK) == DARK.text), (light, dark)
    for role in ("neutral", "absent"):
        light, dark = getattr(LIGHT, role), getattr(DARK, role)
        assert (ink_on(light, LIGHT) == LIGHT.text) == (ink_on(dark, DARK) == DARK.text)


def test_the_words_of_a_chart_are_its_finding_and_its_shares(folder: Path) -> None:
    told = told_of(folder, "know", mask=0)
    spoken = alt_text(told, told.tables[0], ChartKind.STACKED, "ja")
    assert spoken.startswith("「DX」という言葉 × 性別 「知らない」は女性60.0%が男性25.0%より35.0ポイント高い")
    assert spoken.endswith(
        "回答しない（n=9・参考値）: 知っている 0.0%, 聞いたことはあるが、内容はよく知らない 0.0%, 知らない 100.0%."
    )


def test_a_long_table_is_not_read_out(folder: Path) -> None:
    nets = Recode("sex", (Net("mf", plain("甲"), ("m", "f")), Net("mx", plain("乙"), ("m", "x"))))
    told = told_of(folder, "use", recodes=(nets,))
    table: CrossTable = told.tables[0]
    assert alt_text(told, table, ChartKind.HEAT, "ja").endswith("ほかの数値は表にあります。")
