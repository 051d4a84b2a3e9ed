"""Reading: whatever a spreadsheet did to the file, the same rows come out."""

import contextlib
import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.errors import FileUnreadable
from etl.fields import FIELDS
from etl.reading import decode, read_export, view_in_name
from tests.shared import EXPORTS, needs_exports

HEADER = [field.header for field in FIELDS]
ROW = [
    "St. Mary’s “North” Clinic, d/b/a Norte",
    "TX",
    "Healthcare Provider",
    "1200",
    "02/03/2014",
    "Theft",
    "Laptop, Other",
    "No",
    'He said "no".\nThen, more.',
]
DAMAGED = "javax.faces.component.UIPanel@5d2f1c3e"


def as_csv(rows, *, delimiter=",", line_end="\n", quoting=csv.QUOTE_ALL) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
    return text.getvalue()


def cells(content: bytes) -> list[list[str]]:
    return [list(row.cells.values()) for row in read_export(content, "x.csv").rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "mac_roman", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_way_a_spreadsheet_saves_gives_the_same_rows(encoding, line_end, delimiter):
    # An inner line break is what the spreadsheet makes of it; everything else must be the same.
    row = [cell.replace("\n", line_end) for cell in ROW]
    content = as_csv([HEADER, row], delimiter=delimiter, line_end=line_end).encode(encoding)
    assert cells(content) == [row]


def test_damaged_headers_of_the_portal_are_known_by_their_place():
    header = [DAMAGED, *HEADER[1:7], DAMAGED.replace("5d", "77"), HEADER[8]]
    assert cells(as_csv([header, ROW]).encode()) == [ROW]


def test_columns_in_another_order_come_out_under_their_own_names():
    row = read_export(as_csv([HEADER[::-1], ROW[::-1]]).encode(), "x.csv").rows[0]
    assert row.cells["entity_name"] == ROW[0]
    assert row.cells["web_description"] == ROW[8]


def test_part_2_columns_are_their_own_listing():
    header = ["Name of Part 2 Program", *HEADER[1:2], *HEADER[3:]]
    table = read_export(as_csv([header, ROW[:2] + ROW[3:]]).encode(), "x.csv")
    assert table.listing == "part2"
    assert table.rows[0].cells["entity_name"] == ROW[0]


def test_an_excel_workbook_is_read_like_the_csv_it_was_made_of():
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    book.active.append([*ROW[:3], 1200, *ROW[4:]])
    content = io.BytesIO()
    book.save(content)
    assert cells(content.getvalue()) == [ROW]


def test_a_row_with_too_few_or_too_many_cells_is_kept_with_its_problem():
    rows = read_export(as_csv([HEADER, ROW[:5], [*ROW, "more"]]).encode(), "x.csv").rows
    assert [row.problem for row in rows] == [
        "has 5 cells where the header has 9",
        "has 10 cells where the header has 9",
    ]


def test_line_numbers_count_the_lines_of_the_file():
    rows = read_export(as_csv([HEADER, ROW, ROW]).encode(), "x.csv").rows
    assert [row.line_number for row in rows] == [2, 4]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04 not really", "Excel workbook"),
        (b"name,size\na,1\n", "not part of a breach export"),
        (b"\x00\x01\x02\x03", "is not text"),
        (as_csv([HEADER[:8], ROW[:8]]).encode(), "lacks the column Web Description"),
        (as_csv([[*HEADER, "Extra"], [*ROW, "x"]]).encode(), "“Extra”"),
        (as_csv([[*HEADER, HEADER[1]], [*ROW, "x"]]).encode(), "a column twice"),
        (as_csv([HEADER, ROW]).encode()[:-10], "breaks off"),
    ],
)
def test_what_is_no_export_is_refused_in_one_sentence(content, says):
    with pytest.raises(FileUnreadable, match=says) as refusal:
        read_export(content, "x.csv")
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_rows_or_a_named_refusal(content):
    with contextlib.suppress(FileUnreadable):  # anything else is a traceback for a user
        assert read_export(content, "x.csv").rows is not None


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
                str.strip
            ),
            min_size=9,
            max_size=9,
        ),
        max_size=8,
    )
)
def test_no_row_of_a_valid_file_vanishes(rows):
    assert cells(as_csv([HEADER, *rows]).encode()) == rows


def test_the_view_stands_in_the_file_name():
    assert view_in_name("under_investigation.csv") == "under_investigation"
    assert view_in_name("Archive rebuilt.csv") == "archive"
    assert view_in_name("both_views.csv") == "both"
    assert view_in_name("breach_report.csv") is None


def test_mac_bytes_are_told_from_windows_bytes():
    text = "driver’s “licence” – gone"
    assert decode(text.encode("mac_roman"), "x") == text
    assert decode(text.encode("cp1252"), "x") == text


@needs_exports
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("2016-04-01/both_views.csv", 1518),
        ("2020-08-11/archive.csv", 2785),
        ("2020-08-11/under_investigation.csv", 580),
        ("2022-04-15/both_views.csv", 4602),
        ("2024-10-08/archive.csv", 5590),
        ("2024-10-08/under_investigation.csv", 852),
        ("2026-07-01/archive_rebuilt.csv", 7057),
        ("2026-07-01/under_investigation.csv", 733),
    ],
)
def test_each_real_export_is_read_whole(name, rows):
    assert len(read_export((EXPORTS / name).read_bytes(), name).rows) == rows
