"""Where the full exports lie, for tests that need real volume. The project passes without them."""

import csv
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
EXPORTS = SHARED / "exports"
NEWEST = EXPORTS / "2026-07-01"

needs_exports = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="needs the full portal exports in ../shared/exports"
)
needs_reference = pytest.mark.skipif(
    not (SHARED / "reference").is_dir(), reason="needs the reference facts in ../shared/reference"
)


def raw_newest() -> list[dict[str, str]]:
    """The export of July 2026 read by the csv module alone: what figures are checked against."""
    rows = []
    for path in sorted(NEWEST.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows.extend(
                dict(zip(RAW_COLUMNS, row, strict=True)) for row in list(csv.reader(file))[1:]
            )
    return rows


RAW_COLUMNS = ("name", "state", "entity", "count", "date", "type", "location", "ba", "text")
