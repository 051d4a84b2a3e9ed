"""Revisions: what changed?"""

import streamlit as st

from analysis import revisions
from analysis.captions import revisions as captions
from analysis.filters import Filters
from charts import fates as fate_charts
from charts import revisions as charts
from ui.context import page_context
from ui.data import answer
from ui.ledger import gone as gone_table
from ui.ledger import ledger
from ui.measures import figures
from ui.panel import panel

here = page_context("What changed?")
day = {"as_of_day": here.data.as_of}
exports = tuple(export for export in here.data.days if export <= here.data.as_of)
if len(exports) == 1:
    st.info(captions.no_history(here.data), icon=":material/history:")
    here.end()
revised = answer(revisions.revised, here.filters, **day)
here.stop_if_empty(revised.reports)
here.lead(captions.lead(revised, here.filters, here.data))

gone = answer(revisions.gone, Filters(as_of=here.filters.as_of), **day, previous_on=exports[1])
st.header(captions.step_title(exports[1], here.data), anchor="newest")
figures(captions.measures(revised, gone))

largest = answer(revisions.largest, here.filters, **day)
if len(largest) >= charts.FEWEST_POINTS:
    panel(
        "largest",
        captions.largest(revised, largest, here.filters, here.data),
        charts.before_and_after(largest),
        largest,
    )

fates = answer(revisions.placeholder_fates, here.filters, exports=exports)
if fates is not None:
    panel(
        "placeholders",
        captions.fates(fates, here.filters, here.data),
        fate_charts.placeholders(fates.by_age),
        fates.by_age,
    )

late = answer(revisions.late_arrivals, here.filters)
if len(late):
    panel(
        "late",
        captions.late(late, here.filters, here.data),
        fate_charts.late(late, exports),
        late,
    )

st.header("The ledger, largest change first", anchor="ledger")
ledger(here.filters, revised, **day)

if gone.reports:
    st.header("Reports that are gone", anchor="gone")
    here.remark(captions.gone(gone, here.data))
    gone_table(gone)
