"""What did people say, who was heard, and what went before?"""

from narabe.ui import asking, parts, voices_page

head = parts.reserve_head()
look = parts.look(large=asking.large())
voices_page.open_view(head, look)
