"""What is there to know, and where to go."""

from narabe.analyses.findings import home
from narabe.ui import home_page, parts
from narabe.ui.live import cached
from narabe.words import page_titles

view = cached(home)
parts.open_page(page_titles.HOME, view.board)
home_page.findings(view)
home_page.doors()
home_page.more(view)
