"""Controls of one page, kept in its address."""

import streamlit as st


def choose(label: str, options: dict[str, str], *, key: str) -> str:
    """One of a few options as a segmented control; the first is the default.

    The address holds the key of the option, so that it reads the same whatever the label.
    """
    keys = list(options)
    asked = st.query_params.get(key)
    if key not in st.session_state:
        st.session_state[key] = asked if asked in keys else keys[0]
    chosen = st.segmented_control(
        label, keys, key=key, format_func=options.get, required=True, width="content"
    )
    if chosen != keys[0]:
        st.query_params[key] = chosen
    elif asked is not None:
        del st.query_params[key]
    return chosen
