"""What committing a draft would do: converted, checked, laid down, and built without being made live."""

from narabe.desk.drafts import Opened
from narabe.desk.examining import catalogue, earlier, said_before
from narabe.desk.laying import lay_down
from narabe.intake import answers, figures
from narabe.intake.converted import Converted
from narabe.ledger import Imports, Ledger
from narabe.ledger.as_json import to_json
from narabe.model.answers_plan import AnswersPlan
from narabe.model.figures_plan import FiguresPlan
from narabe.model.imports import Change, Counts, Effect, Plan, Preview, Signer
from narabe.model.intake import Fault, Kind, Progress, Severity
from narabe.model.problem import Problem
from narabe.settings import store
from narabe.warehouse.build import prepare
from narabe.warehouse.changes import changes
from narabe.warehouse.files import figures_file, readable
from narabe.warehouse.imports import counting
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
        found = _changes(draft.draft_id)
    except Problem as problem:
        (folder / "entry.json").unlink()
        contradiction = Fault(Severity.ERROR, problem.message, say.MEND_AND_RETRY)
        return Preview(draft.draft_id, plan, counts, (), (*faults, contradiction))
    tally = {effect.value: sum(change.effect is effect for change in found) for effect in Effect}
    computed = sum(change.derived and change.effect is Effect.ADDED for change in found)
    counts = Counts(done.rows, done.columns, **tally, computed=computed)
    (folder / "counts.json").write_text(to_json(counts), encoding="utf-8")
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


def _changes(draft_id: str) -> tuple[Change, ...]:
    """Build the version with the draft and compare it with the one that serves."""
    live = Ledger(store()).live()
    current = figures_file(live.version_id) if live else None
    prepared = prepare(counting((*Imports(store()).active(), draft_id)))
    return changes(prepared, current if current and readable(current) else None, draft_id)
