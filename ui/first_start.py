"""First start on an empty database: fill it, with progress shown, so that the app is never bare."""

import os
import threading
from pathlib import Path

import streamlit as st

_FILLING = threading.Lock()


def fill_if_empty(database: Path) -> None:
    """Fill a missing database: from the live portal if it answers within seconds, else the sample.

    One session does it; the others wait for it.
    """
    if database.exists():
        return
    from etl.errors import EtlError

    with st.status("First start: filling the database", expanded=True) as shown, _FILLING:
        if database.exists():
            return
        try:
            _fill(database, shown.write)
        except EtlError as error:
            shown.update(label="The database could not be filled", state="error")
            st.error(str(error))
            st.stop()
    st.rerun()


def _fill(database: Path, say) -> None:
    from etl.cli import workspace
    from etl.errors import EtlError
    from etl.load import pull, sample
    from etl.portal import DEFAULT_URL, reachable

    where = workspace(str(database))
    url = os.environ.get("BREACH_PORTAL_URL", DEFAULT_URL)
    say("Asking the HHS portal")
    if reachable(url):
        try:
            pull(where, url, progress=say)
            return
        except EtlError as error:
            say(str(error))
    say("The portal cannot be reached: loading the bundled sample")
    sample(where, progress=say)
