"""The raw store: every fetched or imported export, untouched, with a sidecar beside it.

Layout: `<raw>/<snapshot_id>/<file name>.gz` and `<file name>.json`. A snapshot is one folder; it
appears by one rename, so it is there whole or not at all. The database is a function of this store.
"""

import gzip
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from etl.errors import FileUnreadable

_STAGING_PREFIX = ".staging-"
_PUBLISHED = "published_ids.csv"
COVERAGES = ("both", "under_investigation", "archive")


@dataclass(frozen=True)
class RawFile:
    """One export as it came. `view` is the portal's view it shows: both, under_investigation,
    archive. `announced_rows` is the row count the portal's page gave, None for a saved file."""

    name: str
    content: bytes
    view: str
    rows: int
    address: str
    retrieved_at: str
    announced_rows: int | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """One fetched or imported export: one or more files that together show one day.

    `source` is portal, file or sample; `listing` is hipaa or part2.
    """

    retrieved_on: date
    source: str
    coverage: str
    files: tuple[RawFile, ...]
    listing: str = "hipaa"

    @property
    def snapshot_id(self) -> str:
        """The day and a hash of the bytes: the same files on the same day are one snapshot."""
        digest = hashlib.sha256("".join(sorted(file.sha256 for file in self.files)).encode())
        return f"{self.retrieved_on}-{self.listing}-{digest.hexdigest()[:8]}"

    @property
    def order(self) -> tuple[date, str, str]:
        """Snapshots follow each other by day, then by the time of the pull, then by id.

        A saved file's time is that of its loading, which must not matter.
        """
        pulled_at = max(file.retrieved_at for file in self.files) if self.source == "portal" else ""
        return (self.retrieved_on, pulled_at, self.snapshot_id)


def now() -> str:
    """This moment in UTC, as sidecars write it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class RawStore:
    """The folder of raw snapshots."""

    def __init__(self, folder: Path):
        self.folder = folder

    def ids(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        return sorted(
            entry.name
            for entry in self.folder.iterdir()
            if entry.is_dir() and not entry.name.startswith(".")
        )

    def snapshots(self) -> list[Snapshot]:
        """Every kept snapshot in order of time, its bytes checked against the sidecars."""
        return sorted((self._read(name) for name in self.ids()), key=lambda found: found.order)

    def add(self, snapshot: Snapshot) -> None:
        """Keep a snapshot; it appears whole, by one rename."""
        self.folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=_STAGING_PREFIX, dir=self.folder))
        for file in snapshot.files:
            sidecar = {
                "snapshot_id": snapshot.snapshot_id,
                "retrieved_on": snapshot.retrieved_on.isoformat(),
                "source": snapshot.source,
                "coverage": snapshot.coverage,
                "listing": snapshot.listing,
                "sha256": file.sha256,
                "bytes": len(file.content),
                **{key: value for key, value in asdict(file).items() if key != "content"},
            }
            _write_synced(staging / f"{file.name}.gz", gzip.compress(file.content, 6, mtime=0))
            _write_synced(staging / f"{file.name}.json", json.dumps(sidecar, indent=2).encode())
        staging.chmod(0o755)
        staging.rename(self.folder / snapshot.snapshot_id)

    def published_ids(self) -> pd.DataFrame | None:
        """The ids published so far and the raw row each leads to; None before the first load."""
        path = self.folder / _PUBLISHED
        return pd.read_csv(path, dtype={"breach_id": str}) if path.exists() else None

    def remember(self, published: pd.DataFrame) -> None:
        """Keep the published ids, which are the one thing that does not follow from the exports."""
        new = self.folder / f"{_STAGING_PREFIX}{_PUBLISHED}"
        _write_synced(new, published.to_csv(index=False).encode())
        new.replace(self.folder / _PUBLISHED)

    def clean_up(self) -> None:
        """Remove what a killed load left half written. Call it while holding the load's lock."""
        if self.folder.is_dir():
            for left in self.folder.glob(f"{_STAGING_PREFIX}*"):
                if left.is_dir():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink(missing_ok=True)

    def _read(self, snapshot_id: str) -> Snapshot:
        files, sidecar = [], None
        for path in sorted((self.folder / snapshot_id).glob("*.json")):
            try:
                sidecar = json.loads(path.read_text(encoding="utf-8"))
                content = gzip.decompress(path.with_suffix(".gz").read_bytes())
                file = RawFile(
                    content=content,
                    **{
                        key: sidecar[key]
                        for key in RawFile.__dataclass_fields__
                        if key != "content"
                    },
                )
            except (OSError, EOFError, ValueError, KeyError) as error:
                raise FileUnreadable(
                    f"The raw file {path.with_suffix('.gz')} cannot be read ({error}): "
                    f"remove the folder {snapshot_id} and load that export again."
                ) from None
            if file.sha256 != sidecar["sha256"]:
                raise FileUnreadable(
                    f"The raw file {path.with_suffix('.gz')} is not what its sidecar says: "
                    f"remove the folder {snapshot_id} and load that export again."
                )
            files.append(file)
        if sidecar is None:
            raise FileUnreadable(
                f"The raw folder {snapshot_id} holds no sidecar: remove it and load that "
                "export again."
            )
        return Snapshot(
            date.fromisoformat(sidecar["retrieved_on"]),
            sidecar["source"],
            sidecar["coverage"],
            tuple(files),
            sidecar["listing"],
        )


def with_unique_names(files: Sequence[RawFile]) -> tuple[RawFile, ...]:
    """The same files, names made distinct where two folders held files of one name."""
    seen: dict[str, int] = {}
    named = []
    for file in files:
        count = seen[file.name] = seen.get(file.name, 0) + 1
        stem, dot, ending = file.name.rpartition(".")
        named.append(
            file if count == 1 else replace(file, name=f"{stem or file.name}-{count}{dot}{ending}")
        )
    return tuple(named)


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
