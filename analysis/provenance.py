"""What the figures of a page rest on: which snapshots, of which day, from where."""

from dataclasses import dataclass
from datetime import date

from analysis.database import Database
from analysis.filters import Filters

# What every file and citation says of itself that holds no more than the bundled reports.
SAMPLE = "These reports are the sample bundled with Breach Atlas, not all that HHS has published."


@dataclass(frozen=True)
class Provenance:
    """The data behind a page.

    `as_of` is the day the figures stand for; `newest` the day of the newest snapshot; `days` all
    days that can be asked for, newest first; `reports` counts every HIPAA report of `as_of`.
    """

    as_of: date
    newest: date
    days: tuple[date, ...]
    source: str
    reports: int
    first_year: int
    last_year: int
    newest_report_on: date

    @property
    def is_sample(self) -> bool:
        return self.source == "sample"

    @property
    def running_year(self) -> int | None:
        """The year of submission that was not over on the day of the data, if any."""
        is_over = (self.as_of.month, self.as_of.day) == (12, 31)
        return None if is_over else self.as_of.year

    @property
    def is_past(self) -> bool:
        """Whether the reader looks at an older day than the newest."""
        return self.as_of < self.newest


def provenance(db: Database, filters: Filters) -> Provenance:
    """What stands behind the answers for these filters (of which only `as_of` matters here)."""
    snapshots = db.ask("snapshot_days")
    days = tuple(snapshots["retrieved_on"].dt.date)
    as_of = next((day for day in days if filters.as_of is None or day <= filters.as_of), days[-1])
    shown = snapshots[snapshots["retrieved_on"].dt.date == as_of].iloc[0]
    standing = db.ask("standing", Filters(as_of=filters.as_of)).iloc[0]
    return Provenance(
        as_of=as_of,
        newest=days[0],
        days=days,
        source=shown["source"],
        reports=int(standing["reports"]),
        first_year=standing["first_on"].year,
        last_year=standing["last_on"].year,
        newest_report_on=standing["last_on"].date(),
    )
