"""Answer options drafted from what stands in a file."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from narabe.intake.answers.people import group_id
from narabe.intake.answers.scales import ordered
from narabe.intake.answers.spellings import code, normal
from narabe.intake.reading.cells import on_one_line
from narabe.model.answers_plan import Group, OptionPlan
from narabe.model.text import Text, plain

OTHER = Text("その他（自由記入）", "Other (free text)")
ANY_OTHER = re.compile(r"その他.{0,12}|other.{0,12}")
LEAST_ANSWERS, LEAST_RARE, COMMON_SHARE = 20, 3, 0.8
SHORT = 4
"""A rare value of so few characters is an option of its own rather than words of a person."""

Spelled = dict[str, list[str]]
"""Label -> every spelling of it in the file."""


def spelled(values: Iterable[tuple[str, int]]) -> Spelled:
    """Values that differ in width, case or spaces alone are one; its most frequent spelling is the label."""
    kinds: dict[str, list[tuple[str, int]]] = {}
    for value, times in values:
        kinds.setdefault(code(value) or normal(value), []).append((value, times))
    return {
        on_one_line(max(kind, key=lambda each: each[1])[0]): [value for value, _ in kind]
        for kind in kinds.values()
    }


def folded(labels: Spelled, times: Mapping[str, int]) -> tuple[Spelled, list[str]]:
    """(options, what people wrote under その他): values that stand once beside a few common ones."""
    total = sum(times.values())
    counts = {label: sum(times.get(each, 0) for each in spellings) for label, spellings in labels.items()}
    rare = [label for label, count in counts.items() if count == 1 and len(label) > SHORT]
    common = sum(count for label, count in counts.items() if label not in rare)
    few = len(labels) - len(rare) >= 2 and len(rare) >= LEAST_RARE
    if total < LEAST_ANSWERS or not few or common < COMMON_SHARE * total:
        return labels, []
    kept = {label: spellings for label, spellings in labels.items() if label not in rare}
    return kept, [each for label in rare for each in labels[label]]


def drafted_options(
    labels: Spelled, others: Sequence[str] = (), group: Group | None = None
) -> tuple[tuple[OptionPlan, ...], bool]:
    """(options o1… in the order of a questionnaire, whether they are degrees of one thing)."""
    labels = {label: list(spellings) for label, spellings in labels.items()}
    if others:
        own = next((label for label in labels if ANY_OTHER.fullmatch(normal(label))), OTHER.ja)
        labels.setdefault(own, []).extend(others)
    order, scale = in_order(list(labels))
    return tuple(
        OptionPlan(
            f"o{place}",
            OTHER if label == OTHER.ja else plain(label),
            tuple(labels[label]),
            group_id=group_id(group, label),
        )
        for place, label in enumerate(order, start=1)
    ), scale


def in_order(labels: list[str]) -> tuple[list[str], bool]:
    """Codes by number, words as a questionnaire lists them; whether they are a scale."""
    codes = {label: code(label) for label in labels}
    if all(each is not None for each in codes.values()):
        return sorted(labels, key=lambda label: int(codes[label] or 0)), False
    found = ordered(labels)
    return list(found.labels), found.scale


def answered(values: Iterable[tuple[str, int]], missing: Iterable[str]) -> list[tuple[str, int]]:
    """The values that are answers."""
    left_out = set(missing)
    return [(value, times) for value, times in values if value not in left_out]


def total_of(values: Iterable[tuple[str, int]]) -> Counter[str]:
    return Counter(dict(values))
