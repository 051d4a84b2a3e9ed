"""Sectors and peers: whole rows of seven reports, and what the page says of few, one and none."""

import math

import pytest

from analysis import peers, sectors
from analysis.captions import peers as peer_captions
from analysis.captions import sectors as captions
from analysis.filters import Filters
from analysis.provenance import provenance
from analysis.vocabulary import REGIONS, STATES, TERRITORIES

ALL = Filters()
# 3 February 2014 to 15 April 2016, both days included.
YEARS = 803 / 365.2425


def compared(db, filters: Filters = ALL) -> sectors.Compared:
    years = peers.years_covered(db, filters.window())
    return sectors.compared(db, filters, years=years)


def test_entity_types_side_by_side(small_db):
    found = compared(small_db).sectors
    columns = ["member", "reports", "individuals_affected", "with_associate", "hacking"]
    assert sorted(found[columns].values.tolist()) == [
        ["Business Associate", 1, 500, 1, 0],
        ["Health Plan", 1, 250_000, 0, 1],
        ["Healthcare Clearing House", 1, 0, 0, 0],
        ["Healthcare Provider", 4, 78_010_701, 1, 2],
    ]
    provider = found.set_index("member").loc["Healthcare Provider"]
    assert provider["median"] == (1200 + 9000) / 2
    assert provider["associate_share"] == 1 / 4
    assert provider["per_year"] == pytest.approx(4 / YEARS)
    assert found["is_small"].all()


def test_a_band_holds_every_report_at_the_smallest_size(small_db):
    bands = compared(small_db).bands
    smallest = bands[bands["individuals_affected"] == 500].set_index("member")
    assert smallest["reports_at_least"].to_dict() == {
        "Business Associate": 1,
        "Health Plan": 1,
        "Healthcare Provider": 4,
    }


def test_mix_counts_a_report_in_both_of_its_types(small_db):
    found = sectors.mix(small_db, Filters(entity_type=("Healthcare Provider",)))
    assert sorted(found.values.tolist()) == [
        ["Healthcare Provider", "Hacking/IT Incident", 2, 0.5],
        ["Healthcare Provider", "Theft", 2, 0.5],
        ["Healthcare Provider", "Unauthorized Access/Disclosure", 1, 0.25],
    ]


def test_the_window_of_time_is_that_of_the_data_not_of_the_group(small_db):
    assert peers.years_covered(small_db, ALL) == pytest.approx(YEARS)
    assert peers.years_covered(small_db, Filters(from_year=2015, to_year=2015)) == pytest.approx(
        1, abs=0.01
    )
    assert peers.years_covered(small_db, Filters(state=("NY",)).window()) == pytest.approx(YEARS)


def test_a_peer_group(small_db):
    mine = peers.peer_filters(ALL, entity_type="Healthcare Provider", place="South", size="1000")
    assert mine == Filters(
        entity_type=("Healthcare Provider",), state=REGIONS["South"], min=1000, max=9999
    )
    found = peers.compared(small_db, ALL, peers=mine, years=2.0).mine
    assert (found.reports, found.per_year[0], found.median[0]) == (2, 1.0, 5100)
    assert (found.hacking_share[0], found.associate_share[0]) == (0.5, 0)
    assert found.is_small


def test_no_choice_narrows_nothing():
    narrowed = Filters(state=("TX",), min=700)
    assert peers.peer_filters(narrowed, entity_type="any", place="", size="") == narrowed


def test_curves_of_peers_and_all(small_db):
    mine = Filters(state=("TX",))
    bands = peers.compared(small_db, ALL, peers=mine, years=2.0).bands
    smallest = bands[bands["individuals_affected"] == 500].set_index("member")
    assert smallest["reports_at_least"].to_dict() == {peers.ALL: 6, peers.MINE: 4}
    assert peers.tells_of_sizes(bands, mine, ALL)
    assert not peers.tells_of_sizes(bands, ALL, ALL)
    assert not peers.tells_of_sizes(bands, Filters(min=1000), ALL)
    without = peers.compared(small_db, ALL, peers=Filters(state=("NY",)), years=2.0)
    assert set(without.bands["member"]) == {peers.ALL}


def test_every_state_stands_in_one_region():
    members = [state for region in REGIONS.values() for state in region]
    assert sorted(members) == sorted(set(STATES) - set(TERRITORIES))


def test_a_region_is_called_by_its_name():
    assert Filters(state=REGIONS["West"][::-1]).words() == "the West"
    assert Filters(state=REGIONS["West"][:2]).words() == "Alaska or Arizona"


def said(db, filters: Filters) -> str:
    both = peers.compared(db, ALL, peers=filters, years=2.0)
    return peer_captions.peers(both.mine, both.everyone, filters.words())


def test_words_of_few_of_one_and_of_none(small_db):
    assert said(small_db, Filters(state=("TX",))) == (
        "Texas: 4 reports, 2.0 a year. Their middle report holds 5,100 individuals, against 5,100 "
        "of all; one in ten holds 54.6 million or more, against 39.1 million. Hacking is 50% of "
        "them, against 43%; a business associate was involved in 25%, against 29%. Fewer than ten "
        "reports: these figures turn on single ones."
    )
    assert said(small_db, Filters(state=("NY",))).startswith(
        "New York: 1 report, 0.5 a year. Their middle report holds an unknown number of individuals"
    )
    assert said(small_db, Filters(state=("WY",))) == (
        "No report of this peer group (Wyoming): widen it."
    )


def test_a_table_that_says_what_is_not_known(small_db):
    both = peers.compared(small_db, ALL, peers=Filters(state=("NY",)), years=2.0)
    table = peer_captions.side_by_side(both.mine, both.everyone)
    assert table.set_index("Measure")[peers.MINE].to_dict() == {
        "Reports a year": "0.5 (0.0 to 2.8)",
        "Median individuals": "not stated",
        "One in ten holds at least": "not stated",
        "Hacking": "0% (0% to 79%)",
        "Business associate involved": "0% (0% to 79%)",
    }
    assert math.isnan(both.mine.median[0])


def test_who_leads_and_who_cannot_be_told(small_db):
    found = compared(small_db)
    data = provenance(small_db, ALL)
    assert captions.compare(found.sectors, "per_year", ALL, data).title.startswith(
        "Healthcare Providers file most: 1.8 reports a year; "
    )
    assert captions.exceedance(found.bands, ALL, data).title == (
        "Too few reports to say who reaches 100,000 individuals most often"
    )
