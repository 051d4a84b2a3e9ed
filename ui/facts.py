"""Facts with their sources as HTML that is escaped here, and nowhere else: lists and tables.

Unlike a grid, they can be read on a phone, by a screen reader and on paper. A link to a source is a
plain one: nothing is fetched from there.
"""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
from urllib.parse import urlsplit

import streamlit as st

from ui.address import report_address


class Html(str):
    """Text that is HTML already; every other text is escaped."""


def fact_list(pairs: Sequence[tuple[str, str]]) -> None:
    """Names and values, one below the other; values of one name that follow each other share it."""
    rows = "".join(
        f"<dt>{_html(name)}</dt>" + "".join(f"<dd>{_html(said)}</dd>" for _, said in group)
        for name, group in groupby(pairs, key=itemgetter(0))
    )
    st.html(f'<dl class="facts">{rows}</dl>')


def fact_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: int = -1
) -> None:
    """A small table; the column at position `numbers` is set to the right."""
    head = "".join(f'<th scope="col">{_html(heading)}</th>' for heading in headings)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-name="{escape(heading)}"{" class=number" if at == numbers else ""}>'
            f"{_html(cell)}</td>"
            for at, (heading, cell) in enumerate(zip(headings, row, strict=True))
        )
        + "</tr>"
        for row in rows
    )
    st.html(f'<table class="facts"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def prose(text: str) -> None:
    """Paragraphs that others wrote, as they stand: no markup and no address is read in them."""
    paragraphs = (part.strip() for part in text.splitlines())
    shown = "".join(f"<p>{escape(part)}</p>" for part in paragraphs if part)
    st.html(f'<div class="facts-prose">{shown}</div>')


def source(address: str | None) -> Html:
    """A source as a link that names its site; one that is no address as its words."""
    if not isinstance(address, str):
        return Html("")
    if not address.startswith(("http://", "https://")):
        return Html(escape(address))
    site = urlsplit(address).netloc.removeprefix("www.")
    return Html(
        f'<a href="{escape(address)}" title="{escape(address)}" target="_blank" '
        f'rel="noopener noreferrer">{escape(site)}</a>'
    )


def with_source(text: str, address: str | None) -> Html:
    """Words with their source behind them."""
    return Html(f"{escape(text)} <small>({source(address)})</small>")


def report_link(breach_id: str, name: str) -> Html:
    """A link to a report's page, as of the day that the reader looks at."""
    address = escape(report_address(breach_id))
    return Html(f'<a href="{address}" target="_self">{escape(name)}</a>')


def _html(text: str) -> str:
    return text if isinstance(text, Html) else escape(text)
