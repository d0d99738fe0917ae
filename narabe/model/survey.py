"""A set of respondent-level answers as it can be asked: questions, options, where they lie."""

from dataclasses import dataclass

from narabe.model.answers_plan import AnswerType, Missing
from narabe.model.status import Origin
from narabe.model.text import Text

ONE_ANSWER = (AnswerType.SINGLE, AnswerType.SCALE)
SEVERAL_ANSWERS = (AnswerType.MULTIPLE, AnswerType.LIMITED)


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """An option in codebook order. `group_id` names the group that it is, where the question is sex or age."""

    option_id: str
    label: Text
    group_id: str | None = None


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question; `header` is what the file called it, `partly` says that some respondents have no answer.

    `asked_of` is who was asked where not everybody was, empty where the codebook does not say who; None: everybody.
    """

    question_id: str
    header: str
    label: Text
    answer_type: AnswerType
    options: tuple[AnswerOption, ...] = ()
    max_choices: int | None = None
    concept_id: str | None = None
    partly: bool = False
    asked_of: Text | None = None

    @property
    def crossable(self) -> bool:
        """Can it be an axis: does it have options?"""
        return self.answer_type in (*ONE_ANSWER, *SEVERAL_ANSWERS)

    @property
    def tabulated(self) -> bool:
        """Can it be counted at all: is it more than words?"""
        return self.answer_type is not AnswerType.TEXT


@dataclass(frozen=True, slots=True)
class Survey:
    """One set of answers. `weight` is what the file called its column of weights, None where it has none."""

    dataset: str
    origin: Origin
    respondents: int
    questions: tuple[SurveyQuestion, ...]
    weight: str | None = None

    def question(self, question_id: str) -> SurveyQuestion:
        """The question of this id, which the survey must have."""
        return next(each for each in self.questions if each.question_id == question_id)


@dataclass(frozen=True, slots=True)
class Category:
    """A row or a column: whoever gave one of these options, or gave no answer for this reason."""

    category_id: str
    option_ids: tuple[str, ...] = ()
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the categories to count. `everyone`: those without an answer count in the base too."""

    question: SurveyQuestion
    categories: tuple[Category, ...]
    everyone: bool = False
