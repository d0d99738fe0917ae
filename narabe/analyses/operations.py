"""What is known of each of the five 5レス, and where is nothing?"""

from narabe.analyses.metrics import metrics
from narabe.model.metrics import Metric
from narabe.model.operations import OTHERS, Operations, Strip
from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text
from narabe.warehouse import Warehouse
from narabe.words import operations_sentences as say


def operations(warehouse: Warehouse, strip: str = "all") -> Operations:
    """The strips, or one of them, with every metric the documents name for it, and what imports add."""
    found = tuple(metrics(warehouse).values())
    every = [
        Strip(strip_id, *words, tuple(m for m in found if m.strip == strip_id))
        for strip_id, words in say.STRIPS.items()
    ]
    if others := tuple(m for m in found if m.brought_in and m.strip is None and m.near is None and not m.kpi):
        every.append(Strip(OTHERS, *say.OTHER_METRICS, EMPTY, others))
    strips = tuple(each for each in every if strip in ("all", each.strip_id))
    return Operations(
        strips,
        say.sentence(strips),
        (say.TO_SCALE, say.RECOMPUTED),
        warehouse.build_id,
        tuple((each.strip_id, each.label) for each in every),
    )


def breakdown(warehouse: Warehouse, metric_id: str) -> Metric:
    """A metric with its values by tax, fee, department or meeting. Errors: Problem for an unknown one."""
    found = metrics(warehouse).get(metric_id)
    if found is None or not found.broken_down:
        raise Problem(
            Text(f"「{metric_id}」の内訳はありません。", f"There is no breakdown of “{metric_id}”."),
            Text("一覧から選んでください。", "Choose one from the list."),
        )
    return found
