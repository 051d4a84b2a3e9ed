"""The table: whole rows, in each order, page by page; the address that means it; the examples."""

import duckdb
import pytest

from analysis import explorer
from analysis.captions import explorer as captions
from analysis.explorer import COLUMNS, ORDERS, Selection
from analysis.filters import Filters, WrongFilter
from analysis.provenance import provenance
from analysis.untrusted_sql import SqlAnswer, run_select
from tests.shared import needs_exports, raw_newest

SHOWN = ("entity_name", "individuals_affected")


def rows(table) -> list[list]:
    return table.astype("object").where(table.notna(), None).values.tolist()


def test_the_columns_are_those_of_the_table(small_workspace):
    with duckdb.connect(small_workspace.database, read_only=True) as con:
        found = con.execute("SELECT * FROM breaches LIMIT 0").description
    assert tuple(column[0] for column in found) == COLUMNS


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("newest", "Fir Hospital", "Alder Clinic"),
        ("oldest", "Alder Clinic", "Fir Hospital"),
        ("largest", "Dogwood, Inc.", "Elm <script>alert(1)</script>"),
        ("smallest", 'Cedar "C" Labs', "Elm <script>alert(1)</script>"),
        ("name", "=HYPERLINK(1)", "Fir Hospital"),
        ("state", "Birch Plan", 'Cedar "C" Labs'),
        ("added", "Fir Hospital", "Alder Clinic"),
    ],
)
def test_each_order_puts_what_is_not_stated_last(small_db, sort, first, last):
    names = explorer.reports_page(small_db, Filters(), sort=sort)["entity_name"].tolist()
    assert (names[0], names[-1], len(names)) == (first, last, 7)


def test_pages_hold_each_report_once(small_db):
    pages = [
        explorer.reports_page(small_db, Filters(), sort="largest", columns=SHOWN, page=page, rows=3)
        for page in (1, 2, 3, 4)
    ]
    assert [rows(page) for page in pages] == [
        [["Dogwood, Inc.", 78_000_000], ["Birch Plan", 250_000], ["Fir Hospital", 9000]],
        [["Alder Clinic", 1200], ["=HYPERLINK(1)", 501], ['Cedar "C" Labs', 500]],
        [["Elm <script>alert(1)</script>", None]],
        [],
    ]


def test_a_selection_and_its_address_mean_the_same():
    selection = Selection(Filters(state=("TX", "CA"), q="a b"), "largest", ("state", "location"))
    pairs = selection.address_pairs()
    assert pairs == [
        ("state", "TX"),
        ("state", "CA"),
        ("q", "a b"),
        ("sort", "largest"),
        ("columns", "state"),
        ("columns", "location"),
    ]
    assert Selection.from_address(pairs) == selection
    assert Selection.from_address([]) == Selection()
    assert Selection().address_pairs() == []
    assert Selection.from_address([("sort", "Largest")]).sort == "largest"


@pytest.mark.parametrize(
    "pair", [("sort", "breach_id; DROP TABLE x"), ("columns", "*"), ("order", "newest")]
)
def test_a_wrong_address_is_refused(pair):
    with pytest.raises(WrongFilter):
        Selection.from_address([pair])


def test_the_schema_describes_every_table(small_db):
    found = explorer.schema(small_db)
    assert {"breaches", "observations", "revisions", "snapshots"} <= set(found["table_name"])
    assert found["meaning"].str.len().min() > 5
    assert found["table_meaning"].str.startswith("One row is").all()


@pytest.mark.parametrize("title", explorer.sql_examples())
def test_every_example_runs(small_workspace, title):
    found = run_select(explorer.sql_examples()[title], small_workspace.database)
    assert found.columns
    assert len(found.rows) or title == "Counts that were raised most"


def test_an_answer_becomes_a_table_whatever_its_types():
    found = SqlAnswer(
        ["a", "a", "big", "small", "text", "yes", "list", "ratio"],
        ["BIGINT", "DATE", "HUGEINT", "HUGEINT", "VARCHAR", "BOOLEAN", "INTEGER[]", "DOUBLE"],
        [[1, "2016-05-01", 2**70, 7, None, True, [1, 2], 0.5], [None] * 8],
        False,
    )
    table = explorer.sql_table(found)
    assert list(table.columns) == ["a", "a (2)", "big", "small", "text", "yes", "list", "ratio"]
    assert rows(table) == [[1, "2016-05-01", str(2**70), 7, None, True, "[1, 2]", 0.5], [None] * 8]


def test_the_lead_counts_of_how_many(small_db):
    data = provenance(small_db, Filters())
    assert captions.lead(7, Filters(), data) == "7 reports, all that HHS showed on 1 May 2016."
    assert captions.lead(1, Filters(state=("NY",)), data) == (
        "1 of 7 reports (New York), as of 1 May 2016."
    )
    assert captions.lead(0, Filters(listing="part2"), data) == (
        "0 reports (42 CFR Part 2 reports), as of 1 May 2016."
    )


def test_the_rows_shown_are_counted_to_the_end():
    assert captions.rows_shown(1, 7) == "Reports 1 to 7 of 7"
    assert captions.rows_shown(312, 7790) == "Reports 7,776 to 7,790 of 7,790"
    assert captions.rows_shown(2, 26) == "Report 26 of 26"


def test_no_page_is_so_far_down_that_it_costs():
    assert [explorer.pages_count(reports) for reports in (0, 1, 25, 26, 7790)] == [1, 1, 1, 2, 312]
    assert explorer.pages_count(7_790_000) == 1000
    assert captions.rows_shown(1000, 7_790_000) == (
        "Reports 24,976 to 25,000 of 7,790,000; the files hold all"
    )


@needs_exports
@pytest.mark.parametrize("sort", sorted(ORDERS))
def test_the_pages_of_july_2026_hold_the_raw_reports(newest_db, sort):
    filters = Filters(state=("TX",), breach_type=("Theft",))
    raw = [row for row in raw_newest() if row["state"] == "TX" and "Theft" in row["type"]]
    assert explorer.reports_count(newest_db, filters) == len(raw)
    found = []
    for page in range(1, -(-len(raw) // 25) + 1):
        found += explorer.reports_page(newest_db, filters, sort=sort, page=page)[
            "individuals_affected"
        ].tolist()
    assert sorted(found) == sorted(int(row["count"]) for row in raw)
    if sort == "largest":
        assert found == sorted(found, reverse=True)
