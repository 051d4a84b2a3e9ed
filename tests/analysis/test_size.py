"""Size: whole rows of seven reports, July 2026 by other means, and what the words claim."""

from bisect import bisect_left
from statistics import median

import pytest

from analysis import size
from analysis.captions import shape as shape_captions
from analysis.captions import size as captions
from analysis.filters import Filters
from analysis.provenance import provenance
from tests.shared import needs_exports, raw_newest

ALL = Filters()


def said_of_rarity(db, asked: int, filters: Filters = ALL) -> str:
    data = provenance(db, Filters(as_of=filters.as_of))
    return captions.rare(size.rarity(db, filters, size=asked), filters, data)


def said_of_shape(db, filters: Filters) -> str:
    reports = size.sizes(db, filters).held.reports
    return shape_captions.shape(size.shape(db, filters), reports, filters)


def raw_counts() -> list[int]:
    return sorted(int(row["count"]) for row in raw_newest())


def test_exceedance_of_six_counts(small_db):
    found = size.sizes(small_db, ALL).exceedance
    assert found[["individuals_affected", "reports_at_least"]].values.tolist() == [
        [500, 6],
        [501, 5],
        [1200, 4],
        [9000, 3],
        [250_000, 2],
        [78_000_000, 1],
    ]
    assert found["share_at_least"].tolist() == pytest.approx([n / 6 for n in range(6, 0, -1)])


def test_the_histogram_holds_every_count(small_db):
    found = size.sizes(small_db, ALL).histogram
    assert found["reports"].sum() == 6
    assert found.iloc[0][["low", "reports"]].tolist() == [500, 2]


def test_quantiles_of_a_year(small_db):
    found = size.quantiles_by_year(small_db, Filters(from_year=2016))
    assert found[["year", "reports", "p50", "largest_individuals"]].values.tolist() == [
        [2016, 2, 4750.5, 9000]
    ]


def test_groups_of_reports_add_up(small_db):
    found = size.held_in_groups(size.sizes(small_db, ALL).held)
    assert found["reports"].tolist() == [1, 0, 0, 2, 3]
    assert found["individuals_affected"].tolist() == [78_000_000, 0, 0, 259_000, 2201]
    assert found["held_share"].sum() == pytest.approx(1)


def test_rarity_in_words(small_db):
    assert said_of_rarity(small_db, 250_000) == (
        "2 of 6 reports (33%; 95% interval 4.3% to 78%) hold 250,000 individuals or more: one "
        "every 13 months on average over 2.2 years (interval 4 months to 9.1 years). Fewer than "
        "ten reports are as large: the figure turns on single ones."
    )
    assert said_of_rarity(small_db, 10**9).startswith(
        "None of 6 reports reaches 1,000,000,000 individuals in 2.2 years: rarer than one in"
    )
    assert "leave out every report above 10,000" in said_of_rarity(
        small_db, 20_000, Filters(max=10_000)
    )


def test_few_reports_are_not_fitted(small_db):
    assert said_of_shape(small_db, ALL) == (
        "No fit is attempted: that takes 100 reports of known size, and of the 6 reports here the "
        "placeholders of 500 and 501 do not count."
    )
    assert said_of_shape(small_db, Filters(max=10_000)).startswith("No fit is attempted: the fil")
    assert captions.concentrated(size.sizes(small_db, ALL).held) == captions.FEW


def test_reports_without_counts(small_db):
    assert size.rarity(small_db, Filters(state=("NY",)), size=500) is None
    assert captions.without_counts(1) == (
        "The one report here does not state how many individuals were affected."
    )


def test_the_first_words_of_few_reports(small_db):
    data = provenance(small_db, ALL)
    said = captions.exceedance(size.sizes(small_db, ALL).exceedance, "share", 5100, ALL, data)
    assert said.title == "Half of the reports hold 5,100 individuals or fewer; 33% reach 100,000"
    assert said.note == captions.FEW
    small = Filters(max=9000)
    few = captions.exceedance(size.sizes(small_db, small).exceedance, "share", 850, small, data)
    assert few.title.endswith("; none reaches 100,000")
    years = size.quantiles_by_year(small_db, ALL)
    assert captions.quantiles(years, ALL, data).title == (
        "Too few reports a year to follow their sizes"
    )


@needs_exports
def test_named_cases_know_their_place(newest_db):
    raw = raw_newest()
    found = size.named_cases(newest_db, ALL).set_index("short_name")
    columns = ["individuals_affected", "place", "reports", "place_of_year", "reports_of_year"]
    every = sorted((int(row["count"]) for row in raw), reverse=True)
    assert found.loc["EHN", columns].tolist() == [
        11_100,
        every.index(11_100) + 1,
        len(raw),
        48,
        270,
    ]
    year = [int(row["count"]) for row in raw if row["date"].endswith("2015")]
    assert (sum(count > 11_100 for count in year) + 1, len(year)) == (48, 270)
    assert found.loc["Anthem", columns].tolist() == [78_800_000, 2, len(raw), 1, 270]
    assert found.index[0] == "Change Healthcare"


@needs_exports
def test_groups_of_july_2026(newest_db):
    counts = raw_counts()[::-1]
    groups = size.held_in_groups(size.sizes(newest_db, ALL).held)
    assert groups["reports"].tolist() == [78, 312, 389, 3116, 3895]
    assert groups["held_share"].iloc[0] == pytest.approx(sum(counts[:78]) / sum(counts))
    assert groups["held_share"].iloc[-1] == pytest.approx(sum(counts[3895:]) / sum(counts))
    said = captions.held(groups, ALL, provenance(newest_db, ALL))
    assert said.title == (
        "78 reports of 7,790 hold 65% of all individuals, the smaller half together 0.6%"
    )


@needs_exports
def test_the_title_of_july_2026(newest_db):
    counts = raw_counts()
    large = (len(counts) - bisect_left(counts, 100_000)) / len(counts)
    assert large == pytest.approx(0.10, abs=0.005)
    said = captions.exceedance(
        size.sizes(newest_db, ALL).exceedance,
        "share",
        median(counts),
        ALL,
        provenance(newest_db, ALL),
    )
    assert said.title == (
        f"Half of the reports hold {median(counts):,.0f} individuals or fewer; 10% reach 100,000"
    )


@needs_exports
def test_the_fit_of_july_2026_in_one_sentence(newest_db):
    said = said_of_shape(newest_db, ALL)
    assert said.startswith("A lognormal cut off at 500 comes close to the 7,591 counts above 501")
    assert "the power law is rejected (p = 0.005)" in said
    ten_million = sum(count >= 10_000_000 for count in raw_counts())
    assert said.endswith(
        f"It fails at 10 million or more: there it expects 18.5 reports, and {ten_million} were "
        "filed."
    )


@needs_exports
def test_a_fit_that_the_test_refuses_is_not_shown(newest_db):
    recent = Filters(from_year=2020)
    found = size.shape(newest_db, recent)
    assert not found.is_supported
    assert said_of_shape(newest_db, recent).startswith(
        "Neither curve describes these sizes: a lognormal is rejected (p = 0.005) and holds only"
    )
    plans = size.shape(newest_db, Filters(entity_type=("Health Plan",)))
    assert plans.is_supported
    assert not plans.is_refused


@needs_exports
def test_the_curve_is_exact_where_reports_were_filed(newest_db):
    counts = raw_counts()
    curve = size.shape(newest_db, ALL).curve
    for row in curve.itertuples():
        assert row.reports_at_least == len(counts) - bisect_left(counts, row.individuals_affected)
        assert row.lognormal_low <= row.lognormal <= row.lognormal_high
    assert len(curve) <= 120
