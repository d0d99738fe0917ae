"""How far can other cities' indicators be set beside Koriyama's?"""

from narabe.analyses.peers import peers
from narabe.ui import asking, parts, peers_page
from narabe.ui.live import cached
from narabe.words import page_titles

head = parts.reserve_head()
look = parts.look(large=asking.large())
result = cached(peers, asking.city())
parts.open_page(page_titles.PEERS, result.sentence, head)
peers_page.pairs(result, look)
peers_page.details(result, look)
