"""Checks that stop a load: too many refused rows, or a database that does not add up."""

from pathlib import Path

import duckdb
import pandas as pd

from etl.errors import DatabaseUnusable, FileUnreadable, LossRefused
from etl.raw import Snapshot

SQL = Path(__file__).parent / "sql"

# A few broken rows are life; more are a changed format.
MOST_REJECTS_SHARE = 0.01
ALWAYS_TOLERATED_REJECTS = 5
# A snapshot of both views that lacks more of the known reports than this needs a person's look.
MOST_LOST_SHARE = 0.01


def check_rejects(snapshot: Snapshot, rows: pd.DataFrame, rejects: pd.DataFrame) -> None:
    """Raise FileUnreadable where too many rows of a snapshot broke the contract."""
    total = len(rows) + len(rejects)
    if len(rejects) <= max(ALWAYS_TOLERATED_REJECTS, MOST_REJECTS_SHARE * total) and len(rows):
        return
    if not total:
        if snapshot.listing == "part2":
            return
        raise FileUnreadable(
            f"The export of {snapshot.retrieved_on} has a header but no rows: export it again."
        )
    first = rejects.iloc[0]
    raise FileUnreadable(
        f"{len(rejects):,} of {total:,} rows of the export of {snapshot.retrieved_on} cannot be "
        f"read, the first in {first['file_name']} on line {first['line_number']} "
        f"({first['reason']}): check the file and the date."
    )


def check_database(con: duckdb.DuckDBPyConnection) -> None:
    """Raise DatabaseUnusable where the new database does not add up."""
    broken = [f"{name} ({count:,})" for name, count in failed_checks(con).items() if count]
    if broken:
        raise DatabaseUnusable(
            f"The new database does not add up: {'; '.join(broken)}. It was not published; "
            "please report this with the files you loaded."
        )


def failed_checks(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows break each rule of the database; a sound one has zero everywhere."""
    rows = con.execute((SQL / "checks.sql").read_text(encoding="utf-8")).fetchall()
    return dict(rows)


def check_loss(published: Path, candidate: Path) -> None:
    """Raise LossRefused where the new database lacks too many of the published reports."""
    with duckdb.connect() as con:
        for path, name in ((published, "published"), (candidate, "candidate")):
            con.execute(f"ATTACH '{_quoted(path)}' AS {name} (READ_ONLY)")
        known, lost = con.execute((SQL / "lost_reports.sql").read_text(encoding="utf-8")).fetchone()
    if lost > known * MOST_LOST_SHARE:
        raise LossRefused(
            f"Loading this would lose {lost:,} of {known:,} known reports: look at the export, "
            "and if HHS really withdrew them load it again with --accept-loss."
        )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
