"""Raw snapshots in, a new database file out. The same snapshots give the same database.

Snapshots are folded in order of time whatever the order of loading, so loading one by one, in any
order, and rebuilding give the same records, revisions and ids.
"""

import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from etl import schema
from etl.breach_dates import breach_dates
from etl.checks import check_database, check_rejects
from etl.fields import COLUMNS
from etl.identity import breach_ids, published_after
from etl.linkage import NEW, link
from etl.narrative import read_narratives
from etl.normalise import normalise
from etl.raw import Snapshot, now
from etl.reading import read_export
from etl.reference import load_reference

Progress = Callable[[str], None]
_STATUS_OF_VIEW = {"under_investigation": "under_investigation", "archive": "archived"}


def build(
    snapshots: Sequence[Snapshot],
    path: Path,
    progress: Progress = lambda line: None,
    published: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Write a database of `snapshots` (at least one) to `path`, which must not exist.

    `published` holds the ids published so far, which keep resolving; what is to be remembered once
    this database is published comes back (see etl.identity). Raises FileUnreadable where an export
    breaks the contract and DatabaseUnusable where a check of the result fails.
    """
    ordered = sorted(snapshots, key=lambda snapshot: snapshot.order)
    typed = []
    for snapshot in ordered:
        progress(f"Reading the export of {snapshot.retrieved_on}")
        typed.append(read_snapshot(snapshot))
        check_rejects(snapshot, *typed[-1])
    rows = _linked([rows for rows, _ in typed], progress)
    rejects = pd.concat([rejects for _, rejects in typed], ignore_index=True)

    progress("Reading the narratives")
    rows = rows.join(read_narratives(rows))
    ids, aliases = breach_ids(rows, published)
    rows["breach_id"] = rows["record"].map(ids)

    progress("Writing the database")
    with duckdb.connect(path) as con:
        schema.create(con)
        _insert(con, "snapshots", _snapshot_rows(ordered, typed))
        _insert(con, "observations", rows)
        _insert(con, "rejects", rejects)
        _insert(con, "breach_aliases", aliases)
        _insert_reference(con, rows)
        schema.derive(con)
        _insert(con, "meta", _meta())
        progress("Checking the database")
        check_database(con)
    return published_after(rows, ids, aliases, published)


def read_snapshot(snapshot: Snapshot) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Typed rows and rejects of one snapshot, with the file and line each came from."""
    rows, rejects = [], []
    for file in snapshot.files:
        typed = normalise(read_export(file.content, file.name).rows, snapshot.retrieved_on)
        typed.rows["status"] = _STATUS_OF_VIEW.get(file.view)
        for frame, parts in ((typed.rows, rows), (typed.rejects, rejects)):
            frame["file_name"] = file.name
            parts.append(frame)
    both = [pd.concat(parts, ignore_index=True) for parts in (rows, rejects)]
    for frame in both:
        frame["snapshot_id"] = snapshot.snapshot_id
        frame["listing"] = snapshot.listing
    both[0]["retrieved_on"] = pd.Timestamp(snapshot.retrieved_on)
    return both[0], both[1]


def _linked(snapshots: list[pd.DataFrame], progress: Progress) -> pd.DataFrame:
    """All rows, each with the number of its record and the rule that found it."""
    parts = []
    known = {}
    next_record = 0
    for rows in snapshots:
        listing = rows["listing"].iloc[0] if len(rows) else "hipaa"
        before = known.get(listing)
        if before is None:
            before = rows.assign(record=0).iloc[:0][["record", *COLUMNS]]
        if before.empty or rows.empty:
            links = pd.DataFrame({"record": pd.NA, "rule": NEW, "score": 0.0}, index=rows.index)
        else:
            progress(f"Linking the export of {rows['retrieved_on'].iloc[0].date()}")
            links = link(before, rows[list(COLUMNS)])
        is_new = links["record"].isna().to_numpy()
        record = links["record"].astype("Int64").to_numpy(dtype="int64", na_value=-1)
        record[is_new] = range(next_record, next_record + int(is_new.sum()))
        next_record += int(is_new.sum())
        linked = rows.assign(
            record=record, link_rule=links["rule"].to_numpy(), link_score=links["score"].to_numpy()
        )
        parts.append(linked)
        last_shown = linked[["record", *COLUMNS]]
        known[listing] = (
            pd.concat([before, last_shown]).drop_duplicates("record", keep="last")
            if len(before)
            else last_shown
        )
    return pd.concat(parts, ignore_index=True)


def _insert_reference(con: duckdb.DuckDBPyConnection, rows: pd.DataFrame) -> None:
    """Case files, enforcement, populations and published figures, tied to the reports."""
    newest = rows.drop_duplicates("breach_id", keep="last").reset_index(drop=True)
    _insert(con, "breach_dates", breach_dates(newest))
    for table, frame in load_reference(newest).items():
        _insert(con, table, frame)


def _snapshot_rows(
    snapshots: Sequence[Snapshot], typed: list[tuple[pd.DataFrame, pd.DataFrame]]
) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "snapshot_id": snapshot.snapshot_id,
                "sequence": sequence,
                "retrieved_on": snapshot.retrieved_on,
                "source": snapshot.source,
                "listing": snapshot.listing,
                "coverage": snapshot.coverage,
                "row_count": len(rows) + len(rejects),
                "rejected_count": len(rejects),
                "announced_rows": _announced(snapshot),
                "retrieved_at": max(file.retrieved_at for file in snapshot.files)[:19],
                "address": ", ".join(file.address for file in snapshot.files),
                "sha256": ", ".join(file.sha256 for file in snapshot.files),
            }
            for sequence, (snapshot, (rows, rejects)) in enumerate(
                zip(snapshots, typed, strict=True), start=1
            )
        ]
    )


def _announced(snapshot: Snapshot) -> int | None:
    counts = [file.announced_rows for file in snapshot.files]
    return None if None in counts else sum(counts)


def _meta() -> pd.DataFrame:
    facts = {
        "schema_version": schema.SCHEMA_VERSION,
        "build_id": uuid.uuid4().hex[:12],
        "built_at": now(),
    }
    return pd.DataFrame(facts.items(), columns=["key", "value"])


def _insert(con: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Append the columns of `frame` that the table has; a column it lacks stays NULL."""
    if not len(frame):
        return
    existing = [row[0] for row in con.execute(f"DESCRIBE {table}").fetchall()]
    columns = ", ".join(column for column in existing if column in frame.columns)
    con.register("incoming", frame)
    con.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming")
    con.unregister("incoming")
