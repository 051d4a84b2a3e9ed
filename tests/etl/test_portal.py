"""The client against the stand-in: every shape it must read, every fault it must name."""

import itertools
import time

import pytest

from etl.errors import PortalUnreachable, PortalUntrusted
from etl.portal import pull, reachable
from etl.reading import read_export
from tests.portal.rows import CLOSED_ROWS, OPEN_ROWS, PART2_ROWS, many
from tests.portal.standin import StandIn


def quick(portal: StandIn, **options: object):
    return pull(portal.url, **{"pause": 0.0, "time_limit": 20.0} | options)


def cells(content: bytes) -> list[list[str]]:
    return [list(row.cells.values()) for row in read_export(content, "x.csv").rows]


BOTH = frozenset({"multipart", "urlencoded"})
SHAPES = list(
    itertools.product(
        (BOTH, frozenset({"multipart"}), frozenset({"urlencoded"})),
        ("clean", "damaged"),
        ("title", "alt", "src"),
        (1, 77),
    )
)


@pytest.mark.parametrize(("encodings", "headers", "marker", "ids"), SHAPES)
def test_every_shape_gives_both_views(encodings, headers, marker, ids):
    with StandIn(encodings=encodings, headers=headers, marker=marker, ids=ids) as portal:
        first, second = (e for e in quick(portal) if e.listing == "hipaa")
    assert (first.view, first.announced_rows, cells(first.content)) == (
        "under_investigation",
        len(OPEN_ROWS),
        OPEN_ROWS,
    )
    assert (second.view, second.announced_rows, cells(second.content)) == (
        "archive",
        len(CLOSED_ROWS),
        CLOSED_ROWS,
    )


def test_part_2_is_a_listing_of_its_own_and_may_be_empty():
    with StandIn(part2=PART2_ROWS) as portal:
        listed = {(e.listing, e.view): e.announced_rows for e in quick(portal)}
        assert listed[("part2", "under_investigation")] == 1
        assert listed[("part2", "archive")] == 0
        assert {e.listing for e in quick(portal, part2=False)} == {"hipaa"}
    with StandIn() as portal:
        listed = {(e.listing, e.view): e.announced_rows for e in quick(portal)}
        assert listed[("part2", "under_investigation")] == 0


def test_an_empty_view_that_says_it_is_empty_is_no_error():
    with StandIn(under_investigation=()) as portal:
        first, second = quick(portal, part2=False)
    assert (first.announced_rows, second.announced_rows) == (0, len(CLOSED_ROWS))


@pytest.mark.parametrize(
    "fault",
    ["503 twice, then well", "429 once, then well", "expired once", "columns in another order"],
)
def test_passing_faults_pass(fault):
    with StandIn(fault=fault) as portal:
        assert [e.announced_rows for e in quick(portal, part2=False)] == [3, 4]


@pytest.mark.parametrize(
    ("fault", "error", "says"),
    [
        ("403", PortalUnreachable, "refuses this machine"),
        ("404", PortalUntrusted, "404"),
        ("429 for hours", PortalUnreachable, "too slow"),
        ("500", PortalUnreachable, "500"),
        ("502", PortalUnreachable, "502"),
        ("503", PortalUnreachable, "503"),
        ("connection reset", PortalUnreachable, "does not answer"),
        ("a redirect loop", PortalUntrusted, "TooManyRedirects"),
        ("maintenance", PortalUntrusted, "Scheduled Maintenance"),
        ("wrong listing", PortalUntrusted, "another listing"),
        ("expired for ever", PortalUntrusted, "expire"),
        ("the tab did not change", PortalUntrusted, "same view twice"),
        ("a body shorter than announced", PortalUntrusted, "breaks off"),
        ("a body cut in the middle of a row", PortalUntrusted, "middle of a row"),
        ("fewer rows than announced", PortalUntrusted, "announced"),
        ("more rows than announced", PortalUntrusted, "announced"),
        ("an empty export where rows are announced", PortalUntrusted, "announced"),
        ("a renamed column", PortalUntrusted, "People Affected"),
        ("an added column", PortalUntrusted, "Case Number"),
        ("a missing column", PortalUntrusted, "Individuals Affected"),
    ],
)
def test_each_fault_is_one_sentence_that_names_it(fault, error, says):
    with StandIn(fault=fault) as portal, pytest.raises(error, match=says) as refusal:
        quick(portal, part2=False)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_drip_ends_with_the_time_limit():
    with StandIn(fault="a drip that never ends") as portal:
        began = time.monotonic()
        with pytest.raises(PortalUnreachable, match="time limit"):
            quick(portal, part2=False, time_limit=2.0)
        assert time.monotonic() - began < 6


def test_a_portal_that_is_not_there_is_not_reachable():
    assert not reachable("http://127.0.0.1:9/", timeout=1.0)
    with StandIn() as portal:
        assert reachable(portal.url, timeout=2.0)
    with pytest.raises(PortalUnreachable, match="does not answer"):
        pull("http://127.0.0.1:9/ocr/breach/", pause=0.0, time_limit=5.0)


def test_the_client_is_polite():
    with StandIn() as portal:
        began = time.monotonic()
        quick(portal, part2=False, pause=0.2)
        assert len(portal.requests) <= 6
        assert time.monotonic() - began >= 0.2 * (len(portal.requests) - 1)
        agents = {text for method, _, text in portal.requests if method == "GET"}
    assert all(agent.startswith("BreachAtlas/") for agent in agents)


def test_7790_rows_come_whole():
    with StandIn(under_investigation=many(733), archive=many(7057)) as portal:
        first, second = quick(portal, part2=False)
    assert (len(cells(first.content)), len(cells(second.content))) == (733, 7057)
