"""Judging a CSV export of the portal: what it must be before one row of it is believed."""

from etl.errors import FileUnreadable, PortalUntrusted
from etl.portal_page import BY_HAND, LATER
from etl.reading import RawTable, read_export

_LABELS = {"hipaa": "HIPAA", "part2": "Part 2"}


def title_of(listing: str, view: str) -> str:
    """How a view is called in a sentence."""
    return f"{_LABELS[listing]} {view.replace('_', ' ')}"


def is_csv(content: bytes) -> bool:
    """Whether an answer is a CSV export at all, which its status does not tell."""
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n")
    return bool(start) and not start.startswith((b"<", b"PK", b"%PDF")) and b"," in start


def check_export(content: bytes, listing: str, view: str, announced: int) -> RawTable:
    """The rows of an export, if they can be believed; raises PortalUntrusted where they cannot.

    Columns may stand in any order, but must be the known ones; the rows must be whole, of the
    listing that was asked for, and as many as its page announced.
    """
    what = f"The portal's export ({title_of(listing, view)})"
    try:
        table = read_export(content, what)
    except FileUnreadable as error:
        raise PortalUntrusted(str(error)) from None
    broken = next((row for row in table.rows if row.problem), None)
    # The portal ends every row with a line end. Without the last one, a row whose final cell was
    # cut can look whole.
    if broken or not content.endswith((b"\n", b"\r")):
        where = f"in the row on line {broken.line_number}" if broken else "in its last row"
        raise PortalUntrusted(f"{what} breaks off {where}: {LATER}.")
    if table.listing != listing:
        raise PortalUntrusted(
            f"{what} holds the {_LABELS[table.listing]} listing instead: {LATER}."
        )
    if len(table.rows) != announced:
        raise PortalUntrusted(
            f"{what} holds {len(table.rows):,} reports where the page announced {announced:,}: "
            f"{LATER}."
        )
    answers = {row.cells["business_associate_present"].strip() for row in table.rows}
    if table.rows and not answers & {"Yes", "No"}:
        raise PortalUntrusted(
            f"{what} has damaged headers in another order than known, so its columns cannot be "
            f"told apart: {BY_HAND}."
        )
    return table


def check_views(listing: str, first: RawTable, second: RawTable) -> None:
    """Prove by their rows that two exports are two views, and that there is something in them.

    The header is left out: its damage differs between two exports of the same rows.
    """
    if not first.rows and not second.rows:
        if listing == "hipaa":
            raise PortalUntrusted(
                f"The portal lists no HIPAA report at all, which cannot be: {LATER}."
            )
    elif _sorted_cells(first) == _sorted_cells(second):
        raise PortalUntrusted(
            f"The portal gave the same view twice instead of its archive: {LATER}, or {BY_HAND}."
        )


def _sorted_cells(table: RawTable) -> list[list[tuple[str, str]]]:
    return sorted(sorted(row.cells.items()) for row in table.rows)
