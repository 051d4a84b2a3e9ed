"""A portal that behaves, and fails, as docs/portal.md says: a real server on the loopback.

It keeps a session per JSESSIONID, a ViewState that changes with every answer, ids drawn anew for
each server, three tabs of which the first is shown, and four exporters a tab.
"""

import csv
import io
import random
import socket
import struct
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from python_multipart import parse_form

from tests.portal.rows import CLOSED_ROWS, HEADERS, OPEN_ROWS, PART2_HEADERS

PAGES = {
    "/ocr/breach/breach_report_hip.jsf": "hipaa",
    "/ocr/breach/breach_report_part2.jsf": "part2",
}
VIEW_STATE = "javax.faces.ViewState"
Rows = Sequence[Sequence[str]]


@dataclass
class Session:
    """What the server knows of one visitor: the shown tab and the only ViewState that is valid."""

    view_state: str
    tab: int = 0


@dataclass
class StandIn:
    """The portal. Use it as a context manager; `url` is its address, `requests` what it was asked.

    `encodings` are the POST encodings it decodes; `headers` is clean or damaged; `marker` says
    where an exporter's image names its format: title, alt or src; `fault` is one of FAULTS.
    """

    under_investigation: Rows = field(default_factory=lambda: OPEN_ROWS)
    archive: Rows = field(default_factory=lambda: CLOSED_ROWS)
    part2: Rows = ()
    encodings: frozenset[str] = frozenset({"multipart", "urlencoded"})
    headers: str = "damaged"
    marker: str = "title"
    fault: str | None = None
    ids: int = 1

    def __enter__(self) -> "StandIn":
        self.chance = random.Random(self.ids)
        self.sessions: dict[str, Session] = {}
        self.requests: list[tuple[str, str, str]] = []
        self.tab_view = f"ocrForm:j_idt{self.chance.randint(20, 99)}"
        self.exporters = {
            (
                tab,
                kind,
            ): f"{self.tab_view}:j_idt{self.chance.randint(100 + 200 * tab, 290 + 200 * tab)}"
            for tab in (0, 1)
            for kind in ("excel", "pdf", "csv", "xml")
        }
        while len(set(self.exporters.values())) < len(self.exporters):
            key = self.chance.choice(sorted(self.exporters))
            self.exporters[key] = f"{self.tab_view}:j_idt{self.chance.randint(500, 5000)}"
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.portal = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/ocr/breach/"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(timeout=5)

    def rows(self, listing: str, tab: int) -> Rows:
        if listing == "part2":
            return self.part2 if tab == 0 else ()
        return self.under_investigation if tab == 0 else self.archive

    def new_view_state(self) -> str:
        return f"{self.chance.getrandbits(62)}:{self.chance.getrandbits(62)}"

    def table(self, listing: str, tab: int) -> str:
        """The table region of a tab: headings, count, paginator, exporters of its own."""
        rows = self.rows(listing, tab)
        announced = len(rows)
        if self.fault == "fewer rows than announced":
            announced += 1
        elif self.fault == "more rows than announced":
            announced -= 1
        elif self.fault == "an empty export where rows are announced":
            announced = max(announced, 5)
        titles = "".join(f"<th><span>{escape(title)}</span></th>" for title in self.titles(listing))
        body = "" if announced else "<tr><td>No records found.</td></tr>"
        shown = f"(Displaying {min(1, announced)} - {min(100, announced)} of {announced})"
        return (
            f'<div id="ocrForm:results">{self.links(tab)}<table><thead><tr>{titles}</tr></thead>'
            f"<tbody>{body}</tbody></table><span>{shown}</span>"
            f"<script>PrimeFaces.cw('DataTable','w',{{paginator:{{rows:100,rowCount:{announced}}}}});"
            "</script></div>"
        )

    def links(self, tab: int) -> str:
        made = []
        for kind, title in (
            ("excel", "Export as Excel"),
            ("pdf", "Export as PDF"),
            ("csv", "Export as CSV"),
            ("xml", "Export as XML"),
        ):
            named = {
                "title": f'title="{title}" src="/i/1.png"',
                "alt": f'alt="{title}" src="/i/1.png"',
                "src": f'src="/ocr/javax.faces.resource/{kind}.png.jsf?ln=images"',
            }[self.marker]
            identity = self.exporters[(tab, kind)]
            made.append(
                f'<a href="#" onclick="mojarra.jsfcljs(document.getElementById(&#39;ocrForm&#39;),'
                f'{{&#39;{identity}&#39;:&#39;{identity}&#39;}},&#39;&#39;);return false">'
                f"<img {named}/></a>"
            )
        return "".join(made)

    def titles(self, listing: str) -> tuple[str, ...]:
        return HEADERS if listing == "hipaa" else PART2_HEADERS

    def page(self, listing: str, session: Session, session_id: str) -> str:
        shown = (
            {"hipaa": "part2", "part2": "hipaa"}[listing]
            if self.fault == "wrong listing"
            else listing
        )
        return (
            "<!DOCTYPE html><html><head><title>U.S. Department of Health &amp; Human Services - "
            "Office for Civil Rights</title></head><body>"
            f'<form id="ocrForm" name="ocrForm" method="post" enctype="multipart/form-data" '
            f'action="/ocr/breach/{_page_of(listing)};jsessionid={session_id}">'
            '<input type="hidden" name="ocrForm" value="ocrForm"/>'
            f'<div id="{self.tab_view}"><ul><li>Under Investigation</li><li>Archive</li><li>Help</li></ul>'
            f'<div id="{self.tab_view}:underInvTab"><div id="ocrForm:breachReports">'
            f"{self.table(shown, session.tab)}</div></div>"
            f'<div id="{self.tab_view}:archiveTab"></div>'
            f'<div id="{self.tab_view}:helpTab"></div></div>'
            f'<input type="hidden" name="{self.tab_view}_activeIndex" value="{session.tab}"/>'
            '<select name="ocrForm:rows"><option value="100" selected="selected">100</option>'
            "</select>"
            f'<input type="hidden" name="{VIEW_STATE}" id="j_id1:{VIEW_STATE}:0" '
            f'value="{session.view_state}" autocomplete="off"/></form></body></html>'
        )

    def export(self, listing: str, tab: int) -> bytes:
        titles = list(self.titles(listing))
        rows = [list(row) for row in self.rows(listing, tab)]
        if self.fault == "an empty export where rows are announced":
            rows = []
        if self.headers == "damaged":
            for place in (0, titles.index("Business Associate Present")):
                titles[place] = f"javax.faces.component.UIPanel@{self.chance.getrandbits(32):x}"
        _spoil_columns(self.fault, titles, rows)
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([titles, *rows])
        content = text.getvalue().encode()
        if self.fault == "a body cut in the middle of a row":
            content = content[: len(content) - 15]
        return content


def _spoil_columns(fault: str | None, titles: list[str], rows: list[list[str]]) -> None:
    if fault == "a renamed column":
        titles[3] = "People Affected"
    elif fault == "an added column":
        titles.append("Case Number")
        for row in rows:
            row.append("1")
    elif fault == "a missing column":
        for row in (titles, *rows):
            del row[3]
    elif fault == "columns in another order":
        for row in (titles, *rows):
            row[1], row[3] = row[3], row[1]


def _page_of(listing: str) -> str:
    return next(path for path, name in PAGES.items() if name == listing).rsplit("/", 1)[1]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    portal: StandIn

    def handle_error(self, request, client_address) -> None:
        """A client that hangs up is part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """Silent."""

    @property
    def portal(self) -> StandIn:
        return self.server.portal

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.split(";")[0]
        self.portal.requests.append(("GET", path, self.headers.get("User-Agent", "")))
        if self._fails("GET"):
            return
        if path not in PAGES:
            if path.endswith("breach_report.jsf"):
                self._answer(302, b"", {"Location": "/ocr/breach/breach_frontpage.jsf"})
            else:
                self._html("<html><head><title>Breach Portal</title></head></html>")
            return
        session_id, session = self._session(fresh=True)
        self._html(self.portal.page(PAGES[path], session, session_id), session_id)

    def do_POST(self) -> None:
        path = urlsplit(self.path).path.split(";")[0]
        listing = PAGES[path]
        encoding = "multipart" if "multipart" in self.headers["Content-Type"] else "urlencoded"
        self.portal.requests.append(("POST", path, encoding))
        form = self._form()
        if self._fails("POST"):
            return
        session_id, session = self._session()
        if encoding not in self.portal.encodings:
            # An encoding it does not decode: the page again, status 200, no error.
            session.view_state = self.portal.new_view_state()
            self._html(self.portal.page(listing, session, session_id), session_id)
        elif form.get(VIEW_STATE) != session.view_state or self.portal.fault == "expired for ever":
            self._html(
                "<html><title>Error</title>javax.faces.application.ViewExpiredException</html>"
            )
        elif form.get("javax.faces.partial.ajax") == "true":
            self._change_tab(listing, session, form)
        else:
            self._export(listing, session, session_id, form)

    def _change_tab(self, listing: str, session: Session, form: dict[str, str]) -> None:
        panel = f"{self.portal.tab_view}:archiveTab"
        assert self.headers["Faces-Request"] == "partial/ajax"
        head = '<?xml version="1.0" encoding="UTF-8"?><partial-response id="j_id1">'
        if form.get(f"{self.portal.tab_view}_newTab") != panel:
            redirect = '<redirect url="/ocr/breach/error_breach.jsf"></redirect></partial-response>'
            self._answer(200, (head + redirect).encode(), {"Content-Type": "text/xml"})
            return
        stays = self.portal.fault == "the tab did not change"
        session.tab = 0 if stays else 1
        session.view_state = self.portal.new_view_state()
        xml = (
            f'{head}<changes><update id="ocrForm:results"><![CDATA['
            f"{self.portal.table(listing, session.tab)}]]></update>"
            f'<update id="j_id1:{VIEW_STATE}:0"><![CDATA[{session.view_state}]]></update>'
            "</changes></partial-response>"
        )
        self._answer(200, xml.encode(), {"Content-Type": "text/xml;charset=UTF-8"})

    def _export(
        self, listing: str, session: Session, session_id: str, form: dict[str, str]
    ) -> None:
        asked = [
            (tab, kind)
            for (tab, kind), identity in self.portal.exporters.items()
            if form.get(identity) == identity
        ]
        if asked != [(session.tab, "csv")]:
            session.view_state = self.portal.new_view_state()
            self._html(self.portal.page(listing, session, session_id), session_id)
            return
        content = self.portal.export(listing, session.tab)
        headers = {
            "Content-Type": "text/csv",
            "Content-Disposition": 'attachment; filename="breach_report.csv"',
        }
        if self.portal.fault == "a body shorter than announced":
            self._answer(200, content[:-20], headers, announced=len(content))
        elif self.portal.fault == "a drip that never ends":
            self._drip(content, headers)
        else:
            self._answer(200, content, headers)

    def _session(self, *, fresh: bool = False) -> tuple[str, Session]:
        cookie = self.headers.get("Cookie", "")
        session_id = cookie.partition("JSESSIONID=")[2].split(";")[0]
        if session_id not in self.portal.sessions:
            session_id = f"{self.portal.chance.getrandbits(120):X}"
            self.portal.sessions[session_id] = Session(self.portal.new_view_state())
        session = self.portal.sessions[session_id]
        if fresh:
            session.tab = 0
            session.view_state = self.portal.new_view_state()
        return session_id, session

    def _form(self) -> dict[str, str]:
        if "urlencoded" in self.headers["Content-Type"]:
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

    def _fails(self, method: str) -> bool:
        """Answer as the fault says, if it stands before any page; whether it did."""
        fault = self.portal.fault or ""
        asked = len(self.portal.requests)
        if fault == "503 twice, then well":
            if asked > 2:
                return False
            self._answer(503, b"<html>Service Unavailable</html>")
        elif fault == "429 once, then well":
            if asked > 1:
                return False
            self._answer(429, b"slow down", {"Retry-After": "0"})
        elif fault == "429 for hours":
            self._answer(429, b"slow down", {"Retry-After": "7200"})
        elif fault.isdecimal():
            self._answer(int(fault), b"<html><title>No</title></html>")
        elif fault == "connection reset":
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
            self.close_connection = True
        elif fault == "a redirect loop":
            self._answer(302, b"", {"Location": self.path})
        elif fault == "maintenance":
            self._html("<html><head><title>Scheduled Maintenance</title></head>Back soon.</html>")
        elif fault == "expired once" and method == "POST":
            posts = [request for request in self.portal.requests if request[0] == "POST"]
            if len(posts) > 1:
                return False
            self._html("<html>javax.faces.application.ViewExpiredException</html>")
        else:
            return False
        return True

    def _html(self, text: str, session_id: str | None = None) -> None:
        headers = {"Content-Type": "text/html;charset=UTF-8"}
        if session_id:
            headers["Set-Cookie"] = f"JSESSIONID={session_id}; Path=/ocr; HttpOnly"
        self._answer(200, text.encode(), headers)

    def _answer(
        self,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
        *,
        announced: int | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if announced is None else announced))
        self.end_headers()
        self.wfile.write(body)
        if announced is not None:
            self.close_connection = True

    def _drip(self, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content) + 1_000_000))
        self.end_headers()
        for at in range(1_000_000):
            self.wfile.write(content[at % len(content) : at % len(content) + 1])
            self.wfile.flush()
            time.sleep(0.05)
