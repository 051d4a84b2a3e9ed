from datetime import date

import numpy as np
import pytest
from scipy import stats

from analysis.statistics.rarity import rarity, years_spanned
from tests.shared import needs_exports, raw_newest

COUNTS = [500, 501, 800, 2000, 30_000, None]


def test_share_and_wait_of_a_size_that_occurs():
    found = rarity(COUNTS, years_observed=4, size=2000)
    share = stats.binomtest(2, 5).proportion_ci(method="exact")
    assert (found.reports, found.missing, found.reports_at_least) == (5, 1, 2)
    assert (found.share, found.per_year, found.years_between) == (0.4, 0.5, 2.0)
    assert (found.share_low, found.share_high) == pytest.approx((share.low, share.high))
    assert found.years_between_low == pytest.approx(4 / 7.2247, abs=1e-4)
    assert found.years_between_high == pytest.approx(4 / 0.2422, abs=1e-2)
    assert found.is_small
    assert not found.is_beyond_record


def test_beyond_the_largest_only_a_bound_is_claimed():
    found = rarity(COUNTS, years_observed=4, size=30_001)
    assert found.is_beyond_record
    assert (found.share, found.share_low, found.per_year) == (0, 0, 0)
    assert 0 < found.share_high < 1
    assert found.years_between == found.years_between_high == np.inf
    assert found.years_between_low == pytest.approx(4 / 3.6889, abs=1e-4)


def test_the_largest_counts_itself():
    found = rarity(COUNTS, years_observed=4, size=30_000)
    assert (found.reports_at_least, found.largest_individuals) == (1, 30_000)
    assert found.years_between_high > 100


def test_without_reports_there_is_no_share():
    found = rarity([None], years_observed=1, size=1000)
    assert np.isnan(found.share)
    assert found.largest_individuals is None


def test_an_empty_window_is_refused():
    with pytest.raises(ValueError, match="length of the filtered window"):
        rarity(COUNTS, years_observed=0, size=1000)


def test_a_window_includes_both_its_days():
    assert years_spanned(date(2015, 1, 1), date(2018, 12, 31)) == pytest.approx(4, abs=1e-3)


@needs_exports
def test_a_million_in_the_export_of_july_2026():
    counts = [int(row["count"]) for row in raw_newest() if row["count"]]
    found = rarity(counts, years_observed=16.7, size=1_000_000)
    assert found.reports_at_least == sum(n >= 1_000_000 for n in counts) == 142
    assert found.years_between * 12 == pytest.approx(1.41, abs=0.01)
