"""Chart -> SVG or PNG without a browser. Holds the interpreter's lock while it draws: call it in a worker."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree

from narabe.charts.paper import picture
from narabe.charts.template import Spec
from narabe.charts.theme import LIGHT
from narabe.export.grid import clean
from narabe.model.source import sources_line
from narabe.model.table import Table
from narabe.model.text import Lang, Text
from narabe.words import taking_sentences as say

FONTS = Path(__file__).resolve().parent / "fonts"
TEMPLATE = Path(__file__).resolve().parent / "picture.typ"
PLACE = "#fefefd"
"""The colour of the place that the template leaves for the chart."""
MARGIN = 20
USUAL_SIZE = 13
"""Pixels of an axis label of a chart on a page; those for a wall are larger."""
TRANSLATE = re.compile(r"translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)")
ROTATE = re.compile(r"rotate\(\s*([-\d.e]+)")
SVG = "{http://www.w3.org/2000/svg}"
Node = Any


def picture_svg(chart: Spec, table: Table, alt: str, lang: Lang) -> bytes:
    """The chart under its title, above source and cautions, as one SVG; letters are outlines, so it needs no font."""
    drawing = picture(chart)
    drawn = etree.fromstring(
        to_svg(drawing).encode(), etree.XMLParser(resolve_entities=False, no_network=True)
    )
    texts = list(_texts_taken(drawn, 0.0, 0.0, 0.0))
    size = [float(drawn.get(name)) for name in ("width", "height")]
    scale = drawing.get("config", {}).get("axis", {}).get("labelFontSize", USUAL_SIZE) / USUAL_SIZE
    title = clean(table.title.in_(lang))
    page = etree.fromstring(
        _set(
            {
                "lang": lang,
                "scale": scale,
                "width": size[0] + 2 * MARGIN * scale,
                "title": title,
                "chart": {"width": size[0], "height": size[1], "texts": texts},
                "foot": _foot(table, lang),
            }
        )
    )
    (place,) = page.xpath(f"//*[@fill='{PLACE}']")
    place.getparent().replace(place, _group(drawn))
    return _finished(page, title, clean(alt))


def picture_png(chart: Spec, table: Table, alt: str, lang: Lang, scale: int) -> bytes:
    """The same picture in pixels, each of its points drawn with so many."""
    svg = picture_svg(chart, table, alt, lang).decode()
    png: bytes = _converter().svg_to_png(svg, scale=scale)
    return png


def to_svg(chart: Spec) -> str:
    """The chart as SVG, its texts as text. `width` must be a number of pixels."""
    svg: str = _converter().vegalite_to_svg(_cleaned(chart), allowed_base_urls=[])
    return svg


def to_png(chart: Spec, scale: float) -> bytes:
    """The chart as PNG on white, each of its pixels drawn with so many."""
    opaque = _cleaned(chart) | {"background": "white"}
    png: bytes = _converter().vegalite_to_png(opaque, scale=scale, allowed_base_urls=[])
    return png


def _foot(table: Table, lang: Lang) -> list[str]:
    """Source, cautions and version, one line each."""
    lines = [(say.SOURCE, sources_line(table.sources))] if table.sources else []
    lines += [(say.NOTE, note) for note in table.notes if note.in_(lang)]
    lines += [(say.VERSION, Text(table.build_id, table.build_id))] if table.build_id else []
    colon = Text("：", ": ").in_(lang)
    return [clean(f"{kind.in_(lang)}{colon}{line.in_(lang)}") for kind, line in lines]


def _texts_taken(node: Node, x: float, y: float, turn: float) -> Iterator[dict[str, Any]]:
    """Every text below a node with its place on the drawing, taken out of it."""
    for child in list(node):
        moved = child.get("transform", "")
        at = TRANSLATE.search(moved)
        here = (x + float(at[1]), y + float(at[2] or 0)) if at else (x, y)
        turned = turn + (float(found[1]) if (found := ROTATE.search(moved)) else 0.0)
        if child.tag == f"{SVG}text":
            yield from _lines(child, *here, turned)
            node.remove(child)
        elif child.get("display") != "none":
            yield from _texts_taken(child, *here, turned)


def _lines(text: Node, x: float, y: float, turn: float) -> Iterator[dict[str, Any]]:
    """A text, or each line of it."""
    if float(text.get("opacity", 1)) == 0:
        return
    below = 0.0
    for part in [text, *text]:
        below += float(part.get("dy", 0))
        if not part.text:
            continue
        yield {
            "text": part.text,
            "x": x,
            "y": y + below,
            "turn": turn,
            "size": float(text.get("font-size", "13px").removesuffix("px")),
            "weight": 700 if text.get("font-weight") == "bold" else 400,
            "fill": text.get("fill", LIGHT.text),
            "anchor": text.get("text-anchor", "start"),
        }


def _group(drawn: Node) -> Node:
    """What is drawn, as a part of another drawing."""
    group = etree.Element(f"{SVG}g")
    group.extend(list(drawn))
    return group


def _finished(page: Node, title: str, alt: str) -> bytes:
    """On white, as large as its points, with its words for those who cannot see it."""
    width, height = page.get("viewBox").split()[2:]
    page.set("width", width)
    page.set("height", height)
    page.set("role", "img")
    ground = etree.Element(f"{SVG}rect", width=width, height=height, fill=LIGHT.ground)
    page.insert(0, ground)
    for tag, words in (("desc", alt), ("title", title)):
        said = etree.Element(f"{SVG}{tag}")
        said.text = words
        page.insert(0, said)
    content: str = etree.tostring(page, encoding="unicode")
    return content.encode()


def _set(content: dict[str, Any]) -> bytes:
    import typst

    page: bytes = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        format="svg",
        sys_inputs={"picture": json.dumps(content, ensure_ascii=False)},
    )
    return page


@cache
def fonts() -> Any:
    """Our fonts for Typst."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


@cache
def _converter() -> ModuleType:
    """vl-convert with our fonts; it would leave out every text in a font it does not know."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _cleaned(part: Any) -> Any:
    """Without control characters, at which the converter would end the whole process."""
    if isinstance(part, str):
        return clean(part)
    if isinstance(part, dict):
        return {name: _cleaned(value) for name, value in part.items()}
    return [_cleaned(value) for value in part] if isinstance(part, (list, tuple)) else part
