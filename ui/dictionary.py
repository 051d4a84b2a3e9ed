"""The data dictionary: choose a table, read what its rows and columns mean."""

import pandas as pd
import streamlit as st

from ui.facts import fact_list
from ui.words import escaped


def dictionary(schema: pd.DataFrame, *, key: str) -> None:
    """The tables of `schema` (one row a column: table_name, table_meaning, column_name, data_type,
    meaning), one at a time, `breaches` first."""
    names = list(schema["table_name"].unique())
    table = st.selectbox("Table", names, index=names.index("breaches"), key=key, width=420)
    shown = schema[schema["table_name"] == table]
    st.caption(escaped(shown["table_meaning"].iloc[0]))
    fact_list(
        [(f"{row.column_name}, {row.data_type.lower()}", row.meaning) for row in shown.itertuples()]
    )
