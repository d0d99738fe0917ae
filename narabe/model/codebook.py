"""A codebook as the mapping of answers needs it: questions with their options."""

from dataclasses import dataclass

from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class BookOption:
    """An answer option; `net` says that it only adds up others and is never in a file.

    `spellings` are codes or words that mean it in a file, beside its label; `group_id` the group of people it is.
    """

    option_id: str
    label: Text
    net: bool = False
    spellings: tuple[str, ...] = ()
    group_id: str | None = None


@dataclass(frozen=True, slots=True)
class BookQuestion:
    """A question; `answer_type` is one of single, multiple, limited, scale, numeric, text.

    `header` is what a file calls it, `missing` gives codes with the reason (`answers_plan.Missing`); `complete` says
    that every option is listed, so that anything else in a file is an unknown code. Where it is not `typed`, how the
    answers lie tells the answer type. `asked_of` is who was asked where not everybody was, empty where nobody wrote it.
    """

    question_id: str
    concept_id: str | None
    number: str | None
    label: Text
    answer_type: str
    max_choices: int | None
    options: tuple[BookOption, ...]
    header: str = ""
    missing: tuple[tuple[str, str], ...] = ()
    complete: bool = True
    typed: bool = True
    asked_of: Text | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """The questions of one wave, in order. `own` says that it came with the file to be read, and is no other survey's.

    `weight` is what the file called its column of weights.
    """

    wave_id: str
    questions: tuple[BookQuestion, ...]
    own: bool = False
    weight: str = ""
