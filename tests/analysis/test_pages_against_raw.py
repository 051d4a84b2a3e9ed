"""Figures of the pages against the raw export of July 2026, counted by other means."""

from collections import Counter
from datetime import date
from statistics import median

import pytest

from analysis import causes, geography, peers, sectors, size, trends
from analysis.captions import size as size_captions
from analysis.captions import trends as trend_captions
from analysis.filters import Filters
from analysis.provenance import provenance
from analysis.vocabulary import REGIONS
from tests.shared import needs_exports, raw_newest

pytestmark = needs_exports
ALL = Filters()


@pytest.fixture(scope="module")
def raw() -> list[dict]:
    return [row | {"n": int(row["count"]), "year": int(row["date"][-4:])} for row in raw_newest()]


def test_reports_individuals_and_median_by_year(newest_db, raw):
    found = trends.reports_by_period(newest_db, ALL)
    for row in found.itertuples():
        counts = [r["n"] for r in raw if r["year"] == row.period_on.year]
        assert (row.reports, row.individuals_affected) == (len(counts), sum(counts))
        assert row.median_individuals == median(counts)
        assert row.largest_individuals == max(counts)


def test_types_by_year_count_a_report_in_each_of_its_types(newest_db, raw):
    found = trends.members_by_period(newest_db, ALL, by="breach_type")
    expected = Counter((r["year"], kind) for r in raw for kind in r["type"].split(", "))
    assert {(r.period_on.year, r.member): r.reports for r in found.itertuples()} == expected


def test_years_without_the_five_largest(newest_db, raw):
    largest = sorted((r["n"] for r in raw), reverse=True)[:5]
    found = trends.years_without_largest(newest_db, ALL, most=5)
    whole, rest = found["individuals_affected"].sum(), found["without_largest"].sum()
    assert whole - rest == sum(largest)
    assert found["largest_reports"].sum() == 5


def test_one_filing_is_70_percent_of_2015(newest_db):
    filters = Filters(from_year=2015, to_year=2015)
    yearly = trends.reports_by_period(newest_db, filters)
    caption = trend_captions.influence(yearly, filters, provenance(newest_db, filters))
    assert caption.title == "One filing is 70% of 2015: Anthem Inc."


def test_exceedance_and_concentration(newest_db, raw):
    counts = sorted((r["n"] for r in raw), reverse=True)
    found = size.sizes(newest_db, ALL).exceedance.set_index("individuals_affected")
    assert found.loc[78_800_000, "reports_at_least"] == 2
    assert found["reports_at_least"].max() == len(raw)
    held = size.sizes(newest_db, ALL).held
    top = -(-len(counts) // 100)
    assert held.shares.iloc[0]["share"] == pytest.approx(sum(counts[:top]) / sum(counts))
    assert "hold 65% of all individuals" in size_captions.concentrated(held)


def test_rarity_of_a_million(newest_db, raw):
    found = size.rarity(newest_db, ALL, size=1_000_000)
    at_least = sum(r["n"] >= 1_000_000 for r in raw)
    assert (found.reports_at_least, found.reports) == (at_least, len(raw))
    assert found.share_low < at_least / len(raw) < found.share_high
    assert found.years_observed == pytest.approx(16.7, abs=0.05)


def test_quantiles_by_year(newest_db, raw):
    found = size.quantiles_by_year(newest_db, ALL).set_index("year")
    assert found.loc[2015, "p50"] == median(r["n"] for r in raw if r["year"] == 2015)


def test_types_by_location(newest_db, raw):
    found = causes.types_by_location(newest_db, ALL)
    expected = Counter(
        (kind, place)
        for r in raw
        for kind in set(r["type"].split(", "))
        for place in set(r["location"].split(", "))
    )
    assert {(r.breach_type, r.location): r.reports for r in found.itertuples()} == expected


def test_shares_of_hacking_and_theft(newest_db, raw):
    found = causes.shares_by_year(newest_db, ALL).set_index("year")
    year = [r for r in raw if r["year"] == 2020]
    hacked = sum("Hacking/IT Incident" in r["type"] for r in year)
    stolen = sum("Theft" in r["type"] or "Loss" in r["type"] for r in year)
    assert found.loc[2020, "hacking_share"] == pytest.approx(hacked / len(year))
    assert found.loc[2020, "theft_or_loss_share"] == pytest.approx(stolen / len(year))


def test_mechanisms_are_shares_of_narrated_reports(newest_db, raw):
    found = causes.mechanisms_by_year(newest_db, ALL)
    sums = found.groupby("year")["mechanism_share"].sum()
    assert sums.to_numpy() == pytest.approx(1)
    # One narrative consists of stray backslashes.
    narrated = Counter(r["year"] for r in raw if r["text"].strip("\\ \n") not in ("", "N", "N/A"))
    shown = found.drop_duplicates("year").set_index("year")["narrated"].to_dict()
    assert shown == narrated


def test_vendors_by_year(newest_db, raw):
    found = causes.vendors_by_year(newest_db, ALL).set_index("year")
    for year, row in found.iterrows():
        associates = [r["ba"] == "Yes" for r in raw if r["year"] == year]
        assert row["associate_share"] == pytest.approx(sum(associates) / len(associates))
    # Narratives that name a business associate at all: a coarse stand-in for the rules.
    told = [r["text"].lower().count("business associate") for r in raw if r["year"] == 2020]
    assert found.loc[2020, "vendor_share"] == pytest.approx(
        sum(count > 0 for count in told) / found.loc[2020, "narrated"], abs=0.1
    )


def test_sectors(newest_db, raw):
    years = peers.years_covered(newest_db, ALL)
    found = sectors.compared(newest_db, ALL, years=years).sectors.set_index("member")
    for member in found.index:
        rows = [r for r in raw if r["entity"] == member]
        assert found.loc[member, "reports"] == len(rows)
        assert found.loc[member, "median"] == median(r["n"] for r in rows)
        share = sum(r["ba"] == "Yes" for r in rows) / len(rows)
        assert found.loc[member, "associate_share"] == pytest.approx(share)
        row = found.loc[member]
        assert row["median_low"] <= row["median"] <= row["median_high"]
        assert row["per_year_low"] < row["per_year"] < row["per_year_high"]


@pytest.mark.parametrize("place", ["TX", "South"])
def test_a_peer_group(newest_db, raw, place):
    narrowed = peers.peer_filters(ALL, entity_type="Health Plan", place=place, size="1000")
    years = peers.years_covered(newest_db, ALL)
    found = peers.compared(newest_db, ALL, peers=narrowed, years=years).mine
    states = REGIONS.get(place, (place,))
    rows = [
        r
        for r in raw
        if r["entity"] == "Health Plan" and r["state"] in states and 1000 <= r["n"] < 10_000
    ]
    assert (found.reports, found.median[0]) == (len(rows), median(r["n"] for r in rows))
    assert found.hacking_share[0] == pytest.approx(
        sum("Hacking/IT Incident" in r["type"] for r in rows) / len(rows)
    )
    first, last = date(2009, 10, 21), date(2026, 7, 1)
    assert years == pytest.approx((last - first).days / 365.2425, abs=0.1)
    assert found.per_year[0] == pytest.approx(len(rows) / years)


def test_how_often_peers_reach_a_size(newest_db, raw):
    mine = ALL.but(state=("CA",))
    bands = peers.compared(newest_db, ALL, peers=mine, years=1.0).bands.set_index("member")
    row = bands.loc[peers.MINE].iloc[30]
    counts = [r["n"] for r in raw if r["state"] == "CA" and r["n"] is not None]
    reached = sum(n >= row["individuals_affected"] for n in counts)
    assert row["reports_at_least"] == reached
    assert row["share_at_least"] == pytest.approx(reached / len(counts))


def test_states(newest_db, raw):
    found = geography.states(newest_db, ALL)
    by_state = Counter(r["state"] or None for r in raw)
    shown = {
        (s if isinstance(s, str) else None): n
        for s, n in zip(found["state"], found["reports"], strict=True)
    }
    assert shown == by_state
    texas = found.set_index("state").loc["TX"]
    assert 25_145_561 < texas["residents"] < 29_145_505
    assert texas["reports_per_million"] == pytest.approx(
        texas["reports"] / texas["residents"] * 1e6
    )


def test_ehn_is_48th_of_270_of_its_year(newest_db, raw):
    year = sorted((r["n"] for r in raw if r["year"] == 2015), reverse=True)
    assert (year.index(11_100) + 1, len(year)) == (48, 270)
    found = size.rarity(newest_db, Filters(from_year=2015, to_year=2015), size=11_101)
    assert (found.reports_at_least + 1, found.reports) == (48, 270)
