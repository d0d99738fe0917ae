"""How does one question look side by side?"""

from narabe.analyses.compare import compare
from narabe.ui import asking, compare_page, parts
from narabe.ui.live import cached

head = parts.reserve_head()
look = parts.look(large=asking.large())
ask = asking.comparison(folded=look.large)
comparison = cached(compare, ask)
parts.open_page(comparison.question, comparison.finding, head)
compare_page.main_chart(comparison, look)
compare_page.details(comparison, ask, look)
