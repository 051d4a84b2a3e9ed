"""How long a load takes: `python -m benchmarks.build FILE… --on DAY`.

Prints the seconds of a whole load (read, type, link, classify, write, check, publish) after the
imports, beside a plain DuckDB read of the same files into a table.
"""

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb

from etl.load import Workspace, load


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--on", required=True, type=date.fromisoformat)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "breaches.duckdb", Path(folder) / "raw")
        began = time.perf_counter()
        load(workspace, options.files, options.on, "both")
        print(f"load            {time.perf_counter() - began:6.2f} s")
        began = time.perf_counter()
        names = [str(path) for path in options.files]
        with duckdb.connect(str(Path(folder) / "plain.duckdb")) as con:
            con.execute(
                "CREATE TABLE plain AS SELECT * FROM read_csv($names, header=false, skip=1, "
                "all_varchar=true, union_by_name=false, max_line_size=10000000)",
                {"names": names},
            )
            rows = con.execute("SELECT count(*) FROM plain").fetchone()[0]
        print(f"plain read_csv  {time.perf_counter() - began:6.2f} s for {rows:,} rows")


if __name__ == "__main__":
    main()
