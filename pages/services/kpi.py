"""Which indicator is ahead, on pace, behind, and why?"""

from narabe.analyses.indicator import indicator_detail
from narabe.analyses.kpi import kpi_board
from narabe.ui import asking, kpi_page, parts
from narabe.ui.live import cached

head = parts.reserve_head()
look = parts.look(large=asking.large())
board = cached(kpi_board, asking.area())
opened = asking.indicator(board)
if opened:
    kpi_page.indicator(cached(indicator_detail, opened), look, head)
else:
    kpi_page.board(board, look, head)
