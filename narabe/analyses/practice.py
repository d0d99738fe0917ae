"""How were the fictional answers made, and what can they not give?"""

from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.practice import LeftOut, PracticeNote
from narabe.warehouse import Warehouse
from narabe.words import practice_sentences as say


def practice_note(warehouse: Warehouse, dataset: str) -> PracticeNote | None:
    """The note of one of our fictional datasets; None for answers that somebody brought in."""
    made = [row for row in warehouse.ask("practice") if row["dataset"] == dataset]
    if not made:
        return None
    steps = warehouse.ask("practice_steps")
    return PracticeNote(
        dataset=dataset,
        title=text(made[0], "title"),
        rule_version=steps[0]["version"],
        steps=tuple(text(row, "step") for row in steps),
        left_out=tuple(map(_left_out, warehouse.ask("not_reproduced", wave=made[0]["wave_id"]))),
    )


def _left_out(row: Row) -> LeftOut:
    what = optional_text(row, "what") or say.figure(
        text(row, "question"), text(row, "option"), optional_text(row, "group"), row["measure"]
    )
    return LeftOut(what, text(row, "reason"), text(row, "why"), source(row))
