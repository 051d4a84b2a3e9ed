"""Reading pages: what a browser would send, and ids found by what they mean."""

import random

import pytest

from etl.errors import PortalUntrusted
from etl.portal_page import (
    VIEW_STATE,
    SessionExpired,
    Table,
    read_page,
    read_tab_change,
    replaced,
)
from tests.portal.pages import MARKERS, Ids, page, partial

IDS = Ids.draw(random.Random(5))


def view(**changes: object) -> dict:
    return {"listing": "hipaa", "tab": 0, "announced": 7057, "fault": ""} | changes


def html(marker: str = "title", **changes: object) -> bytes:
    return page(IDS, marker, view(**changes), "/x.jsf;jsessionid=1", "state 1").encode()


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize(("tab", "name"), [(0, "under_investigation"), (1, "archive")])
def test_a_page_is_read_whole(marker, tab, name):
    found = read_page(html(marker, tab=tab))
    assert (found.listing, found.view, found.action) == ("hipaa", name, "/x.jsf;jsessionid=1")
    assert found.tab_view == IDS.tab_view
    assert found.panels == {"under_investigation": IDS.panel(0), "archive": IDS.panel(1)}
    assert found.table == Table(IDS.exporters[(tab, "csv")], 7057)
    assert found.fields == (
        ("ocrForm", "ocrForm"),
        (f"{IDS.tab_view}_activeIndex", str(tab)),
        ("ocrForm:reportResultTable_rppDD", "100"),
        (VIEW_STATE, "state 1"),
    )


def test_part_2_is_known_by_its_columns_whatever_else_the_page_says():
    assert read_page(html(listing="part2", announced=0)).listing == "part2"


def test_an_empty_table_may_say_so_in_words_alone():
    said = html(announced=0).replace(b"rowCount:0", b"").replace(b"(Displaying 0 - 0 of 0)", b"")
    assert read_page(said).table.announced_rows == 0


def test_a_tab_without_a_label_is_known_by_the_end_of_its_id():
    found = read_page(html().replace(b">Archive</a>", b"><img src='/i/2.png'/></a>"))
    assert found.panels["archive"] == IDS.panel(1)


@pytest.mark.parametrize("marker", MARKERS)
def test_a_change_of_tab_brings_the_archives_own_exporter(marker):
    answer = partial(IDS, marker, view(tab=1, announced=12), "state 2").encode()
    assert read_tab_change(answer) == (Table(IDS.exporters[(1, "csv")], 12), "state 2")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "without a title"),
        (b"maintenance.html", "“maintenance.html”"),
        (b"<form id='ocrForm'></form>", "no tab “Under Investigation”"),
        (html().replace(b"_activeIndex", b"_index"), "which one is shown"),
        (html().replace(b'_activeIndex" value="0"', b'_activeIndex" value="7"'), "no table"),
        (html().replace(VIEW_STATE.encode(), b"other"), "lost the state"),
    ],
)
def test_a_page_that_is_not_the_table_is_not_believed(content, says):
    with pytest.raises(PortalUntrusted, match=says):
        read_page(content)


def test_an_expired_session_is_told_from_a_strange_page():
    said = b"<html>javax.faces.application.ViewExpiredException</html>"
    for read in (read_page, read_tab_change):
        with pytest.raises(SessionExpired):
            read(said)


def test_a_partial_response_cannot_reach_beyond_itself(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    answer = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><partial-response><changes>'
        '<update id="ViewState">&e;</update></changes></partial-response>'
    )
    with pytest.raises(PortalUntrusted):
        read_tab_change(answer.encode())


def test_fields_are_replaced_not_repeated():
    assert replaced((("a", "1"), ("b", "2"), ("a", "3")), {"a": "4", "c": "5"}) == (
        ("b", "2"),
        ("a", "4"),
        ("c", "5"),
    )
