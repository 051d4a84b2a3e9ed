"""Does cost grow no faster than the rows? `BREACH_DB=… python -m benchmarks.scale [TIMES [PAGE…]]`.

Copies the database with every report TIMES times over (default 1,000: 7.8 million reports), then
runs each page without a browser, all queries and figures included, and prints the milliseconds
beside those on the database itself, and the bytes that each page would send.
"""

import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

_COPIED = ("breaches", "breach_types", "breach_locations")


def blow_up(source: Path, target: Path, times: int) -> None:
    """A database whose reports stand `times` times, each copy with an id of its own."""
    target.write_bytes(source.read_bytes())
    with duckdb.connect(str(target)) as con:
        for table in _COPIED:
            con.execute(
                f"INSERT INTO {table} SELECT {table}.* REPLACE "
                f"({table}.breach_id || '-x' || copy AS breach_id) "
                f"FROM {table}, range(1, {times}) AS copies(copy)"
            )


def main() -> None:
    logging.disable(logging.WARNING)
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    source = Path(os.environ["BREACH_DB"])
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        target = Path(folder) / "large.duckdb"
        blow_up(source, target, times)
        for database in (source, target):
            print(f"\n{database.name}: {database.stat().st_size / 1e6:,.0f} MB", flush=True)
            subprocess.run(
                [sys.executable, "-m", "benchmarks.pages", *sys.argv[2:]],
                env=os.environ | {"BREACH_DB": str(database)},
                check=True,
            )


if __name__ == "__main__":
    main()
