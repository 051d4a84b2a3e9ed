"""Typing a row: each field's function, and the contract that sends a row to the rejects."""

from datetime import date

import pandas as pd
import pytest

from etl import normalise
from etl.normalise import BrokenRow
from etl.reading import RawRow

DAY = date(2020, 1, 31)


def raw(**changes: str) -> RawRow:
    cells = {
        "entity_name": " Alder  Clinic ",
        "state": "tx",
        "entity_type": "Healthcare Provider",
        "individuals_affected": "1,200",
        "submitted_on": "01/02/2019",
        "breach_type": "Theft, Unauthorized Access/Disclosure",
        "location": "Paper",
        "business_associate_present": "Yes",
        "web_description": "  OCR  closed it.\r\nDone. ",
    } | changes
    return RawRow(7, cells, "raw")


def test_a_row_is_typed_in_the_order_of_the_columns():
    assert normalise.typed_row(raw(), DAY) == (
        "Alder Clinic",
        "TX",
        "Healthcare Provider",
        1200,
        date(2019, 1, 2),
        "Theft, Unauthorized Access/Disclosure",
        "Paper/Films",
        True,
        "OCR  closed it.\nDone.",
    )


@pytest.mark.parametrize("missing", ["", "NA", " ", "N/A"])
def test_what_is_not_stated_is_none(missing):
    row = normalise.typed_row(
        raw(
            state=missing,
            entity_type=missing,
            individuals_affected=missing,
            breach_type=missing,
            location=missing,
            business_associate_present=missing,
            web_description=missing,
        ),
        DAY,
    )
    assert row[1:4] + row[5:] == (None,) * 7


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01/02/2019", date(2019, 1, 2)),
        ("1/2/19", date(2019, 1, 2)),
        ("2019-01-02", date(2019, 1, 2)),
        ("2019-01-02 00:00:00", date(2019, 1, 2)),
    ],
)
def test_dates_as_portals_and_spreadsheets_write_them(text, day):
    assert normalise.submitted_on(text, DAY) == day


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"entity_name": " "}, "no name"),
        ({"state": "ZZ"}, "unknown state"),
        ({"entity_type": "Bakery"}, "unknown entity type"),
        ({"individuals_affected": "many"}, "no whole number"),
        ({"individuals_affected": "12.5"}, "no whole number"),
        ({"individuals_affected": "0"}, "cannot be 0"),
        ({"submitted_on": "31/01/2019"}, "no date"),
        ({"submitted_on": "02/01/2020"}, "outside"),
        ({"submitted_on": "01/01/2001"}, "outside"),
        ({"breach_type": "Theft, Sorcery"}, "unknown type of breach"),
        ({"location": "Cloud"}, "unknown location"),
        ({"business_associate_present": "Maybe"}, "neither Yes nor No"),
    ],
)
def test_a_row_that_breaks_the_contract_says_why(change, reason):
    with pytest.raises(BrokenRow, match=reason):
        normalise.typed_row(raw(**change), DAY)


def test_rows_and_rejects_add_up_and_rejects_keep_line_reason_and_text():
    typed = normalise.normalise([raw(), raw(state="ZZ")], DAY)
    assert len(typed.rows) == 1
    assert typed.rejects.to_dict("records") == [
        {"line_number": 7, "reason": "unknown state 'ZZ'", "raw": "raw"}
    ]
    assert typed.rows["submitted_on"].iloc[0] == pd.Timestamp("2019-01-02")


def test_damaged_quotes_are_repaired():
    assert normalise.entity_name("St. Maryâ€™s Clinic") == "St. Mary’s Clinic"
    assert normalise.web_description("driversÉ?? licence") == "drivers’ licence"


def test_lines_of_a_lone_backslash_are_not_part_of_a_narrative():
    assert normalise.web_description("OCR closed it.\n\\\n\\\\\n\\") == "OCR closed it."
    assert normalise.web_description("\\\\") is None
    assert normalise.web_description("filed under C:\\a\nand") == "filed under C:\\a\nand"
