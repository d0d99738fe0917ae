"""Pictures of the README, taken from a server of its own: `python -m tests.browser.screenshots [folder]`.

Written to docs/images/: home, compare, kpi, the register and intake in both languages on an office PC,
compare on a phone and, dark, on a projector. Each file stays below 250 KB.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM_ARGUMENTS, DEBIAN_CHROMIUM, settled
from tests.browser.looking import LANGUAGES, in_language
from tests.browser.serving import ROOT, built_store, serving

FOLDER = ROOT / "docs" / "images"
LARGEST = 250_000  # bytes
COLOURS = (256, 128, 64)  # a palette of so many; fewer where the file would be too large
COMPARE = "/compare?q=service_use&c=net2021&c=net2025"


@dataclass(frozen=True)
class Picture:
    """One file `<name>_<lang>.png`."""

    name: str
    address: str
    lang: str
    width: int = 1280
    height: int = 960
    dark: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}_{self.lang}.png"


PICTURES = (
    *(
        Picture(name, address, lang)
        for name, address in (
            ("home", "/"),
            ("compare", COMPARE),
            ("kpi", "/kpi"),
            ("register", "/sources?view=register"),
            ("intake", "/intake"),
        )
        for lang in LANGUAGES
    ),
    Picture("compare_phone", COMPARE, "ja", 390, 844),
    Picture("compare_projector", COMPARE, "ja", 1920, 1080, dark=True),
)


def taken(browser: Browser, server: str, picture: Picture) -> bytes:
    """The window as a person sees it at first, as PNG."""
    context = browser.new_context(
        base_url=server,
        viewport={"width": picture.width, "height": picture.height},
        locale="ja-JP" if picture.lang == "ja" else "en-GB",
        timezone_id="Asia/Tokyo",
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    try:
        page: Page = context.new_page()
        page.goto(in_language(picture.address, picture.lang), wait_until="domcontentloaded")
        settled(page)
        page.mouse.move(0, 0)
        return page.screenshot(animations="disabled", caret="hide")
    finally:
        context.close()


def optimised(png: bytes) -> bytes:
    """The picture on a palette, as small as it must be and as true as it may be."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in COLOURS:
        small = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        if small.tell() < LARGEST:
            return small.getvalue()
    raise ValueError(f"a picture of {small.tell():,} bytes cannot be brought below {LARGEST:,}")


def main(folder: Path = FOLDER) -> None:
    """Build, serve, photograph; a file is written only when its bytes change."""
    folder.mkdir(parents=True, exist_ok=True)
    executable = str(DEBIAN_CHROMIUM) if DEBIAN_CHROMIUM.exists() else None
    with built_store() as store, serving(store) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        for picture in PICTURES:
            content, path = optimised(taken(browser, server, picture)), folder / picture.file
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)
            print(f"{path.name}: {picture.width} x {picture.height}, {len(content):,} bytes")
        browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
