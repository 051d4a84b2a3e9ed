"""What every page starts with: its question, the filters and the data they apply to."""

from dataclasses import dataclass

import streamlit as st

from analysis.filters import Filters
from analysis.provenance import Provenance, provenance
from ui.address import ASKED, filters_of_widgets
from ui.data import answer
from ui.words import escaped


class EndOfPage(Exception):
    """Nothing more to show on this page; the shell goes on behind it."""


@dataclass(frozen=True)
class PageContext:
    """The filters of the reader and the data behind the page."""

    filters: Filters
    data: Provenance

    @property
    def running_year(self) -> int | None:
        """The year of submission that was not over on the day of the data, if any."""
        return self.data.running_year

    def lead(self, sentence: str) -> None:
        """The page's first, computed sentence."""
        with st.container(key="lead"):
            st.markdown(escaped(sentence))

    def remark(self, sentence: str) -> None:
        """A computed sentence in passing; nothing where it is empty."""
        if sentence:
            st.markdown(escaped(sentence))

    def filter_by(self, name: str, members: list[str]) -> None:
        """Narrow the filter `name` to what a reader clicked, and run the page again."""
        if members and tuple(members) != getattr(self.filters, name):
            st.session_state[ASKED] = (name, members)
            st.rerun()

    def stop_if_empty(self, reports: int) -> None:
        """End the page, saying why and what to do, where no report passes the filters."""
        if not reports:
            self.say_empty()
            self.end()

    def say_empty(self) -> None:
        """Say that no report passes the filters, and what to do."""
        words = self.filters.words()
        st.info(
            f"No report matches: {escaped(words)}. The data hold {self.data.reports:,} reports as "
            f"of {self.data.as_of:%-d %B %Y}. Widen the filters or clear them above.",
            icon=":material/search_off:",
        )

    def end(self) -> None:
        """End the page here; the footer still follows, which `st.stop` would cut off."""
        raise EndOfPage


def page_context(question: str) -> PageContext:
    """Show the page's question as its heading; return what the page works with."""
    filters = filters_of_widgets()
    st.title(question, anchor=False)
    return PageContext(filters, answer(provenance, filters.but(**_ONLY_DAY)))


_ONLY_DAY = {
    name: getattr(Filters(), name) for name in Filters.__dataclass_fields__ if name != "as_of"
}
