"""A raw row in, a typed row or the reason why not out. Small pure functions, one a field."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import pandas as pd

from etl.fields import BREACH_TYPES, COLUMNS, ENTITY_TYPES, LOCATIONS, STATES
from etl.reading import RawRow
from etl.text import one_line, paragraphs

_MISSING = frozenset({"", "na", "n/a", "null", "\\n", "none", "nan"})
_DATE_FORMATS = ("%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d")
# The Breach Notification Rule took effect then; OCR's list begins in October 2009.
_FIRST_POSSIBLE = date(2009, 9, 23)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.0+)?")
_YES_NO = {"yes": True, "no": False, "true": True, "false": False, "y": True, "n": False}
# Words of OCR's list before 2015.
_OLDER_WORDS = {"paper": "Paper/Films", "e-mail": "Email"}


class BrokenRow(ValueError):
    """A row that breaks the contract; the text is the reason that `rejects` keeps."""


@dataclass(frozen=True)
class Typed:
    """The rows of one file: `rows` typed (COLUMNS and line_number), `rejects` with their reason."""

    rows: pd.DataFrame
    rejects: pd.DataFrame


def normalise(raw_rows: Iterable[RawRow], seen_on: date) -> Typed:
    """Type every row; a row that breaks the contract goes to `rejects`, never nowhere.

    `seen_on` is the day of the snapshot: no report can have been filed after it.
    """
    good, bad = [], []
    for raw in raw_rows:
        try:
            good.append((*typed_row(raw, seen_on), raw.line_number))
        except BrokenRow as reason:
            bad.append((raw.line_number, str(reason), raw.raw))
    rows = pd.DataFrame(good, columns=[*COLUMNS, "line_number"])
    rows["individuals_affected"] = rows["individuals_affected"].astype("Int64")
    rows["business_associate_present"] = rows["business_associate_present"].astype("boolean")
    rows["submitted_on"] = pd.to_datetime(rows["submitted_on"])
    return Typed(rows, pd.DataFrame(bad, columns=["line_number", "reason", "raw"]))


def typed_row(raw: RawRow, seen_on: date) -> tuple:
    """One report as a tuple in the order of COLUMNS; raises BrokenRow with the reason."""
    if raw.problem:
        raise BrokenRow(raw.problem)
    cells = raw.cells
    return (
        entity_name(cells["entity_name"]),
        state(cells["state"]),
        entity_type(cells.get("entity_type", "")),
        individuals_affected(cells["individuals_affected"]),
        submitted_on(cells["submitted_on"], seen_on),
        breach_type(cells["breach_type"]),
        location(cells["location"]),
        business_associate_present(cells["business_associate_present"]),
        web_description(cells["web_description"]),
    )


def entity_name(text: str) -> str:
    name = one_line(text)
    # Two reports of 2011 name their filer "NA": a poor name, but a filed one, so it stands.
    if not name:
        raise BrokenRow("no name of a covered entity")
    return name


@lru_cache(maxsize=1024)
def state(text: str) -> str | None:
    code = _stated(text)
    if code is None:
        return None
    if code.upper() not in STATES:
        raise BrokenRow(f"unknown state {code[:40]!r}")
    return code.upper()


@lru_cache(maxsize=1024)
def entity_type(text: str) -> str | None:
    stated = _stated(text)
    return None if stated is None else _category(stated, ENTITY_TYPES, "entity type")


def individuals_affected(text: str) -> int | None:
    stated = _stated(text)
    if stated is None:
        return None
    if not _COUNT.fullmatch(stated):
        raise BrokenRow(f"individuals affected is no whole number: {stated[:40]!r}")
    count = int(stated.split(".")[0].replace(",", ""))
    # Reports of nobody, or of more people than live on Earth, are slips of a spreadsheet.
    if not 1 <= count <= 8_000_000_000:
        raise BrokenRow(f"individuals affected cannot be {count}")
    return count


@lru_cache(maxsize=16384)
def submitted_on(text: str, seen_on: date) -> date:
    stated = text.strip().split(" ")[0].split("T")[0]
    for date_format in _DATE_FORMATS:
        try:
            day = datetime.strptime(stated, date_format).date()
        except ValueError:
            continue
        if not _FIRST_POSSIBLE <= day <= seen_on:
            raise BrokenRow(
                f"submission date {day} lies outside {_FIRST_POSSIBLE} to {seen_on}, "
                "the day of the snapshot"
            )
        return day
    raise BrokenRow(f"submission date is no date: {text[:40]!r}")


@lru_cache(maxsize=1024)
def breach_type(text: str) -> str | None:
    return _set_of(text, BREACH_TYPES, "type of breach")


@lru_cache(maxsize=1024)
def location(text: str) -> str | None:
    return _set_of(text, LOCATIONS, "location of breached information")


@lru_cache(maxsize=64)
def business_associate_present(text: str) -> bool | None:
    stated = _stated(text)
    if stated is None:
        return None
    try:
        return _YES_NO[stated.casefold()]
    except KeyError:
        raise BrokenRow(
            f"business associate present is neither Yes nor No: {stated[:40]!r}"
        ) from None


def web_description(text: str) -> str | None:
    narrative = paragraphs(text)
    return None if narrative.casefold() in _MISSING else narrative


def _stated(text: str) -> str | None:
    cleaned = one_line(text)
    return None if cleaned.casefold() in _MISSING else cleaned


def _set_of(text: str, known: tuple[str, ...], what: str) -> str | None:
    """The set as filed, in its filed order, each member in its one spelling and once."""
    stated = _stated(text)
    if stated is None:
        return None
    members = [_category(member, known, what) for member in stated.split(",") if member.strip()]
    return ", ".join(dict.fromkeys(members))


def _category(text: str, known: tuple[str, ...], what: str) -> str:
    folded = " ".join(text.split()).casefold()
    folded = _OLDER_WORDS.get(folded, folded).casefold()
    for category in known:
        if category.casefold() == folded:
            return category
    raise BrokenRow(f"unknown {what} {text.strip()[:60]!r}")
