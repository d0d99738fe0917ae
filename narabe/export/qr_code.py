"""An address as a QR code."""

from types import MappingProxyType
from typing import Any

import segno

LOOK: MappingProxyType[str, Any] = MappingProxyType(
    {"omitsize": True, "border": 2, "dark": "#000", "light": "#fff"}
)


def svg(address: str) -> str:
    """As a picture (SVG) that scales with its place."""
    return str(_made(address).svg_inline(**LOOK, svgclass="qr"))


def data_uri(address: str) -> str:
    """As the address of a picture that needs no file."""
    return str(_made(address).svg_data_uri(**LOOK))


def _made(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
