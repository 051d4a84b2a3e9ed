"""Cases, Report, Explorer and Methods against the raw export of July 2026, counted by other means:
the csv module and plain Python."""

import json
from datetime import date, datetime
from math import log
from statistics import mean, median

import pytest
from pandas import isna

from analysis.filters import Filters
from analysis.verification import published_beside_computed
from tests.pages.app import html, open_page
from tests.pages.app import plain_words as words
from tests.shared import needs_exports, raw_newest

pytestmark = needs_exports
CASES = {
    # Its page, and how the raw export calls it on which day.
    "emergence-health-network-2015": ("Emergence Health Network", "10/16/2015"),
    "anthem-2015": ("Anthem Inc.", "02/13/2015"),
    "change-healthcare-2024": ("Change Healthcare, Inc.", "07/19/2024"),
    "saic-tricare-2011": ("Science Applications International Corporation (SA", "11/04/2011"),
}


@pytest.fixture(scope="module")
def raw() -> list[dict]:
    return [
        row | {"n": int(row["count"]), "day": datetime.strptime(row["date"], "%m/%d/%Y").date()}
        for row in raw_newest()
    ]


def report_of(raw: list[dict], name: str, day: str) -> dict:
    found = [row for row in raw if row["name"].strip() == name and row["date"] == day]
    assert len(found) == 1, (name, [row["date"] for row in raw if row["name"].startswith(name[:9])])
    return found[0]


def ordinal(place: int) -> str:
    teen = 10 <= place % 100 <= 20
    return f"{place:,}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def placed(rows: list[dict], size: int) -> tuple[str, float]:
    """1st of 270, and the share of the others that are smaller."""
    rank = 1 + sum(row["n"] > size for row in rows)
    smaller = sum(row["n"] < size for row in rows) / (len(rows) - 1)
    return f"{ordinal(rank)} of {len(rows):,}", smaller


@pytest.mark.parametrize("slug", CASES)
def test_a_case_stands_where_the_raw_rows_put_it(monkeypatch, newest_workspace, raw, slug):
    its = report_of(raw, *CASES[slug])
    app = open_page(monkeypatch, newest_workspace, "cases", case=slug)
    assert f"{its['n']:,} individual" in words(app)
    strips = json.loads(app.get("plotly_chart")[0].proto.spec)
    said = [note["text"] for note in strips["layout"]["annotations"][1:]]
    kinds = set(its["type"].split(", "))
    frames = [
        raw,
        [row for row in raw if row["day"].year == its["day"].year],
        [row for row in raw if row["state"] == its["state"]],
        [row for row in raw if row["entity"] == its["entity"]],
        [row for row in raw if kinds & set(row["type"].split(", "))],
    ]
    assert len(said) == len(frames)
    for text, rows in zip(said, frames, strict=True):
        place, smaller = placed(rows, its["n"])
        assert f"<br>{place}" in text
        if smaller < 0.99:
            shown = float(text.split("<br>")[1].rpartition(" ")[2].rstrip("%"))
            assert shown / 100 == pytest.approx(smaller, abs=0.006)


def test_claims_are_judged_by_the_raw_rows(monkeypatch, newest_workspace, raw):
    said = words(open_page(monkeypatch, newest_workspace, "cases", case="anthem-2015"))
    largest = max(raw, key=lambda row: row["n"])
    assert (
        f"78,800,000: the 2nd largest of {len(raw):,} reports; the largest, {largest['name']} "
        f"with {largest['n']:,}." in said
    )


@pytest.mark.parametrize("at", [0, 1000, 3333, 5555, 7789])
def test_a_report_says_what_was_filed_and_has_its_nearest_peers(
    monkeypatch, newest_workspace, newest_db, raw, at
):
    its = sorted(raw, key=lambda row: (row["day"], row["name"], row["n"]))[at]
    found = newest_db.frame(
        "SELECT breach_id FROM breaches WHERE submitted_on = $day AND individuals_affected = $n "
        "AND state = $state",
        {"day": its["day"], "n": its["n"], "state": its["state"]},
    )
    (breach_id,) = found["breach_id"]
    app = open_page(monkeypatch, newest_workspace, "report", id=breach_id)
    shown = html(app)
    for fact in (
        its["entity"],
        f"{its['n']:,}",
        f"{its['day'].day} {its['day']:%B %Y}",
        its["ba"].lower(),
        *its["type"].split(", "),
        *its["location"].split(", "),
    ):
        assert fact in shown
    peers = sorted(
        abs(log(row["n"] / its["n"]))
        for row in raw
        if row["entity"] == its["entity"]
        and _year_before(its["day"]) <= row["day"] <= _year_after(its["day"])
        and row is not its
        and row["n"]
    )
    table = app.dataframe[0].value
    distances = [abs(log(n / its["n"])) for n in table["individuals_affected"]]
    assert distances == pytest.approx(peers[: len(table)])


def _year_after(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(2100, 1, 1)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else date(2000, 1, 1)


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        (
            {"state": "CA", "breach_type": "Loss", "to": "2019"},
            lambda row: (
                row["state"] == "CA"
                and "Loss" in row["type"].split(", ")
                and row["day"].year <= 2019
            ),
        ),
        (
            {"entity_type": "Health Plan", "ba": "yes", "min": "100000"},
            lambda row: row["entity"] == "Health Plan" and row["ba"] == "Yes" and row["n"] >= 10**5,
        ),
        (
            {"q": "anthem", "location": "Network Server"},
            lambda row: (
                "anthem" in (row["name"] + row["text"]).lower()
                and "Network Server" in row["location"].split(", ")
            ),
        ),
    ],
)
def test_the_explorer_shows_the_raw_rows_largest_first(
    monkeypatch, newest_workspace, raw, query, passes
):
    rows = sorted((row["n"] for row in raw if passes(row)), reverse=True)
    app = open_page(monkeypatch, newest_workspace, "explorer", sort="Largest", **query)
    assert f"{len(rows):,} of {len(raw):,} reports" in words(app)
    assert app.dataframe[0].value["individuals_affected"].tolist() == rows[:25]


def test_methods_counts_rows_and_computes_published_figures_as_the_raw_rows_do(
    monkeypatch, newest_workspace, newest_db, raw
):
    app = open_page(monkeypatch, newest_workspace, "methods")
    assert f"{len(raw):,} reports as of 1 July 2026, from 1 loaded export; 0 rows" in words(app)
    figures = published_beside_computed(newest_db, Filters())
    details = newest_db.frame("SELECT * FROM published_figures").set_index("figure_id")
    checked = 0
    for figure in figures.dropna(subset=["computed", "from_on"]).itertuples():
        detail = details.loc[figure.figure_id]
        of_period = [
            row for row in raw if figure.from_on.date() <= row["day"] <= figure.to_on.date()
        ]
        if isinstance(detail["group_value"], str):
            kinds = set(detail["group_value"].split("|"))
            rows = [row for row in of_period if kinds & set(row["type"].split(", "))]
        else:
            rows = of_period
        least = 0 if isna(detail["min_individuals"]) else detail["min_individuals"]
        rows = [row for row in rows if row["n"] >= least]
        sizes = [row["n"] for row in rows]
        match figure.measure:
            case "reports":
                expected = len(rows)
            case "individuals":
                expected = sum(sizes)
            case "mean":
                expected = mean(sizes)
            case "median":
                expected = median(sizes)
            case "share_individuals":
                expected = sum(sizes) / sum(row["n"] for row in of_period)
            case _:
                continue
        scale = {"millions": 1e-6, "pct": 100.0}.get(figure.unit, 1.0)
        assert figure.computed == pytest.approx(expected * scale), figure
        checked += 1
    assert checked > 50
