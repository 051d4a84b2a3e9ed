"""Reference tables: typed, complete, laid against their schema, and true of the exports."""

import re
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl.errors import FileUnreadable
from etl.fields import BREACH_TYPES
from etl.reference import DATA, load_reference, read_table
from tests.data.reports import FOLDERS, reports_of, sample_reports
from tests.shared import SHARED, needs_exports, needs_reference

REFERENCE = DATA / "reference"
SQL = Path(__file__).parents[2] / "etl" / "sql" / "reference.sql"
FIGURES = read_table(REFERENCE / "published_figures.csv")
COMPARABLE = FIGURES[FIGURES["comparable"]]


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return load_reference(sample_reports())


def test_every_table_fits_its_schema_and_every_column_is_described(tables):
    with duckdb.connect() as con:
        con.execute(SQL.read_text(encoding="utf-8"))
        created = {name for (name,) in con.execute("SHOW TABLES").fetchall()}
        assert created == set(tables)
        for name, table in tables.items():
            columns = [row[0] for row in con.execute(f"DESCRIBE {name}").fetchall()]
            assert sorted(columns) == sorted(table.columns)
            con.register("incoming", table)
            con.execute(f"INSERT INTO {name} SELECT {', '.join(columns)} FROM incoming")
            con.unregister("incoming")
        kept = {name: len(con.execute(f"FROM {name}").fetchall()) for name in created}
        assert kept == {name: len(table) for name, table in tables.items()}
        undescribed = "WHERE comment IS NULL AND NOT internal"
        tables_without = con.execute(f"SELECT table_name FROM duckdb_tables() {undescribed}")
        assert tables_without.fetchall() == []
        columns_without = con.execute(f"SELECT column_name FROM duckdb_columns() {undescribed}")
        assert columns_without.fetchall() == []
        shown = con.execute("SELECT slug, data_exposed FROM cases WHERE year = 2011").fetchall()
        assert shown == [("saic-tricare-2011", ["names", "Social Security numbers", "health data"])]


def test_states_and_dc_add_up_to_the_census(tables):
    people = tables["state_population"]
    residents = people[people["state"] != "PR"].groupby("census_day")["resident_population"]
    assert residents.sum().tolist() == [308_745_538, 331_449_281]
    assert (residents.size() == 51).all()


def test_enforcement_actions_are_ninety_with_day_or_month(tables):
    actions = tables["enforcement_actions"]
    assert len(actions) == 90
    assert actions.groupby("date_precision").size().to_dict() == {"day": 80, "month": 10}
    anthem = actions.set_index("action_id").loc["2018-10-15-anthem"]
    assert (anthem["entity"], anthem["amount_usd"]) == ("Anthem", 16_000_000)


@needs_reference
def test_nothing_was_lost_on_the_way_and_no_sentence_carried_over():
    theirs = pd.read_csv(SHARED / "reference" / "published_figures.csv", dtype="str")
    assert len(FIGURES) == len(theirs) == 193
    numbers = pd.to_numeric(theirs["value"], errors="coerce")
    assert FIGURES["value"].astype("float").equals(numbers.astype("float"))
    ours = " ".join([*FIGURES["definition"], *FIGURES["note"].dropna()])
    assert not [words for words in theirs["definition"].dropna() if words in ours]
    paid = pd.read_csv(SHARED / "reference" / "enforcement.csv")
    actions = read_table(REFERENCE / "enforcement_actions.csv")
    assert actions["amount_usd"].tolist() == paid["amount_usd"].tolist()


def test_a_figure_that_is_not_compared_says_why():
    kept_out = FIGURES[~FIGURES["comparable"]]
    assert kept_out["note"].notna().all()
    assert set(kept_out["measure"]) == {"none"}
    assert kept_out[["from_on", "to_on", "nearest_snapshot"]].isna().all(axis=None)
    assert not (COMPARABLE["basis"].isin(["occurrence", "own_coding", "other"])).any()


def test_a_figure_that_is_compared_has_what_a_machine_needs():
    assert len(COMPARABLE) == 73
    assert COMPARABLE[["value", "from_on", "to_on"]].notna().all(axis=None)
    of_reports = COMPARABLE[COMPARABLE["measure"] != "enforcement_usd"]
    snapshots = {"2015-02-26", *FOLDERS}
    assert set(of_reports["nearest_snapshot"].dt.strftime("%Y-%m-%d")) <= snapshots
    narrowed = COMPARABLE[COMPARABLE["group_column"] != "none"]
    assert set(narrowed["group_column"]) == {"breach_type"}
    assert set(narrowed["group_value"].str.split("|").explode()) <= set(BREACH_TYPES)
    assert set(COMPARABLE["counting"]) == {"any_of", "none"}


def _computed(figure: pd.Series, reports: pd.DataFrame) -> float:
    """The figure computed again, by other means than the app's."""
    days = reports["submitted_on"].between(figure["from_on"], figure["to_on"])
    counted = reports[days]
    if figure["group_column"] != "none":
        names = "|".join(map(re.escape, figure["group_value"].split("|")))
        counted = counted[counted[figure["group_column"]].str.contains(names, na=False)]
    if pd.notna(figure["min_individuals"]):
        counted = counted[counted["individuals_affected"] >= figure["min_individuals"]]
    people = counted["individuals_affected"]
    measures = {
        "reports": len(counted),
        "individuals": people.sum(),
        "mean": people.mean(),
        "median": people.median(),
        "share_reports": len(counted) / days.sum(),
        "share_individuals": people.sum() / reports.loc[days, "individuals_affected"].sum(),
    }
    return (
        float(measures[figure["measure"]]) / {"1": 1, "millions": 1e6, "pct": 0.01}[figure["unit"]]
    )


@needs_exports
def test_figures_come_out_of_the_nearest_export_or_the_note_explains():
    of_reports = COMPARABLE[COMPARABLE["measure"] != "enforcement_usd"]
    close = 0
    for _, figure in of_reports.iterrows():
        day = figure["nearest_snapshot"].strftime("%Y-%m-%d")
        reports = sample_reports() if day == "2015-02-26" else reports_of(day)
        published = float(figure["value"])
        difference = abs(_computed(figure, reports) - published)
        rounding = 0.5 if figure["unit"] == "pct" else 0.0
        if difference <= max(0.1 * published, rounding):
            close += 1
        else:
            assert pd.notna(figure["note"]), figure.to_dict()
    assert (close, len(of_reports)) == (50, 71)


def test_enforcement_totals_come_out_of_the_actions(tables):
    actions = tables["enforcement_actions"]
    of_actions = COMPARABLE[COMPARABLE["measure"] == "enforcement_usd"].set_index("value_key")
    for year, expected in (("2018", 28_683_400), ("2024", 9_264_046)):
        figure = of_actions.loc[year]
        days = actions["announced_on"].between(figure["from_on"], figure["to_on"])
        assert actions.loc[days, "amount_usd"].sum() == expected
        assert abs(expected / figure["value"] - 1) < 0.02


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("AL,2010-04-01,4779736", "AL,2010-04-01,many", "row 2: resident_population is no whole"),
        ("AL,2010-04-01,4779736", "AL,April 2010,4779736", "row 2: census_day is no day"),
        ("AL,2010-04-01,4779736", "AL,,4779736", "row 2: census_day is empty"),
        ("AL,2020-04-01", "AL,2010-04-01", "row 3: state and census_day stands twice"),
        ("resident_population", "people", "has other columns than it should: check people, res"),
    ],
)
def test_a_wrong_cell_is_named_with_file_and_row(tmp_path, old, new, sentence):
    path = tmp_path / "state_population.csv"
    text = (REFERENCE / path.name).read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FileUnreadable) as refusal:
        read_table(path)
    assert sentence in str(refusal.value)
    assert str(refusal.value).startswith("state_population.csv")


def test_a_missing_file_is_named(tmp_path):
    shutil.copytree(DATA / "cases", tmp_path / "cases")
    shutil.copytree(REFERENCE, tmp_path / "reference")
    (tmp_path / "reference" / "rules.csv").unlink()
    with pytest.raises(FileUnreadable, match=r"rules\.csv cannot be read .* restore it from git"):
        load_reference(sample_reports(), tmp_path)
