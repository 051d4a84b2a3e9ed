"""Doors from the overview to the other pages, each with the question it answers."""

import streamlit as st

from ui.data import ROOT

DOORS = (
    ("trends", "Is it getting worse?"),
    ("size", "How big is big?"),
    ("sectors", "How does my sector compare?"),
    ("causes", "How do breaches happen?"),
    ("map", "Where?"),
    ("cases", "How does one case compare?"),
    ("revisions", "What changed?"),
    ("explorer", "Give me the table"),
    ("methods", "Can I trust it?"),
)


def doors() -> None:
    """A quiet grid of links; the filters come along."""
    with st.container(key="doors", horizontal=True, gap="small"):
        for page, question in DOORS:
            st.page_link(ROOT / "pages" / f"{page}.py", label=question, width="content")
