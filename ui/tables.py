"""Tables of reports, alike on every page: each row opens its report."""

import pandas as pd
import streamlit as st

from ui.address import report_address

# Widths in pixels of what the columns mostly hold, so that the widest words are not cut for the
# sake of short ones; the last column of a table takes the rest.
_COLUMNS = {
    "entity_name": st.column_config.TextColumn("Entity", width=310),
    "state": st.column_config.TextColumn("State", width=54),
    "entity_type": st.column_config.TextColumn("Who filed", width=148),
    "individuals_affected": st.column_config.NumberColumn(
        "Individuals affected", format="localized", width=140
    ),
    "reports_per_million": st.column_config.NumberColumn("Reports per million", format="%.1f"),
    "largest_entity_name": st.column_config.TextColumn("Largest report"),
    "submitted_on": st.column_config.DateColumn("Submitted", format="D MMM YYYY", width=100),
    "breach_type": st.column_config.TextColumn("Type of breach", width=222),
    "location": st.column_config.TextColumn("Location"),
}


def column_settings(table: pd.DataFrame) -> dict[str, object]:
    """Column settings by name and type: days as days, shares as percent, counts with commas."""
    settings: dict[str, object] = {}
    for name, dtype in table.dtypes.items():
        label = name.replace("_", " ").removesuffix(" on").capitalize()
        if name in _COLUMNS:
            settings[name] = _COLUMNS[name]
        elif pd.api.types.is_datetime64_any_dtype(dtype) or name.endswith("_on"):
            settings[name] = st.column_config.DateColumn(label, format="D MMM YYYY")
        elif name.endswith("_share") or name.startswith("share_"):
            settings[name] = st.column_config.NumberColumn(label, format="percent")
        elif pd.api.types.is_bool_dtype(dtype):
            settings[name] = st.column_config.CheckboxColumn(label)
        elif pd.api.types.is_numeric_dtype(dtype):
            is_year = name in ("year", "from_year", "to_year")
            settings[name] = st.column_config.NumberColumn(
                label, format="%d" if is_year else "localized"
            )
        else:
            settings[name] = st.column_config.TextColumn(label)
    return settings


def report_table(reports: pd.DataFrame, *, key: str, height: int | str = "auto") -> None:
    """Show reports, one a row; `reports` has breach_id and the columns to show.

    The first column links to the report's page.
    """
    linked = reports.assign(report=reports["breach_id"].map(report_address))
    # A phone shows two columns beside the link: how many, and whose.
    first = [c for c in ("individuals_affected", "entity_name") if c in reports.columns]
    order = [*first, *[c for c in reports.columns if c not in ("breach_id", *first)]]
    st.dataframe(
        linked,
        key=key,
        hide_index=True,
        height=height,
        column_order=["report", *order],
        column_config=column_settings(reports)
        | {"report": st.column_config.LinkColumn("Report", display_text="Open", width=60)},
        alt="Table of breach reports",
    )
