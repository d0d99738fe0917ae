"""How does one question look side by side?"""

from narabe.analyses.compare import compare
from narabe.ui import asking, compare_page, parts, register_marks
from narabe.ui.live import cached

head = parts.reserve_head()
ask = asking.comparison()
comparison = cached(compare, ask)
parts.open_page(comparison.question, comparison.finding, head)
compare_page.shares(comparison)
compare_page.differences(comparison)
compare_page.same_base(comparison, ask)
compare_page.rank_movement(comparison)
register_marks.marks(comparison.discrepancies)
