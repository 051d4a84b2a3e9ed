"""Reports matched with OCR's list of 2014: enough, one to one, and none against the facts."""

import pandas as pd
import pytest

from etl.breach_dates import breach_dates, read_list
from tests.data.reports import FOLDERS, reports_of, sample_reports
from tests.shared import needs_exports


@pytest.fixture(scope="module")
def matched() -> pd.DataFrame:
    reports = sample_reports()
    return breach_dates(reports).merge(reports, on="breach_id")


def test_872_of_the_sample_have_a_breach_date(matched):
    assert len(matched) == 872
    assert matched["breach_id"].is_unique
    assert matched["breach_started_on"].notna().all()
    assert (matched["breach_started_on"] <= matched["submitted_on"]).all()


def test_every_match_lies_in_the_order_of_the_list(matched):
    """The list stands in order of submission, which matching by name and count does not use."""
    rows = read_list()
    once = rows[~rows.duplicated(["name_key", "breach_started_on"], keep=False)]
    numbered = once.assign(name=once["entity_name"].str.strip())[
        ["name", "breach_started_on", "list_number"]
    ].merge(
        matched.assign(name=matched["entity_name"].str.strip()), on=["name", "breach_started_on"]
    )
    assert len(numbered) > 600
    ranks = numbered[["list_number", "submitted_on"]].rank()
    assert ranks["list_number"].corr(ranks["submitted_on"]) > 0.9995


def test_a_business_associate_is_found_under_its_own_name(matched):
    found = matched[matched["entity_name"].str.startswith("Science Applications")].iloc[0]
    assert str(found["breach_started_on"].date()) == "2011-09-13"
    assert found["business_associate_name"] == (
        "Science Applications International Corporation (SA"
    )


def _report(**changes) -> pd.DataFrame:
    brooke = {
        "breach_id": "one",
        "entity_name": "Brooke Army Medical Center",
        "state": "TX",
        "individuals_affected": 1000,
        "submitted_on": pd.Timestamp("2009-10-21"),
        "breach_type": "Theft",
    }
    return pd.DataFrame([brooke | changes])


@pytest.fixture
def with_others():
    """A changed report among the rest of the sample, which shows the order of the list."""

    def build(**changes) -> pd.DataFrame:
        others = sample_reports()
        others = others[others["entity_name"] != "Brooke Army Medical Center"]
        return pd.concat([_report(**changes), others], ignore_index=True)

    return build


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["2009-10-16"]),
        ({"entity_name": "BROOKE ARMY MEDICAL CENTRE"}, ["2009-10-16"]),
        ({"state": None}, ["2009-10-16"]),
        ({"individuals_affected": 1272}, ["2009-10-16"]),
        ({"individuals_affected": None}, ["2009-10-16"]),
        ({"individuals_affected": 1272, "breach_type": "Loss"}, []),
        ({"individuals_affected": 1272, "submitted_on": pd.Timestamp("2012-05-01")}, []),
        ({"submitted_on": pd.Timestamp("2009-10-15")}, []),
        ({"submitted_on": pd.Timestamp("2014-07-01")}, []),
        ({"state": "CA"}, []),
        ({"entity_name": "Another Hospital"}, []),
    ],
)
def test_what_must_agree(with_others, changes, expected):
    found = breach_dates(with_others(**changes)).query("breach_id == 'one'")
    assert found["breach_started_on"].dt.date.astype("str").tolist() == expected


def test_two_reports_that_could_be_one_row_stay_unmatched(with_others):
    reports = pd.concat([with_others(), _report(breach_id="two")], ignore_index=True)
    found = breach_dates(reports)
    assert not set(found["breach_id"]) & {"one", "two"}
    assert len(found) == 871


def test_no_reports_no_matches():
    assert breach_dates(sample_reports().iloc[:0]).empty


@needs_exports
@pytest.mark.parametrize("day", FOLDERS)
def test_later_exports_get_the_same_dates(matched, day):
    reports = reports_of(day)
    later = breach_dates(reports).merge(reports, on="breach_id")
    assert len(later) > 850
    key = ["entity_name", "submitted_on", "individuals_affected"]
    both = matched.merge(later, on=key, suffixes=("", "_later"))
    assert len(both) > 800
    assert (both["breach_started_on"] == both["breach_started_on_later"]).all()
