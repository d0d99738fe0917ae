"""Occasions, remarks and the dated history against a second reading."""

from collections import Counter

import pytest

from tests.published.reading import APPENDIX, DOCUMENTS, PLAN, exact, rows
from tests.published.voices import (
    COMMENTS,
    COMMENTS_BY_AGE,
    COMMENTS_BY_SEX,
    EVENTS,
    EXTERNAL_AUDITS,
    HOST_SYSTEMS,
    OCCASIONS_2022,
    OCCASIONS_2026,
    OPEN_SYSTEMS,
    OTHERS,
    REMARKS_2022,
    SELF_CHECKS,
    YEARS_WITH_EVENTS,
)


def remarks(document: str) -> Counter[str]:
    """Remarks of one document by occasion."""
    return Counter(row["occasion_id"] for row in rows(document, "voices"))


# --- Occasions ---------------------------------------------------------------------------------
def test_occasions_of_the_appendix() -> None:
    counts = remarks(APPENDIX)
    found = exact(
        [
            ((row["kind"], row["date"], row["people"]), counts[row["occasion_id"]])
            for row in rows(APPENDIX, "occasions")
        ]
    )
    assert found == OCCASIONS_2022


def test_number_of_remarks() -> None:
    assert sum(OCCASIONS_2022.values()) == REMARKS_2022
    assert len(rows(APPENDIX, "voices")) == REMARKS_2022


def test_other_opinions_by_question() -> None:
    (others,) = [
        row["occasion_id"]
        for row in rows(APPENDIX, "occasions")
        if row["kind"] == "free_text" and not row["people"]
    ]
    found = Counter(row["section"] for row in rows(APPENDIX, "voices") if row["occasion_id"] == others)
    assert found == OTHERS


def test_printed_comments_by_sex_and_age() -> None:
    found = Counter((row["sex"], row["age"]) for row in rows(APPENDIX, "voices") if row["sex"] or row["age"])
    assert found == Counter(COMMENTS)
    assert Counter(sex for sex, _ in COMMENTS) == COMMENTS_BY_SEX
    assert Counter(age for _, age in COMMENTS) == COMMENTS_BY_AGE


def test_occasions_of_the_plan_2026() -> None:
    table = rows(PLAN, "occasions")
    assert sorted((row["kind"], row["people"]) for row in table) == sorted(OCCASIONS_2026)
    assert {row["sex"] + row["age"] for row in rows(PLAN, "voices")} == {""}


@pytest.mark.parametrize("document", [APPENDIX, PLAN])
def test_every_remark_has_its_occasion(document: str) -> None:
    known = {row["occasion_id"] for row in rows(document, "occasions")}
    assert known
    assert set(remarks(document)) == known


@pytest.mark.parametrize("document", [APPENDIX, PLAN])
def test_people_stand_by_their_role(document: str) -> None:
    people = [row["who_ja"] for row in rows(document, "occasions")]
    assert all(people)
    assert not [who for who in people if any(word in who for word in ("さん", "氏", "様"))]


# --- History -----------------------------------------------------------------------------------
def labels(year: int) -> list[str]:
    """Japanese labels of the events dated in this year, over all documents."""
    table = [row for document in DOCUMENTS for row in rows(document, "events")]
    return [row["label_ja"].replace(" ", "") for row in table if row["date"][:4] == str(year)]


@pytest.mark.parametrize(("year", "word"), EVENTS)
def test_event(year: int, word: str) -> None:
    assert [label for label in labels(year) if word in label]


def test_years_with_events() -> None:
    assert {year for year in range(1900, 2026) if labels(year)} == YEARS_WITH_EVENTS


def test_dates_are_the_first_day_of_what_they_stand_for() -> None:
    ends = {"fiscal_year": "-04-01", "year": "-01-01", "month": "-01", "day": ""}
    table = [row for document in DOCUMENTS for row in rows(document, "events")]
    assert table
    assert [row for row in table if not row["date"].endswith(ends[row["precision"]])] == []


def years_of(word: str) -> Counter[int]:
    """Events of the appendix whose Japanese label holds a word, by year."""
    return Counter(int(row["date"][:4]) for row in rows(APPENDIX, "events") if word in row["label_ja"])


def test_every_online_system_stands_in_its_year() -> None:
    assert years_of("ホスト系：") == HOST_SYSTEMS
    assert years_of("オープン系：") == OPEN_SYSTEMS


def test_every_audit_stands_in_its_year() -> None:
    assert set(years_of("外部監査")) == EXTERNAL_AUDITS
    assert set(years_of("自己点検")) == SELF_CHECKS
