"""What a browser test asks of a page: addresses, what overflows, what is cut off, what is visible."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

LANGUAGES = ("ja", "en")
WIDTHS = {390: 844, 1280: 800, 1920: 1080}  # phone, office PC, projector
PAGES = (
    "/",
    "/stage",
    "/compare",
    "/crosstab",
    "/voices",
    "/kpi",
    "/operations",
    "/projects",
    "/peers",
    "/explore",
    "/sources",
    "/intake",
)
# Every page, and those views of it that are laid out in a way of their own.
VIEWS = (
    "/",
    "/compare",
    "/compare?q=service_use&c=net2021&c=net2025&base=318",
    "/compare?q=priorities",
    "/compare?q=ai_use",
    "/crosstab",
    "/crosstab?d=practice_2021",
    "/crosstab?d=practice_2025&view=gt",
    "/voices",
    "/voices?view=who",
    "/voices?view=history",
    "/stage",
    "/stage?deck=kpi_start&step=2",
    "/stage?view=make",
    "/stage?view=kept",
    "/kpi",
    "/kpi?indicator=cashless_payments",
    "/operations",
    "/operations?strip=paperless&detail=print_pages_change_ratio",
    "/projects",
    "/projects?by=department&p=18",
    "/peers",
    "/explore",
    "/explore?metric=print_pages",
    "/explore?view=tables",
    "/explore?view=dictionary",
    "/explore?view=sql",
    "/sources",
    "/sources?view=figures",
    "/sources?view=register&entry=d37",
    "/intake",
    "/intake?view=entry",
    "/intake?view=forms",
    "/intake?view=history",
)
THIS_MUCH = 2  # px: half a letter's side bearing; a browser's text box is a little wider than its ink

MAIN = '[data-testid="stMain"]'
CHART = '[data-testid="stVegaLiteChart"]'
BARS = ('[data-testid="stTopNav"]', '[role="menu"]')
LANGUAGE_SWITCH = ".st-key-narabe-language"


def in_language(address: str, lang: str) -> str:
    """The address as the language switch would leave it."""
    if lang == "ja":
        return address
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


def parameters(page: Page) -> dict[str, list[str]]:
    """The parameters of the page's address; order between names does not matter."""
    return {name: sorted(values) for name, values in parse_qs(urlsplit(page.url).query).items()}


def navigate(page: Page, address: str) -> None:
    """Click the page's name in the bar, in whichever fold of the bar it stands."""
    places = [f'{place} a[href{ends}"]' for place in BARS for ends in (f'$="{address}', f'*="{address}?')]
    link = page.locator(", ".join(places))
    if address == "/":
        link = page.locator('[data-testid="stTopNavLink"]').first
    folds = iter(page.locator('[data-testid="stTopNavSection"]').all())
    while not link.count():
        next(folds).click()
        page.locator('[role="menu"]').wait_for()
    link.first.click()


def path(page: Page) -> str:
    """The path of the page's address."""
    return urlsplit(page.url).path


def texts(page: Page) -> list[str]:
    """The visible words of the main part, line by line; the data version is left out."""
    return [line.strip() for line in page.locator(MAIN).inner_text().splitlines() if line.strip()]


def alts(page: Page) -> list[str]:
    """The alternative text of every chart on screen."""
    return [
        chart.get_attribute("aria-label") or "" for chart in page.locator(CHART).all() if chart.is_visible()
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window (the scrolling part counts, too)."""
    return int(
        page.evaluate(
            """() => Math.max(...[document.documentElement, ...document.querySelectorAll(
                 '[data-testid="stMain"], [data-testid="stAppViewContainer"]')]
                 .map(part => part.scrollWidth - part.clientWidth))"""
        )
    )


def clipped_in_charts(page: Page) -> list[str]:
    """Chart texts that reach over the edge of their picture: `chart: text left/right by n`."""
    found: list[str] = page.evaluate(
        """(slack) => [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg.marks')]
             .filter(svg => svg.getClientRects().length > 0)
             .flatMap((svg, chart) => {
               const edge = svg.getBoundingClientRect();
               return [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()).flatMap(text => {
                 // The box in the text's own coordinates, put on the screen by its matrix.
                 const box = text.getBBox(), matrix = text.getScreenCTM();
                 const xs = [], ys = [];
                 for (const x of [box.x, box.x + box.width]) for (const y of [box.y, box.y + box.height]) {
                   const corner = new DOMPoint(x, y).matrixTransform(matrix);
                   xs.push(corner.x); ys.push(corner.y);
                 }
                 const over = {left: edge.left - Math.min(...xs), right: Math.max(...xs) - edge.right,
                               top: edge.top - Math.min(...ys), bottom: Math.max(...ys) - edge.bottom};
                 return Object.entries(over).filter(([, by]) => by > slack)
                   .map(([side, by]) => `chart ${chart + 1}: ${text.textContent} ${side} by ${Math.round(by)}`);
               });
             }).filter((line, place, all) => all.indexOf(line) === place)""",
        THIS_MUCH,
    )
    return found


def clipped_texts(page: Page) -> list[str]:
    """Words outside charts and tables that are cut off by their own box or by the edge of the window."""
    found: list[str] = page.evaluate(
        """(slack) => {
             const skip = '[data-testid="stVegaLiteChart"], [data-testid="stDataFrame"], input, [aria-hidden="true"]';
             const said = new Set();
             const walker = document.createTreeWalker(document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
             for (let node; node = walker.nextNode();) {
               const holder = node.parentElement;
               const word = node.nodeValue.trim();
               if (!word || holder.closest(skip) || !holder.checkVisibility({visibilityProperty: true})) continue;
               const range = document.createRange();
               range.selectNodeContents(node);
               const box = range.getBoundingClientRect();
               if (box.width < 2 || box.height < 2) continue;
               if (box.left < -slack || box.right > innerWidth + slack) said.add(`window: ${word.slice(0, 60)}`);
               for (let part = holder; part && part.dataset.testid !== 'stMain'; part = part.parentElement) {
                 const style = getComputedStyle(part);
                 if (!['hidden', 'clip'].includes(style.overflowX)) continue;
                 const edge = part.getBoundingClientRect();
                 if (edge.width < 2 || edge.height < 2) break;  // words for screen readers only
                 if (box.left < edge.left - slack || box.right > edge.right + slack
                     || part.scrollWidth > part.clientWidth + slack && style.textOverflow === 'ellipsis')
                   said.add(`box: ${word.slice(0, 60)}`);
               }
             }
             return [...said];
           }""",
        THIS_MUCH,
    )
    return found
