"""Which indicator is ahead, on pace, behind, and why?"""

from narabe.analyses.kpi import kpi_board
from narabe.charts import kpi as chart
from narabe.tables import kpi as table
from narabe.ui import asking, kpi_page, parts
from narabe.ui.live import cached
from narabe.ui.show import show
from narabe.words import page_titles

board = cached(kpi_board)
parts.open_page(page_titles.KPI, board.sentence)
kpi_page.tally(board)
chosen = board.only(asking.area())
show(chart.board(chosen, parts.look()), chart.alt_text(chosen, parts.look().lang), beside=table.board(chosen))
parts.notes(board.notes)
kpi_page.rules()
kpi_page.cards(chosen)
