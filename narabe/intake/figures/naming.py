"""Names of rows and columns -> metrics and segments that are known."""

import hashlib
import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from narabe.intake.figures import headings
from narabe.intake.figures.spelling import key, plain, unmarked
from narabe.intake.figures.tables import without_unit
from narabe.intake.figures.units import same
from narabe.intake.figures.vocabulary import OTHER_MEASURES
from narabe.model.figures_plan import MetricEntry
from narabe.model.status import MetricKind

ALIKE = 0.9
"""Names are taken for the same from here on; オンライン申請件数 and オンライン申請手続数 reach 0.84."""
CLEAR = 0.02
"""The best name must lead the second by so much."""
NUMBERING = re.compile(r"^(?:\(?\d{1,2}(?:-\d{1,2})?[).．、]\s*|[①-⑳]\s*|\d{1,2}(?:-\d{1,2})?\s+|[ア-ン]\s*[).．]\s*|図?表\s*\d{1,2}(?:-\d+)?\s*[:.、]?\s*|表\s*[:.、 ]\s*|(?:資料|別紙|別表)\s*\d{1,2}\s*[:.、]?\s*|[■●◆○◇□・▼【]+\s*|第\d+表\s*)")  # fmt: skip
ENDINGS = (
    "率",
    "割合",
    "比",
    "額",
    "人",
    "者数",
    "手続数",
    "施設数",
    "事業数",
    "件数",
    "回数",
    "枚数",
    "時間",
)
KEYED_ENDINGS = tuple(map(key, ENDINGS))
RATIO = re.compile(r"率$|割合$|比率$|比$|[%％]|パーセント")
AVERAGE = re.compile(r"月平均|平均")
STOCK = re.compile(r"(年度)?末|現在|時点|残高|登録者数?|累計|人口|世帯数|設置|保有|対応施設|友だち")


@dataclass(frozen=True, slots=True)
class Match:
    """A known metric and how sure its name is, 0 to 1."""

    entry: MetricEntry
    certain: float


class Names:
    """The names that metrics and segments go by."""

    def __init__(self, catalogue: tuple[MetricEntry, ...]) -> None:
        self.entries = {entry.metric_id: entry for entry in catalogue}
        self._metrics = [
            (key(name), entry) for entry in catalogue for name in (entry.title.ja, *entry.aliases)
        ]
        segments = {segment: label for entry in catalogue for segment, label in entry.segments}
        self._segments = {key(label.ja): segment for segment, label in segments.items()} | {
            key(re.sub(r"\(.*\)|（.*）", "", label.ja)): segment
            for segment, label in segments.items()
            if "合計" not in label.ja
        }
        self.segment_ids = frozenset(segments) | {"all"}

    def metric(self, name: str, unit: str = "") -> Match | None:
        """The metric of a name; None where none is near enough, two are equally near, or the unit speaks against it."""
        wanted = key(cleaned(name))
        if not wanted:
            return None
        best: dict[str, tuple[float, MetricEntry]] = {}
        for known, entry in self._metrics:
            score = 1.0 if known == wanted else _alike(known, wanted)
            if score >= best.get(entry.metric_id, (ALIKE, entry))[0]:
                best[entry.metric_id] = (score, entry)
        ranked = sorted(best.values(), key=lambda found: -found[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR):
            return None
        score, entry = ranked[0]
        if unit and not counted_in(unit, entry):
            return Match(entry, 0.6) if score == 1.0 and entry.kind is not MetricKind.RATIO and "%" not in unit else None  # fmt: skip
        return Match(entry, round(score, 3))

    def segment(self, name: str) -> str | None:
        """The known segment of a label."""
        return self._segments.get(key(cleaned(name))) if key(name) else None


def counted_in(unit: str, entry: MetricEntry) -> bool:
    """Whether a unit, in either language, is that of the metric."""
    return same(unit, entry.unit.ja) or unit.casefold() == entry.unit.en.casefold()


def cleaned(name: str) -> str:
    """A name without numbering, note marks, unit in brackets and 目標・実績."""
    text = NUMBERING.sub("", unmarked(plain(name))[0])
    return role_off(without_unit(text))[0]


def role_off(name: str) -> tuple[str, str | None]:
    """A name without (目標) or 実績値 at its end, and the role that said."""
    for role, pattern in headings.ROLES.items():
        shorter = re.sub(rf"[\s(/・:_-]*(?:{pattern.pattern})\)?$", "", name)
        if shorter != name and shorter:
            return shorter, role
    return name, None


def kind_of(name: str, unit: str, states: bool) -> MetricKind:
    """What a new metric is: a share, an average, a state at a date, else an amount over a period."""
    if unit == "%" or RATIO.search(name):
        return MetricKind.RATIO
    if AVERAGE.search(name):
        return MetricKind.AVERAGE
    held = STOCK.search(name) is not None and OTHER_MEASURES.search(name) is None
    return MetricKind.STOCK if states or held else MetricKind.FLOW


def stable_id(prefix: str, name: str) -> str:
    """The same name has the same id in every file."""
    return f"{prefix}_{hashlib.sha256(key(name).encode()).hexdigest()[:8]}"


def _alike(known: str, wanted: str) -> float:
    """Nearness of two names; those that end in different counts (件数, 手続数) or differ in a digit are not the same."""
    near = fuzz.ratio(known, wanted, score_cutoff=ALIKE * 100) / 100
    return near if near and _ending(known) == _ending(wanted) and _digits(known) == _digits(wanted) else 0.0


def _ending(name: str) -> str:
    return next((ending for ending in KEYED_ENDINGS if name.endswith(ending)), "")


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)
