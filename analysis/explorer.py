"""Give me the table: which reports, in which order, with which columns.

The Explorer page, the data routes and the downloads mean the same rows by the same address.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from math import ceil
from pathlib import Path

import pandas as pd

from analysis.database import Database, compose
from analysis.filters import Filters, WrongFilter
from analysis.untrusted_sql import SqlAnswer

_EXAMPLES = Path(__file__).parent / "sql" / "examples"
ROWS_A_PAGE = 25
# A page far down costs a sort of everything above it, and nobody turns there: the files hold all.
MOST_PAGES = 1000
_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")

# Columns of `breaches`; a name stands in SQL only if it is one of these.
COLUMNS = (
    "breach_id",
    "listing",
    "entity_name",
    "state",
    "entity_type",
    "individuals_affected",
    "submitted_on",
    "breach_type",
    "location",
    "business_associate_present",
    "status",
    "web_description",
    "mechanism",
    "mechanism_basis",
    "vendor_involved",
    "is_placeholder",
    "first_seen_on",
    "last_seen_on",
    "breach_started_on",
    "breach_ended_on",
    "business_associate_name",
)

# Each order ends in the id, so that a page never repeats or skips a report.
ORDERS = {
    "newest": "submitted_on DESC, breach_id",
    "oldest": "submitted_on, breach_id",
    "largest": "individuals_affected DESC NULLS LAST, breach_id",
    "smallest": "individuals_affected NULLS LAST, breach_id",
    "name": "lower(entity_name), breach_id",
    "state": "state NULLS LAST, lower(entity_name), breach_id",
    "added": "first_seen_on DESC, submitted_on DESC, breach_id",
}
DEFAULT_ORDER = "newest"


@dataclass(frozen=True)
class Selection:
    """The reports that pass `filters`, sorted by `sort` (a key of ORDERS), with `columns`."""

    filters: Filters = field(default_factory=Filters)
    sort: str = DEFAULT_ORDER
    columns: tuple[str, ...] = COLUMNS

    @classmethod
    def from_address(cls, pairs: Iterable[tuple[str, str]]) -> "Selection":
        """The selection of an address: the filters' keys, `sort` once, `columns` repeated.

        Raises WrongFilter, whose text is one sentence.
        """
        own: dict[str, list[str]] = {"sort": [], "columns": []}
        rest = []
        for key, value in pairs:
            if key in own:
                own[key].append(value)
            else:
                rest.append((key, value))
        return cls(
            Filters.from_address(rest), checked_order(own["sort"]), checked_columns(own["columns"])
        )

    def address_pairs(self) -> list[tuple[str, str]]:
        """Key and value pairs for an address; what stands at its default is left out."""
        pairs = self.filters.address_pairs()
        if self.sort != DEFAULT_ORDER:
            pairs.append(("sort", self.sort))
        if self.columns != COLUMNS:
            pairs.extend(("columns", column) for column in self.columns)
        return pairs

    def sql(self) -> tuple[str, dict[str, object]]:
        """The SELECT of all its rows, and the values it binds."""
        columns = ", ".join(self.columns)
        return compose(f"SELECT {columns} FROM filtered ORDER BY {ORDERS[self.sort]}", self.filters)


def reports_page(
    db: Database,
    filters: Filters,
    *,
    sort: str = DEFAULT_ORDER,
    columns: tuple[str, ...] = COLUMNS,
    page: int = 1,
    rows: int = ROWS_A_PAGE,
) -> pd.DataFrame:
    """Page `page` (from 1) of the selection, `rows` reports on each; one row is one report."""
    sql, bound = Selection(filters, sort, columns).sql()
    return db.frame(
        f"{sql} LIMIT $rows OFFSET $skipped",
        bound | {"rows": rows, "skipped": (page - 1) * rows},
    )


def reports_count(db: Database, filters: Filters) -> int:
    """How many reports pass the filters."""
    return int(db.ask("reports_count", filters).iloc[0]["reports"])


def pages_count(reports: int) -> int:
    """How many pages can be turned to: at least one, at most MOST_PAGES."""
    return min(max(1, ceil(reports / ROWS_A_PAGE)), MOST_PAGES)


def schema(db: Database, filters: Filters | None = None) -> pd.DataFrame:
    """One row is one column of a public table: table, what its row is, column, type, meaning.

    The filters change nothing: every question takes them.
    """
    return db.ask("schema", filters)


@cache
def sql_examples() -> dict[str, str]:
    """Queries to start from, by what they answer."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_EXAMPLES.glob("*.sql"))]
    parts = [text.removeprefix("-- ").partition("\n") for text in texts]
    return {title: sql.strip() for title, _, sql in parts}


def sql_table(found: SqlAnswer) -> pd.DataFrame:
    """A reader's answer as a table; whole numbers that fit no column type become text."""
    names: list[str] = []
    for column in found.columns:
        names.append(column if column not in names else f"{column} ({len(names) + 1})")
    table = pd.DataFrame(found.rows, columns=names, dtype="object")
    for name, kind in zip(names, found.types, strict=True):
        if kind in _INTEGERS and all(map(_fits, table[name])):
            table[name] = table[name].astype("Int64")
        elif kind in ("DOUBLE", "FLOAT") or kind.startswith("DECIMAL"):
            table[name] = table[name].astype("Float64")
        elif kind == "BOOLEAN":
            table[name] = table[name].astype("boolean")
        else:
            table[name] = table[name].map(lambda value: None if value is None else str(value))
    return table


def _fits(value: int | None) -> bool:
    return value is None or -(2**63) <= value < 2**63


def checked_order(given: list[str]) -> str:
    """The one order given, or the default; raises WrongFilter."""
    if not given:
        return DEFAULT_ORDER
    order = given[0].casefold()
    if len(given) > 1 or order not in ORDERS:
        raise WrongFilter(f"The parameter sort is one of {', '.join(ORDERS)}.")
    return order


def checked_columns(given: list[str]) -> tuple[str, ...]:
    """The columns given, each once, or all; raises WrongFilter."""
    unknown = next((column for column in given if column not in COLUMNS), None)
    if unknown is not None:
        raise WrongFilter(f"The parameter columns is one or more of {', '.join(COLUMNS)}.")
    return tuple(dict.fromkeys(given)) or COLUMNS
