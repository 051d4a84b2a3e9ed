"""Notices that stand above every page: a sample, old data, a pull that failed."""

from datetime import date

import streamlit as st

from analysis.captions.words import counted, day
from analysis.database import database_path
from analysis.freshness import freshness
from analysis.provenance import Provenance
from ui.words import escaped

_HOW = "run `python -m etl pull`, or `python -m etl load` with exports saved from the HHS portal."


def notices(data: Provenance) -> None:
    """Say what a reader must know of the data before believing a page."""
    if data.is_sample:
        _notice(
            "sample",
            f":material/science: **This is a sample:** {data.reports:,} reports as they stood on "
            f"{day(data.as_of)}. For everything since, {_HOW}",
        )
    state = freshness(database_path(), data.newest, date.today())
    failed = ""
    if state.problem:
        failed = f" The pull of {day(state.failed_on)} failed: {escaped(state.problem)}"
    if state.is_old and not data.is_sample:
        _notice(
            "age",
            f":material/schedule: **The data are {counted(state.age_days, 'day')} old,** of "
            f"{day(data.newest)}.{failed or ' To refresh them, ' + _HOW}",
        )
    elif failed:
        _notice("age", f":material/sync_problem: **The data are of {day(data.newest)}.**{failed}")


def _notice(key: str, text: str) -> None:
    with st.container(key=f"notice-{key}"):
        st.markdown(text)
