"""The mapping of answers: what the survey is, one row per question, who answered and with what weight."""

from dataclasses import replace

import streamlit as st

from narabe.analyses.cohorts import concepts
from narabe.analyses.mapping import known_waves
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, QuestionPlan, WavePlan
from narabe.model.imports import Examined
from narabe.model.text import Text
from narabe.ui import intake_parts, intake_question, intake_state, language, parts
from narabe.ui.editing import Row, choice, edited
from narabe.ui.intake_state import Wizard
from narabe.ui.literal import literal
from narabe.ui.live import cached
from narabe.words import intake_page_sentences as say

SURVEY = Text("この調査について", "About the survey")
TITLE, POPULATION = Text("調査の名前", "Title of the survey"), Text("対象", "Who was asked")
START, END = Text("調査の開始日", "First day"), Text("調査の終了日", "Last day")
SAME_AS = Text("公表済みの調査と同じもの", "Published survey that these answers belong to")
SAME_AS_HELP = Text(
    "公表された調査の元の回答であれば選びます。公表値と取り込んだ値の両方を、差と並べて示します。",
    "Choose it where these are the answers behind a published survey: published and imported figures are then shown side by side.",
)
NONE = Text("（なし）", "(none)")
NEW_CONCEPT = Text("（新しい設問）", "(a new question)")
RESPONDENT, WEIGHT = (
    Text("回答者番号の列", "Column of respondent ids"),
    Text("ウエイトの列", "Column of weights"),
)
QUESTIONS = Text("設問", "Questions")
QUESTIONS_NOTE = Text(
    "1行が1つの設問。取り込まないものはチェックを外します。「比べる設問」が同じものは、公表された調査と同じ図に並びます。",
    "One row per question; untick what is not to be imported. “Compared as” puts it beside published surveys in one chart.",
)
IGNORED = Text("取り込まない列（押すと設問になります）", "Columns left out (press one to make it a question)")
USE, HEADER, LABEL = Text("使う", "Use"), Text("ファイルの列", "In the file"), Text("設問の名前", "Question")
TYPE, LAYOUT = Text("答え方", "Answered by"), Text("列の並び", "Layout")
CONCEPT, OPTIONS = Text("比べる設問", "Compared as"), Text("選択肢", "Options")
CERTAIN = Text("確からしさ", "Certainty")
OWN = "-"  # an empty choice would be drawn as `None`
OPTIONS_SHOWN = 4


def mapping(wizard: Wizard, plan: AnswersPlan, left_out: frozenset[str]) -> AnswersPlan:
    """A mapping as laid out, with the corrections made since, which the wizard keeps; without what is left out."""
    examined = wizard.examined
    assert examined is not None
    plan = replace(plan, wave=_survey(wizard, plan.wave))
    parts.heading(QUESTIONS, QUESTIONS_NOTE)
    plan, left_out = _questions(wizard, plan, left_out)
    plan = _persons(wizard, plan, examined)
    wizard.plan, wizard.left_out = plan, left_out
    _ignored(wizard, plan, examined)
    intake_question.details(wizard, plan)
    return _used(plan, left_out)


def header_of(examined: Examined, column: str) -> str:
    """The header of a work column (`c3` is the third), as the file has it."""
    first, place = (examined.sample or ((),))[0], int(column[1:]) - 1
    found = first[place] if place < len(first) else ""
    return found or column


def relabelled(label: Text, written: str) -> Text:
    """A label written anew in the language of the screen; the other language follows while it said the same."""
    if language.current() == "en":
        return Text(label.ja, written)
    return Text(written, written if label.en == label.ja else label.en)


def _survey(wizard: Wizard, wave: WavePlan) -> WavePlan:
    lang = language.current()
    with st.container(border=True):
        parts.heading(SURVEY)
        left, right = st.columns(2)
        title = left.text_input(TITLE.in_(lang), wave.title.in_(lang), key=wizard.drawn_key("title"))
        population = right.text_input(
            POPULATION.in_(lang), wave.population.in_(lang), key=wizard.drawn_key("population")
        )
        first, last, same = st.columns([1, 1, 2])
        start = first.date_input(START.in_(lang), wave.field_start, key=wizard.drawn_key("start"))
        end = last.date_input(END.in_(lang), wave.field_end, key=wizard.drawn_key("end"))
        names = {"": NONE.in_(lang)} | {key: name.in_(lang) for key, name in cached(known_waves).items()}
        same_as = same.selectbox(
            SAME_AS.in_(lang),
            list(names),
            index=list(names).index(wave.same_as) if wave.same_as in names else 0,
            format_func=lambda key: names[key],
            key=wizard.drawn_key("same_as"),
            help=SAME_AS_HELP.in_(lang),
        )
    return replace(
        wave,
        title=relabelled(wave.title, title or ""),
        population=relabelled(wave.population, population or ""),
        field_start=start,
        field_end=end,
        same_as=same_as or None,
    )


def _questions(
    wizard: Wizard, plan: AnswersPlan, left_out: frozenset[str]
) -> tuple[AnswersPlan, frozenset[str]]:
    """The table of questions; returns the plan as corrected there and the ids that are not used."""
    lang = language.current()
    known = {concept.concept_id: concept.label.in_(lang) for concept in cached(concepts)}
    names = {OWN: NEW_CONCEPT.in_(lang)} | known
    types = {one.value: name.in_(lang) for one, name in say.ANSWER_TYPE.items()}
    rows = edited(
        [_row(question, left_out) for question in plan.questions],
        {
            "use": st.column_config.CheckboxColumn(USE.in_(lang), width="small"),
            "header": st.column_config.TextColumn(HEADER.in_(lang), width=230),
            "type": choice(TYPE.in_(lang), types, 120),
            "options": st.column_config.TextColumn(OPTIONS.in_(lang), width=270),
            "concept": choice(CONCEPT.in_(lang), names, 200),
            "certain": st.column_config.TextColumn(CERTAIN.in_(lang), width=85),
            "label": st.column_config.TextColumn(LABEL.in_(lang), required=True, width=220),
            "layout": st.column_config.TextColumn(LAYOUT.in_(lang)),
        },
        key=wizard.drawn_key("questions"),
        alt=QUESTIONS.in_(lang),
        fixed=("header", "layout", "options", "certain"),
    )
    questions = tuple(_corrected(question, row) for question, row in zip(plan.questions, rows, strict=True))
    left_out = frozenset(
        question.question_id for question, row in zip(questions, rows, strict=True) if not row["use"]
    )
    return replace(plan, questions=questions), left_out


def _row(question: QuestionPlan, left_out: frozenset[str]) -> Row:
    lang = language.current()
    return {
        "use": question.question_id not in left_out,
        "header": question.header,
        "label": question.label.in_(lang),
        "type": question.answer_type.value,
        "concept": question.concept_id or OWN,
        "options": _options(question),
        "layout": say.LAYOUT[question.layout].in_(lang),
        "certain": say.certainty(question.certain).in_(lang),
    }


def _options(question: QuestionPlan) -> str:
    """`5: 満足 / やや満足 / …`."""
    if not question.options:
        return ""
    lang = language.current()
    first = [option.label.in_(lang) for option in question.options[:OPTIONS_SHOWN]]
    more = ["…"] if len(question.options) > OPTIONS_SHOWN else []
    return f"{len(question.options)}: {' / '.join(first + more)}"


def _corrected(question: QuestionPlan, row: Row) -> QuestionPlan:
    return replace(
        question,
        label=relabelled(question.label, row["label"] or question.header),
        answer_type=AnswerType(row["type"]),
        concept_id=None if row["concept"] == OWN else row["concept"],
    )


def _persons(wizard: Wizard, plan: AnswersPlan, examined: Examined) -> AnswersPlan:
    """Which column names the respondent, and which holds weights; a question is no longer one then."""
    lang = language.current()
    cells = [q.columns[0] for q in plan.questions if q.layout is Layout.CELL]
    columns = [plan.respondent, plan.weight, *plan.ignored, *cells]
    offered = sorted({name for name in columns if name}, key=lambda name: int(name[1:]))
    names = {"": NONE.in_(lang)} | {name: header_of(examined, name) for name in offered}
    left, right = st.columns(2)
    chosen = [
        box.selectbox(
            label.in_(lang),
            list(names),
            index=list(names).index(now) if now in names else 0,
            format_func=lambda name: names[name],
            key=wizard.drawn_key(key),
        )
        for box, label, now, key in (
            (left, RESPONDENT, plan.respondent, "respondent"),
            (right, WEIGHT, plan.weight, "weight"),
        )
    ]
    before = {name for name in (plan.respondent, plan.weight) if name}
    ignored = (set(plan.ignored) | before) - set(chosen)
    ordered = tuple(name for name in offered if name in ignored)
    return replace(plan, respondent=chosen[0] or None, weight=chosen[1] or None, ignored=ordered)


def _ignored(wizard: Wizard, plan: AnswersPlan, examined: Examined) -> None:
    """The columns that are left out; one that is pressed becomes a question."""
    if not plan.ignored:
        return
    chosen = st.pills(
        IGNORED.in_(language.current()),
        plan.ignored,
        format_func=lambda name: literal(header_of(examined, name)),
        key=wizard.drawn_key("ignored"),
    )
    if chosen:
        intake_parts.keep_typed(wizard)
        intake_state.add_column(plan, chosen)


def _used(plan: AnswersPlan, left_out: frozenset[str]) -> AnswersPlan:
    """What is committed: without the questions left out, and without those whose column has another use."""
    taken = {name for name in (plan.respondent, plan.weight) if name}
    used = tuple(
        question
        for question in plan.questions
        if question.question_id not in left_out and not taken & set(question.columns)
    )
    kept = taken | {name for question in used for name in question.columns}
    free = [name for question in plan.questions for name in question.columns if name not in kept]
    return replace(plan, questions=used, ignored=_ordered({*plan.ignored, *free} - kept))


def _ordered(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: int(name[1:])))


def compared(plan: AnswersPlan) -> dict[str, Text]:
    """Under which ids Compare shows the questions; those about the respondents are its groups."""
    apart = (AnswerType.NUMERIC, AnswerType.TEXT)
    asked = [q for q in plan.questions if q.group is None and q.answer_type not in apart]
    return {q.concept_id or f"in_{plan.wave.dataset}__{q.question_id}": q.label for q in asked}
