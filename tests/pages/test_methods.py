"""Methods: full, whatever the filters, of the sample, the dictionary at hand."""

from tests.pages.app import html, open_page
from tests.pages.app import plain_words as words


def test_full(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "methods")
    said, tables = words(app), html(app)
    assert "7 reports as of 1 May 2016, from 1 loaded export; 0 rows refused" in said
    assert "<dd>One notice to HHS of a breach" in tables
    assert '<td data-name="Day">1 May 2016</td>' in tables
    assert "every goal is reached" in said or "a goal is missed" in said
    assert app.code[0].value.startswith("US Department of Health and Human Services")
    assert app.code[1].value.startswith("@misc{")


def test_the_dictionary_shows_any_table(monkeypatch, small_workspace):
    app = open_page(monkeypatch, small_workspace, "methods")
    assert "<dt>individuals_affected, bigint</dt>" in html(app)
    app.selectbox(key="table").select("revisions").run()
    assert "<dt>old_value, varchar</dt>" in html(app)


def test_filters_change_nothing_but_the_address(monkeypatch, small_workspace):
    """Also where no report, one, or fewer than ten pass."""
    full = open_page(monkeypatch, small_workspace, "methods")
    for state in ("WY", "CA", "TX"):
        app = open_page(monkeypatch, small_workspace, "methods", state=state)
        assert html(app) == html(full)
        assert f"state={state}" in app.code[0].value


def test_the_sample_is_cited_as_one(monkeypatch, sample_workspace):
    app = open_page(monkeypatch, sample_workspace, "methods")
    assert "as of 26 February 2015 (bundled sample)" in app.code[0].value
    assert "(bundled sample)" in app.code[1].value
