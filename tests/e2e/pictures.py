"""Photographs every page for looking at it: `make pictures`, or

    python -m tests.e2e.pictures [FOLDER [PAGE…]]

takes each page (or those named, such as `trends` or `size?state=TX`) of the database in use at
1440, 768 and 375 pixels, in light and dark, whole, into FOLDER (default pictures/).
"""

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from analysis.database import database_path
from tests.e2e.server import browser_settings, serve

PAGES = (
    "",
    "trends",
    "size",
    "sectors",
    "causes",
    "map",
    "cases?case=anthem-2015&and=emergence-health-network-2015",
    "report?id=2015-anthem-inc-in",
    "revisions",
    "explorer",
    "methods",
)
WIDTHS, THEMES = (1440, 768, 375), ("light", "dark")
# Streamlit scrolls the page inside of the window, so the window grows to the page.
_HEIGHT = "document.querySelector('.stMainBlockContainer').scrollHeight"
_MOST_HEIGHT = 8000


def photograph(browser: Browser, address: str, width: int, theme: str, target: Path) -> None:
    """One whole page, once its last part has been drawn."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    page.locator(".st-key-footer").wait_for(timeout=60_000)
    page.wait_for_timeout(1500)
    height = min(page.evaluate(_HEIGHT) + 60, _MOST_HEIGHT)
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(800)
    page.screenshot(path=target)
    context.close()


def main(folder: Path, pages: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    settings = browser_settings()
    if settings is None:
        raise SystemExit("There is no Chromium: `make test` installs it.")
    with (
        tempfile.TemporaryDirectory() as scratch,
        serve(database_path(), Path(scratch) / "log") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**settings)
        for path in pages:
            name = re.sub(r"\W+", "-", path).strip("-") or "overview"
            for width in WIDTHS:
                for theme in THEMES:
                    target = folder / f"{name}-{width}-{theme}.png"
                    photograph(browser, f"{address}/{path}", width, theme, target)
                    print(target, flush=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"), sys.argv[2:] or list(PAGES))
