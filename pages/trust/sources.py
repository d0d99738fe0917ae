"""Where does every figure come from?"""

from narabe.analyses.provenance import provenance
from narabe.ui import parts, sources_page
from narabe.ui.live import cached
from narabe.words import page_titles

result = cached(provenance)
parts.open_page(page_titles.SOURCES, result.sentence)
sources_page.lay_open(result)
