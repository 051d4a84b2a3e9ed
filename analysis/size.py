"""How big is big? The distribution of individuals affected per report."""

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.rarity import Rarity, years_spanned
from analysis.statistics.rarity import rarity as rarity_of
from analysis.statistics.sizes import Concentration, ccdf, concentration
from analysis.statistics.tails import TailFit, fit_tail
from analysis.vocabulary import SMALLEST_PUBLISHED


def exceedance(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one size that occurs (thinned to at most 400), with the share and the number of
    reports at least as large."""
    return ccdf(_counts(db, filters))


def named_cases(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one case file whose report passes the filters, the largest first."""
    return db.ask("named_cases", filters)


def quantiles_by_year(db: Database, filters: Filters) -> pd.DataFrame:
    """One row a year: reports with a count, their quantiles p10 to p90 and the largest."""
    return db.ask("quantiles_by_year", filters)


def held_by_largest(db: Database, filters: Filters) -> Concentration:
    """How much of all individuals the largest reports hold."""
    return concentration(_counts(db, filters))


def rarity(db: Database, filters: Filters, *, size: int) -> Rarity | None:
    """How rare a report of at least `size` individuals is; None where no report states a count."""
    counts = _counts(db, filters)
    if not counts.size:
        return None
    days = db.ask("standing", filters).iloc[0]
    window = db.ask("standing", Filters(as_of=filters.as_of)).iloc[0]
    first = window["first_on"] if filters.from_year is None else f"{filters.from_year}-01-01"
    last = window["last_on"] if filters.to_year is None else f"{filters.to_year}-12-31"
    first = max(pd.Timestamp(first), window["first_on"])
    last = max(min(pd.Timestamp(last), window["last_on"]), days["last_on"])
    return rarity_of(counts, years_spanned(first.date(), last.date()), size)


def shape(db: Database, filters: Filters) -> TailFit | None:
    """Truncated lognormal and power-law tail fitted and tested; None below 100 usable counts, or
    under a filtered maximum, where a tail cannot be seen."""
    if filters.max is not None:
        return None
    return fit_tail(_counts(db, filters), smallest=max(filters.min or 0, SMALLEST_PUBLISHED))


def _counts(db: Database, filters: Filters) -> np.ndarray:
    return db.ask("counts", filters)["individuals_affected"].to_numpy(dtype=float)
