"""The HHS OCR breach portal: both views of a listing as CSV, or nothing.

The only module that talks to HHS. What the portal does, and how it fails, is in docs/portal.md. No
page is believed before it was checked to be what it should be, and no export before its rows agree
with the number that its page announced.
"""

import csv
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, IncompleteRead
from urllib3.util import Retry

from etl.errors import FileUnreadable, PortalUnreachable, PortalUntrusted
from etl.portal_page import (
    VIEW_PANELS,
    VIEW_STATE,
    TablePage,
    announced_rows,
    csv_id,
    parsed,
    read_page,
    read_partial,
)
from etl.reading import columns_of, decode

DEFAULT_URL = "https://ocrportal.hhs.gov/ocr/breach/"
LISTING_PAGES = {"hipaa": "breach_report_hip.jsf", "part2": "breach_report_part2.jsf"}
USER_AGENT = "BreachAtlas/0.1 (research on public breach reports; one session, paced)"
LATER = "try again later"

_LARGEST_ANSWER = 200_000_000
_ENCODINGS = ("multipart", "urlencoded")
_TRANSIENT = (429, 500, 502, 503, 504)
_TRIES = 3


@dataclass(frozen=True)
class Export:
    """One CSV export as the portal gave it: its bytes untouched, its rows as announced."""

    listing: str
    view: str
    content: bytes
    url: str
    retrieved_at: datetime
    announced_rows: int


class _Expired(Exception):
    """The session's state is gone; a new session may work."""


class _PatientRetry(Retry):
    """urllib3's Retry, whose pauses never go beyond the time limit of the whole pull."""

    deadline: float = float("inf")

    def new(self, **changes: object) -> Retry:
        copy = super().new(**changes)
        copy.deadline = self.deadline
        return copy

    def sleep(self, response=None) -> None:
        pause = (self.get_retry_after(response) if response is not None else None) or (
            self.get_backoff_time()
        )
        if time.monotonic() + pause >= self.deadline:
            raise _too_slow()
        time.sleep(pause)


def pull(
    portal_url: str = DEFAULT_URL,
    *,
    time_limit: float = 300.0,
    pause: float = 1.0,
    progress: Callable[[str], None] = lambda line: None,
    part2: bool = True,
) -> list[Export]:
    """Both views of the HIPAA listing and, with `part2`, those of the Part 2 listing.

    Raises PortalUnreachable where the portal does not answer within `time_limit` seconds in all,
    PortalUntrusted where it answers with something else than it should. The Part 2 listing is
    young and may be missing or empty: then its exports are left out and the pull stands.
    """
    deadline = time.monotonic() + time_limit
    exports = _listing(portal_url, "hipaa", deadline, pause, progress)
    if part2:
        try:
            exports += _listing(portal_url, "part2", deadline, pause, progress)
        except (PortalUnreachable, PortalUntrusted) as error:
            progress(f"The Part 2 listing is left out: {error}")
    return exports


def reachable(portal_url: str = DEFAULT_URL, *, timeout: float = 4.0) -> bool:
    """Whether something answers at the portal's address within seconds."""
    try:
        answer = requests.get(
            urljoin(f"{portal_url.rstrip('/')}/", LISTING_PAGES["hipaa"]),
            timeout=timeout,
            headers={"User-Agent": USER_AGENT},
            stream=True,
        )
        answer.close()
    except (requests.RequestException, ValueError):
        return False
    return answer.ok


def _listing(
    portal_url: str,
    listing: str,
    deadline: float,
    pause: float,
    progress: Callable[[str], None],
) -> list[Export]:
    """Both views of one listing; a session that expires is begun anew, twice at most."""
    url = urljoin(f"{portal_url.rstrip('/')}/", LISTING_PAGES[listing])
    for _ in range(_TRIES):
        try:
            with _Visit(url, listing, deadline, pause, progress) as visit:
                first = visit.export("under_investigation")
                second = visit.export("archive")
        except _Expired:
            progress("The portal's session expired: beginning anew")
            continue
        if first.announced_rows and _rows(first.content) == _rows(second.content):
            raise PortalUntrusted(f"The portal gave the same view twice: {LATER}.")
        return [first, second]
    raise PortalUntrusted(f"The portal's sessions expire at once: {LATER}.")


class _Visit:
    """One session on one listing."""

    def __init__(
        self,
        url: str,
        listing: str,
        deadline: float,
        pause: float,
        progress: Callable[[str], None],
    ):
        self.url = url
        self.listing = listing
        self.deadline = deadline
        self.pause = pause
        self.progress = progress
        self.encodings = list(_ENCODINGS)
        self.session = requests.Session()
        self.session.headers["User-Agent"] = USER_AGENT
        self.session.max_redirects = 5
        retry = _PatientRetry(
            total=_TRIES,
            backoff_factor=min(1.0, max(pause, 0.01)),
            status_forcelist=_TRANSIENT,
            allowed_methods=None,
            raise_on_status=False,
            respect_retry_after_header=True,
        )
        retry.deadline = deadline
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, HTTPAdapter(max_retries=retry))

    def __enter__(self) -> "_Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()

    def export(self, view: str) -> Export:
        """One view as CSV, its rows counted against the page."""
        self.progress(f"Fetching {view.replace('_', ' ')} of the {self.listing} listing")
        page = self._open()
        fields, exporter, announced = page.fields, page.csv_id, page.announced_rows
        if view != "under_investigation":
            html, view_state = self._change_tab(page, view)
            fields = fields | {VIEW_STATE: view_state, f"{page.tab_view}_activeIndex": "1"}
            exporter, announced = csv_id(parsed(html)), announced_rows(html)
        content = self._csv(page, fields | {exporter: exporter})
        self._reconcile(view, content, announced)
        return Export(self.listing, view, content, self.url, datetime.now(UTC), announced)

    def _open(self) -> TablePage:
        """The table page of the listing, checked to be that: navigation is not deterministic."""
        for _ in range(_TRIES):
            page = read_page(self._text(self._send("GET", self.url)))
            if page.listing == self.listing:
                return page
            self.session.cookies.clear()
        raise PortalUntrusted(f"The portal shows another listing at {self.url}: {LATER}.")

    def _change_tab(self, page: TablePage, view: str) -> tuple[str, str]:
        index = str(list(VIEW_PANELS).index(view))
        fields = page.fields | {
            "javax.faces.partial.ajax": "true",
            "javax.faces.source": page.tab_view,
            "javax.faces.partial.execute": page.tab_view,
            "javax.faces.partial.render": "ocrForm:breachReports ocrForm:results",
            "javax.faces.behavior.event": "tabChange",
            f"{page.tab_view}_newTab": page.panels[view],
            f"{page.tab_view}_tabindex": index,
            f"{page.tab_view}_activeIndex": index,
        }
        headers = {"Faces-Request": "partial/ajax", "X-Requested-With": "XMLHttpRequest"}
        content = self._post(page, fields, _is_partial, headers)
        return read_partial(content)

    def _csv(self, page: TablePage, fields: dict[str, str]) -> bytes:
        return self._post(page, fields, _is_csv, {})

    def _post(
        self,
        page: TablePage,
        fields: dict[str, str],
        is_right: Callable[[bytes], bool],
        headers: dict[str, str],
    ) -> bytes:
        """Post in the encoding that works: judged by the body, never by the status."""
        url = urljoin(self.url, page.action or self.url)
        for encoding in list(self.encodings):
            body = (
                {"files": [(name, (None, value)) for name, value in fields.items()]}
                if encoding == "multipart"
                else {"data": fields}
            )
            content = self._send("POST", url, headers=headers, **body)
            if is_right(content):
                self.encodings = [encoding]
                return content
            # The page again: this encoding is not decoded. Its state is the newer one.
            again = self._read_again(content)
            fields = fields | {VIEW_STATE: again.fields[VIEW_STATE]}
        raise PortalUntrusted(f"The portal gives its page instead of an export: {LATER}.")

    def _read_again(self, content: bytes) -> TablePage:
        text = self._text(content)
        if "error_breach" in text:
            raise PortalUntrusted(f"The portal answered with its error page: {LATER}.")
        return read_page(text)

    def _text(self, content: bytes) -> str:
        text = content.decode("utf-8", errors="replace")
        if "ViewExpiredException" in text:
            raise _Expired
        return text

    def _send(self, method: str, url: str, **options) -> bytes:
        """One request, paced; the whole body within the time limit, tried again where it breaks."""
        for attempt in range(_TRIES):
            time.sleep(max(0.0, min(self.pause, self.deadline - time.monotonic())))
            try:
                return self._receive(method, url, **options)
            except (requests.TooManyRedirects, requests.exceptions.InvalidURL) as error:
                raise PortalUntrusted(
                    f"The portal cannot be followed ({type(error).__name__}): {LATER}."
                ) from None
            except (requests.RequestException, HTTPError, OSError) as error:
                if attempt == _TRIES - 1 or time.monotonic() >= self.deadline:
                    raise self._unreachable(error) from None
        raise _too_slow()

    def _receive(self, method: str, url: str, **options) -> bytes:
        remaining = self.deadline - time.monotonic()
        if remaining <= 0:
            raise _too_slow()
        timeout = (min(10.0, remaining), min(30.0, remaining))
        with self.session.request(method, url, timeout=timeout, stream=True, **options) as answer:
            body = bytearray()
            while chunk := answer.raw.read1(65536, decode_content=True):
                body += chunk
                if time.monotonic() > self.deadline:
                    raise _too_slow()
                if len(body) > _LARGEST_ANSWER:
                    raise PortalUntrusted("The portal's answer does not end: it was broken off.")
            if answer.status_code in _TRANSIENT:
                if b"ViewExpiredException" in body:
                    raise _Expired
                raise PortalUnreachable(
                    f"The portal answers {answer.status_code} ({answer.reason}): {LATER}."
                )
            if answer.status_code == 403:
                raise PortalUnreachable(
                    "The portal refuses this machine (403): save both views by hand and load them."
                )
            if not answer.ok:
                raise PortalUntrusted(
                    f"The portal answers {answer.status_code} ({answer.reason}) at {url}: "
                    "check the address."
                )
            return bytes(body)

    def _unreachable(self, error: Exception) -> Exception:
        if isinstance(error, IncompleteRead) or "IncompleteRead" in str(error):
            return PortalUntrusted(f"The portal's answer breaks off before its end: {LATER}.")
        return PortalUnreachable(
            f"The portal at {self.url} does not answer ({type(error).__name__}): {LATER}, or save "
            "both views by hand and load them."
        )

    def _reconcile(self, view: str, content: bytes, announced: int) -> None:
        """Believe an export only where columns, listing and number of rows are what they should."""
        what = f"The portal's export ({view.replace('_', ' ')})"
        try:
            rows = _rows(content)
            _, listing = columns_of(next(csv.reader(io.StringIO(decode(content, what)))), what)
        except csv.Error:
            raise PortalUntrusted(f"{what} breaks off in the middle of a row: {LATER}.") from None
        except FileUnreadable as error:
            raise PortalUntrusted(str(error)) from None
        if listing != self.listing:
            raise PortalUntrusted(f"{what} is of the {listing} listing: {LATER}.")
        if len(rows) != announced:
            raise PortalUntrusted(
                f"{what} holds {len(rows):,} reports where the page announced {announced:,}: "
                f"{LATER}."
            )


def _rows(content: bytes) -> list[list[str]]:
    """The data rows of an export, its header left out."""
    text = decode(content, "the portal's export")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]


def _is_csv(content: bytes) -> bool:
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n")
    return bool(start) and not start.startswith(b"<") and b"," in start.split(b"\n")[0]


def _is_partial(content: bytes) -> bool:
    return b"<partial-response" in content[:500]


def _too_slow() -> PortalUnreachable:
    return PortalUnreachable(f"The portal is too slow to answer within the time limit: {LATER}.")
