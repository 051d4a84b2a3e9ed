"""What every function here does first: set aside the reports that state no count."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike


class Stated(NamedTuple):
    """The counts that are stated, ascending (float64), and how many reports state none."""

    values: np.ndarray
    missing: int


def each_report(counted: pd.DataFrame) -> pd.DataFrame:
    """One row is one report, in the order of `counted`, whose rows stand for `reports` each."""
    return counted.loc[np.repeat(counted.index, counted["reports"])].drop(columns="reports")


def stated(counts: ArrayLike) -> Stated:
    """Sort the stated counts and count the missing ones (NaN, None, pandas NA)."""
    if hasattr(counts, "to_numpy"):
        values = counts.to_numpy(dtype="float64", na_value=np.nan)
    else:
        values = np.asarray(counts, dtype="float64")
    values = np.sort(values)  # NaN sorts last
    known = int(np.searchsorted(values, np.nan))
    return Stated(values[:known], values.size - known)
