"""The respondents beside the population they were weighted to."""

from narabe.model.raking import Weighting
from narabe.model.rounding import share_percent
from narabe.model.table import Column, Table
from narabe.words import raking_sentences as say
from narabe.words.crosstab_file_sentences import MASK

DECIMALS = 1


def skew(found: Weighting) -> Table:
    """One row per category of every margin; shares in per cent, the difference in points."""
    return Table(
        name="respondents_and_population",
        title=say.SKEW_TITLE,
        columns=(
            Column("question", say.QUESTION),
            Column("category", say.CATEGORY),
            Column("respondents", say.RESPONDENTS, 0, say.PEOPLE),
            Column("sample_share", say.SAMPLE_SHARE, DECIMALS, say.PERCENT),
            Column("population", say.POPULATION, 0, say.PEOPLE),
            Column("population_share", say.POPULATION_SHARE, DECIMALS, say.PERCENT),
            Column("apart", say.APART, DECIMALS, say.POINTS),
            Column("weighted_share", say.WEIGHTED_SHARE, DECIMALS, say.PERCENT),
        ),
        rows=tuple(
            (
                side.label,
                each.label,
                MASK if each.respondents is None else each.respondents,
                MASK if each.sample_share is None else share_percent(each.sample_share),
                each.population,
                share_percent(each.population_share),
                MASK
                if each.sample_share is None
                else share_percent(each.population_share - each.sample_share),
                share_percent(each.weighted_share),
            )
            for side in found.skew
            for each in side.categories
        ),
        notes=(say.SKEW_NOTE, *((say.SKEW_MASKED,) if _masked(found) else ()), *say.notes(found)),
    )


def _masked(found: Weighting) -> bool:
    return any(each.respondents is None for side in found.skew for each in side.categories)
