"""Which indicator is ahead, on pace, behind, and why?"""

from narabe.analyses.kpi import kpi_board
from narabe.charts import kpi as chart
from narabe.tables import kpi as table
from narabe.ui import asking, kpi_page, parts
from narabe.ui.live import cached
from narabe.ui.show import show
from narabe.words import page_titles

head = parts.reserve_head()
look = parts.look(large=asking.large())
board = cached(kpi_board, asking.area())
parts.open_page(page_titles.KPI, board.sentence, head)
kpi_page.tally(board)
show(chart.board(board, look), chart.alt_text(board, look.lang), beside=table.board(board))
kpi_page.details(board, look)
