"""Revisions: every change between two exports, whole rows of invented reports."""

from datetime import date

import pandas as pd
import pytest

from analysis import revisions
from analysis.database import Database
from analysis.filters import Filters
from analysis.revisions import Revised
from analysis.statistics.rates import wilson_interval
from tests.analysis.revised_reports import FIRST, SECOND, revised_reports

ALL, DAY = Filters(), {"as_of_day": SECOND}


@pytest.fixture(scope="module")
def db(tmp_path_factory) -> Database:
    return Database(revised_reports(tmp_path_factory.mktemp("revised")).database)


def lines(frame: pd.DataFrame) -> list[tuple]:
    """The rows as tuples, days as text, None where there is nothing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [
        tuple(str(cell.date()) if hasattr(cell, "date") else cell for cell in row)
        for row in plain.itertuples(index=False)
    ]


def test_how_often_each_field_was_revised_and_which_way(db):
    assert revisions.revised(db, ALL, **DAY) == Revised(
        reports=10,
        seen_twice=6,
        revisions={"individuals_affected": 4, "breach_type": 1, "web_description": 1},
        counts_of=4,
        raised=2,
        lowered=1,
        without_one=1,
        new_reports=4,
        last_reports=5,
        last_counts=4,
        last_placeholders_raised=1,
        last_individuals_added=(90_000 - 1200) + (40_000 - 500) - 1_000_000 + 700,
    )


def test_lines_of_the_ledger_are_counted_by_field(db):
    found = revisions.revised(db, ALL, **DAY)
    fields = ("all", "individuals_affected", "breach_type", "state")
    assert [found.length(field) for field in fields] == [6, 4, 1, 0]


def test_nothing_was_revised_in_oregon(db):
    found = revisions.revised(db, Filters(state=("OR",)), **DAY)
    assert (found.reports, found.seen_twice, found.new_reports) == (1, 0, 1)
    assert (found.revisions, found.counts_of, found.last_reports) == ({}, 0, 0)


def test_no_report_passes(db):
    found = revisions.revised(db, Filters(state=("WY",)), **DAY)
    assert (found.reports, found.revisions) == (0, {})
    assert revisions.largest(db, Filters(state=("WY",)), **DAY).empty
    assert revisions.late_arrivals(db, Filters(state=("WY",))).empty
    assert revisions.placeholder_fates(db, Filters(state=("WY",)), exports=(SECOND, FIRST)) is None


def test_largest_changes_from_one_count_to_another(db):
    found = revisions.largest(db, ALL, **DAY)
    assert lines(found.drop(columns=["previous_seen_on", "seen_on"])) == [
        ("2015-dogwood-inc-tx", "Dogwood, Inc.", "TX", "2015-02-13", 78_000_000, 77_000_000),
        ("2014-alder-clinic-tx", "Alder Clinic", "TX", "2014-02-03", 1200, 90_000),
        ("2015-cedar-c-labs", 'Cedar "C" Labs', None, "2015-11-30", 500, 40_000),
    ]
    assert set(lines(found[["previous_seen_on", "seen_on"]])) == {(str(FIRST), str(SECOND))}
    assert len(revisions.largest(db, ALL, **DAY, most=2)) == 2


LEDGER = [
    ("2015-dogwood-inc-tx", "individuals_affected", "78000000", "77000000"),
    ("2014-alder-clinic-tx", "individuals_affected", "1200", "90000"),
    ("2015-cedar-c-labs", "individuals_affected", "500", "40000"),
    ("2016-elm-script-alert-1-script-ny", "individuals_affected", None, "700"),
    ("2014-alder-clinic-tx", "web_description", None, "It was <b>$1</b>."),
    ("2016-fir-hospital-tx", "breach_type", "Hacking/IT Incident", "Theft"),
]


@pytest.mark.parametrize("field", ["all", "individuals_affected", "web_description", "state"])
def test_the_ledger_is_largest_first(db, field):
    found = revisions.ledger(db, ALL, **DAY, field=field, page=1)
    shown = found[["breach_id", "field", "old_value", "new_value"]]
    assert lines(shown) == [row for row in LEDGER if field in ("all", row[1])]
    assert set(lines(found[["previous_seen_on", "seen_on"]])) <= {(str(FIRST), str(SECOND))}


def test_the_ledger_page_by_page(db, monkeypatch):
    monkeypatch.setattr(revisions, "PAGE_ROWS", 4)
    pages = [revisions.ledger(db, ALL, **DAY, field="all", page=page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [4, 2, 0]
    assert lines(pd.concat(pages)[["breach_id", "field", "old_value", "new_value"]]) == LEDGER


def test_how_placeholders_ended(db):
    found = revisions.placeholder_fates(db, ALL, exports=(SECOND, FIRST))
    assert (found.since, found.placeholders, found.raised) == (FIRST, 2, 1)
    assert (found.share, found.low, found.high) == wilson_interval(1, 2)
    assert found.raised_quartiles == (40_000, 40_000, 40_000)
    assert lines(found.by_age[["age", "placeholders", "raised", "share"]]) == [
        ("under 3 months", 1, 0, 0),
        ("3 to 6 months", 1, 1, 1),
    ]
    assert found.by_age["low"].tolist() == pytest.approx([0, wilson_interval(1, 1).low])


def test_placeholders_are_of_an_export_a_year_before_or_of_the_oldest(db):
    since = [
        revisions.placeholder_fates(db, ALL, exports=exports).since
        for exports in (
            (SECOND, date(2016, 12, 1), FIRST),
            (date(2016, 8, 1), FIRST),
        )
    ]
    assert since == [FIRST, FIRST]


def test_late_arrivals_by_month_of_submission(db):
    assert lines(revisions.late_arrivals(db, ALL)) == [
        ("2015-01-01", 1, 1, 2000),
        ("2016-03-01", 1, 0, 3000),
    ]


def test_what_is_gone_stands_as_it_was_last_seen(db):
    found = revisions.gone(db, ALL, **DAY, previous_on=FIRST)
    assert (found.reports, found.since_previous) == (1, 1)
    assert lines(found.largest) == [
        ("2014-birch-plan-ca", "Birch Plan", "CA", 250_000, "2014-05-20", str(FIRST))
    ]


def test_the_oldest_day_knows_no_revision(db):
    as_of = Filters(as_of=FIRST)
    found = revisions.revised(db, as_of, as_of_day=FIRST)
    assert (found.reports, found.seen_twice, found.revisions) == (7, 0, {})
    assert revisions.late_arrivals(db, as_of).empty
    assert revisions.gone(db, as_of, as_of_day=FIRST, previous_on=FIRST).reports == 0
