"""Enforcement actions are tied to a report only where the facts agree."""

import pandas as pd
import pytest

from etl.enforcement import resolve_enforcement
from etl.reference import DATA, load_reference, read_table
from tests.data.reports import reports_of, sample_reports
from tests.shared import needs_exports

ACTIONS = read_table(DATA / "reference" / "enforcement_actions.csv")


def _reports(*rows: tuple[str, str, int | None]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["entity_name", "submitted_on", "individuals_affected"])
    table["submitted_on"] = pd.to_datetime(table["submitted_on"])
    table["individuals_affected"] = table["individuals_affected"].astype("Int64")
    return table.assign(breach_id=[f"report {number}" for number in range(1, len(rows) + 1)])


LATEST = ("Somebody Else", "2026-06-30", 700)


@pytest.mark.parametrize(
    ("filed", "linked"),
    [
        # The only report under this name, filed before the penalty of 12 April 2017.
        ([("Metro Community Provider Network, Inc.", "2012-01-27", 3200)], ["report 1"]),
        ([("METRO COMMUNITY PROVIDER NETWORK", "2012-01-27", None)], ["report 1"]),
        # Two candidates, and nothing that tells them apart.
        (
            [
                ("Metro Community Provider Network", "2012-01-27", 3200),
                ("Metro Community Provider Network", "2013-01-27", 900),
            ],
            [],
        ),
        # Filed after the action, just before it, or so long before that it must be another breach.
        ([("Metro Community Provider Network", "2018-01-27", 3200)], []),
        ([("Metro Community Provider Network", "2017-04-01", 3200)], []),
        ([("Metro Community Provider Network", "2006-01-27", 3200)], []),
        ([("Metro Provider Network", "2012-01-27", 3200)], []),
    ],
)
def test_by_name_and_date(filed, linked):
    links = resolve_enforcement(ACTIONS, _reports(*filed, LATEST))
    assert links["breach_id"].tolist() == linked


@pytest.mark.parametrize(
    ("filed", "linked"),
    [
        # The source says 189,763 people, so the report of 199,548 is meant and not the other.
        ([("PIH Health", "2020-01-10", 199_548), ("PIH Health", "2019-01-10", 826)], ["report 1"]),
        ([("PIH Health", "2020-01-10", 826)], []),
    ],
)
def test_by_count_where_the_source_states_one(filed, linked):
    links = resolve_enforcement(ACTIONS, _reports(*filed, LATEST))
    assert links.values.tolist() == [["2025-04-23-pih-health", breach] for breach in linked]


def test_data_that_end_long_before_the_action_prove_nothing():
    """Of Banner Health's two reports the sample holds one, the wrong one."""
    alone = _reports(("Banner Health", "2014-03-05", 55_207))
    assert resolve_enforcement(ACTIONS, alone).empty


def test_an_action_about_access_or_filming_concerns_no_report():
    other = ACTIONS[ACTIONS["topic"] != "breach"]
    named = [(entity, "2015-01-01", 900) for entity in other["entity"].unique()]
    links = resolve_enforcement(other, _reports(*named, LATEST))
    assert links.empty


def test_no_reports_no_links():
    assert resolve_enforcement(ACTIONS, sample_reports().iloc[:0]).empty


@needs_exports
def test_links_of_the_newest_export():
    reports = reports_of("2026-07-01")
    links = load_reference(reports)["enforcement_reports"].merge(reports, on="breach_id")
    assert len(links) == 37
    assert links["action_id"].is_unique
    shown = links.set_index("action_id")["individuals_affected"]
    assert shown["2018-10-15-anthem"] == 78_800_000
    assert shown["2016-08-04-advocate-health-care-network"] == 4_029_530
    assert shown["2020-09-23-chspsc"] == 6_121_158
    assert shown["2021-01-15-excellus-health-plan"] == 9_358_891
    assert not {"2023-02-02-banner-health", "2018-09-boston-medical-center"} & set(shown.index)
