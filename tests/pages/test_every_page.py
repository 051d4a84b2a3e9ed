"""Every page: full, one report, fewer than ten, filtered to nothing, a past day, no database."""

import pytest

from tests.pages.app import ROOT, open_page, words
from tests.shared import needs_exports

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("[a-z]*.py"))
# These show something of their own where the filters leave nothing.
STANDS_WITHOUT_REPORTS = {"cases", "report", "revisions", "methods"}


@pytest.mark.parametrize("page", PAGES)
def test_full(monkeypatch, small_workspace, page):
    app = open_page(monkeypatch, small_workspace, page)
    assert app.title[0].value
    assert "Individuals are as reported" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_one_report(monkeypatch, small_workspace, page):
    open_page(monkeypatch, small_workspace, page, state="CA")


@pytest.mark.parametrize("page", PAGES)
def test_one_report_without_a_count(monkeypatch, small_workspace, page):
    open_page(monkeypatch, small_workspace, page, state="NY")


@pytest.mark.parametrize("page", sorted(set(PAGES) - STANDS_WITHOUT_REPORTS))
def test_filtered_to_nothing_says_why_and_what_to_do(monkeypatch, small_workspace, page):
    app = open_page(monkeypatch, small_workspace, page, state="WY")
    assert "No report matches: Wyoming" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_the_sample(monkeypatch, sample_workspace, page):
    app = open_page(monkeypatch, sample_workspace, page)
    assert "This is a sample" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_without_a_database_it_says_what_to_do(monkeypatch, tmp_path, page):
    damaged = tmp_path / "breaches.duckdb"
    damaged.write_bytes(b"not a database")
    app = open_page(monkeypatch, damaged, "overview")
    assert "python -m etl rebuild" in words(app)


@needs_exports
@pytest.mark.parametrize("page", PAGES)
def test_a_past_day(monkeypatch, history_workspace, page):
    app = open_page(monkeypatch, history_workspace, page, as_of="2024-10-08")
    said = words(app)
    assert "As HHS showed it on 8 October 2024" in said
    assert "as of 1 July 2026" not in said
