"""Points a broken rule costs at its level: the scale of the Digital Agency's own sample judge (PDL1.0).

Source: digital-go-jp/machine_readability_rule, docs/rule_scoring_table.csv. ALL takes every point of the level.
"""

from narabe.intake.readability.look import Finding

ALL = 100
POINTS = {
    "L1-01": ALL,
    "L1-02": ALL,
    "L1-03": 10,
    "L1-04": 5,
    "L1-05": 10,
    "L1-06": 10,
    "L1-07": 10,
    "L1-08": 10,
    "L1-09": 2,
    "L1-10": 10,
    "L1-11": 10,
    "L1-12": 10,
    "L1-13": 10,
    "L1-14": ALL,
    "L1-15": ALL,
    "L2-01": ALL,
    "L2-02": ALL,
    "L2-03": ALL,
    "L2-04": 40,
    "L2-05": 30,
    "L2-06": 30,
    "L3-01": ALL,
    "L3-02": 15,
    "L3-03": 10,
    "L3-04": 10,
    "L3-05": 10,
    "L3-06": 15,
    "L3-07": 15,
    "L3-08": 10,
    "L3-09": 10,
}


def scores(findings: dict[str, Finding]) -> tuple[tuple[str, int], ...]:
    """100 for each level less the points of its broken rules, never below 0; 0 where no rule of a level applies."""
    levels = sorted({rule_id[:2] for rule_id in POINTS})
    return tuple((level, _score(level, findings)) for level in levels)


def _score(level: str, findings: dict[str, Finding]) -> int:
    own = {rule_id: finding for rule_id, finding in findings.items() if rule_id.startswith(level)}
    if all(finding.kept is None for finding in own.values()):
        return 0
    return max(0, 100 - sum(POINTS[rule_id] for rule_id, finding in own.items() if finding.kept is False))
