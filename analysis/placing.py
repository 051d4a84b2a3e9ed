"""Where one report stands among others: rank and share, as known then and as known today."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.filters import Filters
from analysis.subjects import Subject
from analysis.subjects import subject as subject_of

FRAMES = ("all", "year", "state", "entity_type", "breach_type")


@dataclass(frozen=True)
class Known:
    """A state of knowledge: the reports filed up to `until`, and the `subject` among them, as the
    export of `seen_on` showed them."""

    subject: Subject
    seen_on: date
    until: date


@dataclass(frozen=True)
class Placing:
    """One report among the others.

    `frames` has one row a frame, in the order of FRAMES: `frame`, then for today `individuals`,
    `rank` (1 is the largest, ties share the better one), `reports` (the one itself included),
    `smaller_share` (of the others, NaN without any), `median_individuals`, `largest_entity_name`,
    `largest_individuals`, `sizes` (at most 101 counts of the others); and the first four once more
    with the ending `_then` where `then` is not None.
    """

    frames: pd.DataFrame
    now: Known
    then: Known | None


def known_then(
    db: Database, filters: Filters, *, subject: Subject, as_of_day: date
) -> Known | None:
    """What could be known at the end of the subject's year; None where that is what is known now.

    Of the exports that show the report (where none does: of all since it was filed) it is the one
    nearest to the end of the year in which it was filed.
    """
    year_end = min(date(subject.submitted_on.year, 12, 31), as_of_day)
    days = days_seen(db, subject, as_of_day)
    if not days:
        return None
    seen_on = min(days, key=lambda day: abs(day - year_end))
    until = min(year_end, seen_on)
    before = subject_of(db, Filters(as_of=seen_on), key=subject.key)
    if before is None or before.individuals_affected is None or seen_on == until == as_of_day:
        return None
    return Known(before, seen_on, until)


def placing(
    db: Database, filters: Filters, *, subject: Subject, as_of_day: date, then: Known | None
) -> Placing | None:
    """The subject among the reports that pass the filters; None where it states no count.

    It counts as one of each frame, also where the filters, or the loaded data, do not hold it.
    """
    if subject.individuals_affected is None:
        return None
    now = Known(subject, as_of_day, as_of_day)
    frames = among(db, filters, now, draws=True)
    if then is not None:
        earlier = among(db, filters.but(as_of=then.seen_on), then)
        known = {row["frame"]: row for row in earlier.to_dict("records")}
        for name in ("individuals", "rank", "reports", "smaller_share"):
            frames[f"{name}_then"] = [
                known[frame][name] if frame in known else None for frame in frames["frame"]
            ]
    return Placing(frames, now, then)


def among(db: Database, filters: Filters, known: Known, *, draws: bool = False) -> pd.DataFrame:
    """One row is one frame that the subject belongs to; columns as in Placing, without `_then`.

    `sizes` are asked for only where it `draws`: they cost as much as the rest.
    """
    subject = known.subject
    found = db.ask(
        "place_in_frames",
        filters,
        breach_id=subject.breach_id or "",
        individuals=subject.individuals_affected,
        year=subject.submitted_on.year,
        its_state=subject.state,
        its_entity_type=subject.entity_type,
        breach_types=(subject.breach_type or "").split(", "),
        until=known.until,
        draws=draws,
    )
    placed = {row["frame"]: row for row in found.to_dict("records")}
    wanted = [frame for frame in FRAMES if frame in ("all", "year") or getattr(subject, frame)]
    return pd.DataFrame(
        [_place(frame, subject.individuals_affected, placed.get(frame)) for frame in wanted]
    )


def _place(frame: str, individuals: int, others: dict | None) -> dict[str, object]:
    """A row of `among`: `others` is what the database says of the other reports of the frame."""
    if others is None:
        others = {"others": 0, "larger": 0, "smaller": 0, "median_individuals": float("nan")}
        others |= {"largest_entity_name": None, "largest_individuals": None}
    sizes = others.get("sizes")
    return {
        "frame": frame,
        "individuals": individuals,
        "rank": others["larger"] + 1,
        "reports": others["others"] + 1,
        "smaller_share": others["smaller"] / others["others"] if others["others"] else float("nan"),
        "median_individuals": others["median_individuals"],
        "largest_entity_name": others["largest_entity_name"],
        "largest_individuals": others["largest_individuals"],
        "sizes": list(sizes) if hasattr(sizes, "__len__") else [],
    }


def days_seen(db: Database, subject: Subject, as_of_day: date) -> list[date]:
    """Days of the exports up to `as_of_day` that show the report, or could have shown the case."""
    if subject.is_in_data:
        seen = db.ask("report_seen", breach_id=subject.breach_id, until=as_of_day)
        return list(seen["retrieved_on"].dt.date)
    days = db.ask("snapshot_days")["retrieved_on"].dt.date
    return [day for day in days if subject.submitted_on <= day <= as_of_day]


def largest_drawn(placings: list[Placing | None]) -> float:
    """The largest count in any of the frames, so that figures side by side share an axis."""
    sizes = [
        size
        for found in placings
        if found is not None
        for size in (found.frames["individuals"].max(), found.frames["largest_individuals"].max())
    ]
    return float(pd.Series(sizes, dtype="float").max()) if sizes else 1000.0
