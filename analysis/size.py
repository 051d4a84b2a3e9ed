"""How big is big? The distribution of individuals affected per report."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from analysis.database import Database
from analysis.filters import Filters
from analysis.statistics.counts import stated
from analysis.statistics.rarity import Rarity, years_spanned
from analysis.statistics.rarity import rarity as rarity_of
from analysis.statistics.sizes import Concentration, ccdf, concentration, log_histogram
from analysis.statistics.tails import SIGNIFICANT, TailFit, fit_tail
from analysis.vocabulary import SMALLEST_PUBLISHED

# The largest 1%, 5%, 10% and half of the reports; the last ones hold the rest.
TOPS = (0.01, 0.05, 0.10, 0.50, 1.0)
# A lognormal that the test refuses is still drawn where it holds for so many of the reports.
ENOUGH_COVERED = 0.9


@dataclass(frozen=True)
class Sizes:
    """All sizes of the reports that pass the filters.

    exceedance: one row is one size that occurs (thinned to at most 400), with the share and the
    number of reports at least as large; histogram: one row is one bin (`low` <= individuals <
    `high`, five a decade) and its reports; held: how much of all individuals the largest 1%, 5%,
    10%, half and all of the reports hold.
    """

    exceedance: pd.DataFrame
    histogram: pd.DataFrame
    held: Concentration


def sizes(db: Database, filters: Filters) -> Sizes:
    """What the counts of the reports look like; those without a count are left out."""
    counts = _counts(db, filters)
    return Sizes(
        ccdf(counts), log_histogram(counts, per_decade=5), concentration(counts, tops=TOPS)
    )


def named_cases(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one case file whose report passes the filters, the largest first, with its `place`
    among the `reports`, and its `place_of_year` among the `reports_of_year` of its `year`."""
    return db.ask("named_cases", filters)


def quantiles_by_year(db: Database, filters: Filters) -> pd.DataFrame:
    """One row a year: reports with a count, their quantiles p10 to p90 and the largest."""
    return db.ask("quantiles_by_year", filters)


def held_in_groups(found: Concentration) -> pd.DataFrame:
    """One row is the reports between two of these shares, the largest first: `above_share` and
    `top_share` (0..1 of the reports), reports, individuals_affected, `held_share` of them all."""
    tops = found.shares
    return pd.DataFrame(
        {
            "above_share": tops["top_share"].shift(fill_value=0),
            "top_share": tops["top_share"],
            "reports": tops["reports"].diff().fillna(tops["reports"]).astype("int64"),
            "individuals_affected": tops["individuals_affected"]
            .diff()
            .fillna(tops["individuals_affected"])
            .astype("int64"),
            "held_share": tops["share"].diff().fillna(tops["share"]),
        }
    )


def rarity(db: Database, filters: Filters, *, size: int) -> Rarity | None:
    """How rare a report of at least `size` individuals is; None where no report states a count.

    The window is that of the filtered years, cut to what the data hold.
    """
    counts = _counts(db, filters)
    if not counts.size:
        return None
    found = db.ask("standing", filters).iloc[0]
    window = db.ask("standing", Filters(as_of=filters.as_of)).iloc[0]
    first = window["first_on"] if filters.from_year is None else f"{filters.from_year}-01-01"
    last = window["last_on"] if filters.to_year is None else f"{filters.to_year}-12-31"
    first = max(pd.Timestamp(first), window["first_on"])
    last = max(min(pd.Timestamp(last), window["last_on"]), found["last_on"])
    return rarity_of(counts, years_spanned(first.date(), last.date()), size)


@dataclass(frozen=True)
class Shape:
    """What the sizes look like, and how far the fitted lognormal may be believed.

    covered_share: the share (0..1) of the fitted counts between `fit.fits_from` and `fit.fits_to`;
    curve: one row a size with `reports_at_least`, the reports that the lognormal expects and its
    95% range (`lognormal`, `lognormal_low`, `lognormal_high`), and `power_law` in its tail.
    """

    fit: TailFit
    covered_share: float
    curve: pd.DataFrame

    @property
    def is_refused(self) -> bool:
        """Whether the test says that a lognormal did not make these counts."""
        goodness = self.fit.lognormal_goodness
        return goodness is None or goodness.p_value < SIGNIFICANT

    @property
    def is_supported(self) -> bool:
        """Whether the lognormal may be shown: not refused, or right for nearly all reports."""
        return not self.is_refused or self.covered_share >= ENOUGH_COVERED


def shape(db: Database, filters: Filters) -> Shape | None:
    """Truncated lognormal and power-law tail fitted and tested; None with too few usable counts, or
    under a filtered maximum, where a tail cannot be seen."""
    if filters.max is not None:
        return None
    counts = _counts(db, filters)
    found = fit_tail(counts, smallest=max(filters.min or 0, SMALLEST_PUBLISHED))
    if found is None:
        return None
    fitted, _ = stated(counts)
    fitted = fitted[fitted > found.bound]
    covered = 0.0
    if found.fits_from is not None:
        covered = float(np.mean((fitted >= found.fits_from) & (fitted <= found.fits_to)))
    return Shape(found, covered, _curve(fitted, found))


def _curve(fitted: np.ndarray, found: TailFit) -> pd.DataFrame:
    curve = ccdf(fitted, most=120, exact_largest=20)[["individuals_affected", "reports_at_least"]]
    # A count stands for everything from half an individual below it.
    sizes = curve["individuals_affected"].to_numpy(dtype=float) - 0.5
    if found.lognormal is not None:
        shares = found.lognormal.model.share_above(sizes)
        curve["lognormal"] = shares * found.reports
        for name, part in (("lognormal_low", 0.025), ("lognormal_high", 0.975)):
            curve[name] = stats.binom.ppf(part, found.reports, shares)
    tail = found.tail
    inside = tail.power_law.model.share_above(sizes) * tail.share * found.reports
    curve["power_law"] = np.where(sizes >= tail.starts_at - 0.5, inside, np.nan)
    return curve


def _counts(db: Database, filters: Filters) -> np.ndarray:
    """The stated counts, ascending; those that many reports share travel once."""
    counts = db.ask("reports_by_count", filters)
    return np.repeat(counts["individuals_affected"].to_numpy(dtype=float), counts["reports"])
