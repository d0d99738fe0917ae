"""The vocabularies of the public tables: code -> label. `data/dictionary` names them."""

from collections.abc import Mapping
from typing import Any

from narabe.model.status import MetricKind
from narabe.model.text import Text
from narabe.model.voices import Precision
from narabe.words import explore_sentences, history_sentences, labels, voices_sentences
from narabe.words.crosstab_file_sentences import ANSWER_TYPE
from narabe.words.operations_sentences import STRIPS
from narabe.words.projects_sentences import ACTION

ALL = Text("全体", "All")
PRECISION = {
    Precision.DAY: Text("日まで", "to the day"),
    Precision.MONTH: Text("月まで", "to the month"),
    Precision.YEAR: Text("年まで", "to the year"),
    Precision.FISCAL_YEAR: Text("年度まで", "to the fiscal year"),
    Precision.PUBLISHED: Text("日付の記載なし（文書の公表月）", "undated (month of publication)"),
}
BASE_RULE = {
    "all": Text("回答者全員", "every respondent"),
    "answered": Text("その設問に答えた人", "those who answered it"),
    "routed": Text("前の設問で当てはまった人", "those led to it by an earlier question"),
}
GROUP_KIND = {
    "all": ALL,
    "sex": Text("性別", "sex"),
    "age": Text("年代", "age"),
    "difference": Text("区分の差", "difference of groups"),
}
METRIC_KIND = {
    MetricKind.FLOW: Text("期間の合計", "sum over a period"),
    MetricKind.STOCK: Text("ある時点の数", "state at a date"),
    MetricKind.AVERAGE: Text("平均", "average"),
    MetricKind.RATIO: Text("割合", "ratio"),
}
DIRECTION = {
    "up": Text("多いほどよい", "more is better"),
    "down": Text("少ないほどよい", "less is better"),
    "neutral": Text("どちらともいえない", "neither"),
}
DIMENSION = {
    "all": ALL,
    "age": Text("年代", "age"),
    "department": Text("部局", "department"),
    "fee": Text("料金", "fee"),
    "meeting": Text("会議", "meeting"),
    "tax": Text("税目", "tax"),
    "value_area": Text("バリュー", "value area"),
}
POPULATION = {
    "invited": Text("依頼した人", "invited"),
    "answered": Text("回答した人", "answered"),
}
LINK_KIND = {
    "action": Text("アクション", "action"),
    "kpi": Text("指標", "indicator"),
    "need": Text("声", "need"),
}

_GIVEN: dict[str, Mapping[Any, Text]] = {
    "action": ACTION,
    "answer_type": ANSWER_TYPE,
    "base_rule": BASE_RULE,
    "base_status": labels.BASE_STATUS,
    "city": labels.CITY,
    "cohort": voices_sentences.SPEAKER,
    "dimension": DIMENSION,
    "direction": DIRECTION,
    "discrepancy_status": labels.DISCREPANCY_STATUS,
    "event_category": history_sentences.CATEGORY,
    "figure_kind": explore_sentences.KIND,
    "group_kind": GROUP_KIND,
    "link_kind": LINK_KIND,
    "metric_kind": METRIC_KIND,
    "occasion_kind": voices_sentences.KIND,
    "omission": labels.OMISSION,
    "origin": labels.ORIGIN,
    "population": POPULATION,
    "precision": PRECISION,
    "status": labels.STATUS,
    "strip": {code: label for code, (label, *_) in STRIPS.items()},
    "topic": labels.TOPIC,
    "value_area": labels.AREA,
    "verdict": labels.VERDICT,
}
VOCABULARIES: dict[str, Mapping[str, Text]] = {
    name: {str(code): label for code, label in given.items()} for name, given in _GIVEN.items()
}
