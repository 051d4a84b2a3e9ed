"""SQL of the reader's own: examples, the query, its answer and address, the schema below it."""

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.captions import explorer as captions
from analysis.database import database_path, shared_database
from analysis.explorer import sql_examples, sql_table
from analysis.untrusted_sql import SqlAnswer, TooManyQueries, WrongSql, run_select
from ui.dictionary import dictionary
from ui.tables import column_settings
from ui.words import escaped

ROWS_SHOWN = 200
_TEXT, _ANSWER = "sql-text", "_sql_answer"


@st.fragment
def sql_box(schema: pd.DataFrame) -> None:
    """The query, its answer and below what the tables hold; `?sql=` holds the query."""
    _query()
    if "sql" in st.query_params:
        _answer(st.query_params["sql"])
    dictionary(schema, key="schema-table")


def _query() -> None:
    examples = sql_examples()
    if _TEXT not in st.session_state:
        st.session_state[_TEXT] = st.query_params.get("sql", next(iter(examples.values())))
    st.selectbox(
        "Examples",
        list(examples),
        index=None,
        placeholder="Start from an example",
        key="example",
        on_change=_take_example,
        width=420,
    )
    st.text_area("SQL", key=_TEXT, height=220, max_chars=10_000, persist_state="session")
    st.button("Run", type="primary", icon=":material/play_arrow:", on_click=_run, key="run-sql")


def _answer(sql: str) -> None:
    found = _remembered(sql)
    if isinstance(found, str):
        st.error(escaped(found), icon=":material/error:")
        return
    table = sql_table(found)
    st.dataframe(
        table,
        hide_index=True,
        column_config=column_settings(table),
        alt="Answer of the query",
        key="sql-answer",
    )
    query = urlencode({"sql": sql})
    with st.container(horizontal=True, vertical_alignment="center", key="sql-links"):
        st.markdown(captions.sql_result(found), width="content")
        for ending in ("csv", "json"):
            address = f"/api/query.{ending}?{query}"
            st.link_button(ending.upper(), address, icon=":material/download:")


def _remembered(sql: str) -> SqlAnswer | str:
    """The answer, or the sentence that says why there is none; each query runs once a data version.

    It is kept with the session, not in the shared cache, which strangers' queries could fill.
    """
    key = (shared_database().version, sql)
    if st.session_state.get(_ANSWER, (None, None))[0] != key:
        try:
            found = run_select(sql, database_path(), most_rows=ROWS_SHOWN)
        except (WrongSql, TooManyQueries) as problem:
            found = str(problem)
        st.session_state[_ANSWER] = (key, found)
    return st.session_state[_ANSWER][1]


def _take_example() -> None:
    chosen = st.session_state["example"]
    if chosen:
        st.session_state[_TEXT] = sql_examples()[chosen]
        _run()


def _run() -> None:
    st.session_state.pop(_ANSWER, None)  # asked again is run again
    st.query_params["sql"] = st.session_state[_TEXT]
