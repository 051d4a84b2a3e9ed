"""Which cases the reader compares: `case`, `and` and `report` in the address.

`report` holds the id of any report and stands in the place of `case`.
"""

import pandas as pd
import streamlit as st

from analysis.filters import Filters
from analysis.subjects import DEFAULT_CASE, Subject, subject
from ui.data import answer
from ui.find import find_report
from ui.words import escaped

_FIRST, _SECOND = "first-case", "second-case"


def chosen_subjects(cases: pd.DataFrame, filters: Filters) -> list[Subject]:
    """Show the choice, and return the one or two that it means, the first one first."""
    only_day = Filters(as_of=filters.as_of)
    first = _asked(("report", "case"), only_day) or answer(subject, only_day, key=DEFAULT_CASE)
    second = _asked(("and",), only_day)
    titles = dict(zip(cases["slug"], cases["title"], strict=True))
    for one in (first, second):
        if one is not None and one.key not in titles:
            titles[one.key] = one.name
    st.session_state[_FIRST] = first.key
    st.session_state[_SECOND] = second.key if second else None
    with st.container(key="case-choice", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Case", list(titles), key=_FIRST, format_func=titles.get, on_change=_first, width=330
        )
        st.selectbox(
            "Beside it",
            [key for key in titles if key != first.key],
            key=_SECOND,
            index=None,
            placeholder="Another case",
            format_func=titles.get,
            on_change=_second,
            width=330,
        )
        with st.popover("Any report", icon=":material/search:", key="any-report"):
            find_report(filters, _report, label="Put any report in the same frame")
    return [one for one in (first, second) if one is not None]


def _asked(keys: tuple[str, ...], only_day: Filters) -> Subject | None:
    """What the address asks for; where it leads nowhere, that is said."""
    for key in keys:
        asked = st.query_params.get(key)
        if asked is None:
            continue
        found = answer(subject, only_day, key=asked)
        if found is not None:
            return found
        st.warning(
            f"No case and no report of this day is called “{escaped(asked[:120])}”: "
            "choose one below.",
            icon=":material/link_off:",
        )
    return None


def _first() -> None:
    st.query_params.pop("report", None)
    st.query_params["case"] = st.session_state[_FIRST]


def _second() -> None:
    if st.session_state[_SECOND] is None:
        st.query_params.pop("and", None)
    else:
        st.query_params["and"] = st.session_state[_SECOND]


def _report(breach_id: str) -> None:
    st.query_params.pop("case", None)
    st.query_params["report"] = breach_id
    st.session_state["find"] = ""
