"""Remarks, who was heard, and the survey beside them; numbers typed by hand from the plans."""

import pytest

from narabe.analyses.echo import echo
from narabe.analyses.voices import heard, occasions, voice_board
from narabe.model.voices import OccasionKind, Precision, Speaker
from narabe.warehouse import Warehouse


def test_every_remark_stands_under_one_theme(warehouse: Warehouse) -> None:
    board = voice_board(warehouse)
    # appendix: interviews 12 + 8 + 3 + 2 + 4, round table 17, comments 12, other answers 19; plan of 2026: 7 and 19
    assert len(board.voices) == 29 + 17 + 12 + 19 + 7 + 19
    assert len({voice.voice_id for voice in board.voices}) == len(board.voices)
    # monitors 12 + 19, students 17 + 19, older people 7, firms 12 + 8, city staff 3 + 2 + 4
    assert [board.count(speaker) for speaker in Speaker] == [31, 36, 7, 20, 9]


def test_the_first_line_tells_city_staff_apart(warehouse: Warehouse) -> None:
    said = voice_board(warehouse).sentence
    assert "103件" in said.ja and "市の職員9件" in said.ja and "事業者20件" in said.ja
    assert "103 remarks" in said.en and "city staff 9" in said.en and "firms 20" in said.en


def test_remarks_of_one_sort_of_people(warehouse: Warehouse) -> None:
    board = voice_board(warehouse, Speaker.STAFF)
    # disaster 3; roads 2, both on the approach; education centre 4, all on skills
    assert {t.theme.theme_id: len(t.voices) for t in board.themes} == {
        "skills": 4,
        "disaster": 3,
        "approach": 2,
    }
    assert {place.occasion_id for place in board.occasions} == {
        "disaster_2021",
        "construction_2021",
        "education_2021",
    }
    assert "9件（全103件のうち）" in board.sentence.ja


def test_occasions_without_a_date_are_not_dated(warehouse: Warehouse) -> None:
    undated = {o.occasion_id for o in occasions(warehouse) if o.precision is Precision.PUBLISHED}
    assert undated == {"seniors_2026", "students_2026"}


def test_the_theme_with_most_remarks_comes_first(warehouse: Warehouse) -> None:
    counts = [len(theme.voices) for theme in voice_board(warehouse).themes]
    assert counts == sorted(counts, reverse=True)
    assert all(counts)


def test_a_theme_gives_its_remarks_by_occasion(warehouse: Warehouse) -> None:
    disaster = voice_board(warehouse).of("disaster")
    (place,) = disaster.occasions
    assert (place.kind, place.date.isoformat()) == (OccasionKind.INTERVIEW, "2021-10-06")
    assert len(disaster.heard_at(place)) == 3


def test_people_are_counted_where_they_are_printed(warehouse: Warehouse) -> None:
    people = {place.occasion_id: place.people for place in occasions(warehouse)}
    assert people["students_2021"] == 7  # six students and a professor
    assert people["comments_2021"] == 90
    assert people["systems_2021"] is None


def test_who_is_heard(warehouse: Warehouse) -> None:
    result = heard(warehouse)
    assert [(stage.total, stage.men, stage.women) for stage in result.stages] == [
        (360, 164, 196),
        (326, 151, 175),
        (90, None, None),
        (12, 9, 3),
    ]
    # 164 / 360, 151 / 326, 9 / 12
    assert [round(s.share_of_men, 1) for s in result.stages if s.share_of_men is not None] == [
        45.6,
        46.3,
        75.0,
    ]
    assert [stage.small for stage in result.stages] == [False, False, False, True]


def test_who_is_heard_by_age(warehouse: Warehouse) -> None:
    ages = {row.age: (row.answered, row.printed) for row in heard(warehouse).ages}
    assert ages["age40s"] == ((29, 62), (0, 1))
    assert ages["age70s"] == ((42, 3), (1, 0))
    assert ages["age80s"] == ((10, 1), (1, 0))
    assert sum(men + women for (men, women), _ in ages.values()) == 326
    assert sum(men + women for _, (men, women) in ages.values()) == 12


def test_who_is_heard_in_words(warehouse: Warehouse) -> None:
    # 42 + 10 men, 3 + 1 women; (91 + 76) / 326 = 51.2 %
    said = heard(warehouse).sentence
    for part in ("12件のうち9件は男性", "151人（46.3%）", "男性52人に対し女性4人", "51.2%"):
        assert part in said.ja
    for part in ("12 comments", "9 are from men", "52 men and 4 women", "51.2%"):
        assert part in said.en


@pytest.mark.parametrize(
    ("theme", "values"),
    [
        ("divide", [62.3, 61.9]),
        ("security", [82.8, 78.1]),
        ("reliability", [35.6, 44.1]),
        ("daily_life", [86.2]),
    ],
)
def test_the_survey_beside_a_theme(warehouse: Warehouse, theme: str, values: list[float]) -> None:
    found = echo(warehouse, theme)
    assert found is not None
    assert not found.ranks_only
    assert [share.value for _, share in found.told] == values


def test_shares_that_may_not_be_compared_are_ranks(warehouse: Warehouse) -> None:
    """Up to five in 2021, any number in 2025; online procedures come first in both."""
    found = echo(warehouse, "procedures")
    assert found is not None
    assert found.ranks_only
    assert [share.rank for _, share in found.told] == [1, 1]
    assert not [share for _, share in found.told if share.known or share.count or share.low]
    assert any("順位だけ" in note.ja for note in found.notes)


def test_without_ranks_the_latest_wave_stands_alone(warehouse: Warehouse) -> None:
    """Free Wi-Fi: second in 2021, not among the five ranks of 2025, so at most 27.3 % if it was offered."""
    found = echo(warehouse, "infrastructure")
    assert found is not None
    ((cohort, share),) = found.told
    assert cohort.wave_id == "net2025"
    assert (share.value, share.ceiling, share.offered) == (None, 27.3, False)
    assert any("2021年は" in note.ja and "並べていません" in note.ja for note in found.notes)


def test_a_theme_may_have_no_question(warehouse: Warehouse) -> None:
    assert echo(warehouse, "business") is None
