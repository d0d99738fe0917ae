"""How do the answers to one question differ between groups?"""

from narabe.ui import asking, crosstab_page, parts

head = parts.reserve_head()
look = parts.look(large=asking.large())
crosstab_page.open_view(head, look)
