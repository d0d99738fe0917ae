"""A file against the 30 rules for machine-readable administrative data."""

from collections.abc import Callable
from dataclasses import replace

from narabe.intake.readability import level1, level1_forms, level2, level3
from narabe.intake.readability.layout import Page, page_of
from narabe.intake.readability.look import EXPLAINS, File, Finding
from narabe.intake.readability.patterns import folded, is_blank
from narabe.intake.readability.scale import scores
from narabe.model.imports import Readability, Rule
from narabe.model.intake import Detection, Sheet
from narabe.words.readability_sentences import ASKS

MOST_CELLS = 200_000
"""Cells looked at in one sheet; of a longer one the first rows are judged, and the result says how many."""

RULES: dict[str, Callable[[File], Finding]] = {
    "L1-01": level1.file_format,
    "L1-02": level1.one_table,
    "L1-03": level1.not_parted,
    "L1-04": level1.nothing_around,
    "L1-05": level1.named_columns,
    "L1-06": level1.no_looks,
    "L1-07": level1.one_datum,
    "L1-08": level1.no_platform_characters,
    "L1-09": level1.zero_or_missing,
    "L1-10": level1_forms.no_objects,
    "L1-11": level1_forms.no_colours,
    "L1-12": level1_forms.no_merges,
    "L1-13": level1_forms.nothing_hidden,
    "L1-14": level1_forms.one_line,
    "L1-15": level1_forms.quoted,
    "L2-01": level2.numbers_are_numbers,
    "L2-02": level2.nothing_left_out,
    "L2-03": level2.unique_names,
    "L2-04": level2.fixed_choices,
    "L2-05": level2.other_apart,
    "L2-06": level2.no_formulas,
    "L3-01": level3.header_first,
    "L3-02": level3.code_table,
    "L3-03": level3.symbols_defined,
    "L3-04": level3.units_stated,
    "L3-05": level3.western_years,
    "L3-06": level3.official_areas,
    "L3-07": level3.same_from_year_to_year,
    "L3-08": level3.defined,
    "L3-09": level3.long_form,
}


def judge(sheets: tuple[Sheet, ...], detection: Detection) -> Readability:
    """Every rule on the sheets of a file, or on the files of one package as sheets; the same input, the same result.

    A rule that cannot be decided from the file alone is None and says what would satisfy it.
    """
    file, judged_rows = _looked_at(sheets, detection)
    findings = {rule_id: rule(file) for rule_id, rule in RULES.items()}
    rules = tuple(
        Rule(rule_id, finding.kept, ASKS[rule_id], finding.said, finding.places)
        for rule_id, finding in findings.items()
    )
    return Readability(rules, scores(findings), judged_rows)


def _looked_at(sheets: tuple[Sheet, ...], detection: Detection) -> tuple[File, int | None]:
    """The sheets taken apart, and the rows looked at where one was too long to look at whole."""
    used = [sheet for sheet in sheets if _has_content(sheet)]
    whole = {found.name: found.rows for found in detection.sheets}
    several = len(used) > 1
    explaining = [bool(EXPLAINS.fullmatch(folded(sheet.name))) for sheet in used]
    if all(explaining):
        explaining = [False] * len(used)
    data: list[Page] = []
    companions: list[Page] = []
    cut: list[int] = []
    for sheet, explains in zip(used, explaining, strict=True):
        width = len(sheet.rows[0]) if sheet.rows else 1
        rows = sheet.rows[: max(1, MOST_CELLS // max(width, 1))]
        if len(rows) < max(len(sheet.rows), whole.get(sheet.name, 0)) and not explains:
            cut.append(len(rows))
        page = page_of(replace(sheet, rows=rows), f"{sheet.name}!" if several else "")
        (companions if explains else data).append(page)
    return File(detection, tuple(data), tuple(companions)), min(cut) if cut else None


def _has_content(sheet: Sheet) -> bool:
    return bool(sheet.objects) or any(not is_blank(value) for row in sheet.rows for value in row)
