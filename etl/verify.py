"""`verify`: published figures and announced row counts beside what the database says."""

import pandas as pd

from analysis.database import Database, NoDatabase
from analysis.filters import Filters
from analysis.verification import (
    AGREES,
    DIFFERS,
    EXPLAINED,
    NO_DATA,
    NOT_COMPARABLE,
    announced_rows,
    published_beside_computed,
)
from etl.errors import DatabaseUnusable, PortalUntrusted
from etl.load import Workspace


def verify(workspace: Workspace) -> str:
    """The reconciliation as text.

    Raises PortalUntrusted where a fetched snapshot does not hold the rows its page announced.
    """
    db = Database(workspace.database)
    try:
        figures = published_beside_computed(db, Filters())
        announced = announced_rows(db, Filters())
    except NoDatabase as missing:
        raise DatabaseUnusable(str(missing)) from None
    wrong = announced[announced["announced_rows"] != announced["row_count"]]
    if len(wrong):
        first = wrong.iloc[0]
        raise PortalUntrusted(
            f"The snapshot of {first['retrieved_on']:%Y-%m-%d} holds {first['row_count']:,} rows "
            f"where the portal announced {first['announced_rows']:,}: pull again."
        )
    return "\n".join([*_lines(figures), "", *_summary(figures, announced)])


def _lines(figures: pd.DataFrame) -> list[str]:
    compared = figures[figures["verdict"].isin([AGREES, EXPLAINED, DIFFERS])]
    head = f"{'published':>15} {'computed':>15} {'difference':>10}  {'as of':<10}  figure"
    return [head, *(_line(row) for row in compared.itertuples())]


def _line(row) -> str:
    mark = {AGREES: "", EXPLAINED: f"  [{row.note}]", DIFFERS: "  [UNEXPLAINED]"}[row.verdict]
    period = f"{row.from_on:%Y-%m-%d}…{row.to_on:%Y-%m-%d}"
    unit = {"1": "", "millions": "M", "pct": "%", "usd": "$"}[row.unit]
    day = "" if pd.isna(row.snapshot_on) else f"{row.snapshot_on:%Y-%m-%d}"
    large = max(abs(row.published), abs(row.computed)) >= 1e5
    style = ",.0f" if large else ",.5g"
    figures = (f"{value:>14{style}}{unit or ' '}" for value in (row.published, row.computed))
    return (
        f"{' '.join(figures)} {row.difference:>+10.1%}  {day:<10}  "
        f"{row.measure}, {period}, {row.source}{mark}"
    )


def _summary(figures: pd.DataFrame, announced: pd.DataFrame) -> list[str]:
    counts = figures["verdict"].value_counts()
    lines = [
        f"{counts.get(verdict, 0):>4} {verdict}"
        for verdict in (AGREES, EXPLAINED, DIFFERS, NO_DATA, NOT_COMPARABLE)
    ]
    lines.append(f"{len(announced):>4} fetched snapshots hold the rows the portal announced")
    return lines
