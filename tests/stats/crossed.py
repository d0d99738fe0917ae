"""The reference survey counted in plain Python, and what R says of it."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from narabe.stats.crossing import Counts

HERE = Path(__file__).parent / "reference"
Person = dict[str, str]
Belongs = Callable[[Person], bool]


def people() -> list[Person]:
    with (HERE / "answers.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def reference() -> dict[str, float]:
    with (HERE / "survey.csv").open(encoding="utf-8") as file:
        return {row["name"]: float(row["value"]) for row in csv.DictReader(file)}


def weight(person: Person) -> float:
    return float(person["weight"])


def counted(
    everybody: Sequence[Person],
    base: Sequence[Person],
    rows: Sequence[Belongs],
    columns: Sequence[Belongs],
    weighing: Callable[[Person], float] = weight,
) -> Counts:
    """Rows × columns over `base`, one person after the other."""

    def table(value: Callable[[Person], float]) -> np.ndarray:
        return np.array(
            [
                [
                    sum(value(person) for person in base if row(person) and column(person))
                    for column in columns
                ]
                for row in rows
            ],
            float,
        )

    def bases(value: Callable[[Person], float]) -> np.ndarray:
        return np.array([sum(value(person) for person in base if column(person)) for column in columns])

    return Counts(
        people=table(lambda _: 1),
        weighted=table(weighing),
        squared=table(lambda person: weighing(person) ** 2),
        base_people=bases(lambda _: 1),
        base_weighted=bases(weighing),
        base_squared=bases(lambda person: weighing(person) ** 2),
        positive=bases(lambda person: weighing(person) > 0),
        shared=np.array(
            [
                [sum(weighing(each) ** 2 for each in base if one(each) and two(each)) for one in columns]
                for two in columns
            ]
        ),
        sampled=len(everybody),
    )


def says(column: str, value: str) -> Belongs:
    return lambda person: person[column] == value


def answered(everybody: Sequence[Person], *columns: str) -> list[Person]:
    return [person for person in everybody if all(person[column] for column in columns)]
