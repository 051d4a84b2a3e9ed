"""What is put beside the other reports: a case of data/cases, or any report by its id."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.record import current_id

DEFAULT_CASE = "emergence-health-network-2015"


@dataclass(frozen=True)
class Subject:
    """One case or report as a day shows it.

    `key` is its name in addresses; `slug` the case's, None for a report that is no case.
    `breach_id` is None where the data of the day hold no report of the case: then the fields are
    those of the case file, read in the export of `filed_seen_on`.
    """

    key: str
    name: str
    slug: str | None
    breach_id: str | None
    entity_name: str
    individuals_affected: int | None
    submitted_on: date
    entity_type: str | None
    breach_type: str | None
    location: str | None
    state: str | None
    filed_seen_on: date | None = None

    @property
    def is_in_data(self) -> bool:
        return self.breach_id is not None


_FIELDS = (
    *("entity_name", "individuals_affected", "submitted_on", "entity_type"),
    *("breach_type", "location", "state"),
)


def case_list(db: Database, filters: Filters) -> pd.DataFrame:
    """One row is one case, by name: the columns of `cases`, and `breach_id` of its report."""
    return db.ask("case_list", filters)


def subject(db: Database, filters: Filters, *, key: str) -> Subject | None:
    """The case of that slug, or the report of that id, as the filters' day shows it.

    Of the filters only the day counts. None where no case is called so and the day shows no report
    of that id.
    """
    cases = case_list(db, filters)
    found = cases[cases["slug"] == key]
    if found.empty:
        return _report(db, filters, current_id(db, key) or key)
    case = found.iloc[0]
    shown = None if pd.isna(case["breach_id"]) else _report(db, filters, case["breach_id"])
    if shown is not None:
        return replace(shown, key=key, slug=key, name=case["short_name"])
    return Subject(
        key=key,
        name=case["short_name"],
        slug=key,
        breach_id=None,
        filed_seen_on=case["filed_seen_on"].date(),
        **_fields(case, "filed_"),
    )


def reports_by_words(db: Database, filters: Filters, *, words: str, most: int = 8) -> pd.DataFrame:
    """One row is one report that holds all the words, names first, then the largest."""
    found = Filters(q=words, as_of=filters.as_of, listing="all")
    return db.ask("reports_by_words", found, words=words, most=most)


def _report(db: Database, filters: Filters, breach_id: str) -> Subject | None:
    found = db.ask("report_shown", Filters(as_of=filters.as_of, listing="all"), breach_id=breach_id)
    if found.empty:
        return None
    row = found.iloc[0]
    return Subject(
        key=breach_id,
        name=row["entity_name"],
        slug=None,
        breach_id=breach_id,
        **_fields(row, ""),
    )


def _fields(row: pd.Series, prefix: str) -> dict[str, object]:
    values = {name: row[prefix + name] for name in _FIELDS}
    values = {name: None if pd.isna(value) else value for name, value in values.items()}
    count = values["individuals_affected"]
    return values | {
        "individuals_affected": None if count is None else int(count),
        "submitted_on": values["submitted_on"].date(),
    }
