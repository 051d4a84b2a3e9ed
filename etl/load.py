"""The commands: pull, load, sample, rebuild. Each ends in a new database or in no change."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from etl import portal
from etl.attempts import remember_attempt
from etl.build import build
from etl.checks import check_loss
from etl.errors import DatabaseUnusable, EtlError, FileUnreadable, LoadRunning, UsageError
from etl.publish import new_file, only_loader, publish
from etl.raw import COVERAGES, RawFile, RawStore, Snapshot, now, with_unique_names
from etl.reading import read_export, view_in_name
from etl.schema import SCHEMA_VERSION

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "breaches_2015-02-26.csv"
_SAMPLE_DAY = date(2015, 2, 26)
_LARGEST_FILE = 500_000_000

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Workspace:
    """Where the database and the raw files lie."""

    database: Path
    raw: Path


@dataclass(frozen=True)
class Outcome:
    """What a command did: `changed` is false where there was nothing new."""

    changed: bool
    message: str


def load(
    workspace: Workspace,
    files: Sequence[Path],
    on: date,
    coverage: str | None = None,
    *,
    accept_loss: bool = False,
    progress: Progress = lambda line: None,
) -> Outcome:
    """Load saved exports as one snapshot of the day `on`."""
    if on > date.today():
        raise UsageError(f"{on} lies in the future: give the day on which the export was saved.")
    snapshot = saved_snapshot(files, on, coverage)
    return _add([snapshot], workspace, accept_loss=accept_loss, progress=progress)


def sample(workspace: Workspace, progress: Progress = lambda line: None) -> Outcome:
    """Load the bundled sample: OCR's list as it stood on 26 February 2015."""
    file, _ = _raw_file(SAMPLE, "both")
    snapshot = Snapshot(_SAMPLE_DAY, "sample", "both", (file,))
    return _add([snapshot], workspace, progress=progress)


def pull(
    workspace: Workspace,
    portal_url: str,
    *,
    accept_loss: bool = False,
    progress: Progress = lambda line: None,
    time_limit: float = 300.0,
    pause: float = portal.PAUSE,
) -> Outcome:
    """Fetch every view from the portal and load it as the snapshot of today.

    Whether it worked is kept beside the database, so that the dashboard can say so.
    """
    try:
        exports = portal.pull(portal_url, progress=progress, time_limit=time_limit, pause=pause)
        outcome = _load_exports(exports, workspace, accept_loss=accept_loss, progress=progress)
    except LoadRunning:
        raise
    except EtlError as error:
        remember_attempt(workspace.database, str(error))
        raise
    remember_attempt(workspace.database, None)
    return outcome


def _load_exports(
    exports: Sequence[portal.Export],
    workspace: Workspace,
    *,
    accept_loss: bool,
    progress: Progress,
) -> Outcome:
    """Load what the portal gave, one snapshot a listing."""
    snapshots = []
    for listing in dict.fromkeys(export.listing for export in exports):
        of_listing = [export for export in exports if export.listing == listing]
        files = tuple(
            RawFile(
                name=f"{export.listing}_{export.view}.csv",
                content=export.content,
                view=export.view,
                rows=export.announced_rows,
                address=export.url,
                retrieved_at=export.retrieved_at.isoformat(timespec="microseconds"),
                announced_rows=export.announced_rows,
            )
            for export in of_listing
        )
        day = min(export.retrieved_at for export in of_listing).date()
        snapshots.append(Snapshot(day, "portal", "both", files, listing))
    return _add(snapshots, workspace, accept_loss=accept_loss, progress=progress)


def rebuild(workspace: Workspace, progress: Progress = lambda line: None) -> Outcome:
    """Build the database again from the raw store."""
    with only_loader(workspace.database):
        store = RawStore(workspace.raw)
        store.clean_up()
        snapshots = store.snapshots()
        if not snapshots:
            raise FileUnreadable(
                f"{workspace.raw} holds no raw exports to build from: load one first, or name "
                "the folder in BREACH_RAW_DIR."
            )
        _build_and_publish(snapshots, workspace, check=False, progress=progress)
    return Outcome(True, f"Rebuilt from {len(snapshots)} snapshots.")


def saved_snapshot(files: Sequence[Path], on: date, coverage: str | None) -> Snapshot:
    """The files a person saved, as a snapshot; raises where they cannot be one."""
    if coverage is not None and coverage not in COVERAGES:
        raise UsageError(f"--coverage is one of {', '.join(COVERAGES)}.")
    views = _views([path.name for path in files], coverage)
    read = [_raw_file(path, view) for path, view in zip(files, views, strict=True)]
    raw_files = [file for file, _ in read]
    listings = {listing for _, listing in read}
    if len(listings) > 1:
        raise UsageError("The files mix the HIPAA and the Part 2 listing: load them one by one.")
    if len({file.sha256 for file in raw_files}) < len(raw_files):
        raise UsageError("The same file is given twice: name each export once.")
    covered = set(views)
    both = "both" in covered or covered == {"under_investigation", "archive"}
    return Snapshot(
        on,
        "file",
        "both" if both else covered.pop(),
        with_unique_names(raw_files),
        listings.pop(),
    )


def _views(names: Sequence[str], coverage: str | None) -> list[str]:
    """The portal view each file shows, from --coverage or from the names."""
    if coverage is not None and coverage != "both":
        return [coverage] * len(names)
    views = [view_in_name(name) for name in names]
    if coverage == "both":
        return [view or "both" for view in views]
    unknown = [name for name, view in zip(names, views, strict=True) if view is None]
    if unknown:
        raise UsageError(
            f"{unknown[0]} does not say which view of the portal it shows: add --coverage both, "
            "under_investigation or archive."
        )
    return views


def _raw_file(path: Path, view: str) -> tuple[RawFile, str]:
    """A file as it lies there, and the listing its columns belong to."""
    try:
        if path.is_dir():
            raise FileUnreadable(f"{path} is a folder: name the export files in it.")
        if path.stat().st_size > _LARGEST_FILE:
            raise FileUnreadable(f"{path} is far too large for a breach export: check the file.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileUnreadable(f"There is no file {path}: check the name.") from None
    except OSError as error:
        raise FileUnreadable(f"{path} cannot be read ({error.strerror}).") from None
    table = read_export(content, path.name)
    name = _plain_name(path.name)
    return RawFile(name, content, view, len(table.rows), path.name, now()), table.listing


def _plain_name(name: str) -> str:
    return re.sub(r"[^\w.()+ -]", "_", name)


def _add(
    snapshots: Sequence[Snapshot],
    workspace: Workspace,
    *,
    accept_loss: bool = False,
    progress: Progress,
) -> Outcome:
    """Keep the snapshots raw and publish a database with them, or leave everything as it was."""
    with only_loader(workspace.database):
        store = RawStore(workspace.raw)
        store.clean_up()
        kept = store.ids()
        fresh = [snapshot for snapshot in snapshots if snapshot.snapshot_id not in kept]
        published = published_snapshots(workspace.database)
        if not fresh and published == set(kept):
            return Outcome(False, "Nothing new: this export is loaded already.")
        _build_and_publish(
            [*store.snapshots(), *fresh],
            workspace,
            fresh=fresh,
            check=not accept_loss and bool(published),
            progress=progress,
        )
    rows = sum(file.rows for snapshot in snapshots for file in snapshot.files)
    day = snapshots[0].retrieved_on
    return Outcome(True, f"Loaded {rows:,} rows as the snapshot of {day}.")


def _build_and_publish(
    snapshots: Sequence[Snapshot],
    workspace: Workspace,
    *,
    fresh: Sequence[Snapshot] = (),
    check: bool,
    progress: Progress,
) -> None:
    """Build beside the published database and replace it; `check` refuses to lose reports.

    The `fresh` snapshots join the raw store only once the database that holds them has passed every
    check, one moment before it is published: a load that is killed or refused leaves no trace.
    """
    new = new_file(workspace.database)
    store = RawStore(workspace.raw)
    try:
        with _sentences_for_write_errors(workspace.database):
            published = build(snapshots, new, progress, store.published_ids())
            if check:
                check_loss(workspace.database, new)
            for snapshot in fresh:
                store.add(snapshot)
            store.remember(published)
            publish(new, workspace.database)
    finally:
        for left in (new, Path(f"{new}.wal")):
            left.unlink(missing_ok=True)


@contextmanager
def _sentences_for_write_errors(database: Path) -> Iterator[None]:
    """A full disk or a read-only folder ends in one sentence, whoever notices it first."""
    try:
        yield
    except OSError as error:
        raise DatabaseUnusable(
            f"{database} could not be written ({error.strerror or error}): make room or choose "
            "another folder with --db; nothing was changed."
        ) from None
    except duckdb.Error as error:
        raise DatabaseUnusable(
            f"The new database could not be written ({str(error).splitlines()[0]}): make room or "
            "choose another folder with --db; nothing was changed."
        ) from None


def published_snapshots(database: Path) -> set[str]:
    """Ids of the snapshots in the published database; empty where there is none of this schema.

    Raises DatabaseUnusable where the file is no readable database, which a load must not replace.
    """
    if not database.exists():
        return set()
    try:
        with duckdb.connect(database, read_only=True) as con:
            tables = {row[0] for row in con.execute("SHOW TABLES").fetchall()}
            if "meta" not in tables:
                raise duckdb.Error("no table meta")
            version = con.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
            if version != (SCHEMA_VERSION,):
                return set()
            return {row[0] for row in con.execute("SELECT snapshot_id FROM snapshots").fetchall()}
    except duckdb.Error:
        raise DatabaseUnusable(
            f"{database} is damaged or no database of Breach Atlas: choose another with --db, or "
            "run `python -m etl rebuild`, which replaces it."
        ) from None
