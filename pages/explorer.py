"""Explorer: give me the table."""

import streamlit as st

from analysis import explorer
from analysis.captions import explorer as captions
from ui.context import page_context
from ui.data import answer
from ui.explorer import columns, downloads, order, page_number, search
from ui.sql_box import sql_box
from ui.tables import report_table

here = page_context("Give me the table")
reports = answer(explorer.reports_count, here.filters)
here.lead(captions.lead(reports, here.filters, here.data))

with st.container(key="table-controls", horizontal=True, vertical_alignment="bottom"):
    search()
    sort = order()
    chosen = columns()
here.stop_if_empty(reports)

selection = explorer.Selection(here.filters, sort, chosen)
table = st.container(key="table")
with st.container(key="pages", horizontal=True, vertical_alignment="center"):
    page = page_number(reports, selection)
    st.caption(captions.rows_shown(page, reports), width="content")
with table:
    report_table(
        answer(
            explorer.reports_page,
            here.filters,
            sort=sort,
            columns=("breach_id", *(name for name in chosen if name != "breach_id")),
            page=page,
        ),
        key="reports",
        height="content",
    )

st.header("Take it along", anchor="download")
here.remark(captions.downloads(reports, here.filters))
downloads(here.filters, sort, chosen)

st.header("Ask in SQL", anchor="sql")
here.remark(captions.sql_rules())
sql_box(answer(explorer.schema, here.filters))
