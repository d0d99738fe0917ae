"""What is known of each of the five 5レス, and where is nothing?"""

from narabe.analyses.operations import operations
from narabe.ui import asking, operations_page, parts
from narabe.ui.live import cached
from narabe.words import page_titles

head = parts.reserve_head()
look = parts.look(large=asking.large())
result = cached(operations, operations_page.chosen_strip())
parts.open_page(page_titles.OPERATIONS, result.sentence, head)
operations_page.strips(result, look)
operations_page.details(result, look)
