"""Totals with and without the largest reports: one filing can be most of a year."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.statistics.counts import stated
from analysis.vocabulary import SMALL_GROUP

COUNT = "individuals_affected"


@dataclass(frozen=True)
class Trimmed:
    """The sum of all counts, and of all but the `largest` largest; `removed_share` is 0..1."""

    reports: int
    missing: int
    largest: int
    individuals_affected: int
    individuals_without: int
    removed_share: float
    is_small: bool


def without_largest(counts: ArrayLike, largest: int) -> Trimmed:
    """The sum with and without the `largest` largest counts (all of them if there are fewer)."""
    values, missing = stated(counts)
    total = values.sum()
    rest = values[: max(values.size - largest, 0)].sum()
    return Trimmed(
        reports=values.size,
        missing=missing,
        largest=min(largest, values.size),
        individuals_affected=int(total),
        individuals_without=int(rest),
        removed_share=float((total - rest) / total) if total > 0 else np.nan,
        is_small=values.size < SMALL_GROUP,
    )


def without_largest_by(frame: pd.DataFrame, by: str, largest: int) -> pd.DataFrame:
    """The sums of each group, with and without the `largest` largest reports of the whole frame.

    One row a value of `by`: `reports`, `missing`, `individuals_affected`, `individuals_without`,
    `removed_reports` (which are in this group), `is_small`. Of equal counts the first one goes.
    """
    top = frame[COUNT].astype("float64").nlargest(largest).index
    parts = frame[[by]].assign(
        count=frame[COUNT].astype("float64"),
        rest=frame[COUNT].astype("float64").where(~frame.index.isin(top)),
        removed=frame.index.isin(top),
    )
    sums = parts.groupby(by, observed=True).agg(
        reports=("count", "size"),
        stated=("count", "count"),
        individuals_affected=("count", "sum"),
        individuals_without=("rest", "sum"),
        removed_reports=("removed", "sum"),
    )
    sums.insert(1, "missing", sums["reports"] - sums["stated"])
    sums["is_small"] = sums.pop("stated") < SMALL_GROUP
    whole = ["individuals_affected", "individuals_without", "removed_reports"]
    return sums.astype(dict.fromkeys(whole, "int64")).reset_index()


def influence(frame: pd.DataFrame, by: str = "year") -> pd.DataFrame:
    """How much of each year its largest report is.

    `frame`: one row a report, with `by`, `individuals_affected` and any columns that name it, which
    are carried over from the largest. One row a value of `by` with at least one stated count:
    `reports` and `individuals_affected` of the year, `largest_individuals`, `largest_share` (0..1),
    `individuals_without`, `is_small`, then the naming columns.
    """
    known = frame.dropna(subset=[COUNT])
    counts = known[COUNT].astype("float64")
    groups = counts.groupby(known[by], observed=True)
    largest = known.loc[groups.idxmax()].set_index(by)
    totals, reports = groups.sum(), groups.size()
    top = largest.pop(COUNT).astype("float64")
    summary = pd.DataFrame(
        {
            "reports": reports,
            COUNT: totals.astype("int64"),
            "largest_individuals": top.astype("int64"),
            "largest_share": top / totals,
            "individuals_without": (totals - top).astype("int64"),
            "is_small": reports < SMALL_GROUP,
        }
    )
    return summary.join(largest).reset_index()
