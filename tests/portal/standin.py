"""A portal that behaves, and fails, as docs/portal.md says: a real server on the loopback.

It keeps a session per JSESSIONID, a ViewState that changes with every answer, ids drawn anew for
each server, three tabs of which the first is shown, and four exporters a tab.
"""

import gzip
import random
import sys
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from python_multipart import parse_form

from tests.portal.exports import Rows, csv_export
from tests.portal.pages import SEARCH, VIEW_STATE, Ids, page, partial, partial_response
from tests.portal.rows import CLOSED_ROWS, OPEN_ROWS
from tests.portal.wire import EXPIRED, send, spoil, start, strike

BASE = "/ocr/breach/"
PAGES = {"breach_report_hip.jsf": "hipaa", "breach_report_part2.jsf": "part2"}
OTHER = {"hipaa": "part2", "part2": "hipaa"}


@dataclass
class Session:
    """What the server knows of one visitor: the shown tab and the only ViewState that is good."""

    view_state: str
    tab: int = 0


@dataclass(frozen=True)
class Request:
    """What was asked: `step` is page, tab or export; `at` the moment it came."""

    step: str
    path: str
    encoding: str
    agent: str
    session_id: str
    at: float


@dataclass
class StandIn:
    """The portal. Use it as a context manager; `url` is its address, `requests` what it was asked.

    Shape: `encodings` are the POST encodings it decodes; `headers` of an export are clean or
    damaged; `marker` says how an exporter shows its format (see MARKERS); `transfer` is plain,
    chunked or gzip; `state_after_export` is kept or gone; `ids` seeds the generated ids.

    Failure: `fault` strikes at `fault_at` (page, tab, export) where it is one of the wire, the
    first `fault_times` times (None: always), for requests of the listing `fault_in` (None: all).
    """

    under_investigation: Rows = field(default_factory=lambda: OPEN_ROWS)
    archive: Rows = field(default_factory=lambda: CLOSED_ROWS)
    part2: Rows = ()
    part2_archive: Rows = ()
    encodings: frozenset[str] = frozenset({"multipart", "urlencoded"})
    headers: str = "damaged"
    marker: str = "title"
    transfer: str = "plain"
    state_after_export: str = "kept"
    ids: int = 1
    fault: str | None = None
    fault_at: str = "page"
    fault_times: int | None = None
    fault_in: str | None = None
    retry_after: str | None = None

    def __enter__(self) -> "StandIn":
        self.chance = random.Random(self.ids)
        self.drawn = Ids.draw(self.chance)
        self.sessions: dict[str, Session] = {}
        self.requests: list[Request] = []
        self.struck = 0
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.portal = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}{BASE}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(timeout=5)

    def fault_now(self, listing: str) -> str:
        """The fault that strikes this request, or nothing."""
        in_time = self.fault_times is None or self.struck < self.fault_times
        here = self.fault_in in (None, listing)
        return self.fault if self.fault and in_time and here else ""

    def rows(self, listing: str, tab: int) -> Rows:
        views = {
            "hipaa": (self.under_investigation, self.archive),
            "part2": (self.part2, self.part2_archive),
        }
        return views[listing][tab]

    def view(self, listing: str, tab: int) -> dict:
        """What a page shows and announces, truly or not."""
        fault = self.fault_now(listing)
        if fault == "wrong listing":
            listing, self.struck = OTHER[listing], self.struck + 1
        announced = len(self.rows(listing, tab))
        if fault == "fewer rows than announced":
            announced += 1
        elif fault == "more rows than announced":
            announced -= 1
        return {"listing": listing, "tab": tab, "announced": announced, "fault": fault}

    def new_view_state(self) -> str:
        return f"{self.chance.getrandbits(62)}:{self.chance.getrandbits(62)}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    portal: StandIn

    def handle_error(self, request, client_address) -> None:
        """A client that hangs up is part of the tests; anything else must be seen."""
        if not isinstance(sys.exception(), OSError | ValueError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, *_: object) -> None:
        """Silent."""

    def do_GET(self) -> None:
        name = self._page_name()
        listing = PAGES.get(name)
        session_id, session = self._session()
        if self._fails("page", name, "", session_id):
            return
        if name == "breach_report.jsf":
            send(self, 302, b"", {"Location": f"{BASE}breach_frontpage.jsf"})
        elif name == "loop.jsf":
            send(self, 302, b"", {"Location": self.path})
        elif listing is None:
            self._html("<html><head><title>Breach Portal</title></head></html>", session_id)
        else:
            session.tab = 0
            self._page(listing, session_id, session)

    def do_POST(self) -> None:
        name = self._page_name()
        encoding = "multipart" if "multipart" in self.headers["Content-Type"] else "urlencoded"
        form = self._form(encoding)
        session_id, session = self._session()
        step = "tab" if form.get("javax.faces.partial.ajax") == "true" else "export"
        if self._fails(step, name, encoding, session_id):
            return
        if encoding not in self.portal.encodings:
            self._page(PAGES[name], session_id, session)
        elif form.get(VIEW_STATE) != session.view_state:
            self._html(f"<html><title>Error</title>{EXPIRED}</html>", session_id)
        elif step == "tab":
            self._change_tab(PAGES[name], session, form)
        else:
            self._export(PAGES[name], session_id, session, form)

    @property
    def portal(self) -> StandIn:
        return self.server.portal

    def _page_name(self) -> str:
        return urlsplit(self.path).path.split(";")[0].removeprefix(BASE)

    def _fails(self, step: str, name: str, encoding: str, session_id: str) -> bool:
        portal = self.portal
        agent = self.headers.get("User-Agent", "")
        portal.requests.append(Request(step, name, encoding, agent, session_id, time.monotonic()))
        here = name in PAGES and step == portal.fault_at
        fault = portal.fault_now(PAGES[name]) if here else ""
        struck = bool(fault) and strike(self, fault, portal.retry_after)
        portal.struck += struck
        return struck

    def _page(self, listing: str, session_id: str, session: Session) -> None:
        session.view_state = self.portal.new_view_state()
        name = next(name for name, shown in PAGES.items() if shown == listing)
        action = f"{BASE}{name};jsessionid={session_id}"
        view = self.portal.view(listing, session.tab)
        html = page(self.portal.drawn, self.portal.marker, view, action, session.view_state)
        self._html(html, session_id)

    def _change_tab(self, listing: str, session: Session, form: dict[str, str]) -> None:
        portal, fault = self.portal, self.portal.fault_now(listing)
        assert self.headers["Faces-Request"] == "partial/ajax"
        assert form["javax.faces.partial.render"] == "ocrForm:breachReports ocrForm:results"
        assert form[f"{portal.drawn.tab_view}_activeIndex"] == "1"
        session.view_state = portal.new_view_state()
        if form.get(f"{portal.drawn.tab_view}_newTab") != portal.drawn.panel(1) or fault == (
            "a change of tab that is refused"
        ):
            xml = partial_response(f'<redirect url="{BASE}error_breach.jsf"></redirect>')
        else:
            session.tab = 0 if fault == "the tab did not change" else 1
            view = portal.view(listing, session.tab)
            xml = partial(portal.drawn, portal.marker, view, session.view_state)
            if fault == "a change of tab that is cut":
                xml = xml[:-30]
        send(self, 200, xml.encode(), {"Content-Type": "text/xml;charset=UTF-8"})

    def _export(
        self, listing: str, session_id: str, session: Session, form: dict[str, str]
    ) -> None:
        portal, fault = self.portal, self.portal.fault_now(listing)
        asked = [key for key, name in portal.drawn.exporters.items() if form.get(name) == name]
        if asked != [(session.tab, "csv")]:
            self._page(listing, session_id, session)
            return
        tab = 0 if fault == "the tab seemed to change" else session.tab
        rows = () if SEARCH.keys() & form.keys() else portal.rows(listing, tab)
        if fault == "an export of the other listing":
            listing, rows = OTHER[listing], portal.rows(OTHER[listing], 0)
        if portal.state_after_export == "gone":
            session.view_state = portal.new_view_state()
        content = csv_export(listing, rows, portal.headers, fault, portal.chance)
        headers = {
            "Content-Type": "text/csv",
            "Content-Disposition": 'attachment; filename="breach_report.csv"',
        }
        if spoil(self, fault, content, headers):
            portal.struck += 1
        elif portal.transfer == "chunked":
            start(self, 200, headers | {"Transfer-Encoding": "chunked"})
            for at in range(0, len(content), 997):
                part = content[at : at + 997]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        elif portal.transfer == "gzip":
            send(self, 200, gzip.compress(content), headers | {"Content-Encoding": "gzip"})
        else:
            send(self, 200, content, headers)

    def _session(self) -> tuple[str, Session]:
        session_id = self.headers.get("Cookie", "").partition("JSESSIONID=")[2].split(";")[0]
        if session_id not in self.portal.sessions:
            session_id = f"{self.portal.chance.getrandbits(120):X}"
            self.portal.sessions[session_id] = Session(self.portal.new_view_state())
        return session_id, self.portal.sessions[session_id]

    def _form(self, encoding: str) -> dict[str, str]:
        if encoding == "urlencoded":
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            return dict(parse_qsl(sent, keep_blank_values=True))
        found: dict[str, str] = {}
        parse_form(
            {name: value.encode() for name, value in self.headers.items()},
            self.rfile,
            lambda part: found.update({part.field_name.decode(): (part.value or b"").decode()}),
            lambda part: None,
        )
        return found

    def _html(self, text: str, session_id: str) -> None:
        cookie = f"JSESSIONID={session_id}; Path=/ocr; HttpOnly"
        headers = {"Content-Type": "text/html;charset=UTF-8", "Set-Cookie": cookie}
        send(self, 200, text.encode(), headers)
