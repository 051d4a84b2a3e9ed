"""How a case ran: its events on a scale of days since it began, so that two cases can share one."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.cases import until
from analysis.claims import last_day_of
from analysis.database import Database
from analysis.filters import Filters
from analysis.subjects import Subject

# What happened falls into four phases, which the timeline colours.
PHASES = {
    "intrusion_started": "intrusion",
    "data_taken": "intrusion",
    "intrusion_ended": "intrusion",
    "ransom": "intrusion",
    "discovered": "discovery",
    "announced": "discovery",
    "notice": "discovery",
    "reported_to_ocr": "report",
    "count_revised": "report",
    "settlement_ocr": "settlement",
    "settlement_states": "settlement",
    "settlement_class": "settlement",
}


@dataclass(frozen=True)
class Stretch:
    """The time from one milestone of a case to the next, in days since the case began; `is_exact`
    where both are known to the day."""

    from_day: int
    to_day: int
    is_exact: bool

    @property
    def days(self) -> int:
        return self.to_day - self.from_day


@dataclass(frozen=True)
class Course:
    """One case from its beginning to its last settlement.

    `events` has one row a dated event in order of time: the columns of `case_events`, `ended_on`
    (the last day that the date can mean), `phase`, and `from_day` and `to_day`, counted from
    `began_on`: the first day that the first event can mean, which is the start of the intrusion
    only where `is_from_intrusion`. `undated` names the other events. The stretches are None where
    a milestone is unknown: `hidden` from the start of the intrusion to its discovery, `told` from
    there to the report to HHS, `settled` from the report to the last settlement.
    """

    name: str
    began_on: date
    begin_precision: str
    is_from_intrusion: bool
    events: pd.DataFrame
    undated: tuple[str, ...]
    hidden: Stretch | None
    told: Stretch | None
    settled: Stretch | None

    @property
    def days(self) -> int:
        """The last day of the course."""
        return int(self.events["to_day"].max())


def events(db: Database, filters: Filters, *, slug: str) -> pd.DataFrame:
    """One row is one event of the case, in order of time; those without a date come last.

    Columns of `case_events`: `happened_on` is the first day that `date_precision` allows. On a past
    day only what had happened by then.
    """
    return db.ask("case_events", slug=slug, until=until(filters))


def course(db: Database, filters: Filters, *, subject: Subject) -> Course | None:
    """How the case ran; None where none of its events has a date, and for a report that is none."""
    if subject.slug is None:
        return None
    found = events(db, filters, slug=subject.slug)
    dated = found.dropna(subset=["happened_on"])
    if dated.empty:
        return None
    first = dated.iloc[0]
    ended = [last_day_of(row.happened_on.date(), row.date_precision) for row in dated.itertuples()]
    dated = dated.assign(ended_on=pd.to_datetime(ended), phase=dated["kind"].map(PHASES))
    dated = dated.assign(
        from_day=(dated["happened_on"] - first["happened_on"]).dt.days,
        to_day=(dated["ended_on"] - first["happened_on"]).dt.days,
    ).reset_index(drop=True)
    milestones = {kind: rows.iloc[0] for kind, rows in dated.groupby("kind", sort=False)}
    settlements = dated[dated["phase"] == "settlement"]
    if len(settlements):
        milestones["settled"] = settlements.iloc[-1]
    return Course(
        name=subject.name,
        began_on=first["happened_on"].date(),
        begin_precision=first["date_precision"],
        is_from_intrusion=PHASES[first["kind"]] == "intrusion",
        events=dated,
        undated=tuple(found[found["happened_on"].isna()]["label"]),
        hidden=_stretch(milestones, "intrusion_started", "discovered"),
        told=_stretch(milestones, "discovered", "reported_to_ocr"),
        settled=_stretch(milestones, "reported_to_ocr", "settled"),
    )


def _stretch(milestones: dict[str, pd.Series], start: str, end: str) -> Stretch | None:
    if start not in milestones or end not in milestones:
        return None
    first, last = milestones[start], milestones[end]
    if last["from_day"] < first["from_day"]:
        return None
    is_exact = first["date_precision"] == last["date_precision"] == "day"
    return Stretch(int(first["from_day"]), int(last["from_day"]), is_exact)
