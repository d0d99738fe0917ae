"""A room that was saved, as figures of the version: one more wave beside the surveys, taken back like any import."""

from narabe.desk import drafts
from narabe.desk.imports import commit, discard
from narabe.desk.laying import count_changes, lay_down
from narabe.intake.converted import Converted
from narabe.intake.room_tables import dataset_of, room_tables
from narabe.ledger import Imports
from narabe.ledger.as_json import to_json
from narabe.model.imports import Signer
from narabe.model.intake import AS_FOUND, Kind
from narabe.model.room_results import KeptResults
from narabe.settings import store
from narabe.words.remark_sentences import JAPAN


def stand_beside(kept: KeptResults) -> bool:
    """Make the answers to questions of the surveys part of the live version; False where none was asked.

    The same results stand there once. Errors: Problem, and nothing changed.
    """
    asked = [step for step in kept.results.steps if step.beside_surveys]
    if not asked:
        return False
    file_name = f"room_{kept.results.code}_{kept.saved_at.astimezone(JAPAN):%Y-%m-%d}.json"
    draft = drafts.keep(to_json(kept.results).encode(), file_name, AS_FOUND, browser=False)
    try:
        if not _stands(draft.sha256):
            tables = room_tables(kept.results, kept.saved_at)
            done = Converted(tables, (), sum(len(step.options) for step in asked), len(asked))
            lay_down(draft, (Kind.ROOM, dataset_of(kept.results)), done, Signer(kept.department, kept.author))
            count_changes(draft.draft_id, done)
            commit(draft.draft_id)
    finally:
        discard(draft.draft_id)
    return True


def _stands(sha256: str) -> bool:
    return any(each.active and each.sha256 == sha256 for each in Imports(store()).every())
