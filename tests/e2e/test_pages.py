"""Each page, opened cold by its address with a filter, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = {
    "": "What is going on?",
    "trends": None,
    "size": None,
    "sectors": None,
    "causes": None,
    "map": None,
    "cases": None,
    "report?id=2015-anthem-inc-in": None,
    "revisions": None,
    "explorer": None,
    "methods": None,
}
WITHOUT_A_CHART = {"report?id=2015-anthem-inc-in", "revisions", "explorer", "methods"}


def address(server: str, page: str, query: str) -> str:
    return f"{server}/{page}{'&' if '?' in page else '?'}{query}"


@pytest.mark.e2e
@pytest.mark.parametrize("path", PAGES)
def test_a_cold_deep_link_keeps_the_filter_and_stays_on_the_origin(
    page: Page, sample_server: str, path: str
):
    strangers, refused = [], []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((sample_server, "data:", "blob:"))
            or request.url.startswith(sample_server.replace("http", "ws"))
            else strangers.append(request.url)
        ),
    )
    page.on(
        "console",
        lambda message: (
            refused.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    page.goto(address(sample_server, path, "state=TX&from=2012"))
    page.locator(".st-key-footer").wait_for(timeout=30_000)
    expect(page.locator(".st-key-filter-bar")).to_contain_text("Texas, since 2012")
    if path not in WITHOUT_A_CHART:
        expect(page.locator(".stPlotlyChart .main-svg").first).to_be_visible(timeout=15_000)
    assert "state=TX" in page.url
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0
    assert strangers == []
    assert refused == []


@pytest.mark.e2e
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_serious_fault(page: Page, sample_server: str, path: str):
    page.goto(address(sample_server, path, ""))
    page.locator(".st-key-footer").wait_for(timeout=30_000)
    page.wait_for_timeout(1500)
    found = Axe().run(page).response["violations"]
    serious = [
        f"{fault['id']}: {fault['help']} ({node['html'][:160]})"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
        if not _of_the_framework(fault["id"], node["html"])
    ]
    assert serious == []


@pytest.mark.e2e
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [375, 768])
def test_nothing_hangs_over_the_edge_of_a_small_screen(
    page: Page, sample_server: str, path: str, width: int
):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(sample_server, path, ""))
    page.locator(".st-key-footer").wait_for(timeout=30_000)
    page.wait_for_timeout(800)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.e2e
def test_a_filter_goes_into_the_address_along_to_the_next_page_and_back(
    page: Page, sample_server: str
):
    page.goto(f"{sample_server}/?from=2012")
    page.locator(".st-key-footer").wait_for(timeout=30_000)
    page.locator(".st-key-filters button").first.click()
    page.locator(".st-key-ba button", has_text="Yes").click()
    expect(page).to_have_url(re.compile("from=2012&ba=yes"))
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Trends").first.click()
    expect(page).to_have_url(re.compile(r"/trends\?from=2012&ba=yes"))
    expect(page.locator(".st-key-filter-bar")).to_contain_text(
        "Business associate involved, since 2012"
    )
    page.locator(".st-key-clear button").click()
    expect(page).to_have_url(re.compile(r"/trends$"))


def _of_the_framework(fault: str, html: str) -> bool:
    """The sparkline inside Streamlit's own metric has no alternative text; its figures stand in the
    metric, and this project cannot reach into it."""
    return fault == "svg-img-alt" and "metric_chart" in html


@pytest.mark.e2e
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_brief_stands_alone_and_prints_on_two_pages(
    page: Page, sample_server: str, tmp_path, paper: str
):
    page.goto(address(sample_server, "sectors", "peer_place=South"))
    with page.expect_download() as started:
        page.get_by_role("button", name="Brief for a board meeting").click(timeout=30_000)
    brief = tmp_path / "brief.html"
    started.value.save_as(brief)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(brief.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Healthcare data breaches: Healthcare Provider, the South"
    )
    printed = page.pdf(format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 2
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
