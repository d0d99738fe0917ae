"""What committing a draft would do: converted, checked, laid down, and built without being made live."""

from narabe.desk.drafts import Opened
from narabe.desk.examining import catalogue, earlier, said_before
from narabe.desk.laying import count_changes, lay_down
from narabe.intake import answers, figures
from narabe.intake.converted import Converted
from narabe.ledger.as_json import to_json
from narabe.model.answers_plan import AnswersPlan
from narabe.model.figures_plan import FiguresPlan
from narabe.model.imports import Counts, Plan, Preview, Signer
from narabe.model.intake import Fault, Kind, Progress, Severity
from narabe.model.problem import Problem
from narabe.words import import_sentences as say


def previewed(reading: Opened, plan: Plan, signer: Signer, fictional: bool, progress: Progress) -> Preview:
    draft, folder = reading.draft, reading.folder
    (folder / "entry.json").unlink(missing_ok=True)
    progress(say.CHECKING)
    done = _converted(reading, plan, progress)
    faults = (*reading.incoming.faults, *said_before(earlier(draft.sha256)), *done.faults)
    counts = Counts(done.rows, done.columns)
    if done.refused or any(fault.severity is Severity.ERROR for fault in faults):
        return Preview(draft.draft_id, plan, counts, (), faults)
    lay_down(draft, _named(plan), done, signer, fictional)
    (folder / "plan.json").write_text(to_json(plan), encoding="utf-8")
    progress(say.BUILDING)
    try:
        counts, found = count_changes(draft.draft_id, done)
    except Problem as problem:
        (folder / "entry.json").unlink()
        contradiction = Fault(Severity.ERROR, problem.message, say.MEND_AND_RETRY)
        return Preview(draft.draft_id, plan, counts, (), (*faults, contradiction))
    return Preview(draft.draft_id, plan, counts, found, faults)


def _converted(reading: Opened, plan: Plan, progress: Progress) -> Converted:
    if isinstance(plan, AnswersPlan):
        return answers.convert(
            reading.connection, reading.raw, plan, reading.folder, reading.limits, progress
        )
    return figures.convert(reading.sheets, plan, catalogue(), reading.folder, reading.limits, progress)


def _named(plan: Plan) -> tuple[Kind, str]:
    """What the file holds, and the name of its dataset."""
    if isinstance(plan, FiguresPlan):
        return Kind.FIGURES, plan.dataset
    return Kind.ANSWERS, plan.wave.dataset
