"""Case files: valid, sourced, found in the data, and refused in one sentence where wrong."""

import shutil
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from etl.cases import case_tables, read_cases, resolve_case_reports
from etl.errors import FileUnreadable
from etl.reference import DATA, read_table
from tests.data.reports import FOLDERS, reports_of, sample_reports
from tests.shared import needs_exports

CASES = DATA / "cases"
ACTIONS = read_table(DATA / "reference" / "enforcement_actions.csv")
MUST_HAVE = {
    "emergence-health-network-2015",
    "anthem-2015",
    "premera-blue-cross-2015",
    "excellus-2015",
    "ucla-health-2015",
    "community-health-systems-2014",
    "change-healthcare-2024",
    "conduent-2025",
    "welltok-moveit-2023",
    "hca-healthcare-2023",
    "kaiser-2024",
    "pja-concentra-2023",
    "amca-2019",
    "yale-new-haven-health-2025",
    "aflac-2025",
    "advocate-2013",
    "saic-tricare-2011",
}


@pytest.fixture(scope="module")
def cases() -> dict[str, dict]:
    return read_cases(CASES)


def _resolved(cases, reports) -> pd.DataFrame:
    return resolve_case_reports(cases, reports).merge(reports, on="breach_id")


def test_the_cases_of_the_design_are_there(cases):
    assert set(cases) >= MUST_HAVE


def test_every_fact_has_a_source(cases):
    for slug, case in cases.items():
        facts = [case, *case["events"], *case["figures"], *case["claims"]]
        for fact in facts:
            starts = (
                "http://",
                "https://",
                "HHS OCR breach portal, export of ",
                "News article of ",
            )
            assert fact["source"].startswith(starts), (slug, fact)


def test_events_stand_in_order_of_time(cases):
    for slug, case in cases.items():
        days = [event["happened_on"] for event in case["events"] if "happened_on" in event]
        for earlier, later in pairwise(days):
            # Where one is known to the month only, the months decide.
            exact = min(len(earlier), len(later))
            assert earlier[:exact] <= later[:exact], slug


def test_each_case_has_the_day_of_its_report_and_agrees_with_itself(cases):
    for slug, case in cases.items():
        filed, principal = case["filed"], case["reports"][0]
        assert principal["role"] == "principal", slug
        assert filed["entity_name"] in principal["names"], slug
        assert filed["submitted_on"] in principal["submitted_on"], slug
        assert filed["state"] == principal["state"], slug
        assert filed["submitted_on"].startswith(str(case["year"])), slug
        assert "reported_to_ocr" in {event["kind"] for event in case["events"]}, slug


def test_claims_of_the_article_of_2015_are_coded(cases):
    claims = case_tables(cases, sample_reports(), ACTIONS)["case_claims"]
    columns = ["slug", "said_on", "date_precision", "about", "comparison", "value"]
    article = claims[claims["said_by"] == "News article on the EHN breach"]
    october = pd.Timestamp("2015-10-01")
    assert article[columns].values.tolist() == [
        ["anthem-2015", october, "month", "individuals", "about", 80_000_000],
        ["anthem-2015", october, "month", "rank", "largest_ever", 1],
        ["emergence-health-network-2015", october, "month", "individuals", "about", 11_000],
        ["emergence-health-network-2015", october, "month", "individuals", "more_than", 11_000],
    ]


def test_a_date_keeps_the_precision_of_its_source(cases):
    events = case_tables(cases, sample_reports(), ACTIONS)["case_events"]
    found = events[events["slug"] == "emergence-health-network-2015"]
    assert found[["position", "happened_on", "date_precision", "kind"]].head(2).values.tolist() == [
        [1, pd.Timestamp("2012-01-01"), "year", "intrusion_started"],
        [2, pd.Timestamp("2015-08-18"), "day", "discovered"],
    ]
    undated = events[events["happened_on"].isna()]
    assert undated["kind"].tolist() == ["settlement_class"]
    assert undated["date_precision"].isna().all()


def test_sample_holds_three_cases_and_the_earlier_report_speaks_for_one(cases):
    found = _resolved(cases, sample_reports())
    assert found[["slug", "role", "individuals_affected"]].values.tolist() == [
        ["advocate-2013", "principal", 4_029_530],
        ["community-health-systems-2014", "principal", 4_500_000],
        ["saic-tricare-2011", "principal", 4_900_000],
    ]


@needs_exports
def test_every_case_is_found_in_the_newest_export_as_filed(cases):
    found = _resolved(cases, reports_of("2026-07-01"))
    principal = found[found["role"] == "principal"].set_index("slug")
    assert sorted(principal.index) == sorted(cases)
    for slug, case in cases.items():
        filed = dict(case["filed"])
        assert filed.pop("as_of") == "2026-07-01"
        shown = principal.loc[slug, list(filed)].to_dict()
        assert shown | {"submitted_on": str(shown["submitted_on"].date())} == filed, slug
    ehn, anthem = principal.loc["emergence-health-network-2015"], principal.loc["anthem-2015"]
    assert (ehn["individuals_affected"], str(ehn["submitted_on"].date())) == (11_100, "2015-10-16")
    assert anthem["individuals_affected"] == 78_800_000


@needs_exports
@pytest.mark.parametrize("day", FOLDERS)
def test_each_case_has_one_principal_report_and_no_report_two_cases(cases, day):
    found = _resolved(cases, reports_of(day))
    assert found["breach_id"].is_unique
    assert (found["role"].eq("principal").groupby(found["slug"]).sum() == 1).all()
    filed_by_then = {slug for slug, case in cases.items() if case["filed"]["submitted_on"] <= day}
    assert set(found["slug"]) == filed_by_then


@needs_exports
def test_anthem_is_one_case_with_two_rows_in_2016(cases):
    found = _resolved(cases, reports_of("2016-04-01")).query("slug == 'anthem-2015'")
    assert found[["role", "entity_name"]].values.tolist() == [
        ["principal", "Anthem, Inc. Affiliated Covered Entity"],
        ["superseded", "Anthem (Working file)"],
    ]


@pytest.fixture
def copied(tmp_path) -> Path:
    shutil.copy(CASES / "schema.json", tmp_path)
    shutil.copy(CASES / "aflac-2025.yaml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("kind: discovered", "kind: noticed", "breaks the schema at events/1/kind: 'noticed'"),
        ('happened_on: "2025-12"', "happened_on: 2025", "at events/3/happened_on: 2025 is not of"),
        ("year: 2025", "", "at the file: 'year' is a required property"),
        ("title: Aflac", "title: [Aflac", "aflac-2025.yaml is no YAML"),
    ],
)
def test_a_wrong_file_is_named_with_the_place(copied, old, new, sentence):
    path = copied / "aflac-2025.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(FileUnreadable) as refusal:
        read_cases(copied)
    assert sentence in str(refusal.value)
    assert "aflac-2025.yaml" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_empty_folder_is_refused(copied):
    (copied / "aflac-2025.yaml").unlink()
    with pytest.raises(FileUnreadable, match="No case files"):
        read_cases(copied)


def test_an_unknown_settlement_is_refused(cases):
    wrong = {"aflac-2025": cases["aflac-2025"] | {"related": ["Nobody"]}}
    with pytest.raises(FileUnreadable, match=r"aflac-2025\.yaml names “Nobody” under related"):
        case_tables(wrong, sample_reports(), ACTIONS)
