"""Revisions against the raw exports, read and compared by other means."""

import csv
import io
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from analysis import overview, revisions
from analysis.filters import Filters
from tests.shared import EXPORTS, needs_exports

pytestmark = needs_exports
ALL, BEFORE, NEWEST_DAY = Filters(), date(2024, 10, 8), date(2026, 7, 1)
DAY = {"as_of_day": NEWEST_DAY}
Key = tuple[str, str, date]


def key(name: str, state: str, when: date) -> Key:
    """What names a report where nothing of it was revised but other fields."""
    return (" ".join(name.split()).casefold(), state, when)


def read(day: date) -> list[tuple[Key, str]]:
    """Key and count of each row of an export, by the csv module alone."""
    rows = []
    for path in sorted((EXPORTS / day.isoformat()).glob("*.csv")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            text = path.read_text(encoding="mac_roman")
        for row in list(csv.reader(io.StringIO(text)))[1:]:
            style = "%m/%d/%Y" if len(row[4].split("/")[2]) == 4 else "%m/%d/%y"
            when = datetime.strptime(row[4], style).date()
            rows.append((key(row[0], row[1].replace("NA", ""), when), row[3]))
    return rows


@pytest.fixture(scope="module")
def raw() -> dict[date, list[tuple[Key, str]]]:
    return {day: read(day) for day in sorted(date.fromisoformat(p.name) for p in EXPORTS.iterdir())}


def unmistakable(rows: list[tuple[Key, str]]) -> dict[Key, str]:
    """Counts of the reports whose key no other row of the export shares."""
    often = Counter(name for name, _ in rows)
    return {name: count for name, count in rows if often[name] == 1}


def test_each_count_that_the_newest_export_changed(history_db, raw):
    old, new = unmistakable(raw[BEFORE]), unmistakable(raw[NEWEST_DAY])
    in_both = old.keys() & new.keys()
    expected = {name: (old[name], new[name]) for name in in_both if old[name] != new[name]}
    rows = history_db.frame(
        "SELECT entity_name, coalesce(state, '') AS state, submitted_on, old_value, new_value "
        "FROM revisions JOIN breaches USING (breach_id) "
        "WHERE field = 'individuals_affected' AND seen_on = $day",
        {"day": NEWEST_DAY},
    )
    found = {
        key(row.entity_name, row.state, row.submitted_on.date()): (row.old_value, row.new_value)
        for row in rows.itertuples()
    }
    assert len(expected) > 150
    assert {name: change for name, change in found.items() if name in in_both} == expected
    # The others were renamed, too, or share their name and day with another report.
    assert revisions.revised(history_db, ALL, **DAY).last_counts == len(found)
    assert len(found) <= len(expected) * 1.1


def test_the_largest_revision_leads_the_ledger(history_db):
    ledger = revisions.ledger(history_db, ALL, **DAY, field="individuals_affected", page=1)
    first = ledger[["entity_name", "old_value", "new_value"]].iloc[0].tolist()
    assert first == ["Change Healthcare, Inc.", "500", "192700000"]
    changes = [abs(int(row.new_value) - int(row.old_value)) for row in ledger.itertuples()]
    assert changes == sorted(changes, reverse=True)
    assert len(ledger) == revisions.PAGE_ROWS


def test_how_the_placeholders_of_october_2024_ended(history_db, raw):
    old, new = unmistakable(raw[BEFORE]), unmistakable(raw[NEWEST_DAY])
    placeholders = [name for name in old if old[name] in ("500", "501") and name in new]
    raised = sum(int(new[name]) > 501 for name in placeholders)
    found = revisions.placeholder_fates(history_db, ALL, exports=(NEWEST_DAY, BEFORE))
    # Linkage finds a few renamed ones more.
    assert len(placeholders) <= found.placeholders <= len(placeholders) + 6
    assert raised <= found.raised <= raised + 3
    assert found.low < found.raised / found.placeholders < found.high
    assert found.by_age[["placeholders", "raised"]].sum().tolist() == [
        found.placeholders,
        found.raised,
    ]


def test_late_arrivals_are_absent_from_an_earlier_export(history_db, raw):
    reports = history_db.frame(
        "SELECT entity_name, coalesce(state, '') AS state, submitted_on, first_seen_on "
        "FROM breaches"
    )
    held = {day: Counter(name for name, _ in rows) for day, rows in raw.items()}
    by_month: Counter[date] = Counter()
    for row in reports.itertuples():
        when, seen = row.submitted_on.date(), row.first_seen_on.date()
        missed = [day for day in raw if when + timedelta(days=31) < day < seen]
        if not missed:
            continue
        by_month[when.replace(day=1)] += 1
        name = key(row.entity_name, row.state, when)
        # Of several reports of one name and day, which one came late cannot be told by these.
        if held[NEWEST_DAY][name] == 1:
            assert not any(held[day][name] for day in missed)
    found = revisions.late_arrivals(history_db, ALL)
    assert dict(zip(found["period_on"].dt.date, found["reports"], strict=True)) == by_month
    assert found["reports"].sum() > 50


def test_hardly_more_records_than_the_newest_export_holds(history_db, raw):
    shown = len(raw[NEWEST_DAY])
    query = "SELECT count(DISTINCT breach_id) AS n FROM observations"
    records = int(history_db.frame(query)["n"].iloc[0])
    assert shown <= records <= shown * 1.02
    found = revisions.gone(history_db, ALL, **DAY, previous_on=BEFORE)
    assert found.reports == records - shown
    assert 0 < found.since_previous < found.reports


def test_the_three_known_revisions(history_db):
    anthem, integris = "2015-anthem-inc-in", "2019-integris-health-inc-ok"
    change = "2024-change-healthcare-inc-mn"
    rows = history_db.frame(
        "SELECT breach_id, old_value, new_value, previous_seen_on::VARCHAR AS before, "
        "seen_on::VARCHAR AS after FROM revisions WHERE breach_id = ANY($ids) "
        "AND field IN ('individuals_affected', 'submitted_on') ORDER BY breach_id",
        {"ids": [anthem, integris, change]},
    )
    assert rows.values.tolist() == [
        [anthem, "2015-03-13", "2015-02-13", "2016-04-01", "2020-08-11"],
        [integris, "500", "1245218", "2020-08-11", "2022-04-15"],
        [change, "500", "192700000", "2024-10-08", "2026-07-01"],
    ]


def test_the_largest_of_the_new_reports(history_db, raw):
    filed_since = sorted(
        (
            (int(count), name)
            for (name, _, when), count in raw[NEWEST_DAY]
            if when > BEFORE and count
        ),
        reverse=True,
    )
    rows = overview.largest_reports(history_db, ALL, new_on=NEWEST_DAY)
    found = [
        (count, " ".join(name.split()).casefold())
        for count, name in rows[["individuals_affected", "entity_name"]].itertuples(index=False)
    ]
    assert found == filed_since[:10]


def test_change_healthcare_is_500_as_of_october_2024(history_db):
    rows = overview.largest_reports(history_db, Filters(as_of=BEFORE, q="Change Healthcare, Inc."))
    assert rows["individuals_affected"].tolist() == [500]
