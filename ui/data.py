"""How pages ask questions: cached per publication and filters, never on frames."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from analysis.database import shared_database
from analysis.filters import Filters
from analysis.placing import Known
from analysis.subjects import Subject

ROOT = Path(__file__).resolve().parents[1]
Answer = TypeVar("Answer")


def answer(question: Callable[..., Answer], filters: Filters, **options: object) -> Answer:
    """The answer of a question of `analysis/`, from the cache where it was asked before.

    `question` is called as `question(database, filters, **options)`; options must be hashable.
    """
    name = f"{question.__module__}.{question.__qualname__}"
    return _answer(shared_database().version, name, filters, options, question)


# These say all of themselves in their repr, which Streamlit hashes in half the time.
@st.cache_data(
    show_spinner=False,
    max_entries=4000,
    hash_funcs={Filters: repr, Subject: repr, Known: repr},
)
def _answer(
    version: str, name: str, filters: Filters, options: dict, _question: Callable[..., Answer]
) -> Answer:
    return _question(shared_database(), filters, **options)
