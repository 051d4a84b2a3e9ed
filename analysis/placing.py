"""Where one report stands among others: rank and share, as known then and as known today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
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
    frames = among(db, filters, now)
    if then is not None:
        earlier = among(db, filters.but(as_of=then.seen_on), then)
        known = {row["frame"]: row for row in earlier.to_dict("records")}
        for name in ("individuals", "rank", "reports", "smaller_share"):
            frames[f"{name}_then"] = [
                known[frame][name] if frame in known else None for frame in frames["frame"]
            ]
    return Placing(frames, now, then)


def among(db: Database, filters: Filters, known: Known) -> pd.DataFrame:
    """One row is one frame that the subject belongs to; columns as in Placing, without `_then`."""
    subject = known.subject
    others = db.ask(
        "others_by_size",
        filters,
        breach_id=subject.breach_id or "",
        year=subject.submitted_on.year,
        its_state=subject.state,
        its_entity_type=subject.entity_type,
        breach_types=(subject.breach_type or "").split(", "),
        until=known.until,
    )
    wanted = [frame for frame in FRAMES if frame in ("all", "year") or getattr(subject, frame)]
    return pd.DataFrame(
        [{"frame": frame} | _place(subject.individuals_affected, others, frame) for frame in wanted]
    )


def _place(individuals: int, others: pd.DataFrame, frame: str) -> dict[str, object]:
    """A row of `among`: `others` is the answer of `others_by_size`, ascending."""
    inside = np.ones(len(others), dtype=bool) if frame == "all" else others[frame].to_numpy()
    sizes, reports = others["size"].to_numpy()[inside], others["reports"].to_numpy()[inside]
    place = {
        "individuals": individuals,
        "rank": int(reports[sizes > individuals].sum()) + 1,
        "reports": int(reports.sum()) + 1,
    }
    if not sizes.size:
        nothing = {"smaller_share": np.nan, "median_individuals": np.nan, "sizes": []}
        return place | nothing | {"largest_entity_name": None, "largest_individuals": None}
    up_to = reports.cumsum()
    return place | {
        "smaller_share": reports[sizes < individuals].sum() / up_to[-1],
        "median_individuals": _at_ranks(sizes, up_to, [up_to[-1] / 2, up_to[-1] / 2 + 0.5]).mean(),
        "largest_entity_name": others["entity_name"].to_numpy()[inside][-1],
        "largest_individuals": int(sizes[-1]),
        "sizes": np.unique(_at_ranks(sizes, up_to, np.arange(101) * up_to[-1] / 100)).tolist(),
    }


def _at_ranks(sizes: np.ndarray, up_to: np.ndarray, ranks: Sequence[float]) -> np.ndarray:
    """The sizes of the reports of these ranks, rounded up, counted from 1, the smallest first."""
    return sizes[np.searchsorted(up_to, np.maximum(np.ceil(ranks), 1))]


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
