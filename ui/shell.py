"""The frame around every page: title, navigation, what is loaded, filters, footer."""

from contextlib import suppress

import streamlit as st

from analysis.database import NoDatabase, database_path
from analysis.filters import Filters
from analysis.provenance import provenance
from ui.address import filters_of_widgets, read_address, write_address
from ui.context import EndOfPage
from ui.data import ROOT, answer
from ui.filter_bar import filter_bar
from ui.first_start import fill_if_empty
from ui.footer import footer
from ui.garbage import set_imports_aside
from ui.notices import notices
from ui.style import STYLE

PAGES = (
    ("overview", "Overview"),
    ("trends", "Trends"),
    ("size", "Size"),
    ("sectors", "Sectors"),
    ("causes", "Causes"),
    ("map", "Map"),
    ("cases", "Cases"),
    ("report", "Report"),
    ("revisions", "Revisions"),
    ("explorer", "Explorer"),
    ("methods", "Methods"),
)

st.set_page_config(
    page_title="Breach Atlas",
    page_icon=str(ROOT / "static" / "mark.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
st.html(STYLE)
st.logo(str(ROOT / "static" / "logo.svg"), size="large", link=None)
page = st.navigation(
    [
        st.Page(ROOT / "pages" / f"{name}.py", title=title, default=name == "overview")
        for name, title in PAGES
    ],
    position="top",
)

fill_if_empty(database_path())
wrong = read_address(page.title)
try:
    data = answer(provenance, Filters(as_of=filters_of_widgets().as_of))
except NoDatabase as missing:
    st.title("No data yet", anchor=False)
    st.error(str(missing), icon=":material/database_off:")
    st.stop()

notices(data)
if wrong:
    st.warning(f"{wrong} All reports are shown.", icon=":material/link_off:")
write_address(filter_bar(data))
with suppress(EndOfPage):
    page.run()
footer(data)
set_imports_aside()
