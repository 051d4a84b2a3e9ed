"""Controls of one page, kept in its address."""

from collections.abc import Hashable

import streamlit as st


def choose(label: str, options: dict[str, str], *, key: str, default: str | None = None) -> str:
    """One of a few options as a segmented control; the first is the default where none is named.

    The address holds the key of the option, so that it reads the same whatever the label.
    """
    default = default or next(iter(options))
    _read(options, key, default)
    chosen = st.segmented_control(
        label, list(options), key=key, format_func=options.get, required=True, width="content"
    )
    return _written(key, chosen, default)


def choose_from_list(label: str, options: dict[str, str], *, key: str, width: int = 330) -> str:
    """The same for more options than fit side by side: a list that opens."""
    default = next(iter(options))
    _read(options, key, default)
    chosen = st.selectbox(label, list(options), key=key, format_func=options.get, width=width)
    return _written(key, chosen, default)


def turn_pages(pages: int, of: Hashable, *, key: str) -> int:
    """The page that the reader turned to, from 1; where `of` is another, it is the first again."""
    if st.session_state.get(f"_{key}_of", of) != of:
        st.session_state[key] = 1
    st.session_state[f"_{key}_of"] = of
    if st.session_state.get(key, 1) > pages:
        st.session_state[key] = pages
    return st.pagination(pages, key=key, bind="query-params", width="stretch")


def _read(options: dict[str, str], key: str, default: str) -> None:
    """Take the choice from the address on a first visit, the default where it says none."""
    asked = st.query_params.get(key)
    if st.session_state.get(key) not in options:
        st.session_state[key] = asked if asked in options else default


def _written(key: str, chosen: str, default: str) -> str:
    """The choice, once the address says it too, but for the default."""
    if chosen != default:
        st.query_params[key] = chosen
    elif key in st.query_params:
        del st.query_params[key]
    return chosen
