"""What is shown to the room, and what is it asked?"""

from narabe.ui import parts, stage_page

head = parts.reserve_head()
stage_page.open_view(head)
