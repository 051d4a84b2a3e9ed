"""The client against the stand-in: every shape of portal it must read, and its manners."""

import itertools
from datetime import UTC, datetime

import pytest

from etl.errors import PortalUnreachable, UsageError
from etl.portal import USER_AGENT, Export, pull, reachable
from etl.reading import read_export
from tests.portal.exports import csv_export
from tests.portal.pages import MARKERS
from tests.portal.rows import CLOSED_ROWS, OPEN_ROWS, PART2_ROWS, many
from tests.portal.standin import StandIn

BOTH = frozenset({"multipart", "urlencoded"})
SHAPES = itertools.product(
    (BOTH, frozenset({"multipart"}), frozenset({"urlencoded"})),
    ("clean", "damaged"),
    MARKERS,
    (1, 77),
)
LISTINGS = [
    ("hipaa", "under_investigation", OPEN_ROWS),
    ("hipaa", "archive", CLOSED_ROWS),
    ("part2", "under_investigation", PART2_ROWS),
    ("part2", "archive", []),
]


def quick(portal: StandIn, **options: object) -> list[Export]:
    return pull(portal.url, **{"pause": 0.0, "time_limit": 20.0} | options)


def told(exports: list[Export]) -> list[tuple[str, str, list[list[str]]]]:
    """Listing, view and whole rows of each export; the announced number stands beside them."""
    found = []
    for export in exports:
        rows = [list(row.cells.values()) for row in read_export(export.content, "x.csv").rows]
        assert len(rows) == export.announced_rows
        found.append((export.listing, export.view, rows))
    return found


@pytest.mark.parametrize(("encodings", "headers", "marker", "ids"), SHAPES)
def test_every_shape_of_portal_gives_every_row(encodings, headers, marker, ids):
    shape = {"encodings": encodings, "headers": headers, "marker": marker, "ids": ids}
    with StandIn(part2=PART2_ROWS, **shape) as portal:
        assert told(quick(portal)) == LISTINGS


@pytest.mark.parametrize("transfer", ["chunked", "gzip"])
@pytest.mark.parametrize("state_after_export", ["kept", "gone"])
def test_transfer_and_the_life_of_the_state_do_not_matter(transfer, state_after_export):
    shape = {"transfer": transfer, "state_after_export": state_after_export}
    with StandIn(part2=PART2_ROWS, **shape) as portal:
        assert told(quick(portal)) == LISTINGS


def test_the_bytes_are_untouched_and_their_origin_is_told():
    before = datetime.now(UTC)
    with StandIn(headers="clean") as portal:
        first, second = quick(portal, part2=False)
        chance = portal.chance
    assert first.content == csv_export("hipaa", OPEN_ROWS, "clean", None, chance)
    assert second.content == csv_export("hipaa", CLOSED_ROWS, "clean", None, chance)
    assert first.url == second.url == f"{portal.url}breach_report_hip.jsf"
    assert before <= first.retrieved_at <= second.retrieved_at <= datetime.now(UTC)


def test_an_empty_part_2_listing_is_no_error():
    with StandIn() as portal:
        empty = [("part2", "under_investigation", []), ("part2", "archive", [])]
        assert told(quick(portal)) == [*LISTINGS[:2], *empty]


@pytest.mark.parametrize("view", ["under_investigation", "archive"])
def test_a_view_that_says_it_is_empty_is_no_error(view):
    with StandIn(**{view: ()}) as portal:
        found = {name: rows for _, name, rows in told(quick(portal, part2=False))}
    assert found == {"under_investigation": OPEN_ROWS, "archive": CLOSED_ROWS} | {view: []}


@pytest.mark.parametrize(
    "fault",
    [
        {"fault": "404", "fault_at": "page"},
        {"fault": "503", "fault_at": "export"},
        {"fault": "maintenance", "fault_at": "page"},
        {"fault": "expired", "fault_at": "tab"},
        {"fault": "a renamed column"},
        {"fault": "fewer rows than announced"},
    ],
    ids=lambda fault: fault["fault"],
)
def test_part_2_alone_is_left_out_where_it_fails_and_the_reason_is_told(fault):
    lines: list[str] = []
    with StandIn(part2=PART2_ROWS, fault_in="part2", **fault) as portal:
        assert told(quick(portal, progress=lines.append)) == LISTINGS[:2]
    assert lines[-1].startswith("The Part 2 listing is left out of this pull. The portal")


def test_part_2_is_not_asked_for_where_it_is_not_wanted():
    with StandIn(part2=PART2_ROWS) as portal:
        assert told(quick(portal, part2=False)) == LISTINGS[:2]
        assert {request.path for request in portal.requests} == {"breach_report_hip.jsf"}


@pytest.mark.parametrize("order", ["clean", "damaged"])
def test_known_columns_in_another_order_are_read(order):
    with StandIn(headers=order, fault="columns in another order") as portal:
        first, second = quick(portal, part2=False)
    names = [row.cells["entity_name"] for row in read_export(second.content, "x.csv").rows]
    states = [row.cells["state"] for row in read_export(first.content, "x.csv").rows]
    assert names == [row[0] for row in CLOSED_ROWS]
    assert states == [row[1] for row in OPEN_ROWS]


def test_the_client_has_manners():
    with StandIn(part2=PART2_ROWS) as portal:
        quick(portal, pause=0.1)
        asked = portal.requests
    assert [request.step for request in asked] == ["page", "export", "page", "tab", "export"] * 2
    assert {request.agent for request in asked} == {USER_AGENT}
    assert {request.session_id for request in asked} == {asked[0].session_id}
    gaps = [later.at - earlier.at for earlier, later in itertools.pairwise(asked)]
    assert min(gaps) >= 0.1


def test_an_encoding_that_is_not_decoded_is_tried_once_only():
    with StandIn(encodings=frozenset({"urlencoded"})) as portal:
        quick(portal, part2=False)
        sent = [request.encoding for request in portal.requests if request.encoding]
    assert sent == ["multipart", "urlencoded", "urlencoded", "urlencoded"]


def test_the_entry_of_the_portal_is_an_address_too():
    with StandIn() as portal:
        address = f"{portal.url}breach_report.jsf"
        assert told(pull(address, pause=0.0, part2=False)) == LISTINGS[:2]


@pytest.mark.parametrize(
    "address",
    ["", "ocrportal.hhs.gov", "ftp://127.0.0.1/", "http://", "http://[::1", "http://x:1e9/"],
)
def test_an_address_that_is_none_is_wrong_usage(address):
    with pytest.raises(UsageError, match="is no address of a portal"):
        pull(address, pause=0.0)
    assert not reachable(address)


def test_nobody_there():
    with StandIn() as portal:
        gone = portal.url
        assert reachable(gone, timeout=10.0)
    assert not reachable(gone, timeout=1.0)
    with pytest.raises(PortalUnreachable, match="does not answer"):
        pull(gone, pause=0.0, time_limit=10.0)


@pytest.mark.parametrize("fault", ["403", "503", "connection reset", "headers that drip"])
def test_a_portal_that_cannot_be_used_is_not_reachable(fault):
    with StandIn(fault=fault) as portal:
        assert not reachable(portal.url, timeout=0.5)


def test_7790_rows_come_whole():
    rows = many(7790)
    with StandIn(under_investigation=rows[:733], archive=rows[733:]) as portal:
        assert told(quick(portal, part2=False)) == [
            ("hipaa", "under_investigation", rows[:733]),
            ("hipaa", "archive", rows[733:]),
        ]
