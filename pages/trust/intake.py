"""Bringing a city's own files and figures in."""

from narabe.ui import intake_page

intake_page.open_view()
