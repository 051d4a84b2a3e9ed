import numpy as np
import pandas as pd

from analysis.statistics.counts import stated


def test_missing_counts_of_any_kind_are_set_aside_and_counted():
    for counts in (
        [900, None, 500, np.nan],
        np.array([900, np.nan, 500, np.nan]),
        pd.Series([900, None, 500, None], dtype="Int64"),
        pd.Series([900, None, 500, None], dtype="float64"),
    ):
        values, missing = stated(counts)
        assert values.tolist() == [500.0, 900.0]
        assert missing == 2


def test_nothing_stated_is_an_empty_array():
    assert stated([]).values.size == 0
    assert stated([None])[1] == 1
