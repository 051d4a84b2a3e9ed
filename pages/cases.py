"""Cases: how does this one compare?"""

import streamlit as st

from analysis import cases
from analysis.captions import cases as captions
from analysis.captions import placing as placing_captions
from analysis.claims import checked_claims
from analysis.explorer import reports_count
from analysis.filters import Filters
from analysis.placing import known_then, largest_drawn, placing
from analysis.subjects import case_list
from charts import cases as charts
from ui.case_choice import chosen_subjects
from ui.case_file import case_facts, claim_cards, counts_table, events_table, report_facts
from ui.context import page_context
from ui.data import answer
from ui.panel import panel
from ui.words import escaped

here = page_context("How does this one compare?")
only_day = Filters(as_of=here.filters.as_of)
day = here.data.as_of
every = answer(case_list, only_day)
subjects = chosen_subjects(every, here.filters)

here.lead(" ".join(captions.lead(subject) for subject in subjects))
for subject in subjects:
    here.remark(captions.not_in_data(subject, here.data))
here.stop_if_empty(answer(reports_count, here.filters))

# What was known then does not turn on the filters, so it is asked apart and stays in the cache.
placings = [
    answer(
        placing,
        here.filters,
        subject=subject,
        as_of_day=day,
        then=answer(known_then, only_day, subject=subject, as_of_day=day),
    )
    for subject in subjects
]
most = largest_drawn(placings)
sides = st.columns(len(subjects), gap="large")
colours = (charts.ACCENT, charts.SECOND)
for side, subject, found, colour in zip(sides, subjects, placings, colours, strict=False):
    with side:
        if found is None:
            here.remark(captions.without_count(subject))
            continue
        panel(
            f"compared-{subject.key}",
            placing_captions.comparison(found, subject, here.filters, here.data),
            charts.strips(
                placing_captions.strips(found, subject), subject.name, most=most, colour=colour
            ),
            placing_captions.table(found, subject),
        )

for subject in subjects:
    claims = answer(checked_claims, only_day, subject=subject, as_of_day=day)
    if claims:
        st.header(f"What was said of {escaped(subject.name)}", anchor=f"claims-{subject.key}")
        claim_cards(subject, claims, captions.moment_now(here.filters, here.data))

cases_only = [subject for subject in subjects if subject.slug]
for side, subject in zip(
    st.columns(max(len(cases_only), 1), gap="large"), cases_only, strict=False
):
    events = answer(cases.events, only_day, slug=subject.slug)
    if events["happened_on"].notna().any():
        with side:
            panel(
                f"timeline-{subject.key}",
                captions.timeline(events, subject),
                charts.timeline(captions.course(events)),
                events_table(events),
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
