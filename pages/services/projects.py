"""Which values, actions and indicators do the projects serve, and which voices have few?"""

from narabe.analyses.projects import project_plan
from narabe.ui import parts, projects_page
from narabe.ui.live import cached
from narabe.words import page_titles

look = parts.look()
plan = cached(project_plan)
parts.open_page(page_titles.PROJECTS, plan.sentence)
projects_page.find(plan, look)
projects_page.gaps(plan, look)
