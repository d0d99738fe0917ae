"""What to show of a survey before anybody chose: a question, and who people are as axes."""

import unicodedata

from narabe.model.survey import ONE_ANSWER, Survey, SurveyQuestion

WHO = ("性別", "年代", "年齢", "地区", "居住", "職業", "世帯", "属性")
WHO_IN_ENGLISH = ("sex", "gender", "age", "agegroup", "ward", "district", "occupation", "household")
MOST_OPTIONS, MOST_AXES = 20, 2
SHORT = 14
"""A longer label asks about something else than who people are."""


def usual_axes(survey: Survey) -> tuple[str, ...]:
    """The first questions that say who people are, else none."""
    return tuple(each.question_id for each in survey.questions if _who(each))[:MOST_AXES]


def usual_question(survey: Survey) -> str | None:
    """The first question that is no axis; None where nothing can be tabulated."""
    told = [each for each in survey.questions if each.tabulated]
    asked = [each for each in told if each.crossable and not _who(each)]
    return next((each.question_id for each in (*asked, *told)), None)


def _who(question: SurveyQuestion) -> bool:
    if question.answer_type not in ONE_ANSWER or len(question.options) > MOST_OPTIONS:
        return False
    names = [_folded(name) for name in (question.question_id, question.header, question.label.ja)]
    return any(
        name in WHO_IN_ENGLISH or (len(name) <= SHORT and any(word in name for word in WHO)) for name in names
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip().replace("_", "").replace(" ", "")
