"""An address as a QR code."""

import segno


def svg(address: str) -> str:
    """As a picture (SVG) that scales with its place."""
    drawn = segno.make(address, error="m", micro=False)
    return str(drawn.svg_inline(omitsize=True, border=2, dark="#000", light="#fff", svgclass="qr"))


def data_uri(address: str) -> str:
    """As the address of a picture that needs no file."""
    drawn = segno.make(address, error="m", micro=False)
    return str(drawn.svg_data_uri(omitsize=True, border=2, dark="#000", light="#fff"))
