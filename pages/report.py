"""Report: what is known of this one?"""

import streamlit as st

from analysis import overview, report
from analysis.captions import report as captions
from analysis.filters import Filters
from analysis.subjects import subject as subject_of
from charts import report as charts
from ui import report_file
from ui.context import page_context
from ui.data import answer
from ui.facts import fact_list
from ui.panel import panel
from ui.place import side_by_side
from ui.tables import report_table
from ui.words import escaped

here = page_context("What is known of this one?")
only_day = Filters(as_of=here.filters.as_of)
day = here.data.as_of
asked = st.query_params.get("id", "")
found = answer(report.report, only_day, breach_id=asked, as_of_day=day) if asked else None

if found is None:
    here.lead(captions.unknown(asked) if asked else captions.purpose(here.data))
    report_file.search(here.filters)
    st.header("The largest", anchor="largest")
    report_table(answer(overview.largest_reports, here.filters, most=8), key="largest-reports")
    st.header("The newest", anchor="newest")
    report_table(answer(report.newest_reports, here.filters, most=8), key="newest-reports")
    here.end()

if found.filed is None:
    st.info(captions.not_yet(found, here.data), icon=":material/history:")
    here.end()

with st.container(key="entity"):
    st.header(escaped(found.filed["entity_name"]), anchor=False)
here.lead(captions.lead(found))
if standing := captions.standing(found):
    st.warning(escaped(standing), icon=":material/history:")

facts, words = st.columns([5, 6], gap="large")
with facts:
    st.header("As filed", anchor="filed")
    fact_list(captions.facts(found))
    subject = answer(subject_of, only_day, key=found.breach_id)
    report_file.doors(found, is_comparable=subject is not None)
with words:
    st.header("What OCR says of it", anchor="narrative")
    report_file.narrative(found)

changes = answer(report.revisions, only_day, breach_id=found.breach_id, as_of_day=day)
st.header(captions.revisions_title(changes, found), anchor="revisions")
if len(changes):
    report_file.revisions_table(changes)
if captions.has_count_history(found):
    panel(
        "count-history",
        captions.count_history(found, here.filters, here.data),
        charts.count_history(found.seen),
        found.seen[["retrieved_on", "individuals_affected", "entity_name", "submitted_on"]],
    )

tied_cases = answer(report.cases_of, only_day, breach_id=found.breach_id)
tied_actions = answer(report.actions_of, only_day, breach_id=found.breach_id)
if len(tied_cases) or len(tied_actions):
    st.header("Case and enforcement", anchor="ties")
    report_file.ties(tied_cases, tied_actions)

if subject is not None and subject.individuals_affected is not None:
    side_by_side(here, [subject], called="This report")
    peers = answer(report.peers, here.filters, subject=subject)
    if len(peers):
        st.header(captions.peers_title(peers), anchor="peers")
        report_table(peers, key="peers")

st.header("Cite it", anchor="cite")
report_file.citation(found, here.data)
