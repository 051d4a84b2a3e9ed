"""One visit to a listing of the portal: open the page, change the tab, ask for the CSV.

Sends what a browser would send and believes nothing before it was checked. The requests themselves
are carried by `etl.portal`.
"""

from collections.abc import Callable
from typing import Protocol
from urllib.parse import urljoin

from etl.errors import PortalUntrusted
from etl.portal_export import is_csv
from etl.portal_page import (
    BY_HAND,
    LATER,
    VIEW_STATE,
    VIEWS,
    Fields,
    Table,
    TablePage,
    read_page,
    read_tab_change,
    read_view_state,
    replaced,
)

_WRONG_PAGES = 3
_AJAX = {"Faces-Request": "partial/ajax", "X-Requested-With": "XMLHttpRequest"}


class Line(Protocol):
    """What carries a visit's requests; each gives the whole body of the answer."""

    def get(self, url: str) -> bytes: ...

    def post(self, url: str, fields: Fields, encoding: str, headers: dict[str, str]) -> bytes: ...

    def forget_session(self) -> None: ...


class Visit:
    """A listing as one session sees it."""

    def __init__(self, line: Line, url: str, listing: str):
        self.line = line
        self.url = url
        self.listing = listing
        self.encodings = ["multipart", "urlencoded"]

    def export(self, view: str) -> tuple[bytes, int]:
        """A view as CSV, and the number of rows that its page announced.

        Each view begins with a fresh page: a CSV answer carries no ViewState, so that nobody can
        tell whether the one before it is still good.
        """
        page = self._open()
        fields, table = page.fields, page.table
        if view != page.view:
            fields, table = self._change_tab(page, view)
        fields = replaced(fields, {table.csv_id: table.csv_id})
        return self._post(page, fields, is_csv), table.announced_rows

    def _open(self) -> TablePage:
        """The listing's page. A wrong listing is asked again: the portal's ways are not fixed."""
        for _ in range(_WRONG_PAGES):
            page = read_page(self.line.get(self.url))
            if page.listing == self.listing:
                return page
            self.line.forget_session()
        raise PortalUntrusted(
            f"The portal shows another listing at {self.url}: {LATER}, or {BY_HAND}."
        )

    def _change_tab(self, page: TablePage, view: str) -> tuple[Fields, Table]:
        """Show the tab of a view: the form as it stands then, and its table."""
        shown = {f"{page.tab_view}_activeIndex": str(VIEWS.index(view))}
        asked = {
            "javax.faces.partial.ajax": "true",
            "javax.faces.source": page.tab_view,
            "javax.faces.partial.execute": page.tab_view,
            "javax.faces.partial.render": "ocrForm:breachReports ocrForm:results",
            "javax.faces.behavior.event": "tabChange",
            "javax.faces.partial.event": "tabChange",
            f"{page.tab_view}_newTab": page.panels[view],
            f"{page.tab_view}_tabindex": str(VIEWS.index(view)),
        }
        content = self._post(page, replaced(page.fields, shown | asked), _is_partial, _AJAX)
        table, view_state = read_tab_change(content)
        return replaced(page.fields, shown | {VIEW_STATE: view_state}), table

    def _post(
        self,
        page: TablePage,
        fields: Fields,
        is_right: Callable[[bytes], bool],
        headers: dict[str, str] | None = None,
    ) -> bytes:
        """Post in the encoding that works: judged by the body, never by the status."""
        url = urljoin(self.url, page.action)
        for encoding in tuple(self.encodings):
            content = self.line.post(url, fields, encoding, headers or {})
            if is_right(content):
                self.encodings.sort(key=lambda other, worked=encoding: other != worked)
                return content
            # The page again: this encoding is not decoded, and the page's state is newer now.
            fields = replaced(fields, {VIEW_STATE: read_view_state(content)})
        raise PortalUntrusted(
            f"The portal answers with its page instead of the export: {LATER}, or {BY_HAND}."
        )


def _is_partial(content: bytes) -> bool:
    return b"<partial-response" in content[:500]
