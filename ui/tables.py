"""Tables of reports, alike on every page: each row opens its report."""

import pandas as pd
import streamlit as st

_COLUMNS = {
    "entity_name": st.column_config.TextColumn("Entity", width="large"),
    "state": st.column_config.TextColumn("State", width="small"),
    "entity_type": st.column_config.TextColumn("Who filed"),
    "individuals_affected": st.column_config.NumberColumn(
        "Individuals affected", format="localized"
    ),
    "submitted_on": st.column_config.DateColumn("Submitted", format="D MMM YYYY"),
    "breach_type": st.column_config.TextColumn("Type of breach"),
    "location": st.column_config.TextColumn("Location"),
}


def report_table(reports: pd.DataFrame, *, key: str, height: int | str = "auto") -> None:
    """Show reports, one a row; `reports` has breach_id and the columns to show.

    The first column links to the report's page.
    """
    linked = reports.assign(report="/report?id=" + reports["breach_id"])
    order = ["entity_name", *[c for c in reports.columns if c not in ("breach_id", "entity_name")]]
    st.dataframe(
        linked,
        key=key,
        hide_index=True,
        height=height,
        column_order=["report", *order],
        column_config=_COLUMNS
        | {"report": st.column_config.LinkColumn("", display_text="Open", width="small")},
        alt="Table of breach reports",
    )
