"""The overview's measures against figures counted by other means."""

from datetime import date
from statistics import median

import pytest

from analysis import overview, trends
from analysis.captions import overview as captions
from analysis.captions.words import change, number, ordinal, share
from analysis.filters import Filters
from analysis.provenance import provenance
from tests.shared import needs_exports, raw_newest


def test_headline_of_seven_reports(small_db):
    found = overview.headline(small_db, Filters(), as_of_day=date(2016, 5, 1))
    assert found == overview.Headline(
        reports=7,
        individuals_affected=78_261_201,
        median_individuals=5100.0,
        largest_individuals=78_000_000,
        reports_now=3,
        reports_before=1,
        individuals_now=9501,
        individuals_before=78_000_000,
        median_now=4750.5,
        median_before=78_000_000.0,
        placeholders_now=1,
        ends_on=date(2016, 5, 1),
    )


def test_years_without_a_report_are_there_with_zero(small_db):
    yearly = trends.reports_by_period(small_db, Filters(state=("TX",), min=1000))
    assert yearly[["reports", "individuals_affected", "largest_individuals"]].values.tolist() == [
        [1, 1200, 1200],
        [1, 78_000_000, 78_000_000],
        [1, 9000, 9000],
    ]
    gap = trends.reports_by_period(small_db, Filters(location=("Email",)), period="quarter")
    assert gap["reports"].tolist() == [1, 0, 0, 0, 0, 1]


def test_the_lead_says_what_there_is(small_db):
    filters = Filters()
    data = provenance(small_db, filters)
    found = overview.headline(small_db, filters, as_of_day=data.as_of)
    assert captions.lead(found, filters, data) == (
        "7 breach reports and 78.3 million individuals affected, as reported to HHS up to "
        "15 April 2016. From 1 January to 1 May 2016 there were 3 reports, against 1 in the same "
        "days of the year before."
    )


def test_the_title_names_the_report_that_makes_the_year(small_db):
    filters = Filters()
    yearly = trends.reports_by_period(small_db, filters)
    caption = captions.by_year(yearly, filters, provenance(small_db, filters))
    assert caption.title == (
        "Over 99.9% of the individuals of 2015, the record year, stand in one report: Dogwood, Inc."
    )
    assert caption.note == "2016 is not over: it holds the reports up to 1 May 2016."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (number(78_800_000), "78.8 million"),
        (number(1_038_526_995), "1.04 billion"),
        (number(7790), "7,790"),
        (share(0.6957), "70%"),
        (share(0.034), "3.4%"),
        (share(0.0001), "under 0.1%"),
        (share(1), "100%"),
        (change(359, 424), "15% fewer"),
        (change(10, 10), "as many"),
        (change(30, 10), "3.0 times as many"),
        (ordinal(48), "48th"),
        (ordinal(1111), "1,111th"),
        (ordinal(22), "22nd"),
    ],
)
def test_words(text, expected):
    assert text == expected


@needs_exports
def test_headline_of_july_2026_equals_the_raw_files(newest_db):
    raw = raw_newest()
    found = overview.headline(newest_db, Filters(), as_of_day=date(2026, 7, 1))

    def in_days(year: int) -> list[int]:
        return [
            int(row["count"])
            for row in raw
            if row["date"][-4:] == str(year) and row["date"][:5] <= "07/01"
        ]

    assert found.reports == len(raw) == 7790
    assert found.individuals_affected == sum(int(row["count"]) for row in raw)
    assert found.median_individuals == median(int(row["count"]) for row in raw)
    assert (found.reports_now, found.reports_before) == (len(in_days(2026)), len(in_days(2025)))
    assert found.individuals_now == sum(in_days(2026))
    assert found.median_before == median(in_days(2025))


@needs_exports
def test_anthem_is_70_percent_of_2015(newest_db):
    raw = [int(row["count"]) for row in raw_newest() if row["date"].endswith("2015")]
    yearly = trends.reports_by_period(newest_db, Filters(from_year=2015, to_year=2015)).iloc[0]
    assert yearly["largest_entity_name"] == "Anthem Inc."
    assert yearly["individuals_affected"] == sum(raw)
    assert share(yearly["largest_individuals"] / yearly["individuals_affected"]) == "70%"
    assert max(raw) / sum(raw) == pytest.approx(0.70, abs=0.005)
