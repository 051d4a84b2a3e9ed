"""Which report is which: each rule on invented rows, and accuracy on judged real pairs."""

import pandas as pd
import pytest

from etl.fields import COLUMNS
from etl.linkage import link
from tests.etl.labelled_pairs import ACCURACY, judged, measure, read_pairs, read_snapshot
from tests.shared import needs_exports

ALDER = {
    "entity_name": "Alder Clinic, Inc.",
    "state": "TX",
    "entity_type": "Healthcare Provider",
    "individuals_affected": 1234,
    "submitted_on": "2019-05-01",
    "breach_type": "Theft",
    "location": "Laptop",
    "business_associate_present": False,
    "web_description": None,
}
DAYS = ("2016-04-01", "2020-08-11", "2022-04-15", "2024-10-08", "2026-07-01")


def rows(*changes: dict) -> pd.DataFrame:
    """Reports that differ from ALDER in what is given."""
    frame = pd.DataFrame([ALDER | change for change in changes], columns=list(COLUMNS))
    return frame.assign(
        submitted_on=pd.to_datetime(frame["submitted_on"]),
        individuals_affected=frame["individuals_affected"].astype("Int64"),
        business_associate_present=frame["business_associate_present"].astype("boolean"),
    )


def linked(known: pd.DataFrame, new: pd.DataFrame) -> list[tuple]:
    """(record, rule) for each new row; records are numbered 100, 101, ... in order of `known`."""
    links = link(known.assign(record=range(100, 100 + len(known))), new)
    assert links.columns.to_list() == ["record", "rule", "score"]
    assert len(links) == len(new)
    assert links["score"].between(0, 1).all()
    given = links["record"].dropna()
    assert given.is_unique, "a record is given twice"
    return [
        (None if pd.isna(record) else int(record), rule)
        for record, rule in zip(links["record"], links["rule"], strict=True)
    ]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ({}, {}, "identical row"),
        ({}, {"web_description": "A laptop was stolen."}, "identical row"),
        ({"breach_type": "Theft, Loss"}, {"breach_type": "Loss, Theft"}, "identical row"),
        ({}, {"entity_name": "ALDER CLINIC  INC"}, "identical row"),
        ({"individuals_affected": 500}, {"individuals_affected": 192_700_000}, None),
        ({"individuals_affected": None, "breach_type": None}, {}, None),
        ({}, {"breach_type": "Loss", "location": "Email"}, None),
        ({"state": None}, {"state": "PR"}, "state not stated"),
        ({"state": "PR"}, {"state": None, "breach_type": "Loss"}, "state not stated"),
        ({}, {"entity_name": "Alder Clinic LLC dba Alder Dental"}, "name variant"),
        ({}, {"entity_name": "Aldre Clinic", "individuals_affected": 88}, "name variant"),
        ({}, {"entity_name": "Birch Practice", "state": "OK"}, "renamed, same count"),
        (
            {"entity_name": "N/A", "state": None, "individuals_affected": 5000},
            {"entity_name": "Birch Practice", "individuals_affected": 5000},
            "renamed, same count",
        ),
        (
            {"entity_name": "Cedar Billing", "breach_type": "Other", "location": "Other"},
            {
                "entity_name": "Birch Practice",
                "state": "OK",
                "web_description": "A vendor, Cedar Billing, lost a laptop.",
            },
            "renamed, same count",
        ),
        ({}, {"submitted_on": "2019-04-01"}, "date moved"),
        (
            {"entity_name": "Alder Clinic", "individuals_affected": 501},
            {"entity_name": "Oak Health Alder Clinic", "individuals_affected": 80_000},
            "renamed, count revised",
        ),
    ],
)
def test_one_report_in_two_exports(before: dict, after: dict, rule: str | None):
    assert linked(rows(before), rows(after)) == [(100, rule or "name, state and date")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"submitted_on": "2019-06-01", "individuals_affected": 900}),
        (
            {"individuals_affected": 500},
            {"individuals_affected": 500, "submitted_on": "2019-05-02"},
        ),
        ({}, {"submitted_on": "2022-05-01"}),
        ({}, {"entity_name": "Birch Practice", "individuals_affected": 900}),
        ({}, {"entity_name": "Birch Practice", "submitted_on": "2019-05-02"}),
        (
            {"individuals_affected": 500},
            {"individuals_affected": 500, "entity_name": "Birch Practice"},
        ),
        ({}, {"state": "OK", "individuals_affected": 900}),
    ],
)
def test_two_reports_in_two_exports(before: dict, after: dict):
    assert linked(rows(before), rows(after)) == [(None, "new")]


def test_nothing_known_or_nothing_new():
    nothing = pd.DataFrame(columns=list(COLUMNS))
    assert linked(nothing, rows({}, {})) == [(None, "new")] * 2
    assert linked(rows({}), nothing) == []


def test_several_reports_of_one_day_are_matched_by_what_else_agrees():
    known = rows(
        {"individuals_affected": 500, "location": "Email"},
        {"individuals_affected": 700},
        {"individuals_affected": 900, "breach_type": "Loss", "location": "Paper/Films"},
    )
    new = rows(
        {"individuals_affected": 950, "breach_type": "Loss", "location": "Paper/Films"},
        {"individuals_affected": 80_000, "location": "Email"},
        {"individuals_affected": 700},
    )
    assert [record for record, _ in linked(known, new)] == [102, 100, 101]


def test_identical_rows_are_matched_one_to_one():
    assert linked(rows({}, {}), rows({}, {}, {})) == [
        (100, "identical row"),
        (101, "identical row"),
        (None, "new"),
    ]


def test_identical_rows_are_told_apart_by_their_narratives():
    known = rows({"web_description": "Plan A."}, {"web_description": "Plan B."})
    assert linked(known, rows({"web_description": "Plan B."})) == [(101, "identical row")]


def test_the_second_of_a_day_is_not_taken_for_one_that_vanished():
    known = rows({}, {"individuals_affected": 700})
    new = rows(
        {},
        {
            "individuals_affected": 9000,
            "breach_type": "Hacking/IT Incident",
            "location": "Network Server",
        },
    )
    assert linked(known, new) == [(100, "identical row"), (None, "new")]


def test_what_could_be_either_stays_apart_and_is_marked():
    known = rows({"individuals_affected": 654}, {"individuals_affected": 608})
    new = rows({"individuals_affected": 6169}, {"individuals_affected": 2835})
    assert linked(known, new) == [(None, "ambiguous")] * 2


def test_two_placeholders_that_cannot_be_told_apart_are_no_ambiguity():
    known = rows({"individuals_affected": 500}, {"individuals_affected": 500})
    new = rows({"individuals_affected": 6169}, {"individuals_affected": 2835})
    assert sorted(record for record, _ in linked(known, new)) == [100, 101]


def test_the_count_decides_which_of_two_rows_lives_on():
    known = rows(
        {"entity_name": "Alder (Working file)", "individuals_affected": None},
        {
            "entity_name": "Alder, Inc. Affiliated Covered Entity",
            "individuals_affected": 78_800_000,
            "submitted_on": "2019-06-01",
        },
    )
    new = rows({"entity_name": "Alder Inc.", "individuals_affected": 78_800_000})
    assert linked(known, new) == [(101, "date moved")]


def test_row_order_does_not_decide():
    known = rows({}, {"individuals_affected": 700}, {"entity_name": "Birch", "state": None})
    new = rows({"entity_name": "Birch", "state": "PR"}, {"individuals_affected": 800}, {})
    forward = linked(known, new)
    backward = linked(known, new.iloc[::-1].reset_index(drop=True))
    assert forward == backward[::-1]
    assert [record for record, _ in forward] == [102, 101, 100]


@needs_exports
class TestOnRealExports:
    def test_labelled_pairs_are_many_and_mostly_hard(self):
        pairs = read_pairs()
        assert len(pairs) >= 300
        assert (pairs["hard"] == "yes").mean() > 0.5
        assert set(pairs["verdict"]) == {"same", "different"}

    def test_accuracy_is_as_required_and_as_published(self):
        measured = measure(judged())
        accuracy = measured.set_index("what")
        assert (accuracy.loc["all pairs", ["precision", "recall"]] >= 0.99).all()
        assert (accuracy.loc["hard pairs", ["precision", "recall"]] >= 0.95).all()
        assert measured.equals(pd.read_csv(ACCURACY)), (
            "run python -m tests.etl.labelled_pairs and commit what it writes"
        )

    def test_five_exports_give_hardly_more_records_than_the_newest_holds(self):
        records = folded(DAYS)
        newest = records[records["day"] == DAYS[-1]]
        assert records["record"].nunique() <= 1.02 * len(newest)

    def test_leaving_an_export_out_hardly_changes_what_is_linked(self):
        """Rows linked across ten years at once are those linked step by step, but for twins."""
        chain = folded(DAYS).set_index("fingerprint")["record"]
        first, last = read_snapshot(DAYS[0]), read_snapshot(DAYS[-1])
        known = first.assign(record=first["fingerprint"].map(chain))
        direct = link(known, last)["record"]
        through = last["fingerprint"].map(chain)
        through = through.where(through.isin(known["record"])).astype("Int64")
        disagree = (direct.fillna(-1) != through.fillna(-1)).sum()
        assert disagree <= 2


def folded(days: tuple[str, ...]) -> pd.DataFrame:
    """Every row of the exports with its record, linked one export after the other."""
    known = pd.DataFrame(columns=["record", *COLUMNS])
    parts = []
    records = 0
    for day in days:
        rows_of_day = read_snapshot(day)
        record = link(known, rows_of_day)["record"]
        fresh = record.isna()
        record[fresh] = range(records, records + int(fresh.sum()))
        records += int(fresh.sum())
        parts.append(rows_of_day.assign(record=record.astype("int64"), day=day))
        known = pd.concat(parts).drop_duplicates("record", keep="last")
    return pd.concat(parts)
