"""Where does every figure come from?"""

from narabe.analyses.provenance import provenance
from narabe.settings import openness
from narabe.ui import parts, sources_page
from narabe.ui.live import cached
from narabe.words import page_titles

result = cached(provenance, internal=openness().show_internal)
parts.open_page(page_titles.SOURCES, result.sentence)
sources_page.lay_open(result)
