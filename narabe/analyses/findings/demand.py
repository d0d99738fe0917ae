"""What residents voice, and whether the plan measures it."""

from narabe.analyses.findings.lookup import lost
from narabe.analyses.projects import project_plan
from narabe.model.findings import Finding
from narabe.warehouse import Warehouse
from narabe.words import finding_sentences as say


def demand_without_indicator(warehouse: Warehouse) -> Finding:
    """The needs no indicator answers, and the greatest worry beside the fewest marks."""
    needs = project_plan(warehouse).needs
    without = sorted((need for need in needs if need.kpi is None), key=lambda need: -need.share)
    worry = next((need for need in needs if need.need_id == "privacy"), None)
    if not without or worry is None:
        raise lost("needs")
    return Finding(
        "demand_without_indicator",
        say.demand_key(without[0]),
        say.demand(without, worry),
        say.demand_arithmetic(without, worry),
        say.DEMAND_CAUTION,
        "projects",
        (),
        ("audit_compliance", "security_elearning"),
    )
