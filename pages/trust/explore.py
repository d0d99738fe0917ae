"""Which figures are there, and how does one take them away?"""

from narabe.ui import explore_page

explore_page.open_view()
