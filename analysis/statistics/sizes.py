"""How big is big? Exceedance curve, histogram, quantiles and concentration of counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.statistics.counts import stated
from analysis.vocabulary import SMALL_GROUP, SMALLEST_PUBLISHED

QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
TOP_SHARES = (0.01, 0.05, 0.10)


def ccdf(counts: ArrayLike, *, most: int = 400, exact_largest: int = 30) -> pd.DataFrame:
    """The share of reports at least as large, thinned for drawing.

    One row is one count that occurs, ascending: `individuals_affected`, `share_at_least` (0..1, of
    the reports that state a count), `reports_at_least`. Every row is exact. The smallest, and the
    `exact_largest` largest, counts are always kept, the others at equal steps of their logarithm;
    at most `most` rows.
    """
    values, _ = stated(counts)
    sizes, first = np.unique(values, return_index=True)
    if sizes.size > most:
        kept = np.arange(sizes.size - exact_largest, sizes.size)
        steps = np.geomspace(max(sizes[0], 1), sizes[kept[0]], most - exact_largest - 1)
        spaced = np.searchsorted(sizes, steps).clip(max=sizes.size - 1)
        kept = np.union1d(np.append(spaced, 0), kept)
        sizes, first = sizes[kept], first[kept]
    at_least = values.size - first
    return pd.DataFrame(
        {
            "individuals_affected": sizes.astype("int64"),
            "share_at_least": at_least / max(values.size, 1),
            "reports_at_least": at_least.astype("int64"),
        }
    )


def log_histogram(counts: ArrayLike, *, per_decade: int = 10) -> pd.DataFrame:
    """Reports by size. One row is one bin, `low` <= count < `high`, empty ones between included.

    Bins are equally wide on a log axis and one edge is 500, so that the reporting threshold cuts
    no bin in two. Counts below one are left out: they have no place on a log axis.
    """
    values, _ = stated(counts)
    values = values[values >= 1]
    if not values.size:
        return pd.DataFrame({"low": [], "high": [], "reports": np.array([], dtype="int64")})
    steps = np.log10(values[[0, -1]] / SMALLEST_PUBLISHED) * per_decade
    # One bin to spare on either side, so that rounding cannot put an extreme outside the edges.
    ticks = np.arange(np.floor(steps[0]) - 1, np.floor(steps[1]) + 3)
    edges = SMALLEST_PUBLISHED * 10 ** (ticks / per_decade)
    reports = np.diff(np.searchsorted(values, edges))
    filled = np.flatnonzero(reports)
    span = slice(filled[0], filled[-1] + 1)
    return pd.DataFrame(
        {"low": edges[:-1][span], "high": edges[1:][span], "reports": reports[span]}
    )


def quantiles_by(
    frame: pd.DataFrame,
    by: str,
    *,
    quantiles: Sequence[float] = QUANTILES,
    column: str = "individuals_affected",
) -> pd.DataFrame:
    """Quantiles of the count, one row a value of `by`.

    Columns: `by`, `reports`, `missing` (of them without a count), one column a quantile (`p50` is
    the median; linear between neighbours, as in DuckDB's `quantile_cont` and `median`), `largest`,
    `is_small` (fewer than ten stated counts). Quantiles are NaN where no count is stated.
    """
    names = [f"p{100 * quantile:g}" for quantile in quantiles]
    rows = []
    for member, counts in frame.groupby(by, observed=True)[column]:
        values, missing = stated(counts)
        points = (
            np.quantile(values, [*quantiles, 1]) if values.size else [np.nan] * (len(names) + 1)
        )
        rows.append([member, len(counts), missing, *points, values.size < SMALL_GROUP])
    return pd.DataFrame(rows, columns=[by, "reports", "missing", *names, "largest", "is_small"])


@dataclass(frozen=True)
class Concentration:
    """How much of all individuals affected the largest reports hold.

    `shares`: one row a group of the largest: `top_share` (0.01 is the largest 1% of the reports),
    `reports` (rounded up), `individuals_affected`, `share` (0..1 of all individuals). `gini` is 0
    when all counts are equal and near 1 when one report holds all. Shares are NaN without reports.
    """

    reports: int
    missing: int
    individuals_affected: int
    largest_individuals: int
    largest_share: float
    gini: float
    shares: pd.DataFrame
    is_small: bool


def concentration(counts: ArrayLike, *, tops: Sequence[float] = TOP_SHARES) -> Concentration:
    """The share of all individuals affected that the largest reports hold."""
    values, missing = stated(counts)
    number, total = values.size, values.sum()
    scale = total if total > 0 else np.nan
    held = np.cumsum(values[::-1])
    sizes = np.ceil(np.round(np.array(tops) * number, 9)).astype("int64")
    individuals = held[sizes - 1] if number else np.zeros(len(tops))
    shares = pd.DataFrame(
        {
            "top_share": list(tops),
            "reports": sizes,
            "individuals_affected": individuals.astype("int64"),
            "share": individuals / scale,
        }
    )
    ranks = np.arange(1, number + 1)
    return Concentration(
        reports=number,
        missing=missing,
        individuals_affected=int(total),
        largest_individuals=int(values[-1]) if number else 0,
        largest_share=float(values[-1] / scale) if number else np.nan,
        gini=float((2 * ranks - number - 1) @ values / (number * scale)) if number else np.nan,
        shares=shares,
        is_small=number < SMALL_GROUP,
    )


def lorenz(counts: ArrayLike, *, most: int = 200) -> pd.DataFrame:
    """The Lorenz curve, largest reports first, at most `most` rows from (0, 0) to (1, 1).

    One row: the largest `share_of_reports` hold `share_of_individuals` (both 0..1). Points crowd
    where the curve bends: they are equally spaced in the logarithm of the rank.
    """
    values, _ = stated(counts)
    if not values.size or values[-1] <= 0:
        return pd.DataFrame({"share_of_reports": [], "share_of_individuals": []})
    held = np.concatenate([[0], np.cumsum(values[::-1])])
    ranks = np.unique(np.geomspace(1, values.size, most - 1).round().astype("int64"))
    ranks = np.concatenate([[0], ranks])
    return pd.DataFrame(
        {"share_of_reports": ranks / values.size, "share_of_individuals": held[ranks] / held[-1]}
    )
