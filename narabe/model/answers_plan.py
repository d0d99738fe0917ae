"""How the columns of a file of answers become questions: proposed by us, corrected by a person, kept with the import."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from narabe.model.text import EMPTY, Text


class Role(StrEnum):
    """What a column is for. IGNORED columns are kept in the original file alone."""

    QUESTION = "question"
    RESPONDENT = "respondent"
    WEIGHT = "weight"
    IGNORED = "ignored"


class AnswerType(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    LIMITED = "limited"
    SCALE = "scale"
    NUMERIC = "numeric"
    TEXT = "text"


class Layout(StrEnum):
    """How the answers to one question lie: in one cell; one 0/1 column per option; one column per slot;
    several in one cell, set apart by a delimiter."""

    CELL = "cell"
    FLAGS = "flags"
    SLOTS = "slots"
    DELIMITED = "delimited"


class Missing(StrEnum):
    """Why there is no answer: 無回答, 非該当, 無効."""

    NO_ANSWER = "no_answer"
    NOT_APPLICABLE = "not_applicable"
    INVALID = "invalid"


class Group(StrEnum):
    """A question whose options are groups that Compare knows."""

    SEX = "sex"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class OptionPlan:
    """An option with every spelling that means it in the file. With FLAGS `column` is the option's column (its work name).

    `group_id` names the group of `data/codebooks/groups.yml` that it is, where the question is sex or age.
    """

    option_id: str
    label: Text
    spellings: tuple[str, ...] = ()
    column: str | None = None
    group_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """A question and the columns (work names, in order) that hold its answers.

    `missing` gives spellings that are no answer, with the reason. `concept_id` makes it comparable with other waves.
    `header` is what the file calls it. `certain` is how sure the proposal is, 0 to 1.
    """

    question_id: str
    header: str
    label: Text
    answer_type: AnswerType
    layout: Layout
    columns: tuple[str, ...]
    options: tuple[OptionPlan, ...] = ()
    missing: tuple[tuple[str, Missing], ...] = ()
    delimiter: str | None = None
    max_choices: int | None = None
    concept_id: str | None = None
    group: Group | None = None
    certain: float = 1.0


@dataclass(frozen=True, slots=True)
class WavePlan:
    """What the survey is. `same_as` names the published wave whose answers these are, where they are."""

    dataset: str
    title: Text
    population: Text = EMPTY
    field_start: date | None = None
    field_end: date | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class AnswersPlan:
    """The whole mapping. `respondent` and `weight` are work names of columns; every other column is of a question or ignored."""

    wave: WavePlan
    questions: tuple[QuestionPlan, ...]
    respondent: str | None = None
    weight: str | None = None
    ignored: tuple[str, ...] = ()
