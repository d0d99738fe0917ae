"""Columns put together that hold the answers to one question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import duckdb

from narabe.intake.answers.free_text import asks_for_words
from narabe.intake.answers.headings import Heading, heading
from narabe.intake.answers.options import ANY_OTHER
from narabe.intake.answers.profile import Profile
from narabe.intake.answers.spellings import YES_OR_NO, chosen, code, missing_flags, normal
from narabe.intake.quoting import quoted
from narabe.model.answers_plan import Layout
from narabe.model.intake import Raw

MOST_OPTIONS = 120
OWN_WORDS = re.compile(
    r"自由(記述|記入|回答)|記述欄|具体的(に|な内容)?[)）】\]]*$|その他.{0,4}(記述|記入|内容|詳細|fa)|(_|[(（【\[・：:])\s*(その他|other)[)）】\]]*$"
    r"|\bFA\b|open.?ended|free ?text",
    re.I,
)
"""Headers of columns in which people write, though few may have."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The columns of one question, with their headings. `layout` is CELL for a single column, whatever it holds.

    `own` says of flags that a chosen column holds its option's own code or label.
    """

    header: str
    layout: Layout
    profiles: tuple[Profile, ...]
    headings: tuple[Heading, ...]
    own: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(profile.name for profile in self.profiles)


def units(connection: duckdb.DuckDBPyConnection, raw: Raw, profiles: Sequence[Profile]) -> tuple[Unit, ...]:
    """The columns left to questions, put together, in the order of the file."""
    made: list[Unit] = []
    for run in _runs(profiles):
        together = _together(connection, raw, run)
        made += [together] if together else []
        taken = set(together.names) if together else set()
        made += [single(profile) for profile, _ in run if profile.name not in taken]
    order = {profile.name: place for place, profile in enumerate(profiles)}
    return tuple(sorted(made, key=lambda unit: order[unit.names[0]]))


def single(profile: Profile) -> Unit:
    """A column on its own."""
    return Unit(profile.header, Layout.CELL, (profile,), (heading(profile.header),))


def holds_words(profile: Profile) -> bool:
    """Do people write here (その他の内容)? Told by the header, where the cells are neither codes nor ticks nor its name."""
    return bool(OWN_WORDS.search(profile.header)) and not all(
        code(value) is not None or chosen(value) is not None or ANY_OTHER.fullmatch(normal(value))
        for value in profile.spellings
    )


def _written(profiles: list[Profile]) -> set[str]:
    """The columns of a run in which people write; options may be rare in one and come again in the next."""
    asked = [each for each in profiles if asks_for_words(each.header, each.values)]
    pooled = [pair for each in asked for pair in each.values]
    words = [each for each in asked if asks_for_words(each.header, pooled)]
    return {each.name for each in (*words, *filter(holds_words, profiles))}


def flag(profile: Profile) -> bool:
    """Does a column only say chosen or not chosen? An empty one may."""
    answers = [value for value in profile.spellings if value not in missing_flags(profile.spellings)]
    return profile.complete and all(chosen(value) is not None for value in answers)


def _runs(profiles: Sequence[Profile]) -> Iterator[list[tuple[Profile, Heading]]]:
    """Neighbours whose headers name parts of the same question; others one by one."""
    run: list[tuple[Profile, Heading]] = []
    for profile in profiles:
        now = heading(profile.header)
        if run and not (now.part and run[0][1].part and normal(now.stem) == normal(run[0][1].stem)):
            yield run
            run = []
        run.append((profile, now))
    if run:
        yield run


def _together(
    connection: duckdb.DuckDBPyConnection, raw: Raw, run: list[tuple[Profile, Heading]]
) -> Unit | None:
    """One question of the run, if it is one."""
    written = _written([profile for profile, _ in run])
    codes = [
        pair
        for pair in run
        if pair[0].complete and len(pair[0].values) <= MOST_OPTIONS and pair[0].name not in written
    ]
    if len(codes) < 2:
        return None
    if any(each.slot for _, each in codes):
        return _unit(Layout.SLOTS, codes)
    own = [pair for pair in codes if len(_answers(pair[0])) <= 1]
    if len(own) > 1 and _own_labels([profile for profile, _ in own], raw.rows):
        return _unit(Layout.FLAGS, own, own=True)
    flags = [pair for pair in codes if flag(pair[0])]
    coded = [profile for profile, _ in codes if not flag(profile) and _is_coded(profile)]
    if len(flags) > 1 and not coded and _ticked([profile for profile, _ in flags], raw.rows):
        return _unit(Layout.FLAGS, flags)
    if all(each.number is not None and not each.label for _, each in codes) and _are_slots(
        connection, raw, codes
    ):
        return _unit(Layout.SLOTS, codes)
    return None


def _unit(layout: Layout, pairs: list[tuple[Profile, Heading]], own: bool = False) -> Unit:
    profiles = tuple(profile for profile, _ in pairs)
    headings = tuple(each for _, each in pairs)
    return Unit(headings[0].stem, layout, profiles, headings, own)


def _answers(profile: Profile) -> list[str]:
    missing = missing_flags(profile.spellings)
    return [each for each in profile.spellings if each not in missing and chosen(each) is not False]


def _own_labels(profiles: list[Profile], rows: int) -> bool:
    """One value per column, a different one in each, and left empty by some."""
    answers = [normal(each) for profile in profiles for each in _answers(profile)]
    return (
        len(answers) > 1
        and len(set(answers)) == len(answers)
        and any(profile.filled < rows for profile in profiles)
    )


def _ticked(profiles: list[Profile], rows: int) -> bool:
    """Something is chosen somewhere; a grid of はい and いいえ without gaps is a row of questions instead."""
    values = {normal(value) for profile in profiles for value in profile.spellings}
    grid = values <= YES_OR_NO and all(profile.filled == rows for profile in profiles)
    return not grid and any(chosen(value) for value in values)


def _is_coded(profile: Profile) -> bool:
    return bool(profile.values) and all(code(value) is not None for value in profile.spellings)


def _are_slots(connection: duckdb.DuckDBPyConnection, raw: Raw, pairs: list[tuple[Profile, Heading]]) -> bool:
    """The same options in every column, later ones left empty more often, and none twice in a row."""
    profiles = [profile for profile, _ in pairs]
    filled = [profile.filled for profile in profiles]
    first = {normal(value) for value in profiles[0].spellings}
    shared = all({normal(value) for value in each.spellings} & first for each in profiles if each.filled)
    falling = all(a >= b for a, b in pairwise(filled)) and filled[-1] < 0.95 * filled[0]
    if not (shared and falling and len(first) > 1):
        return False
    names = [quoted(profile.name) for profile in profiles]
    apart = " or ".join(f"{a} = {b}" for place, a in enumerate(names) for b in names[place + 1 :])
    (row,) = connection.execute(f"select count(*) from {quoted(raw.table)} where {apart}").fetchall()
    return bool(row[0] <= 0.01 * raw.rows)
