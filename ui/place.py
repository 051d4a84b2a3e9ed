"""Where one or two reports stand among the others: what the pages Cases and Report share."""

from collections.abc import Sequence

import streamlit as st

from analysis.captions import placing as captions
from analysis.captions.cases import without_count
from analysis.filters import Filters
from analysis.placing import known_then, largest_drawn, placing
from analysis.subjects import Subject
from charts.cases import ACCENT, SECOND, strips
from ui.context import PageContext
from ui.data import answer
from ui.panel import panel

_COLOURS = (ACCENT, SECOND)


def side_by_side(here: PageContext, subjects: Sequence[Subject], *, called: str = "") -> None:
    """A panel for each of at most two, on one scale; `called` names it in the figure instead."""
    only_day, day = Filters(as_of=here.filters.as_of), here.data.as_of
    # What was known then does not turn on the filters, so it is asked apart and stays cached.
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
    sides = st.columns(len(subjects), gap="large") if len(subjects) > 1 else [st.container()]
    for side, subject, found, colour in zip(sides, subjects, placings, _COLOURS, strict=False):
        with side:
            if found is None:
                here.remark(without_count(subject))
                continue
            drawn = captions.strips(found, subject)
            panel(
                f"compared-{subject.key}",
                captions.comparison(found, drawn, subject, here.filters, here.data),
                strips(drawn, called or subject.name, most=most, colour=colour),
                captions.table(drawn),
            )
