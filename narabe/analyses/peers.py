"""How far can the indicators of other cities be set beside Koriyama's?"""

from narabe.analyses.metrics import metrics
from narabe.analyses.rows import text
from narabe.model.metrics import Metric
from narabe.model.peers import OWN, PEERS, Pair, Peers, Side
from narabe.model.status import Verdict
from narabe.warehouse import Warehouse
from narabe.words import peers_sentences as say

CARDS = "shirakawa_mynumber_rate"


def peers(warehouse: Warehouse, city: str = "all") -> Peers:
    """The pairs and the indicators alone, of one city or all."""
    asked = PEERS if city == "all" else (city,)
    own = metrics(warehouse, OWN)
    others = {name: metrics(warehouse, name) for name in asked}
    pairs = _pairs(warehouse, own, others)
    paired = {pair.peer.metric.metric_id for pair in pairs}
    alone = tuple(
        Side(name, metric)
        for name, found in others.items()
        for metric in found.values()
        if metric.metric_id not in paired
    )
    cards = next((side for side in alone if side.metric.metric_id == CARDS), None)
    return Peers(
        pairs,
        alone,
        cards,
        say.sentence(asked, pairs, alone),
        say.notes(pairs),
        warehouse.build_id,
    )


def _pairs(
    warehouse: Warehouse, own: dict[str, Metric], others: dict[str, dict[str, Metric]]
) -> tuple[Pair, ...]:
    """The judged pairs of these cities, those that may stand side by side first."""
    return tuple(
        Pair(
            Side(OWN, own[row["metric_a"]]),
            Side(row["city"], others[row["city"]][row["metric_b"]]),
            Verdict(row["verdict"]),
            text(row, "reason"),
        )
        for row in warehouse.ask("peers_pairs")
        if row["city"] in others
    )
