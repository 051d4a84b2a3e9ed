"""Reports split by what they are, in the shape of a figure."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from charts.periods import is_open, places
from charts.theme import COLOURS, FAINT, QUIET

# Names that fit beside or above a figure on a phone.
SHORT = {
    "Hacking/IT Incident": "Hacking",
    "Unauthorized Access/Disclosure": "Unauthorized access",
    "Healthcare Provider": "Provider",
    "Healthcare Clearing House": "Clearing house",
    "Other Portable Electronic Device": "Portable device",
    "Electronic Medical Record": "Medical record",
    "Desktop Computer": "Desktop",
    "tracking_technology": "Tracking tech",
    "misdirected_communication": "Misdirected",
    "stolen_device_or_records": "Stolen device/records",
    "lost_device_or_records": "Lost device/records",
}


@dataclass(frozen=True)
class Split:
    """Members over time, ready to draw.

    wide: one row a period, one column a member, the largest first; called: what to call each;
    at: where each period lies on the axis; unfinished: whether it was over on the day of the data;
    pale: years that hold too few reports to compare, grey underneath; breaks_at: the year from
    whose start the members mean something else.
    """

    wide: pd.DataFrame
    called: dict[str, str]
    colours: dict[str, str]
    period: str
    days: pd.Series
    at: pd.Series
    unfinished: pd.Series
    pale: tuple[int, ...]
    breaks_at: int | None


def split(
    members: pd.DataFrame,
    column: str,
    by: str,
    period: str,
    labels: dict[str, str],
    periods: pd.Series,
    *,
    as_of: date,
    pale: tuple[int, ...] = (),
    breaks_at: int | None = None,
) -> Split:
    """`members` (period_on, member, `column`) in the shape of a figure, one row for each day of
    `periods`. A count that is not there is zero; a median that is not there stays unknown."""
    wide = members.pivot(index="period_on", columns="member", values=column).reindex(periods)
    if column != "median_individuals":
        wide = wide.fillna(0)
    order = wide.sum().sort_values(ascending=False)
    wide = wide[[member for member in order.index if order[member] > 0]]
    days = periods.reset_index(drop=True)
    first, last = days.iloc[0].year, days.iloc[-1].year
    return Split(
        wide=wide.reset_index(drop=True),
        called={member: SHORT.get(member, labels.get(member, member)) for member in wide},
        colours={member: COLOURS[by].get(member, QUIET) for member in wide},
        period=period,
        days=days,
        at=places(days, period),
        unfinished=is_open(days, period, as_of),
        pale=tuple(year for year in pale if first <= year <= last),
        breaks_at=breaks_at if breaks_at and first < breaks_at <= last else None,
    )


def ground(shown: Split) -> list[dict]:
    """Grey under years that hold too little, and a line where the members' meaning changes."""
    shapes = [
        {
            "type": "rect",
            "x0": year - 0.5,
            "x1": year + 0.5,
            "y0": 0,
            "y1": 1,
            "fillcolor": FAINT,
            "line": {"width": 0},
            "layer": "below",
        }
        for year in shown.pale
    ]
    if shown.breaks_at:
        at = shown.breaks_at - 0.5
        line = {"width": 1, "dash": "dot", "color": QUIET}
        shapes.append(
            {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line, "layer": "above"}
        )
    return shapes
