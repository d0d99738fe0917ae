"""A room among the surveys: its name, and what it is not."""

from datetime import datetime

from narabe.model.text import Text
from narabe.words.remark_sentences import day
from narabe.words.stage_sentences import NOT_A_SAMPLE

POPULATION = Text("会場にいて答えた人", "People in the room who answered")
NOTE = NOT_A_SAMPLE


def title(held: datetime) -> Text:
    """`会場（2026年11月21日）`."""
    said = day(held)
    return Text(f"会場（{said.ja}）", f"Room ({said.en})")
