"""Filters: an address means the same to every page, download and API call."""

from datetime import date

import pytest

from analysis.filters import Filters, WrongFilter

FULL = Filters(
    from_year=2015,
    to_year=2020,
    entity_type=("Health Plan", "Business Associate"),
    breach_type=("Theft",),
    location=("Email",),
    state=("TX", "not stated"),
    mechanism=("ransomware",),
    ba=True,
    min=500,
    max=10_000,
    q="blue cross",
    as_of=date(2024, 10, 8),
    listing="all",
)


def test_an_address_and_its_filters_are_the_same_both_ways():
    assert Filters.from_address(FULL.address_pairs()) == FULL
    assert Filters.from_address([]) == Filters()
    assert Filters().address_pairs() == []


def test_repeated_keys_are_any_of_and_case_does_not_matter():
    found = Filters.from_address([("state", "tx"), ("state", "CA"), ("state", "TX")])
    assert found.state == ("TX", "CA")


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ([("colour", "red")], "Unknown parameter 'colour'"),
        ([("from", "abc")], "from is a whole number"),
        ([("from", "2015"), ("from", "2016")], "may stand once"),
        ([("state", "ZZ")], "state is one or more of"),
        ([("ba", "maybe")], "ba is yes or no"),
        ([("min", "-1")], "min is a whole number"),
        ([("min", "٣")], "min is a whole number"),
        ([("as_of", "yesterday")], "as_of is a day"),
        ([("listing", "x")], "listing is one of"),
        ([("q", "x" * 201)], "at most 200"),
    ],
)
def test_a_wrong_parameter_is_one_sentence(pairs, says):
    with pytest.raises(WrongFilter, match=says) as refusal:
        Filters.from_address(pairs)
    assert str(refusal.value).endswith(".")


def test_filters_in_words():
    assert Filters().words() == ""
    assert FULL.words() == (
        "Health Plan or Business Associate, Theft, Email, Texas or state not stated, Ransomware, "
        "500 to 10,000 individuals, business associate involved, matching “blue cross”, "
        "2015 to 2020, with Part 2"
    )


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(from_year=2015, to_year=2015), ["Cedar", "Dogwood"]),
        (Filters(entity_type=("Health Plan", "Business Associate")), ["Birch", "Cedar"]),
        (Filters(breach_type=("Unauthorized Access/Disclosure",)), ["Dogwood"]),
        (Filters(breach_type=("Theft", "Loss")), ["Alder", "Cedar", "Dogwood"]),
        (Filters(location=("Laptop",)), ["Alder", "Cedar"]),
        (Filters(location=("Other",)), ["Elm"]),
        (Filters(state=("not stated",)), ["Cedar"]),
        (Filters(ba=True), ["Cedar", "Dogwood"]),
        (Filters(min=501, max=1200), ["Alder", "=HYPERLINK"]),
        (Filters(q="plan BIRCH"), ["Birch"]),
        (Filters(q="100%"), []),
        (Filters(q="_"), []),
        (Filters(listing="part2"), []),
        (Filters(as_of=date(2016, 5, 1), state=("NY",)), ["Elm"]),
        (Filters(as_of=date(2016, 4, 30)), []),
    ],
)
def test_each_filter_keeps_the_reports_it_names(small_db, filters, names):
    found = small_db.ask("largest_reports", filters.but(), new_on=None, most=100)
    everything = small_db.frame(
        "SELECT entity_name FROM breaches WHERE individuals_affected IS NULL"
    )
    kept = set(found["entity_name"])
    if filters in (Filters(location=("Other",)), Filters(as_of=date(2016, 5, 1), state=("NY",))):
        assert small_db.ask("standing", filters)["reports"].iloc[0] == len(everything)
        return
    assert {name.split(" ")[0].rstrip(",").split("(")[0] for name in kept} == set(names)
