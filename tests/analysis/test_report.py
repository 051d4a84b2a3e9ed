"""One report: resolved, dated, revised, vanished."""

from datetime import date

import pytest

from analysis import report
from analysis.captions import report as captions
from analysis.database import Database
from analysis.filters import Filters
from analysis.provenance import provenance
from analysis.subjects import subject
from tests.analysis.two_snapshots import FIRST, GONE, GREW, SECOND, two_snapshots
from tests.shared import needs_exports

NEWEST_DAY = date(2026, 7, 1)


@pytest.fixture(scope="module")
def two_db(tmp_path_factory) -> Database:
    """Reader of the invented reports in two exports."""
    return Database(two_snapshots(tmp_path_factory.mktemp("two")).database)


def test_a_revised_report(two_db):
    found = report.report(two_db, Filters(), breach_id=GREW, as_of_day=SECOND)
    assert found.filed["individuals_affected"] == 90_000
    assert found.seen["individuals_affected"].tolist() == [1200, 90_000]
    changes = report.revisions(two_db, Filters(), breach_id=GREW, as_of_day=SECOND)
    assert captions.revised(changes)[0] == (
        "Individuals affected",
        "1,200",
        "90,000",
        "1 May 2016 – 1 May 2017",
    )
    assert captions.has_count_history(found)
    caption = captions.count_history(found, Filters(), provenance(two_db, Filters()))
    assert caption.title == "From 1,200 to 90,000 individuals"
    assert captions.lead(found) == (
        "Alder Clinic reported 90,000 individuals affected on 3 February 2014: Theft, Laptop."
    )


def test_on_a_past_day_it_is_as_it_was(two_db):
    past = Filters(as_of=FIRST)
    found = report.report(two_db, past, breach_id=GREW, as_of_day=FIRST)
    assert found.filed["individuals_affected"] == 1200
    changes = report.revisions(two_db, past, breach_id=GREW, as_of_day=FIRST)
    assert captions.revisions_title(changes, found) == (
        "Seen in 1 loaded export, so no revision can be known"
    )


def test_a_vanished_report_says_when_it_was_last_seen(two_db):
    found = report.report(two_db, Filters(), breach_id=GONE, as_of_day=SECOND)
    assert found.missing_on == SECOND
    assert captions.standing(found) == (
        "This report is gone: HHS last showed it on 1 May 2016, and the export of 1 May 2017 no "
        "longer holds it. It counts in no figure since."
    )
    assert found.filed["entity_name"] == "Birch Plan"
    assert subject(two_db, Filters(), key=GONE) is None
    past = report.report(two_db, Filters(as_of=FIRST), breach_id=GONE, as_of_day=FIRST)
    assert past.missing_on is None


def test_an_id_that_leads_nowhere(two_db):
    assert report.report(two_db, Filters(), breach_id="x' OR 1=1", as_of_day=SECOND) is None


def test_facts_of_a_placeholder_without_a_state(small_db):
    found = report.report(
        small_db, Filters(), breach_id="2015-cedar-c-labs", as_of_day=date(2016, 5, 1)
    )
    facts = dict(captions.facts(found))
    assert facts["Individuals affected"] == "500 (often a placeholder)"
    assert (facts["State"], facts["Submitted"]) == ("not stated", "30 November 2015")
    assert facts["Business associate involved"] == "yes"


def test_peers_are_nearest_by_ratio(small_db):
    of = subject(small_db, Filters(), key="2016-fir-hospital-tx")
    assert report.peers(small_db, Filters(), subject=of)["entity_name"].tolist() == [
        "=HYPERLINK(1)"
    ]
    narrowed = Filters(state=("TX",), entity_type=("Healthcare Provider",), max=400)
    assert report.peers(small_db, narrowed, subject=of).empty


def test_the_citation_stands_alone(small_db):
    data = provenance(small_db, Filters())
    found = report.report(
        small_db, Filters(), breach_id="2016-fir-hospital-tx", as_of_day=data.as_of
    )
    assert captions.citation(found, data, "http://x/report?id=y") == (
        "Fir Hospital, breach report submitted 15 April 2016, 9,000 individuals affected. US "
        "Department of Health and Human Services, Office for Civil Rights, breach portal, as of "
        "1 May 2016; Breach Atlas, 2016-fir-hospital-tx. http://x/report?id=y"
    )


@needs_exports
@pytest.mark.parametrize(
    ("breach_id", "line"),
    [
        (
            "2024-change-healthcare-inc-mn",
            (
                "Individuals affected",
                "500 (often a placeholder)",
                "192,700,000",
                "8 October 2024 – 1 July 2026",
            ),
        ),
        (
            "2019-integris-health-inc-ok",
            (
                "Individuals affected",
                "500 (often a placeholder)",
                "1,245,218",
                "11 August 2020 – 15 April 2022",
            ),
        ),
        (
            "2015-anthem-inc-in",
            ("Submitted", "13 March 2015", "13 February 2015", "1 April 2016 – 11 August 2020"),
        ),
    ],
)
def test_known_revisions_with_both_values_and_days(history_db, breach_id, line):
    changes = report.revisions(history_db, Filters(), breach_id=breach_id, as_of_day=NEWEST_DAY)
    assert line in captions.revised(changes)


@needs_exports
def test_anthems_working_file_is_gone(history_db):
    found = report.report(
        history_db, Filters(), breach_id="2015-anthem-working-file-in", as_of_day=NEWEST_DAY
    )
    assert "HHS last showed it on 1 April 2016" in captions.standing(found)
    cases = report.cases_of(history_db, Filters(), breach_id=found.breach_id)
    assert cases[["slug", "role"]].values.tolist() == [["anthem-2015", "superseded"]]


@needs_exports
def test_every_old_id_leads_to_a_report(history_db):
    old = history_db.frame("SELECT alias, breach_id FROM breach_aliases LIMIT 5")
    for row in old.itertuples():
        found = report.report(history_db, Filters(), breach_id=row.alias, as_of_day=NEWEST_DAY)
        assert found.breach_id == row.breach_id
        assert captions.standing(found).endswith(f"its id now is {row.breach_id}.")
