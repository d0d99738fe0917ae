"""`crosstab --rake FILE`: weights that make the respondents stand as the population of a file does."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from narabe.analyses.margins import margin_of
from narabe.intake.margins import read_margin
from narabe.model.intake import Fault, Refused, Severity
from narabe.model.problem import Problem
from narabe.model.raking import Margin, Skew, Weighting
from narabe.model.survey import Survey
from narabe.model.text import Lang
from narabe.settings import limits
from narabe.words import cli_sentences, import_sentences
from narabe.words import raking_sentences as say


def add_options(crossing: argparse.ArgumentParser) -> None:
    """Add `--rake` and `--trim`."""
    crossing.add_argument(
        "--rake",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="人口の表（CSV・XLSX）に合わせて加重する。何度でも / weight to a file of the population, any number of times",
    )
    crossing.add_argument(
        "--trim",
        type=_times,
        metavar="N",
        help="ウエイトの上限（平均の何倍か） / no weight above N times the mean",
    )


def check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Errors: wrong usage for options that exclude each other."""
    if options.rake and options.weight is not None:
        parser.error(say.WEIGHT_OR_MARGINS.in_(options.lang))
    if options.trim is not None and not options.rake:
        parser.error(say.TRIM_NEEDS_MARGINS.in_(options.lang))


def margins(options: argparse.Namespace, survey: Survey) -> tuple[Margin, ...]:
    """The files as margins; what was not used of them is said on the error stream. Errors: Problem."""
    return tuple(_margin(path, survey, options.lang) for path in options.rake)


def as_json(weighting: Weighting | None, lang: Lang) -> dict[str, Any] | None:
    """What the weights are and cost, and the sample beside the population; shares are fractions 0–1."""
    if weighting is None:
        return None
    return {
        "questions": list(weighting.question_ids),
        "respondents": weighting.respondents,
        "unanswered": weighting.unanswered,
        "left_out": [
            {"category": each.label.in_(lang), "respondents": each.respondents} for each in weighting.left_out
        ],
        "rounds": weighting.rounds,
        "converged": weighting.converged,
        "largest_distance": weighting.off,
        "lowest_weight": weighting.low,
        "highest_weight": weighting.high,
        "design_effect": weighting.design_effect,
        "effective_base": weighting.effective_base,
        "trim": weighting.ceiling,
        "trimmed": weighting.trimmed,
        "margins": [_side(side, lang) for side in weighting.skew],
        "notes": [note.in_(lang) for note in say.notes(weighting)],
    }


def _side(side: Skew, lang: Lang) -> dict[str, Any]:
    return {
        "file": side.name,
        "questions": list(side.question_ids),
        "respondents": side.respondents,
        "categories": [
            {
                "category": each.label.in_(lang),
                "option_ids": list(each.option_ids),
                "respondents": each.respondents,
                "sample_share": each.sample_share,
                "population": each.population,
                "population_share": each.population_share,
                "weighted_share": each.weighted_share,
            }
            for each in side.categories
        ],
    }


def _margin(path: Path, survey: Survey, lang: Lang) -> Margin:
    if not path.is_file():
        raise Problem(import_sentences.no_such_file(str(path)), import_sentences.CHECK_NAME)
    try:
        file = read_margin(path, path.name, limits())
    except Refused as refused:
        _tell(path, [fault for fault in refused.faults if fault.severity is Severity.ERROR], lang)
        raise Problem(say.file_refused(path.name), say.FORM) from refused
    _tell(path, file.notes, lang)
    return margin_of(survey, file)


def _tell(path: Path, faults: Sequence[Fault], lang: Lang) -> None:
    for fault in faults:
        print(f"{path.name}: {cli_sentences.fault(fault).in_(lang)}", file=sys.stderr)


def _times(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 1 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{say.BAD_TRIM.ja} / {say.BAD_TRIM.en}")
    return number
