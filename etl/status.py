"""What is loaded: snapshots, coverage, newest report, row and reject counts, checks, age."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import duckdb

from etl.checks import failed_checks
from etl.errors import DatabaseUnusable
from etl.load import Workspace
from etl.schema import SCHEMA_VERSION

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Status:
    """The state of one database file. `checks` maps each rule to the rows that break it."""

    database: str
    reports: int
    individuals_affected: int
    newest_report_on: str | None
    age_days: int
    snapshots: list[dict]
    rejects: int
    checks: dict[str, int]


def status(workspace: Workspace, today: date | None = None) -> Status:
    """Read the state of the published database; raises DatabaseUnusable where there is none."""
    database = workspace.database
    if not database.exists():
        raise DatabaseUnusable(
            f"There is no database {database}: run `python -m etl pull`, `load` or `sample`."
        )
    try:
        with duckdb.connect(database, read_only=True) as con:
            return _read(con, database, today or date.today())
    except duckdb.Error:
        raise DatabaseUnusable(
            f"{database} is damaged or was made by another version: run `python -m etl rebuild`."
        ) from None


def _read(con: duckdb.DuckDBPyConnection, database: Path, today: date) -> Status:
    version = con.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    if version is None or version[0] != SCHEMA_VERSION:
        raise DatabaseUnusable(
            f"{database} was made by another version: run `python -m etl rebuild`."
        )
    found = con.execute((SQL / "snapshots.sql").read_text(encoding="utf-8"))
    names = [column[0] for column in found.description]
    snapshots = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    reports, individuals, newest = con.execute(
        (SQL / "totals.sql").read_text(encoding="utf-8")
    ).fetchone()
    newest_snapshot = max(snapshot["retrieved_on"] for snapshot in snapshots)
    return Status(
        database=str(database),
        reports=reports,
        individuals_affected=int(individuals or 0),
        newest_report_on=newest and newest.isoformat(),
        age_days=(today - newest_snapshot).days,
        snapshots=[
            snapshot | {"retrieved_on": snapshot["retrieved_on"].isoformat()}
            for snapshot in snapshots
        ],
        rejects=sum(snapshot["rejected_count"] for snapshot in snapshots),
        checks=failed_checks(con),
    )


def as_json(found: Status) -> str:
    return json.dumps(asdict(found), indent=2)


def as_text(found: Status) -> str:
    """The state as a person reads it."""
    lines = [
        f"{found.reports:,} reports, {found.individuals_affected:,} individuals affected, "
        f"newest report {found.newest_report_on}; data {found.age_days:,} days old",
        f"{found.rejects:,} rows refused",
        *(
            f"  {snapshot['retrieved_on']}  {snapshot['source']:<7} {snapshot['listing']:<6} "
            f"{snapshot['coverage']:<20} {snapshot['row_count']:>7,} rows, "
            f"{snapshot['rejected_count']:,} refused"
            for snapshot in found.snapshots
        ),
    ]
    broken = {rule: count for rule, count in found.checks.items() if count}
    lines += [f"FAILED {rule}: {count:,}" for rule, count in broken.items()]
    if not broken:
        lines.append(f"all {len(found.checks)} checks hold")
    return "\n".join(lines)
