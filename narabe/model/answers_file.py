"""The columns of a file of checked answers, one row per respondent; names hold for Parquet and for the dataset file."""

import re

ROW, RESPONDENT, WEIGHT, WEIGHT_SCALED = "row", "respondent", "weight", "weight_scaled"
"""Row of the file as received; id; weight as given; weight as a whole number of millionths, which sums exactly."""
WEIGHT_SCALE = 1_000_000
RESERVED = (ROW, RESPONDENT, WEIGHT, WEIGHT_SCALED)
AN_ID = re.compile(r"[A-Za-z0-9]\w{0,59}", re.ASCII)
"""What an id of a question or of an option may be."""


def flag_column(question_id: str, option_id: str) -> str:
    """Was this option of a multiple choice chosen? NULL where the question has no answer."""
    return f"{question_id}__{option_id}"


def missing_column(question_id: str) -> str:
    """Why there is no answer (`answers_plan.Missing`); NULL where there is one. Left out where all answered."""
    return f"{question_id}__missing"


def mask_column(question_id: str, number: int = 0) -> str:
    """64 options of a multiple choice in one whole number: bit i of mask m is option 64 m + i (dataset file only)."""
    return f"{question_id}__mask{number or ''}"


def packed_column(question_id: str, number: int) -> str:
    """A few options of a multiple choice in one small whole number, to group by (dataset file only).

    Three underscores, because no id of an option begins with one.
    """
    return f"{question_id}___packed{number}"


def wave_of(dataset: str) -> str:
    """The id of a dataset's wave among the figures."""
    return f"in_{dataset}"


def question_of(dataset: str, own: str) -> str:
    """The id of a dataset's question among the figures: two underscores, which no question's own id holds, part it from the wave."""
    return f"{wave_of(dataset)}__{own}"
