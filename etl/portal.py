"""The HHS OCR breach portal: both views of a listing as CSV, or nothing.

The only module that talks to HHS. What the portal does, and how it fails, is in docs/portal.md. No
page is believed before it was checked to be what it should be, and no export before its rows agree
with the number that its page announced.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, InvalidHeader
from urllib3.util import Retry

from etl.errors import EtlError, PortalUnreachable, PortalUntrusted, UsageError
from etl.portal_export import check_export, check_views, title_of
from etl.portal_failures import asked_to_wait, broken_off, refused, too_slow, unreached
from etl.portal_page import LATER, Fields, SessionExpired
from etl.portal_visit import Visit

DEFAULT_URL = "https://ocrportal.hhs.gov/ocr/breach/"
LISTING_PAGES = {"hipaa": "breach_report_hip.jsf", "part2": "breach_report_part2.jsf"}
PAUSE = 0.5  # seconds of silence after each request: a full pull is ten of them
USER_AGENT = "BreachAtlas/0.1 (research on public breach reports; one session, paced)"

_LARGEST_ANSWER = 64_000_000  # a full export has 5 MB
_BUSY = (429, 502, 503, 504)  # tried again at once by urllib3; 500 only once its body is read
_TRIES = 3
_SESSIONS = 2

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Export:
    """One CSV export as the portal gave it: its bytes untouched, its rows as announced.

    `listing` is hipaa or part2, `view` under_investigation or archive, `url` the listing's page,
    `retrieved_at` the moment in UTC at which the last byte had come.
    """

    listing: str
    view: str
    content: bytes
    url: str
    retrieved_at: datetime
    announced_rows: int


def pull(
    portal_url: str = DEFAULT_URL,
    *,
    time_limit: float = 300.0,
    pause: float = PAUSE,
    progress: Callable[[str], None] = lambda line: None,
    part2: bool = True,
) -> list[Export]:
    """Both views of the HIPAA listing and, with `part2`, those of the Part 2 listing.

    `time_limit` and `pause` (after each request) are in seconds. Raises PortalUnreachable where
    the portal does not answer within the limit, PortalUntrusted where it answers with something
    else than it should, UsageError where the address is none. The Part 2 listing is young and
    small: where it fails, it is left out, `progress` is told why, and the HIPAA pull stands.
    """
    with closing(_PoliteLine(time.monotonic() + time_limit, pause)) as line:
        exports = _listing(line, portal_url, "hipaa", progress)
        if part2:
            try:
                exports += _listing(line, portal_url, "part2", progress)
            except (PortalUnreachable, PortalUntrusted) as error:
                progress(f"The Part 2 listing is left out of this pull. {error}")
    return exports


def reachable(portal_url: str = DEFAULT_URL, *, timeout: float = 4.0) -> bool:
    """Whether a portal answers at the address within `timeout` seconds."""

    def ask() -> bool:
        options = {"timeout": timeout, "stream": True, "headers": {"User-Agent": USER_AGENT}}
        with requests.get(_page_url(portal_url, "hipaa"), **options) as answer:
            return answer.ok

    try:
        return _within(time.monotonic() + timeout, ask)
    except (EtlError, requests.RequestException, HTTPError, OSError, ValueError):
        return False


def _page_url(portal_url: str, listing: str) -> str:
    """The address of a listing, beside whichever page of the portal `portal_url` names."""
    try:
        parts = urlsplit(portal_url)
        is_address = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise UsageError(f"“{portal_url}” is no address of a portal: write it as {DEFAULT_URL}.")
    base = portal_url if parts.path.endswith((".jsf", "/")) else f"{portal_url}/"
    return urljoin(base, LISTING_PAGES[listing])


def _listing(
    line: "_PoliteLine", portal_url: str, listing: str, progress: Callable[[str], None]
) -> list[Export]:
    """Both views of one listing, begun once more where the session expires."""
    url = _page_url(portal_url, listing)
    for _ in range(_SESSIONS):
        visit = Visit(line, url, listing)
        exports, tables = [], []
        try:
            for view in ("under_investigation", "archive"):
                progress(f"Fetching {title_of(listing, view)}")
                content, announced = visit.export(view)
                tables.append(check_export(content, listing, view, announced))
                exports.append(Export(listing, view, content, url, datetime.now(UTC), announced))
        except SessionExpired:
            progress("The portal's session expired: beginning anew")
            line.forget_session()
            continue
        check_views(listing, *tables)
        return exports
    raise PortalUntrusted(f"The portal's sessions expire at once: {LATER}.")


class _PoliteLine:
    """One session with the portal: paced, patient, and over at the deadline."""

    def __init__(self, deadline: float, pause: float):
        self.deadline = deadline
        self.pause = pause
        self.free_at = 0.0
        self.session = requests.Session()
        self.session.headers["User-Agent"] = USER_AGENT
        self.session.max_redirects = 5
        retry = _PatientRetry(
            total=_TRIES,
            backoff_factor=min(1.0, max(pause, 0.01)),
            status_forcelist=_BUSY,
            allowed_methods=None,
            raise_on_status=False,
        )
        retry.deadline = deadline
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, HTTPAdapter(max_retries=retry))

    def close(self) -> None:
        self.session.close()

    def forget_session(self) -> None:
        self.session.cookies.clear()

    def get(self, url: str) -> bytes:
        return self._send("GET", url)

    def post(self, url: str, fields: Fields, encoding: str, headers: dict[str, str]) -> bytes:
        if encoding == "multipart":
            parts = [(name, (None, value)) for name, value in fields]
            return self._send("POST", url, files=parts, headers=headers)
        return self._send("POST", url, data=fields, headers=headers)

    def _send(self, method: str, url: str, **options: object) -> bytes:
        """One request. An answer that breaks off or says 500 is asked for again."""
        tries = 0
        while True:
            tries += 1
            time.sleep(max(0.0, min(self.free_at, self.deadline) - time.monotonic()))
            try:
                status, body = _within(self.deadline, lambda: self._receive(method, url, **options))
            except requests.RequestException as error:
                raise unreached(error, url) from None
            except HTTPError as error:
                if tries == _TRIES:
                    raise broken_off(error) from None
            else:
                if status == HTTPStatus.OK:
                    return body
                if b"ViewExpiredException" in body:
                    raise SessionExpired
                if status != HTTPStatus.INTERNAL_SERVER_ERROR or tries == _TRIES:
                    raise refused(status, url)
            finally:
                self.free_at = time.monotonic() + self.pause

    def _receive(self, method: str, url: str, **options: object) -> tuple[int, bytes]:
        """Status and whole body of an answer, read as it comes so that a drip is noticed."""
        with self.session.request(method, url, timeout=(10, 30), stream=True, **options) as answer:
            body = bytearray()
            while chunk := answer.raw.read1(65536, decode_content=True):
                body += chunk
                if time.monotonic() > self.deadline:
                    raise too_slow()
                if len(body) > _LARGEST_ANSWER:
                    raise PortalUntrusted(
                        f"The portal's answer does not end and was broken off: {LATER}."
                    )
            return answer.status_code, bytes(body)


class _PatientRetry(Retry):
    """urllib3's Retry, whose pauses never go beyond the time limit of the whole pull."""

    deadline: float = float("inf")

    def new(self, **changes: object) -> Retry:
        copy = super().new(**changes)
        copy.deadline = self.deadline
        return copy

    def sleep(self, response=None) -> None:
        try:
            asked = self.get_retry_after(response) if response is not None else None
        except InvalidHeader:
            asked = None
        pause = asked or self.get_backoff_time()
        if time.monotonic() + pause < self.deadline:
            time.sleep(pause)
        elif asked:
            raise asked_to_wait(asked)
        else:
            raise too_slow()


def _within(deadline: float, ask: Callable[[], Answer]) -> Answer:
    """What `ask` gives, or PortalUnreachable at the deadline.

    A thread of its own asks: no timeout of a socket ends a slow name server, or headers that come
    byte by byte. What is left hanging there ends with the process.
    """
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise too_slow()
    answer: Future = Future()

    def run() -> None:
        try:
            answer.set_result(ask())
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=run, daemon=True, name="portal").start()
    try:
        return answer.result(timeout=remaining)
    except TimeoutError:
        raise too_slow() from None
