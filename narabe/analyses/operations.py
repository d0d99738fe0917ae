"""What is known of each of the five 5レス, and where is nothing?"""

from narabe.analyses.metrics import metrics
from narabe.model.metrics import Metric
from narabe.model.operations import Operations, Strip
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.words import operations_sentences as say


def operations(warehouse: Warehouse, strip: str = "all") -> Operations:
    """The strips, or one of them, with every metric the documents name for it."""
    found = metrics(warehouse).values()
    strips = tuple(
        Strip(strip_id, label, aim, measure, tuple(m for m in found if m.strip == strip_id))
        for strip_id, (label, aim, measure) in say.STRIPS.items()
        if strip in ("all", strip_id)
    )
    return Operations(strips, say.sentence(strips), (say.TO_SCALE, say.RECOMPUTED), warehouse.build_id)


def breakdown(warehouse: Warehouse, metric_id: str) -> Metric:
    """A metric with its values by tax, fee, department or meeting. Errors: Problem for an unknown one."""
    found = metrics(warehouse).get(metric_id)
    if found is None or not found.broken_down:
        raise Problem(
            Text(f"「{metric_id}」の内訳はありません。", f"There is no breakdown of “{metric_id}”."),
            Text("一覧から選んでください。", "Choose one from the list."),
        )
    return found
