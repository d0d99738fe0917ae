"""Opens pages without a browser, and reads all that stands on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ja", "en")

# Address of each page -> its file, as `switch_page` wants it. "" is the page one arrives at.
PAGE_FILES = {
    "": "pages/start/home.py",
    "stage": "pages/room/stage.py",
    "compare": "pages/people/compare.py",
    "crosstab": "pages/people/crosstab.py",
    "voices": "pages/people/voices.py",
    "kpi": "pages/services/kpi.py",
    "operations": "pages/services/operations.py",
    "projects": "pages/services/projects.py",
    "peers": "pages/services/peers.py",
    "explore": "pages/trust/explore.py",
    "sources": "pages/trust/sources.py",
    "intake": "pages/trust/intake.py",
}
EXPLORE_VIEWS = ("figures", "tables", "dictionary", "sql")
INTAKE_VIEWS = ("file", "entry", "forms", "history")
SOURCE_VIEWS = ("documents", "figures", "register", "omissions", "comparability", "checks", "statuses")
CONCEPTS = [
    entry["id"]
    for entry in yaml.safe_load((ROOT / "data/codebooks/concepts.yml").read_text(encoding="utf-8"))
]
# One address for every view that shows words of its own.
VIEWS: list[tuple[str, dict[str, str]]] = [
    ("", {}),
    ("kpi", {}),
    *(
        ("kpi", {"indicator": metric})
        for metric in ("online_procedures", "audit_compliance", "line_registrations")
    ),
    *(("operations", {"strip": strip}) for strip in ("all", "moveless")),
    ("operations", {"detail": "bill_amount_phone_ratio"}),
    ("operations", {"detail": "print_pages"}),
    *(("projects", {"by": by}) for by in ("value", "department", "action", "kpi")),
    ("projects", {"p": "18"}),
    *(("voices", {"theme": theme}) for theme in ("procedures", "business", "publicity", "technology")),
    ("voices", {"view": "who"}),
    ("voices", {"view": "history"}),
    ("voices", {"view": "history", "cat": "security", "era": "open", "find": "2006"}),
    ("voices", {"view": "history", "find": "777"}),
    *(("peers", {"city": city}) for city in ("all", "shirakawa")),
    *(("compare", {"q": concept}) for concept in CONCEPTS),
    ("crosstab", {}),
    ("crosstab", {"d": "practice_2021"}),
    ("crosstab", {"d": "practice_2021", "practice": "true", "marks": "letters", "cell": "sex.male.know"}),
    ("crosstab", {"d": "practice_2025", "view": "gt"}),
    ("stage", {}),
    ("stage", {"deck": "kpi_start", "step": "2"}),
    ("stage", {"view": "make"}),
    ("stage", {"view": "kept"}),
    *(("sources", {"view": view}) for view in SOURCE_VIEWS),
    *(("explore", {"view": view}) for view in EXPLORE_VIEWS),
    ("explore", {"metric": "print_pages"}),
    ("explore", {"find": "2025", "wave": "net2025"}),
    *(("intake", {"view": view}) for view in INTAKE_VIEWS),
]

ONE_PAGE = "narabe-one-page"

# What a field of an element says to the machine, not to a reader.
NOT_WORDS = {
    "autocomplete",
    "id",
    "key",
    "icon",
    "url",
    "page",
    "page_script_hash",
    "query_string",
    "form_id",
    "deferred_file_id",
    "spec",
    "code_text",
    "language",
    "columns",
    "type",
    "format",
    "color",
    "anchor",
    "tag",
    "background_color",
    "border_color",
    "text_color",
    "query_param_key",
}


def opened(address: str, lang: str = "ja", **params: str | list[str]) -> AppTest:
    """The page at `address` as a fresh visitor with a link sees it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if lang != "ja":
        app.query_params["lang"] = lang
    for name, value in params.items():
        app.query_params[name] = value
    if address:
        app.switch_page(PAGE_FILES[address])
    return app.run()


def words(app: AppTest) -> list[str]:
    """Every text of a page that reaches a reader: labels, options, alt texts, tables, chart labels."""
    found: list[str] = []
    for node in app.main:
        proto = getattr(node, "proto", None)
        if isinstance(proto, Message):
            found += _texts(proto)
        if getattr(node, "type", "") in {"arrow_data_frame", "dataframe"}:
            frame = node.value
            found += [str(name) for name in frame.columns]
            found += [cell for name in frame.columns for cell in frame[name] if isinstance(cell, str)]
    for element in app.get("vega_lite_chart"):
        found += _written(element.proto)
    return list(dict.fromkeys(text for text in found if text.strip()))


def charts(app: AppTest) -> list[dict[str, list[dict[str, Any]]]]:
    """For each chart its layers in drawing order: mark type (numbered) -> the rows it draws."""
    drawn = []
    for element in app.get("vega_lite_chart"):
        layers: dict[str, list[dict[str, Any]]] = {}
        for number, (layer, rows) in enumerate(_layers(element.proto)):
            mark = layer["mark"] if isinstance(layer["mark"], str) else layer["mark"]["type"]
            layers[f"{mark} {number}"] = rows
        drawn.append(layers)
    return drawn


def bars(app: AppTest, chart: int = 0) -> list[dict[str, Any]]:
    """The rows of one chart's first layer of bars that have a value: one row per bar.

    All layers may share one table and pick their rows by filters: `kind` says what a row is drawn as.
    """
    first = next(rows for name, rows in charts(app)[chart].items() if name.startswith("bar"))
    return [row for row in first if row.get("kind", "bar") == "bar" and row.get("value") is not None]


def alt_texts(app: AppTest) -> list[str]:
    """The alternative text of every chart."""
    return [element.proto.alt for element in app.get("vega_lite_chart")]


def download_keys(app: AppTest) -> list[str]:
    """The keys of the download buttons of tables: `<table>.<kind>`; those of whole views and of forms are not among them."""
    keys = [str(button.key) for button in app.get("download_button")]
    return [key for key in keys if not key.startswith((ONE_PAGE, "narabe-"))]


def _layers(chart: Any) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each layer's specification with the rows it draws; data may stand on the layer or on the whole chart."""
    spec = json.loads(chart.spec)
    tables = spec.get("datasets", {}) | {item.name: _rows(item.data.data) for item in chart.datasets}
    for layer in spec["layer"]:
        data = layer.get("data") or spec["data"]
        yield layer, data["values"] if "values" in data else tables[data["name"]]


def _written(chart: Any) -> Iterator[str]:
    """Texts and spoken descriptions of the marks, and the titles of the axes."""
    for layer, rows in _layers(chart):
        for name, channel in layer["encoding"].items():
            if name in {"text", "description"} and "field" in channel:
                yield from (str(row[channel["field"]]) for row in rows if row.get(channel["field"]))
            if name in {"text", "description"} and isinstance(channel.get("value"), str):
                yield channel["value"]
            if name in {"x", "y"} and channel.get("title"):
                yield channel["title"]


def _rows(arrow: bytes) -> list[dict[str, Any]]:
    return list(pa.ipc.open_stream(arrow).read_all().to_pylist())


def _texts(proto: Message) -> Iterator[str]:
    for field, value in proto.ListFields():
        if field.name in NOT_WORDS:
            continue
        for part in (
            value if not isinstance(value, (str, bytes, Message)) and hasattr(value, "__iter__") else [value]
        ):
            if isinstance(part, Message):
                yield from _texts(part)
            elif isinstance(part, str):
                yield part
