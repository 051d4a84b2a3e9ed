"""Judging an export: every cut is noticed, whatever it leaves standing."""

import random

import pytest

from etl.errors import PortalUntrusted
from etl.portal_export import check_export, check_views, is_csv
from tests.portal.exports import csv_export
from tests.portal.rows import CLOSED_ROWS, OPEN_ROWS, PART2_ROWS


def export(rows: list[list[str]], headers: str = "damaged", listing: str = "hipaa") -> bytes:
    return csv_export(listing, rows, headers, None, random.Random(1))


def last_rows(content: bytes, count: int) -> range:
    """Every place at which the last rows of an export could be cut off."""
    start = len(content)
    for _ in range(count + 1):
        start = content.rindex(b"\n", 0, start)
    return range(start + 2, len(content))


@pytest.mark.parametrize("rows", [OPEN_ROWS, CLOSED_ROWS, CLOSED_ROWS[:1], CLOSED_ROWS[12:13]])
@pytest.mark.parametrize("headers", ["clean", "damaged"])
def test_a_cut_at_any_byte_is_refused(rows, headers):
    whole = export(rows, headers)
    assert len(check_export(whole, "hipaa", "archive", len(rows)).rows) == len(rows)
    for at in last_rows(whole, 1):
        with pytest.raises(PortalUntrusted):
            check_export(whole[:at], "hipaa", "archive", len(rows))


def test_a_cut_between_two_rows_is_noticed_by_their_number():
    whole = export(OPEN_ROWS)
    at = last_rows(whole, 1).start - 1
    with pytest.raises(PortalUntrusted, match="9 reports where the page announced 10"):
        check_export(whole[:at], "hipaa", "archive", 10)


@pytest.mark.parametrize("listing", ["hipaa", "part2"])
@pytest.mark.parametrize("headers", ["clean", "damaged"])
def test_the_listing_is_known_by_its_columns(listing, headers):
    rows = {"hipaa": OPEN_ROWS, "part2": PART2_ROWS}
    other = {"hipaa": "part2", "part2": "hipaa"}[listing]
    content = export(rows[listing], headers, listing)
    assert check_export(content, listing, "archive", len(rows[listing])).listing == listing
    with pytest.raises(PortalUntrusted, match="listing instead"):
        check_export(content, other, "archive", len(rows[listing]))


def test_two_views_are_told_apart_by_rows_not_by_headers_or_order():
    def table(rows: list[list[str]], headers: str):
        return check_export(export(rows, headers), "hipaa", "archive", len(rows))

    first = table(OPEN_ROWS, "clean")
    check_views("hipaa", first, table(CLOSED_ROWS, "clean"))
    check_views("hipaa", first, table(OPEN_ROWS[1:], "clean"))
    check_views("part2", table([], "clean"), table([], "damaged"))
    for same in (OPEN_ROWS, OPEN_ROWS[::-1]):
        with pytest.raises(PortalUntrusted, match="same view twice"):
            check_views("hipaa", first, table(same, "damaged"))


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b'"Name of Covered Entity","State"\n', True),
        (b"\xef\xbb\xbfName of Covered Entity,State\n", True),
        (b"", False),
        (b"  \n", False),
        (b"<!DOCTYPE html><html lang='en,us'>", False),
        (b"\n <html>a, b</html>", False),
        (b"%PDF-1.7, ", False),
        (b"PK\x03\x04,", False),
        (b"busy", False),
    ],
)
def test_success_is_judged_by_the_body(content, is_one):
    assert is_csv(content) is is_one
