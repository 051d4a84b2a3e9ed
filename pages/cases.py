"""Cases: how does this one compare?"""

import streamlit as st

from analysis import cases
from analysis.captions import cases as captions
from analysis.captions import courses as course_captions
from analysis.claims import checked_claims
from analysis.courses import course
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

courses = [answer(course, only_day, subject=subject) for subject in subjects]
if known := [found for found in courses if found]:
    panel(
        "timeline",
        course_captions.timeline(known),
        timelines(
            course_captions.events(known),
            course_captions.stretches(known),
            course_captions.heads(known),
            course_captions.begins(known),
            course_captions.ticks(known),
        ),
        course_captions.table(known),
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
