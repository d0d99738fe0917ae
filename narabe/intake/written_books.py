"""The plan of a file as a codebook file, which `narabe.intake.books` reads."""

from pathlib import Path
from typing import Any

import yaml

from narabe.model.answers_plan import AnswersPlan, Layout, QuestionPlan
from narabe.model.text import Text

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The safe one, in C where it is installed: wide files have large codebooks."""
HEADING = """\
# このファイルは取り込んだ回答から自動で作った下書きです。設問や選択肢の言葉を直し、取り込みのときに指定できます。
# drafted: true の行を消すと、ここにない値は「知らないコード」として取り込みを止めます。
# Drafted from the answers; edit the words and give it with a file. Without the line `drafted: true`,
# values that are not listed here stop the import.
"""


def write_book(
    plan: AnswersPlan, path: Path, bases: dict[str, tuple[int, str]] | None = None, weight: str = ""
) -> None:
    """The plan's questions as a codebook file that `read_book` reads; `bases` are (answers, rule) by question.

    `weight` is what the file called its column of weights.
    """
    wave = plan.wave
    content: dict[str, Any] = {
        "wave": wave.same_as or f"in_{wave.dataset}",
        "title": _both(wave.title),
        "drafted": True,
        **({"weight": weight} if weight else {}),
        "questions": [
            _written(question, (bases or {}).get(question.question_id)) for question in plan.questions
        ],
    }
    text = yaml.dump(
        content, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None
    )
    path.write_text(HEADING + text, encoding="utf-8")


def _both(text: Text) -> dict[str, str]:
    return {"ja": text.ja, "en": text.en}


def _written(question: QuestionPlan, base: tuple[int, str] | None) -> dict[str, Any]:
    count, rule = base or (None, "all")
    return {
        "id": question.question_id,
        "header": question.header,
        "concept": question.concept_id,
        "number": None,
        "label": _both(question.label),
        "type": str(question.answer_type),
        "max_choices": question.max_choices,
        "base": {"count": count, "status": "printed" if base else None, "rule": rule, "note": None},
        "options_complete": True,
        "options": [
            {
                "id": option.option_id,
                "label": _both(option.label),
                **({"group": option.group_id} if option.group_id else {}),
                **_spellings(question, option.spellings, option.label),
            }
            for option in question.options
        ],
        "missing": [{"value": value, "reason": str(reason)} for value, reason in question.missing],
        "note": None,
    }


def _spellings(question: QuestionPlan, spellings: tuple[str, ...], label: Text) -> dict[str, Any]:
    """Spellings beyond the label; those of ticked boxes are the same for every option and left out."""
    others = [each for each in spellings if each not in (label.ja, label.en)]
    if question.layout is Layout.FLAGS or not others:
        return {}
    return {"spellings": [{"value": each} for each in others]}
