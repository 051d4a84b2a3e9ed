"""Causes: whole rows of seven reports, and what the page says of few, one and none."""

import pandas as pd
import pytest

from analysis import causes
from analysis.captions import causes as captions
from analysis.filters import Filters
from analysis.provenance import provenance

ALL = Filters()


def test_a_report_stands_in_each_pair_of_its_types_and_locations(small_db):
    found = causes.types_by_location(small_db, Filters(to_year=2015))
    assert found.values.tolist() == [
        ["Hacking/IT Incident", "Network Server", 1, 250_000],
        ["Loss", "Laptop", 1, 500],
        ["Loss", "Paper/Films", 1, 500],
        ["Theft", "Email", 1, 78_000_000],
        ["Theft", "Laptop", 1, 1200],
        ["Unauthorized Access/Disclosure", "Email", 1, 78_000_000],
    ]


def test_shares_of_a_year(small_db):
    found = causes.shares_by_year(small_db, ALL)
    assert found.values.tolist() == [
        [2014, 2, 0.5, 0.5, 0.0],
        [2015, 2, 0.0, 1.0, 0.5],
        [2016, 3, pytest.approx(2 / 3), 0.0, 0.0],
    ]


def test_vendors_are_known_from_narratives_and_associates_as_filed(small_db):
    found = causes.vendors_by_year(small_db, ALL)
    assert found[["year", "reports", "narrated", "associate_share"]].values.tolist() == [
        [2014, 2, 0, 0.0],
        [2015, 2, 0, 1.0],
        [2016, 3, 0, 0.0],
    ]
    assert found["vendor_share"].isna().all()
    said = captions.vendors(found, ALL, provenance(small_db, ALL))
    assert said.title == "Too few narratives to say how often a vendor was involved"


def test_the_last_year_with_enough_narratives_is_compared_with_the_first(small_db):
    years = pd.DataFrame(
        {
            "year": [2012, 2020, 2024],
            "narrated": [50, 60, 9],
            "narrated_share": [0.6, 0.9, 0.1],
            "vendor_share": [0.1, 0.4, 0.8],
        }
    )
    said = captions.vendors(years, ALL, provenance(small_db, ALL))
    assert (
        said.title == "A vendor is told of in 40% of narrated reports of 2020, 10% of those of 2012"
    )
    assert said.note == "Hollow: fewer than half of the reports of 2024 have a narrative."


def test_sizes_by_member(small_db):
    found = causes.sizes_by_member(small_db, ALL, by="location")
    medians = found[found["quantile"] == 0.5].set_index("member")["individuals_affected"]
    assert medians.to_dict() == {
        "Email": (78_000_000 + 501) / 2,
        "Laptop": (1200 + 500) / 2,
        "Network Server": (250_000 + 9000) / 2,
        "Paper/Films": 500,
    }
    said = captions.sizes(found, ALL, provenance(small_db, ALL))
    assert said.title == "Too few reports to compare sizes"


def test_one_group_of_enough_reports_is_compared_with_nothing(small_db):
    members = pd.DataFrame(
        {
            "member": ["Theft", "Loss"],
            "quantile": [0.5, 0.5],
            "individuals_affected": [1800.0, 900.0],
            "is_small": [False, True],
        }
    )
    said = captions.sizes(members, ALL, provenance(small_db, ALL))
    assert said.title == "The middle report of Theft holds 1,800 individuals"


def test_years_of_few_reports_say_so(small_db):
    found = causes.shares_by_year(small_db, ALL)
    said = captions.replaced_theft(found, ALL, provenance(small_db, ALL))
    assert said.title == (
        "Hacking overtook theft and loss in 2016; by 2016 it was 67% of reports, theft and loss 0%"
    )
    assert "Most years hold fewer than ten reports" in said.note
