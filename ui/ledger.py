"""The ledger of revisions: a field to choose, pages to turn, each line a link to its report."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis import revisions
from analysis.captions import revisions as captions
from analysis.filters import Filters
from ui.controls import choose_from_list, turn_pages
from ui.data import answer
from ui.facts import fact_table, report_link


def ledger(filters: Filters, revised: revisions.Revised, *, as_of_day: date) -> None:
    """Every revision of the field that the reader chose, a page at a time."""
    field = choose_from_list("Field", captions.fields(revised), key="field")
    length = revised.length(field)
    if not length:
        st.markdown("None of these reports was revised in this field.")
        return
    table = st.container(key="ledger-rows")
    pages = -(-length // revisions.PAGE_ROWS)
    page = turn_pages(pages, (filters, field), key="ledger_page") if pages > 1 else 1
    rows = answer(revisions.ledger, filters, as_of_day=as_of_day, field=field, page=page)
    with table:
        _table(rows, *captions.ledger(rows, field))


def gone(found: revisions.Gone) -> None:
    """The largest reports that are gone, as they were last seen."""
    _table(found.largest, *captions.gone_lines(found))


def _table(rows: pd.DataFrame, headings: list[str], lines: list[tuple[str, ...]]) -> None:
    """A table whose first column links to the report of each row."""
    names = zip(rows["breach_id"], rows["entity_name"], strict=True)
    links = [report_link(breach_id, name) for breach_id, name in names]
    fact_table(
        ["Report", *headings],
        [(link, *line) for link, line in zip(links, lines, strict=True)],
    )
