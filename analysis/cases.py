"""How does this one compare? The parts of a case file that stand beside its place in the record."""

from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.subjects import Subject


def until(filters: Filters) -> date:
    """The last day of which a page may tell: that of the filters, or the end of time."""
    return filters.as_of or date.max


def counts(db: Database, filters: Filters, *, subject: Subject) -> pd.DataFrame:
    """One row is one count that somebody gave for the case, or a run of exports with one count.

    Columns: stated_on, until_on (last day of the run, else missing), date_precision, individuals,
    stated_by, source, and `difference_share`: how far from the count filed as of the filters' day.
    """
    found = db.ask(
        "case_counts",
        slug=subject.slug,
        breach_id=subject.breach_id or "",
        until=until(filters),
    )
    filed = subject.individuals_affected or None
    return found.assign(difference_share=found["individuals"] / filed - 1 if filed else None)


def members(db: Database, filters: Filters, *, slug: str) -> pd.DataFrame:
    """One row is one report of the case as the filters' day shows it, the principal one first."""
    return db.ask("case_members", Filters(as_of=filters.as_of, listing="all"), slug=slug)


def actions(db: Database, filters: Filters, *, slug: str) -> pd.DataFrame:
    """One row is one enforcement action over the case."""
    return db.ask("case_actions", slug=slug, until=until(filters))
