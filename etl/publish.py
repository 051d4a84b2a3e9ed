"""One loader at a time, and a new database that replaces the old one in a single step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from etl.errors import DatabaseUnusable, LoadRunning


@contextmanager
def only_loader(database: Path) -> Iterator[None]:
    """Hold the load's lock; raises LoadRunning where another load holds it."""
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(f"{database}.lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise LoadRunning(
            f"Another load is writing {database}: wait until it has finished and try again."
        ) from None
    except OSError as error:
        raise DatabaseUnusable(
            f"The folder {database.parent} cannot be written ({error.strerror}): "
            "choose another with --db."
        ) from None
    try:
        yield
    finally:
        lock.release()


def new_file(database: Path) -> Path:
    """Where the new database is built: beside the old one, so that publishing is one rename.

    What a killed load left there is removed; call it while holding the lock.
    """
    for left in database.parent.glob(f"{database.name}.new*"):
        left.unlink(missing_ok=True)
    return database.with_name(f"{database.name}.new")


def publish(new: Path, database: Path) -> None:
    """Replace the database by the new file, on disk before its name is."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(database)
    folder = os.open(database.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
