"""Chart -> SVG or PNG without a browser. Holds the interpreter's lock while it draws: call it in a worker."""

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from narabe.charts.template import Spec
from narabe.export.grid import clean

FONTS = Path(__file__).resolve().parent / "fonts"


def to_svg(chart: Spec) -> str:
    """The chart as SVG, its texts as text. `width` must be a number of pixels."""
    svg: str = _converter().vegalite_to_svg(_cleaned(chart), allowed_base_urls=[])
    return svg


def to_png(chart: Spec, scale: float) -> bytes:
    """The chart as PNG on white, each of its pixels drawn with so many."""
    opaque = _cleaned(chart) | {"background": "white"}
    png: bytes = _converter().vegalite_to_png(opaque, scale=scale, allowed_base_urls=[])
    return png


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
