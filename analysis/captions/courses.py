"""Words about how cases ran, one alone or two on one scale."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.captions import Caption
from analysis.captions.cases import when
from analysis.captions.words import counted, sentence
from analysis.courses import Course, Stretch, course
from analysis.database import Database
from analysis.filters import Filters
from analysis.subjects import Subject

# 45 CFR 164.408: a breach of 500 or more is due at HHS within so many days of its discovery.
DAYS_TO_REPORT = 60
_MONTH, _YEAR = 365.25 / 12, 365.25


@dataclass(frozen=True)
class Drawn:
    """One or two cases as a panel shows them: the words, and what is drawn (see `events`,
    `stretches`, `heads`, `begins`, `ticks`, `table`)."""

    caption: Caption
    events: pd.DataFrame
    stretches: pd.DataFrame
    heads: dict[str, str]
    begins: dict[str, str]
    ticks: list[tuple[int, str]]
    table: pd.DataFrame


def drawn(db: Database, filters: Filters, *, subjects: tuple[Subject, ...]) -> Drawn | None:
    """How the cases among the subjects ran; None where no event has a date. It does not turn on the
    filters but for their day, so a page asks for it once."""
    courses = [course(db, filters, subject=subject) for subject in subjects]
    if not (known := [found for found in courses if found]):
        return None
    return Drawn(
        timeline(known),
        events(known),
        stretches(known),
        heads(known),
        begins(known),
        ticks(known),
        table(known),
    )


def timeline(courses: list[Course]) -> Caption:
    """How long it took from the intrusion to its discovery, and from there to the report."""
    names = [course.name for course in courses]
    parts = [_hidden(courses), _told(courses)]
    title = "; ".join(part for part in parts if part)
    if len(courses) == 1:
        title = f"{names[0]}: {title}" if title else f"{names[0]}: what happened when"
    axis = (
        "Time since the first known day of each breach"
        if len(courses) > 1
        else "From intrusion to settlement"
    )
    return Caption(
        title=sentence(title) or f"{' and '.join(names)}: what happened when",
        subtitle=f"{axis}; a pale bar where only the month or year is known",
        alt=f"{title or 'What happened when'}. " + " ".join(map(_told_in_order, courses)),
        note=" ".join(
            part for course in courses for part in (_begin(course), _undated(course)) if part
        )
        + _due(courses),
    )


def events(courses: list[Course]) -> pd.DataFrame:
    """What is drawn: one row is one event, in order case by case: `name`, from_day, to_day, phase,
    label and `said`, its date, with the day of the case where two share a scale."""
    return pd.concat(
        [
            course.events[["from_day", "to_day", "phase", "label"]].assign(
                name=course.name,
                said=[
                    _on_the_scale(row) if len(courses) > 1 else f"<b>{_when(row)}</b>"
                    for row in course.events.itertuples()
                ],
            )
            for course in courses
        ],
        ignore_index=True,
    )


def stretches(courses: list[Course]) -> pd.DataFrame:
    """The bars above the events: one row is one stretch of a case: name, phase that it leads to,
    from_day, to_day."""
    rows = [
        (course.name, phase, stretch.from_day, stretch.to_day)
        for course in courses
        for phase, stretch in (
            ("intrusion", course.hidden),
            ("discovery", course.told),
            ("settlement", course.settled),
        )
        if stretch
    ]
    return pd.DataFrame(rows, columns=["name", "phase", "from_day", "to_day"])


def heads(courses: list[Course]) -> dict[str, str]:
    """What stands over the bar of each case: its three stretches, as far as they are known."""
    return {course.name: sentence(", ".join(_spans(course))) for course in courses}


def begins(courses: list[Course]) -> dict[str, str]:
    """What stands over the events of each case: which day is day 0."""
    return {
        course.name: f"day 0: {when(course.began_on, course.begin_precision)}"
        if course.begin_precision == "day"
        else f"day 0: the first that {when(course.began_on, course.begin_precision)} can mean"
        for course in courses
    }


def table(courses: list[Course]) -> pd.DataFrame:
    """The data behind it: one event a row, with its source."""
    columns = ["from_day", "kind", "label", "individuals", "amount_usd", "source"]
    return pd.concat(
        [
            course.events[columns]
            .rename(columns={"from_day": "days_since_beginning"})
            .assign(case=course.name, when=[_when(row) for row in course.events.itertuples()])
            for course in courses
        ],
        ignore_index=True,
    )[["case", "when", "days_since_beginning", *columns[1:]]]


def ticks(courses: list[Course]) -> list[tuple[int, str]]:
    """Where the scale is labelled, in days, and how: dates of one case, time since of two."""
    span = max(max(course.days for course in courses), 60)
    return _dates(courses[0].began_on, span) if len(courses) == 1 else _since(span)


def lasted(stretch: Stretch) -> str:
    """15 days, 11 months, about 3.6 years: as exactly as both ends are known."""
    about = "" if stretch.is_exact else "about "
    if stretch.days < 90 and stretch.is_exact:
        return counted(stretch.days, "day") if stretch.days else "no day"
    if stretch.days < 730:
        return f"{about}{counted(round(stretch.days / _MONTH), 'month')}"
    return f"{about}{round(stretch.days / _YEAR, 1):g} years"


def _hidden(courses: list[Course]) -> str:
    known = [(course.name, lasted(course.hidden)) for course in courses if course.hidden]
    if len(courses) == 1:
        return f"{known[0][1]} from intrusion to discovery" if known else ""
    return _each(known, "{} went unnoticed for {}", "{} for {}")


def _told(courses: list[Course]) -> str:
    known = [(course.name, lasted(course.told)) for course in courses if course.told]
    if len(courses) == 1:
        return f"{known[0][1]} from discovery to the report to HHS" if known else ""
    return _each(known, "{} told HHS {} after discovery", "{} {} after")


def _each(known: list[tuple[str, str]], first: str, second: str) -> str:
    return ", ".join((second if at else first).format(*pair) for at, pair in enumerate(known))


def _spans(course: Course) -> list[str]:
    parts = []
    if course.hidden:
        parts.append(f"unnoticed for {lasted(course.hidden)}")
    if course.told:
        parts.append(f"reported {lasted(course.told)} after discovery")
    if course.settled:
        parts.append(f"last settlement {lasted(course.settled)} later")
    return parts or ["how long it took is not known"]


def _begin(course: Course) -> str:
    if course.is_from_intrusion:
        return ""
    return f"When the intrusion at {course.name} began is not known: its first known day counts."


def _undated(course: Course) -> str:
    return f"Without a date, {course.name}: {'; '.join(course.undated)}." if course.undated else ""


def _due(courses: list[Course]) -> str:
    """Whether the report came within the days of the rule, where both days are known."""
    took = [
        f"{course.name} took {course.told.days}"
        for course in courses
        if course.told and course.told.is_exact
    ]
    if not took:
        return ""
    return (
        f" The rule asks for a report within {DAYS_TO_REPORT} days of discovery; from the first "
        f"day given as discovery {', '.join(took)}."
    )


def _told_in_order(course: Course) -> str:
    said = "; ".join(f"{_when(row)}, {row.label}" for row in course.events.itertuples())
    return f"{course.name}, {counted(len(course.events), 'event')}: {said}."


def _when(row) -> str:
    return when(row.happened_on.date(), row.date_precision)


def _on_the_scale(row) -> str:
    """Day 349 · 2 Dec 2014; Jul 2019; 2012."""
    on: date = row.happened_on.date()
    match row.date_precision:
        case "day":
            return f"<b>Day {row.from_day:,}</b> · {on.day} {on:%b %Y}"
        case "month":
            return f"<b>{on:%B %Y}</b>"
        case _:
            return f"<b>{on.year}</b>"


def _dates(began_on: date, span: int) -> list[tuple[int, str]]:
    first = pd.Timestamp(began_on)
    last = first + pd.Timedelta(days=span)
    years = pd.date_range(first, last, freq="YS")
    if len(years) > 2:
        step = -(-len(years) // 5)
        return [((year - first).days, str(year.year)) for year in years[::-step][::-1]]
    months = pd.date_range(first, last, freq="MS")
    step = next(n for n in (1, 2, 3, 6, 12) if len(months) <= 5 * n)
    return [((month - first).days, f"{month:%b %Y}") for month in months[::step]]


def _since(span: int) -> list[tuple[int, str]]:
    if span <= 3 * _YEAR:
        step = 1 if span <= 5 * _MONTH else 3 if span <= 15 * _MONTH else 6
        return [(0, "start")] + [
            (round(at * _MONTH), counted(at, "month"))
            for at in range(step, int(span / _MONTH) + 1, step)
        ]
    step = -(-int(span / _YEAR) // 5)
    return [(0, "start")] + [
        (round(at * _YEAR), counted(at, "year")) for at in range(step, int(span / _YEAR) + 1, step)
    ]
