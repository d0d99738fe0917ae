"""The fields of one step of a deck, and the step that stands in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import streamlit as st

from narabe.analyses.cohorts import cohorts, concepts, usual_cohorts
from narabe.analyses.compare import compare
from narabe.analyses.kpi import kpi_board
from narabe.analyses.stage import slide
from narabe.desk import views
from narabe.model.comparison import CompareAsk
from narabe.model.deck import Picture, PictureKind, StagedStep, Step
from narabe.model.problem import Problem
from narabe.model.room import CHOSEN, Choice, Form, Phase, Question
from narabe.model.status import Origin
from narabe.model.text import EMPTY, Text
from narabe.model.views import CROSSTAB
from narabe.ui import language, stage_state
from narabe.ui.live import cached
from narabe.words import deck_page_sentences as say

SURVEY = "survey"
SHARED = (PictureKind.QUESTION, PictureKind.OPTION)
MOST_CHOICES, WIDEST = 12, 1e9


@dataclass(frozen=True, slots=True)
class Fields:
    """Widgets whose keys begin with `prefix`; they start with what `step` holds."""

    prefix: str
    step: Step

    def draw(self) -> None:
        left, right = st.columns(2)
        with left:
            self._line("title_ja", say.TITLE_JA, self.step.title.ja)
        with right:
            self._line("title_en", say.TITLE_EN, _english(self.step.title))
        left, right = st.columns(2)
        with left:
            self._picture()
        with right:
            self._question()
        left, right = st.columns(2)
        with left:
            self._line("note_ja", say.LINE_JA, self.step.note.ja)
        with right:
            self._line("note_en", say.LINE_EN, _english(self.step.note))
        st.text_area(
            say.SPEECH.in_(language.current()), self.step.speech.ja, key=self._key("speech"), height=80
        )

    def typed(self) -> Step:
        """What stands in the fields now."""
        picture = self._typed_picture()
        as_survey = self._got("ask", "") == SURVEY
        unchanged = picture == self.step.picture
        return replace(
            self.step,
            title=self._text("title"),
            picture=picture,
            asked=None if as_survey else self._typed_question(),
            asks_survey=self._got("wave", "") if as_survey else "",
            note=self._text("note"),
            finding=self.step.finding if unchanged else "",
            speech=_kept(self.step.speech, self._got("speech", "")),
        )

    def _picture(self) -> None:
        before = self.step.picture
        names = {"": say.NO_PICTURE} | {kind.value: label for kind, label in say.PICTURES.items()}
        kind = self._one("kind", say.PICTURE, names, before.kind.value if before else "")
        drawn: dict[str, Callable[[Picture], None]] = {
            PictureKind.QUESTION: self._shares,
            PictureKind.OPTION: self._shares,
            PictureKind.INDICATORS: self._indicators,
            PictureKind.VIEW: self._view,
        }
        if kind:
            drawn[kind](before or Picture(PictureKind(kind)))

    def _shares(self, before: Picture) -> None:
        """A question, who stands side by side, and of one option which."""
        known = {each.concept_id: each.label for each in cached(concepts) if each.known}
        concept = self._one("concept", say.CONCEPT, known, before.concept)
        available = {each.key: each.label for each in cached(cohorts, concept)}
        usual = before.cohorts if before.concept == concept else cached(usual_cohorts, concept)
        chosen = self._several(f"cohorts.{concept}", say.COHORTS, available, usual)
        if self._got("kind", "") == PictureKind.OPTION:
            rows = cached(compare, CompareAsk(concept, tuple(chosen))).rows if chosen else ()
            self._one(
                f"option.{concept}", say.OPTION, {row.option_id: row.label for row in rows}, before.option
            )
        self._several(
            f"held.{concept}", say.HELD, available, before.guessed if before.concept == concept else ()
        )

    def _indicators(self, before: Picture) -> None:
        names = {each.metric_id: each.title for each in cached(kpi_board).indicators}
        self._several("metrics", say.METRICS, names, before.metrics)
        self._several("held.metrics", say.HELD, names, before.guessed)

    def _view(self, before: Picture) -> None:
        """A saved view, as it stands now."""
        found = {_pinned(each.view_id, each.revision): each for each in views.views(CROSSTAB)}
        if not found:
            st.info(say.NO_VIEWS.in_(language.current()), icon=":material/bookmark:")
            return
        names = {pin: Text(each.name, each.name) for pin, each in found.items()}
        if before.view and _pinned(before.view, before.revision) not in names:
            names[_pinned(before.view, before.revision)] = Text(before.view, before.view)
        pin = self._one("view", say.SAVED_VIEW, names, _pinned(before.view, before.revision))
        try:
            first = cached(slide, StagedStep(Step(EMPTY, _viewed(pin)), None), Phase.REVEALED).groups[0]
        except Problem as problem:
            stage_state.trouble(problem)
            return
        self._several(f"held.{pin}", say.HELD, {bar.key: bar.label for bar in first.bars}, before.guessed)

    def _question(self) -> None:
        """None, the survey's, or one of one's own."""
        before = self.step.asked
        names = {"": say.NOTHING_ASKED}
        waves = self._waves()
        names |= {SURVEY: say.AS_SURVEY} if waves else {}
        names |= {form.value: label for form, label in say.ASK_FORMS.items()}
        usual = SURVEY if self.step.asks_survey else before.form.value if before else ""
        ask = self._one("ask", say.ASK, names, usual)
        if ask == SURVEY:
            self._one("wave", say.WAVE, waves, self.step.asks_survey)
        elif ask:
            self._own(Form(ask), before or Question("", Form(ask), EMPTY))

    def _waves(self) -> dict[str, Text]:
        """The surveys whose question the room could be asked: of what is drawn."""
        concept = self._got("concept", "")
        if self._got("kind", "") not in SHARED or not concept:
            return {}
        whole = [each for each in cached(cohorts, concept) if each.group_id == "all"]
        return {each.wave_id: each.label for each in whole if each.origin is Origin.PUBLISHED}

    def _own(self, form: Form, before: Question) -> None:
        self._line("wording_ja", say.WORDING_JA, before.wording.ja)
        self._line("wording_en", say.WORDING_EN, _english(before.wording))
        lang = language.current()
        if form in CHOSEN:
            ja = "\n".join(option.label.ja for option in before.options)
            en = "\n".join(option.label.en for option in before.options)
            st.text_area(say.OPTIONS_JA.in_(lang), ja, key=self._key("options_ja"), height=140)
            st.text_area(
                say.OPTIONS_EN.in_(lang), "" if en == ja else en, key=self._key("options_en"), height=100
            )
        if form is Form.MULTIPLE:
            st.number_input(say.MOST.in_(lang), 0, MOST_CHOICES, before.most or 0, key=self._key("most"))
        if form is Form.NUMBER:
            low, high, unit = st.columns(3)
            low.number_input(say.LOW.in_(lang), -WIDEST, WIDEST, before.low, key=self._key("low"))
            high.number_input(say.HIGH.in_(lang), -WIDEST, WIDEST, before.high, key=self._key("high"))
            unit.text_input(say.UNIT.in_(lang), before.unit.ja, key=self._key("unit"))

    def _typed_picture(self) -> Picture | None:
        kind = self._got("kind", "")
        if not kind:
            return None
        if kind == PictureKind.INDICATORS:
            metrics = tuple(self._got("metrics", ()))
            held = [each for each in self._got("held.metrics", ()) if each in metrics]
            return Picture(PictureKind.INDICATORS, metrics=metrics, guessed=tuple(held))
        if kind == PictureKind.VIEW:
            pin = self._got("view", "")
            return replace(_viewed(pin), guessed=tuple(self._got(f"held.{pin}", ()))) if pin else None
        concept = self._got("concept", "")
        chosen = tuple(self._got(f"cohorts.{concept}", ()))
        held = [each for each in self._got(f"held.{concept}", ()) if each in chosen]
        option = self._got(f"option.{concept}", "") if kind == PictureKind.OPTION else ""
        return Picture(PictureKind(kind), concept, option or "", chosen, guessed=tuple(held))

    def _typed_question(self) -> Question | None:
        ask = self._got("ask", "")
        if not ask:
            return None
        form, before = Form(ask), self.step.asked
        return Question(
            before.question_id if before else "own",
            form,
            self._text("wording"),
            _choices(self._got("options_ja", ""), self._got("options_en", ""), before)
            if form in CHOSEN
            else (),
            int(self._got("most", 0)) or None if form is Form.MULTIPLE else None,
            float(self._got("low", 0.0)),
            float(self._got("high", 100.0)),
            unit=_kept(before.unit if before else EMPTY, self._got("unit", ""))
            if form is Form.NUMBER
            else EMPTY,
        )

    def _key(self, name: str) -> str:
        return f"{self.prefix}.{name}"

    def _got(self, name: str, default: Any) -> Any:
        return st.session_state.get(self._key(name), default)

    def _text(self, name: str) -> Text:
        return _both(self._got(f"{name}_ja", ""), self._got(f"{name}_en", ""))

    def _line(self, name: str, label: Text, value: str) -> None:
        st.text_input(label.in_(language.current()), value, key=self._key(name))

    def _one(self, name: str, label: Text, names: Mapping[str, Text], usual: str) -> str:
        """One id of `names`; a list without any is still there to be seen."""
        lang, ids = language.current(), list(names)
        index = ids.index(usual) if usual in ids else 0
        found = st.selectbox(
            label.in_(lang),
            ids,
            index=index,
            format_func=lambda each: names[each].in_(lang),
            key=self._key(name),
        )
        return found or ""

    def _several(self, name: str, label: Text, names: Mapping[str, Text], usual: Sequence[str]) -> list[str]:
        lang, ids = language.current(), list(names)
        return st.multiselect(
            label.in_(lang),
            ids,
            default=[each for each in ids if each in usual],
            format_func=lambda each: names[each].in_(lang),
            key=self._key(name),
        )


def _english(text: Text) -> str:
    """What was typed in English: nothing where it repeats the Japanese."""
    return "" if text.en == text.ja else text.en


def _both(ja: str, en: str) -> Text:
    return Text(ja.strip(), en.strip() or ja.strip())


def _kept(before: Text, ja: str) -> Text:
    """Where no English is asked for, the English there was stays as long as the Japanese does."""
    return before if ja.strip() == before.ja.strip() else _both(ja, "")


def _choices(ja: str, en: str, before: Question | None) -> tuple[Choice, ...]:
    """Options one on each line, with the ids they had; English lines stand beside the Japanese of the same place."""
    lines = [line.strip() for line in ja.splitlines() if line.strip()]
    other = [line.strip() for line in en.splitlines() if line.strip()]
    beside = other if len(other) == len(lines) else lines
    ids = {option.label.ja: option.option_id for option in before.options} if before else {}
    free = (name for place in count(1) if (name := f"o{place}") not in ids.values())
    return tuple(
        Choice(ids.get(line) or next(free), Text(line, english))
        for line, english in zip(lines, beside, strict=True)
    )


def _pinned(view_id: str, revision: int) -> str:
    return f"{view_id}.{revision}"


def _viewed(pin: str) -> Picture:
    view, _, revision = pin.rpartition(".")
    return Picture(PictureKind.VIEW, view=view, revision=int(revision))
