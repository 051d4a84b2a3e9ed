"""The row of headline measures."""

import pandas as pd
import streamlit as st

from analysis.captions.words import change, number
from analysis.overview import Headline
from analysis.vocabulary import SMALL_GROUP


def measures(found: Headline, monthly: pd.DataFrame) -> None:
    """Running year beside the same days of the year before, each with its last 36 months."""
    recent = monthly.tail(36)
    year = found.ends_on.year
    shown = (
        (f"Reports in {year}", found.reports_now, found.reports_before, "reports"),
        (
            f"Individuals in {year}",
            found.individuals_now,
            found.individuals_before,
            "individuals_affected",
        ),
        (f"Median report in {year}", found.median_now, found.median_before, "median_individuals"),
    )
    for column, (label, now, before, series) in zip(st.columns(3), shown, strict=True):
        column.metric(
            label,
            "–" if now is None else number(now),
            _compared(now, before, of=found.reports_before),
            delta_color="off",
            delta_arrow="off",
            chart_data=recent[series].fillna(0).tolist(),
            chart_type="bar" if series == "reports" else "line",
            border=True,
        )


def _compared(now: float | None, before: float | None, *, of: int) -> str | None:
    """The year before in words; of fewer than ten reports no change is worked out."""
    if not before:
        return None
    if now is None or of < SMALL_GROUP:
        return f"{number(before)} the year before"
    return f"{change(now, before)} than {number(before)}".replace("as many than", "as many as")


def figures(shown: list[tuple[str, str, str]]) -> None:
    """Numbers side by side, each a label, a value and what it means."""
    with st.container(horizontal=True, key="figures"):
        for label, value, meaning in shown:
            st.metric(label, value, meaning, delta_color="off", delta_arrow="off", width=160)
