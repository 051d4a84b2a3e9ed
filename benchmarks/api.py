"""How fast the data API streams: `BREACH_DB=… python -m benchmarks.api [FORMAT…]`.

All reports in each format, as the route makes them, beside DuckDB's own COPY of the same rows in
the same order to a CSV file, after the first, the middle and the last page of the Explorer. `first`
is the time to the first byte, `peak MB` the most memory the process had held by then.
"""

import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from analysis.database import Database, database_path, shared_database
from analysis.explorer import ORDERS, Selection, pages_count, reports_count, reports_page
from analysis.export import about
from analysis.filters import Filters
from web.downloads import Download

FORMATS = ("csv", "json", "parquet", "xlsx")


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def copied(database: Path) -> tuple[float, int]:
    """Seconds and bytes of DuckDB's own CSV."""
    sql, bound = Selection().sql()
    with (
        tempfile.TemporaryDirectory() as folder,
        duckdb.connect(database, read_only=True) as con,
    ):
        target = Path(folder) / "plain.csv"
        began = time.perf_counter()
        con.execute(f"COPY ({sql}) TO '{target}' (FORMAT csv, HEADER)", bound)
        return time.perf_counter() - began, target.stat().st_size


def streamed(db: Database, ending: str) -> tuple[float, float, int]:
    """Seconds to the first byte and to the last, and bytes, of one download."""
    selection = Selection()
    began = time.perf_counter()
    body = Download(db, selection, about(db, selection, "")).body(ending)
    size = len(next(body))
    first = time.perf_counter() - began
    size += sum(map(len, body))
    return first, time.perf_counter() - began, size


def page_milliseconds(db: Database, sort: str, page: int) -> float:
    """The median of three times of one page of the Explorer."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        reports_page(db, Filters(), sort=sort, page=page)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def main(formats: list[str]) -> None:
    db = shared_database()
    reports = reports_count(db, Filters())
    last = pages_count(reports)
    pages = (1, (last + 1) // 2, last)
    print(f"{reports:,} reports\n\n{'order':<10}" + "".join(f"{f'page {p:,}':>15}" for p in pages))
    for sort in ORDERS:
        times = (f"{page_milliseconds(db, sort, page):12.0f} ms" for page in pages)
        print(f"{sort:<10}{''.join(times)}", flush=True)
    print(f"\n{'format':<10}{'first s':>9}{'all s':>9}{'MB':>9}{'peak MB':>9}")
    for ending in formats:
        first, whole, size = streamed(db, ending)
        print(
            f"{ending:<10}{first:9.2f}{whole:9.2f}{size / 1e6:9.1f}{peak_megabytes():9.0f}",
            flush=True,
        )
    whole, size = copied(database_path())
    print(f"{'COPY csv':<10}{'':>9}{whole:9.2f}{size / 1e6:9.1f}{peak_megabytes():9.0f}")


if __name__ == "__main__":
    main(sys.argv[1:] or list(FORMATS))
