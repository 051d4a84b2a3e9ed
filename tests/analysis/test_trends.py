"""Trends: whole rows of seven reports, figures of July 2026 by other means, and the words."""

from collections import Counter
from datetime import date

import pytest

from analysis import overview, trends
from analysis.captions import splits
from analysis.captions import trends as captions
from analysis.filters import Filters
from analysis.provenance import provenance
from tests.shared import needs_exports, raw_newest

ALL = Filters()


def rows(frame, *columns) -> list[list]:
    shown = frame.assign(period_on=frame["period_on"].dt.date) if "period_on" in frame else frame
    return shown[list(columns)].values.tolist()


def over_time(db, measure: str, filters: Filters = ALL, period: str = "year"):
    data = provenance(db, Filters(as_of=filters.as_of))
    same_days = overview.headline(db, filters, as_of_day=data.as_of)
    periods = trends.reports_by_period(db, filters, period=period)
    return captions.over_time(periods, measure, period, same_days, filters, data)


def split_title(db, by: str, measure: str, show: str, filters: Filters = ALL):
    return splits.by_group(
        trends.members_by_period(db, filters, by=by),
        trends.narrated_by_year(db, filters),
        by=by,
        measure=measure,
        show=show,
        period="year",
        filters=filters,
        data=provenance(db, Filters(as_of=filters.as_of)),
    )


def test_a_report_stands_in_each_of_its_types(small_db):
    found = trends.members_by_period(small_db, Filters(to_year=2015), by="breach_type")
    assert rows(found, "period_on", "member", "reports", "individuals_affected") == [
        [date(2014, 1, 1), "Hacking/IT Incident", 1, 250_000],
        [date(2014, 1, 1), "Theft", 1, 1200],
        [date(2015, 1, 1), "Loss", 1, 500],
        [date(2015, 1, 1), "Theft", 1, 78_000_000],
        [date(2015, 1, 1), "Unauthorized Access/Disclosure", 1, 78_000_000],
    ]


def test_the_largest_are_left_out_of_the_whole_selection(small_db):
    found = trends.years_without_largest(small_db, ALL, most=2)
    columns = ("year", "reports", "individuals_affected", "without_largest", "largest_reports")
    assert rows(found, *columns) == [
        [2014, 2, 251_200, 1200, 1],
        [2015, 2, 78_000_500, 500, 1],
        [2016, 3, 9501, 9501, 0],
    ]


def test_the_pace_counts_up_within_each_year(small_db):
    found = trends.pace_of_years(small_db, ALL, as_of_day=date(2016, 5, 1), years=2)
    assert rows(found, "year", "day_of_year", "reports_so_far") == [
        [2015, 44, 1],
        [2015, 334, 2],
        [2016, 61, 1],
        [2016, 92, 2],
        [2016, 106, 3],
    ]


def test_narrated_shares(small_db):
    found = trends.narrated_by_year(small_db, Filters(from_year=2016))
    assert rows(found, "year", "reports", "narrated", "narrated_share") == [[2016, 3, 0, 0.0]]
    assert splits.few_narratives(found) == (2016,)


@pytest.mark.parametrize(
    ("measure", "note"),
    [
        (
            "reports",
            "3 reports up to 1 May 2016, 3.0 times as many as in the same days of 2015 (1)",
        ),
        ("individuals", "9,501 individuals up to 1 May 2016, over 99.9% fewer than in the same"),
        ("median", "a median of 4,750 individuals up to 1 May 2016, over 99.9% fewer than in the"),
    ],
)
def test_the_running_year_is_compared_with_the_same_days(small_db, measure, note):
    said = over_time(small_db, measure)
    assert said.title == "Too few whole years to speak of a trend"
    assert note in said.note
    assert said.note.startswith("Fewer than ten reports")


def test_one_report_and_none_with_a_count(small_db):
    assert over_time(small_db, "median", Filters(state=("NY",)), "month").title == (
        "No month states a size"
    )
    one = Filters(state=("CA",))
    assert over_time(small_db, "individuals", one, "quarter").title == (
        "The second quarter of 2014 was the highest: 250,000 individuals"
    )
    yearly = trends.reports_by_period(small_db, one)
    assert captions.influence(yearly, one, provenance(small_db, ALL)).title == (
        "One filing is 100% of 2014: Birch Plan"
    )
    years = trends.years_without_largest(small_db, one, most=5)
    assert captions.without_largest(years, 5, one, provenance(small_db, ALL)).title == (
        "5 reports hold 100% of all individuals; without them nothing is left"
    )


@needs_exports
def test_july_2026_in_words(newest_db):
    raw = raw_newest()
    by_year = Counter(row["date"][-4:] for row in raw)
    said = over_time(newest_db, "reports")
    assert said.title == (
        f"{by_year['2025']} reports in 2025, 6.9% more than the year before, the most of any year"
    )
    assert by_year["2025"] == max(by_year.values())
    assert by_year["2025"] / by_year["2024"] - 1 == pytest.approx(0.069, abs=0.0005)
    hacked = Counter(row["date"][-4:] for row in raw if "Hacking/IT Incident" in row["type"])
    assert split_title(newest_db, "breach_type", "reports", "small").title == (
        f"Hacking/IT Incident leads in 2025 with {hacked['2025']} reports, "
        f"after {hacked['2010']} in 2010"
    )


@needs_exports
def test_thin_years_do_not_lead_and_are_named(newest_db):
    said = split_title(newest_db, "mechanism", "reports", "shares")
    assert " leads in 2023 with " in said.title
    told = [row for row in raw_newest() if row["date"].endswith("2024")]
    narrated = sum(row["text"].strip() not in ("", "\\N", "N/A") for row in told)
    assert f"2024 ({100 * narrated / len(told):.1f}%), 2025 (none), 2026 (none)" in said.note


@needs_exports
def test_without_the_five_largest_the_peak_moves(newest_db):
    raw = sorted(raw_newest(), key=lambda row: -int(row["count"]))
    sums = [Counter(), Counter()]
    for place, row in enumerate(raw):
        sums[0][row["date"][-4:]] += int(row["count"])
        sums[1][row["date"][-4:]] += int(row["count"]) if place >= 5 else 0
    (peak, _), (other, _) = (held.most_common(1)[0] for held in sums)
    years = trends.years_without_largest(newest_db, ALL, most=5)
    said = captions.without_largest(years, 5, ALL, provenance(newest_db, ALL))
    assert said.title == (
        f"5 reports hold 35% of all individuals; without them the peak is {other}, not {peak}"
    )


@needs_exports
def test_the_peak_month(newest_db):
    months = Counter(row["date"][-4:] + row["date"][:2] for row in raw_newest())
    month, most = months.most_common(1)[0]
    named = f"{date(int(month[:4]), int(month[4:]), 1):%B %Y}"
    assert over_time(newest_db, "reports", period="month").title == (
        f"{named} was the highest: {most} reports"
    )
