"""Why lines beside the figures are left out: comparisons, averages, numbers of an earlier period."""

from collections.abc import Sequence

from narabe.intake.faults import Faults
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.vocabulary import AVERAGES, EARLIER, REACHED
from narabe.model.text import Text
from narabe.words import figures_lost_sentences as lost_say
from narabe.words import figures_sentences as say


def say_beside(names: Sequence[str], sheet: str, faults: Faults) -> None:
    """One note per reason; a warning for numbers of an earlier period, which nothing else gives."""
    reasons: dict[Text, list[str]] = {}
    for name in names:
        reasons.setdefault(_reason(name), []).append(name)
    for reason, told in reasons.items():
        tell = faults.warning if reason is lost_say.HOW_EARLIER else faults.note
        tell(say.beside_left_out(tuple(told)), reason, sheet=sheet, leaves_out=tuple(told), kind="beside")


def _reason(name: str) -> Text:
    text = tight(name)
    if EARLIER.search(text):
        return lost_say.HOW_EARLIER
    if AVERAGES.search(text):
        return lost_say.HOW_AVERAGE
    return lost_say.HOW_REACHED if REACHED.search(text) else lost_say.HOW_BESIDE
