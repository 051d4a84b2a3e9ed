"""Time on the axis: periods as decimal years, what they are called, and which are not over."""

from datetime import date

import pandas as pd

from charts.theme import year_ticks

MONTHS = {"year": 12, "quarter": 3, "month": 1}


def places(days: pd.Series, period: str) -> pd.Series:
    """The middle of each period in years: a year stands at its number, its months around it."""
    months = MONTHS[period]
    return days.dt.year + (days.dt.month - 1 + months / 2) / 12 - 0.5


def names(days: pd.Series, period: str) -> list[str]:
    """2015; 1st quarter of 2015; February 2015."""
    if period == "year":
        return [str(day.year) for day in days]
    if period == "month":
        return [f"{day:%B %Y}" for day in days]
    quarters = ("1st", "2nd", "3rd", "4th")
    return [f"{quarters[day.month // 3]} quarter of {day.year}" for day in days]


def is_open(days: pd.Series, period: str, as_of: date) -> pd.Series:
    """Whether a period was not over on the day of the data."""
    last = days + pd.DateOffset(months=MONTHS[period]) - pd.Timedelta(days=1)
    return last > pd.Timestamp(as_of)


def time_axis(days: pd.Series, period: str, *, most: int = 6) -> dict:
    """Axis settings: at most `most` years labelled, half a period to spare on either side."""
    at, half = places(days, period), MONTHS[period] / 12 * 0.6
    ticks = year_ticks(int(days.min().year), int(days.max().year), most=most)
    return {
        "tickangle": 0,
        "tickvals": ticks,
        "ticktext": [str(year) for year in ticks],
        "range": [at.min() - half, at.max() + half],
    }
