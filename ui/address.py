"""The filters in the address: read into the widgets when it changes, written back when they do.

Streamlit's own binding writes the label of an option into the address; ours writes its value, so
that a page's address and a data address say the same, and a wrong parameter is named, not dropped.
"""

from urllib.parse import urlencode

import streamlit as st

from analysis.filters import Filters, WrongFilter

KEYS = tuple(
    {"from_year": "from", "to_year": "to"}.get(name, name) for name in Filters.__dataclass_fields__
)
# A filter that a page asks for, to be set before the widgets are drawn again.
ASKED = "_asked_filter"
_LAST = "_address"
_PAGE = "_page"


def read_address(page: str) -> str | None:
    """Put the address into the widgets' state where a link, or the back button, changed it.

    Call it before the widgets are drawn. Returns a sentence where the address holds a wrong
    parameter, which is then ignored.
    """
    if ASKED in st.session_state:
        name, members = st.session_state.pop(ASKED)
        st.session_state[name] = members
        return None
    came_from_menu = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    pairs = _pairs()
    if pairs == st.session_state.get(_LAST) or (came_from_menu and not pairs):
        return None
    wrong = None
    try:
        filters = Filters.from_address(pairs)
    except WrongFilter as error:
        wrong, filters = str(error), Filters()
    _set_widgets(filters)
    return wrong


def write_address(filters: Filters) -> None:
    """Make the address say what the widgets say; call it after they are drawn."""
    wanted: dict[str, list[str]] = {}
    for key, value in filters.address_pairs():
        wanted.setdefault(key, []).append(value)
    for key in KEYS:
        if wanted.get(key, []) == st.query_params.get_all(key):
            continue
        if key in wanted:
            st.query_params[key] = wanted[key]
        else:
            del st.query_params[key]
    st.session_state[_LAST] = _pairs()


def filters_of_widgets() -> Filters:
    """The filters that the widgets show."""
    pairs = []
    for key in KEYS:
        value = st.session_state.get(key)
        members = value if isinstance(value, (list, tuple)) else [value]
        pairs.extend((key, str(member)) for member in members if member not in (None, ""))
    try:
        return Filters.from_address(pairs)
    except WrongFilter:
        return Filters()


def report_address(breach_id: str) -> str:
    """The address of a report's page, as of the day that the reader looks at."""
    as_of = st.session_state.get("as_of")
    pairs = {"id": breach_id} | ({"as_of": as_of} if as_of else {})
    return f"/report?{urlencode(pairs)}"


def clear_widgets() -> None:
    """Take every filter off."""
    _set_widgets(Filters())


def _set_widgets(filters: Filters) -> None:
    for name, key in zip(Filters.__dataclass_fields__, KEYS, strict=True):
        value = getattr(filters, name)
        if isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, bool):
            value = "yes" if value else "no"
        st.session_state[key] = value


def _pairs() -> list[tuple[str, str]]:
    return [(key, value) for key in KEYS for value in st.query_params.get_all(key)]
