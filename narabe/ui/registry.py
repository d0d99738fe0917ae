"""Every page: where its file lies, what it is called, which address it answers at."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import streamlit as st

from narabe.model.text import Lang, Text

ROOT = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One screen. `address` is public: it ends up in e-mails, so it never changes."""

    file: str
    title: Text
    address: str  # "" is the first page, reachable as "/" only
    icon: str
    section: Text

    @property
    def path(self) -> Path:
        return ROOT / self.file


ALONE = Text("", "")  # an untitled section: its pages stand in the bar themselves
PEOPLE = Text("市民の声", "Residents")
SERVICES = Text("市の取組", "City services")
TRUST = Text("データ", "Data")

HOME = PageEntry("start/home.py", Text("ホーム", "Home"), "", ":material/home:", ALONE)
STAGE = PageEntry("room/stage.py", Text("会場", "Stage"), "stage", ":material/co_present:", ALONE)
COMPARE = PageEntry(
    "people/compare.py",
    Text("市民の声を比べる", "Compare surveys"),
    "compare",
    ":material/group:",
    PEOPLE,
)
VOICES = PageEntry(
    "people/voices.py",
    Text("声とあゆみ", "Voices and history"),
    "voices",
    ":material/forum:",
    PEOPLE,
)
CROSSTAB = PageEntry(
    "people/crosstab.py",
    Text("クロス集計", "Cross-tabulation"),
    "crosstab",
    ":material/table_chart:",
    PEOPLE,
)
KPI = PageEntry("services/kpi.py", Text("指標の進捗", "KPIs"), "kpi", ":material/flag:", SERVICES)
OPERATIONS = PageEntry(
    "services/operations.py",
    Text("5レスの数", "Operations"),
    "operations",
    ":material/stacked_bar_chart:",
    SERVICES,
)
PROJECTS = PageEntry(
    "services/projects.py", Text("個別事業", "Projects"), "projects", ":material/list_alt:", SERVICES
)
PEERS = PageEntry(
    "services/peers.py",
    Text("ほかの市と並べる", "Other cities"),
    "peers",
    ":material/location_city:",
    SERVICES,
)
EXPLORE = PageEntry(
    "trust/explore.py", Text("データを探す", "Explore"), "explore", ":material/search:", TRUST
)
SOURCES = PageEntry(
    "trust/sources.py", Text("出典と確認", "Sources"), "sources", ":material/menu_book:", TRUST
)
INTAKE = PageEntry(
    "trust/intake.py", Text("データを入れる", "Bring in data"), "intake", ":material/upload_file:", TRUST
)

PAGES = (HOME, STAGE, COMPARE, CROSSTAB, VOICES, KPI, OPERATIONS, PROJECTS, PEERS, EXPLORE, SOURCES, INTAKE)


def titles() -> MappingProxyType[str, Text]:
    """Address -> title, for the rooms that do not know Streamlit."""
    return MappingProxyType({page.address: page.title for page in PAGES})


def streamlit_pages(lang: Lang) -> dict[str, list[st.Page]]:
    """The pages under their section names, as `st.navigation` wants them."""
    sections: dict[str, list[st.Page]] = {}
    for page in PAGES:
        sections.setdefault(page.section.in_(lang), []).append(streamlit_page(page, lang))
    return sections


def link(
    page: PageEntry,
    lang: Lang,
    label: Text | None = None,
    *,
    icon: str | None = None,
    **choices: str | list[str],
) -> None:
    """A link to a page in the same language; `choices` become its address parameters."""
    # The default language is left out of the address, as the bound switch does.
    spoken = {} if lang == "ja" else {"lang": lang}
    st.page_link(
        streamlit_page(page, lang),
        label=(label or page.title).in_(lang),
        icon=icon or page.icon,
        query_params={**choices, **spoken},
    )


def streamlit_page(page: PageEntry, lang: Lang) -> st.Page:
    """The page as Streamlit knows it."""
    return st.Page(
        page.path,
        title=page.title.in_(lang),
        icon=page.icon,
        url_path=page.address or None,
        default=page.address == "",
    )
