"""Every fault of the portal: its exit code, its one sentence, and nothing changed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.errors import EtlError, PortalUnreachable, PortalUntrusted
from etl.load import Workspace, pull
from etl.portal import pull as fetch
from tests.portal.rows import CLOSED_ROWS, OPEN_ROWS
from tests.portal.standin import StandIn

ROOT = Path(__file__).resolve().parents[2]
STEPS = ("page", "tab", "export")
PASSING = [
    {"fault": "503", "fault_times": 2},
    {"fault": "502", "fault_times": 1},
    {"fault": "500", "fault_times": 1},
    {"fault": "429", "fault_times": 1, "retry_after": "0"},
    {"fault": "429", "fault_times": 1, "retry_after": "soon"},
    {"fault": "503", "fault_times": 1, "retry_after": "Thu, 01 Jan 2015 00:00:00 GMT"},
    {"fault": "connection reset", "fault_times": 1},
    {"fault": "expired", "fault_times": 1},
    {"fault": "expired with 500", "fault_times": 1},
]
PASSING_ONCE = [
    {"fault": "expired in a partial response", "fault_times": 1, "fault_at": "tab"},
    {"fault": "wrong listing", "fault_times": 1},
    {"fault": "a body shorter than announced", "fault_times": 1},
    {"fault": "a chunked body that stops", "fault_times": 1},
    {"fault": "a reset in the body", "fault_times": 1},
]
AT_ANY_STEP = [
    ({"fault": "403"}, PortalUnreachable, "refuses this machine (403)"),
    ({"fault": "404"}, PortalUntrusted, "404 Not Found"),
    ({"fault": "429"}, PortalUnreachable, "429 Too Many Requests"),
    ({"fault": "429", "retry_after": "7200"}, PortalUnreachable, "wait 7,200 seconds"),
    ({"fault": "500"}, PortalUnreachable, "500 Internal Server Error"),
    ({"fault": "502"}, PortalUnreachable, "502 Bad Gateway"),
    ({"fault": "503"}, PortalUnreachable, "503 Service Unavailable"),
    ({"fault": "599"}, PortalUnreachable, "(599)"),
    ({"fault": "connection reset"}, PortalUnreachable, "does not answer"),
    ({"fault": "a redirect loop"}, PortalUntrusted, "from address to address"),
    ({"fault": "a redirect to nowhere"}, PortalUntrusted, "an address that is none"),
    ({"fault": "a redirect to the front page"}, PortalUntrusted, "“Breach Portal”"),
    ({"fault": "maintenance"}, PortalUntrusted, "“Scheduled Maintenance [31m”"),
    ({"fault": "nothing"}, PortalUntrusted, "without a title"),
    ({"fault": "expired"}, PortalUntrusted, "sessions expire at once"),
    ({"fault": "expired with 500"}, PortalUntrusted, "sessions expire at once"),
    ({"fault": "headers that drip", "limit": 0.5}, PortalUnreachable, "within the time limit"),
]
AT_THEIR_STEP = [
    ({"encodings": frozenset()}, PortalUntrusted, "its page instead of the export"),
    ({"fault": "wrong listing"}, PortalUntrusted, "another listing"),
    ({"fault": "columns of neither listing"}, PortalUntrusted, "which listing it is"),
    ({"fault": "no archive tab"}, PortalUntrusted, "no tab “Archive”"),
    ({"fault": "no CSV exporter"}, PortalUntrusted, "no link to export"),
    ({"fault": "no number of rows"}, PortalUntrusted, "how many reports"),
    ({"fault": "two numbers of rows"}, PortalUntrusted, "how many reports"),
    ({"fault": "the tab did not change"}, PortalUntrusted, "same view twice"),
    (
        {"fault": "the tab seemed to change", "archive": CLOSED_ROWS[: len(OPEN_ROWS)]},
        PortalUntrusted,
        "same view twice",
    ),
    ({"fault": "the tab seemed to change"}, PortalUntrusted, "10 reports where the page announ"),
    ({"fault": "a change of tab that is refused"}, PortalUntrusted, "refused the change of tab"),
    ({"fault": "a change of tab that is cut"}, PortalUntrusted, "change of tab is cut"),
    ({"fault": "a change of tab without a new state"}, PortalUntrusted, "no new state"),
    ({"fault": "a body shorter than announced"}, PortalUntrusted, "breaks off before its end"),
    ({"fault": "a chunked body that stops"}, PortalUntrusted, "breaks off before its end"),
    ({"fault": "a reset in the body"}, PortalUntrusted, "breaks off before its end"),
    ({"fault": "a body cut in the middle of a row"}, PortalUntrusted, "breaks off"),
    ({"fault": "a body without end"}, PortalUntrusted, "does not end"),
    ({"fault": "a drip that never ends", "limit": 1.0}, PortalUnreachable, "time limit"),
    ({"fault": "one row with a cell too few"}, PortalUntrusted, "in the row on line 2"),
    ({"fault": "fewer rows than announced"}, PortalUntrusted, "the page announced 11"),
    ({"fault": "more rows than announced"}, PortalUntrusted, "the page announced 9"),
    ({"fault": "only the first page of rows"}, PortalUntrusted, "holds 3 reports where"),
    ({"fault": "an empty export where rows are announced"}, PortalUntrusted, "holds 0 reports"),
    ({"under_investigation": (), "archive": ()}, PortalUntrusted, "no HIPAA report at all"),
    ({"fault": "an export of the other listing"}, PortalUntrusted, "holds the Part 2 listing"),
    ({"fault": "a renamed column", "headers": "clean"}, PortalUntrusted, "“People Affected”"),
    ({"fault": "a renamed column"}, PortalUntrusted, "“People Affected”"),
    ({"fault": "an added column"}, PortalUntrusted, "“Case Number”"),
    ({"fault": "a missing column"}, PortalUntrusted, "lacks the column Individuals Affected"),
    ({"fault": "damaged columns in another order"}, PortalUntrusted, "in another order"),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    """A database that holds a good pull; no fault may change it."""
    folder = tmp_path_factory.mktemp("pulled")
    found = Workspace(folder / "breaches.duckdb", folder / "raw")
    with StandIn() as portal:
        pull(found, portal.url, pause=0.0)
    return found


def standing(workspace: Workspace) -> dict[str, bytes]:
    """Every file that a pull could change, but for the note of its failure."""
    folder = workspace.database.parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".last_pull.json")
    }


def note_of(workspace: Workspace) -> str | None:
    note = workspace.database.with_name(f"{workspace.database.name}.last_pull.json")
    return json.loads(note.read_text(encoding="utf-8"))["problem"]


def refuse(workspace: Workspace, shape: dict, error: type[EtlError], says: str) -> None:
    shape = dict(shape)
    limit = shape.pop("limit", 30.0)
    before = standing(workspace)
    with StandIn(**shape) as portal, pytest.raises(EtlError) as refusal:
        pull(workspace, portal.url, pause=0.0, time_limit=limit)
    sentence = str(refusal.value)
    assert type(refusal.value) is error
    assert says in sentence
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert ": " in sentence or ", so " in sentence  # what to do
    assert standing(workspace) == before
    assert note_of(workspace) == sentence


def named(case: object) -> str | None:
    if isinstance(case, dict):
        return "-".join(str(value) for value in case.values() if isinstance(value, str))
    return None


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("shape", PASSING, ids=named)
def test_what_passes_by_itself_is_waited_for(shape, step):
    with StandIn(fault_at=step, **shape) as portal:
        found = fetch(portal.url, pause=0.0, time_limit=30.0, part2=False)
    assert portal.struck == shape["fault_times"]
    assert [export.announced_rows for export in found] == [len(OPEN_ROWS), len(CLOSED_ROWS)]


@pytest.mark.parametrize("shape", PASSING_ONCE, ids=named)
def test_what_went_wrong_once_is_asked_for_again(shape):
    with StandIn(**shape) as portal:
        found = fetch(portal.url, pause=0.0, time_limit=30.0, part2=False)
    assert portal.struck == 1
    assert [export.announced_rows for export in found] == [len(OPEN_ROWS), len(CLOSED_ROWS)]


@pytest.mark.parametrize("fault", ["wrong listing", "expired", "expired with 500"])
def test_a_session_that_went_wrong_is_left_for_a_new_one(fault):
    with StandIn(fault=fault, fault_times=1) as portal:
        fetch(portal.url, pause=0.0, part2=False)
    wrong, *others = [request.session_id for request in portal.requests]
    assert {others[0]} == set(others) != {wrong}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("shape", "error", "says"), AT_ANY_STEP, ids=named)
def test_a_fault_at_any_step_is_one_sentence_and_changes_nothing(
    workspace, shape, error, says, step
):
    refuse(workspace, shape | {"fault_at": step}, error, says)


@pytest.mark.parametrize(("shape", "error", "says"), AT_THEIR_STEP, ids=named)
def test_a_fault_is_one_sentence_and_changes_nothing(workspace, shape, error, says):
    refuse(workspace, shape, error, says)


def test_the_portals_wish_to_wait_is_granted():
    with StandIn(fault="429", fault_times=1, retry_after="1") as portal:
        fetch(portal.url, pause=0.0, part2=False)
    first, second = portal.requests[:2]
    assert second.at - first.at >= 1


def command(workspace: Workspace, url: str) -> list[str]:
    return [
        *(sys.executable, "-m", "etl", "pull", "--portal-url", url),
        *("--db", str(workspace.database)),
    ]


@pytest.mark.parametrize(("fault", "code"), [("403", 3), ("a renamed column", 4), (None, 0)])
def test_the_command_line_says_one_sentence_and_never_a_traceback(tmp_path, workspace, fault, code):
    own = Workspace(tmp_path / "breaches.duckdb", tmp_path / "raw")
    shutil.copytree(workspace.database.parent, tmp_path, dirs_exist_ok=True)
    before = standing(own)
    with StandIn(fault=fault) as portal:
        done = subprocess.run(
            command(own, portal.url), cwd=ROOT, capture_output=True, text=True, timeout=120
        )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    failures = [line for line in done.stderr.splitlines() if line.startswith("etl: ")]
    assert len(failures) == (code != 0)
    if code:
        assert standing(own) == before


def test_ctrl_c_leaves_nothing_behind(tmp_path):
    own = Workspace(tmp_path / "breaches.duckdb", tmp_path / "raw")
    with StandIn(fault="a drip that never ends") as portal:
        process = subprocess.Popen(
            command(own, portal.url),
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        while not any(request.step == "export" for request in portal.requests):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert said.splitlines()[-1] == "etl: stopped; nothing was changed."
    assert list(tmp_path.iterdir()) == []
