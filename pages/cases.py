"""Cases: how does this one compare?"""

import streamlit as st

from analysis import cases
from analysis.captions import cases as captions
from analysis.captions import courses
from analysis.claims import checked_claims
from analysis.explorer import reports_count
from analysis.filters import Filters
from analysis.subjects import case_list
from charts.timelines import timelines
from ui.case_choice import chosen_subjects
from ui.case_file import case_facts, claim_cards, counts_table, report_facts
from ui.context import page_context
from ui.data import answer
from ui.panel import panel
from ui.place import side_by_side
from ui.words import escaped

here = page_context("How does this one compare?")
only_day = Filters(as_of=here.filters.as_of)
day = here.data.as_of
every = answer(case_list, only_day)
subjects = chosen_subjects(every, here.filters)

here.lead(" ".join(captions.lead(subject) for subject in subjects))
for subject in subjects:
    here.remark(captions.not_in_data(subject, here.data))
if answer(reports_count, here.filters):
    side_by_side(here, subjects)
else:
    here.say_empty()

for subject in subjects:
    claims = answer(checked_claims, only_day, subject=subject, as_of_day=day)
    if claims:
        st.header(f"What was said of {escaped(subject.name)}", anchor=f"claims-{subject.key}")
        claim_cards(subject, claims, captions.moment_now(here.filters, here.data))

ran = answer(courses.drawn, only_day, subjects=tuple(subjects))
if ran:
    panel(
        "timeline",
        ran.caption,
        timelines(ran.events, ran.stretches, ran.heads, ran.begins, ran.ticks),
        ran.table,
    )

for subject in subjects:
    st.header(f"What is known of {escaped(subject.name)}", anchor=f"facts-{subject.key}")
    if subject.slug is None:
        report_facts(subject)
        continue
    case = every.set_index("slug").loc[subject.slug]
    here.remark(case["summary"])
    case_facts(
        case,
        answer(cases.members, only_day, slug=subject.slug),
        answer(cases.actions, only_day, slug=subject.slug),
    )
    counts = answer(cases.counts, only_day, subject=subject)
    if len(counts):
        st.markdown(f"**{escaped(captions.counts_title(counts, subject))}**")
        counts_table(counts)
