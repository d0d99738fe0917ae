"""Units of numbers whose headings need none: what a file for machines says of them."""

from narabe.model.text import Text, plain

PEOPLE = Text("人", "people")
ITEMS = Text("件", "items")
PLACES = Text("位", "place")
MONTHS = Text("か月", "months")
ROWS = Text("行", "rows")
PROJECTS = Text("事業", "projects")
NUMBER = Text("番号（単位なし）", "number, no unit")
PERCENT = plain("%")
OF_THE_METRIC = Text("件・人など、その指標が数えるもの", "whatever the indicator counts: cases, people")
"""Numerators and denominators."""
