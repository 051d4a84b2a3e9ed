import numpy as np
import pandas as pd
import pytest

from analysis.statistics import sizes
from tests.shared import needs_exports, raw_newest

FEW = [500, 500, 700, None, 1000]


def test_ccdf_counts_ties_once_and_leaves_missing_counts_out():
    assert sizes.ccdf(FEW).to_dict("list") == {
        "individuals_affected": [500, 700, 1000],
        "share_at_least": [1.0, 0.5, 0.25],
        "reports_at_least": [4, 2, 1],
    }


def test_ccdf_is_thinned_to_exact_points_that_keep_both_ends_and_the_largest():
    counts = np.random.default_rng(1).pareto(0.5, 50_000) * 500 + 500
    counts = counts.round()
    curve = sizes.ccdf(counts, most=400)
    ordered = np.sort(counts)
    assert 300 < len(curve) <= 400
    assert curve["individuals_affected"].iloc[0] == ordered[0]
    assert curve["individuals_affected"].tolist()[-30:] == np.unique(ordered)[-30:].tolist()
    for row in curve.sample(50, random_state=1).itertuples():
        assert row.reports_at_least == (counts >= row.individuals_affected).sum()
        assert row.share_at_least == row.reports_at_least / counts.size
    gaps = np.diff(np.log(curve["individuals_affected"].iloc[50:150]))
    assert gaps.max() < 1.2 * gaps.min()


def test_histogram_bins_meet_at_500_and_hold_every_report():
    table = sizes.log_histogram([499, 500, 628, 630, 5000, 5001, None], per_decade=10)
    assert table["reports"].tolist() == [1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2]
    assert table["low"].iloc[1] == 500
    assert table["high"].iloc[0] == 500
    assert table["low"].iloc[-1] == pytest.approx(5000)
    assert (table["low"].iloc[1:].to_numpy() == table["high"].iloc[:-1].to_numpy()).all()


def test_quantiles_by_group_say_what_is_missing_and_what_is_small():
    frame = pd.DataFrame(
        {
            "year": [2015] * 11 + [2016, 2016, 2017],
            "individuals_affected": [*range(500, 1600, 100), 600, None, None],
        }
    )
    table = sizes.quantiles_by(frame, "year", quantiles=(0.5, 0.9)).set_index("year")
    assert table.loc[2015].tolist() == [11, 0, 1000.0, 1400.0, 1500.0, False]
    assert table.loc[2016].tolist() == [2, 1, 600.0, 600.0, 600.0, True]
    assert table.loc[2017, ["reports", "missing", "is_small"]].tolist() == [1, 1, True]
    assert table.loc[2017, ["p50", "p90", "largest"]].isna().all()


def test_concentration_of_counts_worked_by_hand():
    found = sizes.concentration([500] * 90 + [1000] * 9 + [46_000] + [None], tops=(0.01, 0.1))
    assert (found.reports, found.missing, found.individuals_affected) == (100, 1, 100_000)
    assert found.largest_share == 0.46
    assert found.shares.to_dict("list") == {
        "top_share": [0.01, 0.1],
        "reports": [1, 10],
        "individuals_affected": [46_000, 55_000],
        "share": [0.46, 0.55],
    }
    # The mean difference of all pairs over twice the mean: the definition of Gini.
    values = np.array([500] * 90 + [1000] * 9 + [46_000])
    assert found.gini == pytest.approx(np.abs(values[:, None] - values).mean() / 2 / values.mean())


def test_lorenz_runs_from_nothing_to_everything_largest_first():
    curve = sizes.lorenz([500] * 90 + [1000] * 9 + [46_000])
    points = dict(zip(curve["share_of_reports"], curve["share_of_individuals"], strict=True))
    assert (points[0.0], points[0.01], points[0.1], points[1.0]) == (0.0, 0.46, 0.55, 1.0)
    assert len(sizes.lorenz(range(1, 10_000))) <= 200


def test_without_counts_the_columns_stay():
    assert list(sizes.ccdf([]).columns) == list(sizes.ccdf(FEW).columns)
    assert sizes.ccdf([]).empty
    assert sizes.log_histogram([None]).empty
    assert sizes.lorenz([]).empty
    assert np.isnan(sizes.concentration([]).largest_share)
    assert sizes.concentration([]).is_small


@needs_exports
def test_the_export_of_july_2026_by_plain_python():
    counts = sorted((int(row["count"]) for row in raw_newest() if row["count"]), reverse=True)
    curve = sizes.ccdf(counts)
    for row in curve.itertuples():
        assert row.reports_at_least == sum(n >= row.individuals_affected for n in counts)
    found = sizes.concentration(counts)
    assert found.individuals_affected == sum(counts)
    assert found.shares["share"].iloc[0] == sum(counts[:78]) / sum(counts)
    assert found.largest_share == 192_700_000 / sum(counts)
    assert sizes.log_histogram(counts)["reports"].sum() == len(counts)
