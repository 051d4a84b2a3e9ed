"""Words of the revisions page: nothing, one report, fewer than ten, many."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analysis import revisions
from analysis.captions import revisions as captions
from analysis.database import Database
from analysis.filters import Filters
from analysis.provenance import provenance
from analysis.revisions import Fates, Gone
from tests.analysis.revised_reports import FIRST, SECOND, revised_reports

ALL, DAY = Filters(), {"as_of_day": SECOND}


@pytest.fixture(scope="module")
def db(tmp_path_factory) -> Database:
    return Database(revised_reports(tmp_path_factory.mktemp("revised")).database)


@pytest.fixture(scope="module")
def data(db):
    return provenance(db, ALL)


@pytest.fixture(scope="module")
def found(db):
    return revisions.revised(db, ALL, **DAY)


def test_lead(db, data, found):
    assert captions.lead(found, ALL, data) == (
        "4 of 6 reports that stand in two or more of 2 loaded exports (67%) changed their number "
        "of individuals after they were filed: 2 raised, 1 lowered, 1 without a number before or "
        "after."
    )


def test_lead_of_one_report(db, data):
    one = Filters(state=("NY",))
    assert captions.lead(revisions.revised(db, one, **DAY), one, data).startswith(
        "1 of 1 report (New York) that stands in two or more of 2 loaded exports (100%) changed "
        "its number of individuals"
    )


def test_lead_where_nothing_was_revised(found, data):
    same = replace(found, revisions={}, counts_of=0, raised=0, lowered=0, without_one=0)
    assert captions.lead(same, ALL, data).endswith(
        "(0%) changed their number of individuals after they were filed."
    )


def test_lead_where_none_was_seen_twice(db, data):
    late = Filters(state=("VT",))
    assert captions.lead(revisions.revised(db, late, **DAY), late, data) == (
        "None of the reports that match (Vermont) stands in two of the 2 loaded exports, so no "
        "revision of them can be seen."
    )


def test_what_the_newest_snapshot_changed(db, found, data):
    gone = revisions.gone(db, ALL, **DAY, previous_on=FIRST)
    assert captions.step_title(FIRST, data) == "What changed from 1 May 2016 to 1 May 2017"
    assert captions.measures(found, gone) == [
        ("New reports", "4", "whatever their date"),
        ("Reports revised", "5", "in any field"),
        ("Counts revised", "4", "net -871,000"),
        ("Placeholders raised", "1", "from 500 or 501"),
        ("Reports gone", "1", "whatever the filters"),
    ]


def test_largest_of_few_names_no_share(db, found, data):
    caption = captions.largest(found, revisions.largest(db, ALL, **DAY), ALL, data)
    assert caption.title == "Dogwood, Inc. went from 78,000,000 to 77,000,000"
    assert caption.note == "1 change from or to no count at all cannot be drawn."


def test_largest_of_many_states_the_share_and_what_is_left_out(db, found, data):
    changes = revisions.largest(db, ALL, **DAY)
    many = replace(found, raised=30, lowered=10, without_one=0)
    caption = captions.largest(many, changes, ALL, data)
    assert caption.title == (
        "75% of revised counts were raised; Dogwood, Inc. went from 78,000,000 to 77,000,000"
    )
    assert caption.note == "Drawn: the 3 largest changes of 40."


def fates_of(placeholders: int, raised: int, quartiles: tuple[float, ...]) -> Fates:
    share = raised / placeholders
    return Fates(FIRST, placeholders, raised, share, share / 2, share, quartiles, pd.DataFrame())


@pytest.mark.parametrize(
    ("found", "title", "note"),
    [
        (
            fates_of(40, 20, (2000.0, 50_000.0, 1_500_000.0)),
            "20 of 40 placeholders of 1 May 2016 were raised by 1 May 2017, to a median of 50,000",
            "All ages: 50% (95% interval 25% to 50%). Half of the raised ones hold 2,000 to 1.5 "
            "million individuals now.",
        ),
        (
            fates_of(2, 1, (40_000.0,) * 3),
            "1 of 2 placeholders of 1 May 2016 was raised by 1 May 2017, to 40,000",
            "All ages: 50% (95% interval 25% to 50%). Fewer than ten reports: the shares turn on "
            "single ones.",
        ),
        (
            fates_of(1, 0, (float("nan"),) * 3),
            "0 of 1 placeholder of 1 May 2016 were raised by 1 May 2017",
            "All ages: 0% (95% interval 0% to 0%). Fewer than ten reports: the shares turn on "
            "single ones.",
        ),
    ],
)
def test_fates(data, found, title, note):
    caption = captions.fates(found, ALL, data)
    assert (caption.title, caption.note) == (title, note)


@pytest.mark.parametrize(
    ("reports", "over_a_year", "title"),
    [
        ([5, 1], [2, 0], "6 reports came late, 2 of them over a year after their date"),
        ([5, 1], [0, 0], "6 reports came late"),
        ([1], [1], "1 report came late, over a year after its date"),
        ([1], [0], "1 report came late"),
    ],
)
def test_late(data, reports, over_a_year, title):
    months = pd.DataFrame({"reports": reports, "over_a_year": over_a_year})
    assert captions.late(months, ALL, data).title == title


def test_fields_that_were_revised_counts_first(found):
    assert captions.fields(found) == {
        "individuals_affected": "Individuals affected (4)",
        "all": "All fields (6)",
        "breach_type": "Type of breach (1)",
        "web_description": "Narrative (1)",
    }


def test_lines_of_the_ledger_name_the_field_where_it_differs(db):
    rows = revisions.ledger(db, ALL, **DAY, field="all", page=1)
    between = "1 May 2016 – 1 May 2017"
    headings, lines = captions.ledger(rows, "all")
    assert headings == ["Field", "Before", "After", "Changed between"]
    assert lines[2] == ("Individuals affected", "500 (often a placeholder)", "40,000", between)
    assert lines[3] == ("Individuals affected", "not stated", "700", between)
    assert lines[5] == ("Type of breach", "Hacking/IT Incident", "Theft", between)
    headings, lines = captions.ledger(rows.head(1), "individuals_affected")
    assert headings == ["Before", "After", "Changed between"]
    assert lines == [("78,000,000", "77,000,000", between)]


def test_gone(data):
    rows = pd.DataFrame({"breach_id": ["a", "b"]})
    assert captions.gone(Gone(3, 1, rows), data) == (
        "3 reports of earlier exports are missing from that of 1 May 2017: merged, withdrawn or "
        "filed anew. They count in no figure, and no filter applies here. Shown: the 2 largest."
    )
    assert captions.gone(Gone(1, 1, rows.head(1)), data) == (
        "1 report of earlier exports is missing from that of 1 May 2017: merged, withdrawn or "
        "filed anew. It counts in no figure, and no filter applies here."
    )


def test_lines_of_what_is_gone(db):
    found = revisions.gone(db, ALL, **DAY, previous_on=FIRST)
    assert captions.gone_lines(found) == (
        ["State", "Individuals affected", "Submitted", "Last shown"],
        [("California", "250,000", "20 May 2014", "1 May 2016")],
    )


def test_no_history_says_what_to_do(db, data):
    assert "`python -m etl pull`" in captions.no_history(data)
    past = captions.no_history(provenance(db, Filters(as_of=date(2016, 5, 1))))
    assert past.startswith("The export of 1 May 2016 is the oldest one loaded")
