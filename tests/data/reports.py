"""Reports of the sample and of the full exports as `etl.reference` takes them: one row a report."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from etl.normalise import normalise
from etl.reading import read_export
from tests.shared import EXPORTS

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "breaches_2015-02-26.csv"
FOLDERS = ["2016-04-01", "2020-08-11", "2022-04-15", "2024-10-08", "2026-07-01"]


@lru_cache(maxsize=1)
def sample_reports() -> pd.DataFrame:
    """The 1,151 reports of the sample, `breach_id` being the row."""
    return _reports([SAMPLE], date(2015, 2, 26))


@lru_cache(maxsize=5)
def reports_of(day: str) -> pd.DataFrame:
    """The reports of one full export, `breach_id` being the row."""
    return _reports(sorted((EXPORTS / day).glob("*.csv")), date.fromisoformat(day))


def _reports(paths: list[Path], seen_on: date) -> pd.DataFrame:
    tables = [normalise(read_export(p.read_bytes(), p.name).rows, seen_on).rows for p in paths]
    reports = pd.concat(tables, ignore_index=True)
    return reports.assign(breach_id=reports.index.astype("str"))
