"""The one set of filters: every page, address, download and API call means the same by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlencode

from analysis.vocabulary import (
    BREACH_TYPES,
    ENTITY_TYPES,
    LOCATIONS,
    MECHANISMS,
    NO_STATE,
    REGIONS,
    STATES,
)

LISTINGS = ("hipaa", "part2", "all")
_SETS: Mapping[str, tuple[str, ...]] = {
    "entity_type": ENTITY_TYPES,
    "breach_type": BREACH_TYPES,
    "location": LOCATIONS,
    "state": (*STATES, NO_STATE),
    "mechanism": tuple(MECHANISMS),
}
_ADDRESS_KEY = {"from_year": "from", "to_year": "to"}
_FIRST_YEAR, _LAST_YEAR = 2009, 2100


class WrongFilter(ValueError):
    """A filter that means nothing; the text is one sentence that says what would."""


@dataclass(frozen=True)
class Filters:
    """What is counted. Values of one set are any-of; different filters are all-of.

    Years are years of submission; `min` and `max` bound individuals affected, both inclusive;
    `q` holds words that must all occur in the entity's name or in the narrative; `as_of` is a day:
    the reports as HHS showed them then.
    """

    from_year: int | None = None
    to_year: int | None = None
    entity_type: tuple[str, ...] = ()
    breach_type: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    mechanism: tuple[str, ...] = ()
    ba: bool | None = None
    min: int | None = None
    max: int | None = None
    q: str = ""
    as_of: date | None = None
    listing: str = "hipaa"

    @classmethod
    def from_address(cls, pairs: Iterable[tuple[str, str]]) -> "Filters":
        """Filters of an address' key and value pairs; raises WrongFilter for an unknown one."""
        values: dict[str, list[str]] = {}
        for key, value in pairs:
            values.setdefault(key, []).append(value)
        names = {_ADDRESS_KEY.get(field.name, field.name): field.name for field in fields(cls)}
        unknown = next((key for key in values if key not in names), None)
        if unknown is not None:
            raise WrongFilter(
                f"Unknown parameter {unknown[:40]!r}: the parameters are {', '.join(names)}."
            )
        return cls(**{names[key]: _parse(key, given) for key, given in values.items()})

    def address_pairs(self) -> list[tuple[str, str]]:
        """Key and value pairs for an address; what stands at its default is left out."""
        pairs = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            key = _ADDRESS_KEY.get(field.name, field.name)
            if isinstance(value, tuple):
                pairs.extend((key, member) for member in value)
            elif isinstance(value, bool):
                pairs.append((key, "yes" if value else "no"))
            else:
                pairs.append((key, str(value)))
        return pairs

    def address(self) -> str:
        """The filters as the query part of an address, without the question mark."""
        return urlencode(self.address_pairs())

    def but(self, **changes: object) -> "Filters":
        """The same filters with some changed."""
        return replace(self, **changes)

    def window(self) -> "Filters":
        """Only what bounds the time that is looked at: the years, the day and the listing."""
        return Filters(
            from_year=self.from_year, to_year=self.to_year, as_of=self.as_of, listing=self.listing
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is filtered, the day apart."""
        return self.but(as_of=None) != Filters()

    def conditions(self) -> tuple[list[str], dict[str, object]]:
        """SQL conditions on the columns of `breaches`, and the values they bind."""
        found: list[str] = []
        bound: dict[str, object] = {}
        for name, condition in _CONDITIONS.items():
            value = getattr(self, name)
            if value is None or value in ((), ""):
                continue
            found.append(condition)
            bound[name] = list(value) if isinstance(value, tuple) else value
        if self.listing != "all":
            found.append("listing = $listing")
            bound["listing"] = self.listing
        for number, word in enumerate(self.q.split()):
            found.append(
                f"(entity_name ILIKE $word{number} ESCAPE '\\' "
                f"OR web_description ILIKE $word{number} ESCAPE '\\')"
            )
            bound[f"word{number}"] = f"%{_escaped(word)}%"
        return found, bound

    def words(self) -> str:
        """The filters as words for subtitles and citations; empty where nothing is filtered."""
        parts = [*self._set_words(), *self._size_words()]
        if self.ba is not None:
            parts.append("business associate involved" if self.ba else "no business associate")
        if self.q:
            parts.append(f"matching “{self.q}”")
        if self.from_year or self.to_year:
            parts.append(self._year_words())
        if self.listing != "hipaa":
            parts.append("42 CFR Part 2 reports" if self.listing == "part2" else "with Part 2")
        return ", ".join(parts)

    def _set_words(self) -> list[str]:
        state_words = _places(self.state)
        mechanisms = tuple(MECHANISMS[mechanism] for mechanism in self.mechanism)
        sets = (self.entity_type, self.breach_type, self.location, state_words, mechanisms)
        return [" or ".join(members) for members in sets if members]

    def _size_words(self) -> list[str]:
        if self.min is not None and self.max is not None:
            return [f"{self.min:,} to {self.max:,} individuals"]
        if self.min is not None:
            return [f"at least {self.min:,} individuals"]
        return [f"at most {self.max:,} individuals"] if self.max is not None else []

    def _year_words(self) -> str:
        if self.from_year and self.to_year:
            same = self.from_year == self.to_year
            return str(self.from_year) if same else f"{self.from_year} to {self.to_year}"
        return f"since {self.from_year}" if self.from_year else f"up to {self.to_year}"


def _places(states: tuple[str, ...]) -> tuple[str, ...]:
    """States by name, or the region that they make up."""
    region = next((name for name, members in REGIONS.items() if set(members) == set(states)), None)
    if region:
        return (f"the {region}",)
    return tuple(STATES.get(state, "state not stated") for state in states)


_CONDITIONS = {
    "from_year": "submitted_on >= make_date($from_year, 1, 1)",
    "to_year": "submitted_on < make_date($to_year + 1, 1, 1)",
    "entity_type": "entity_type = ANY($entity_type)",
    "breach_type": "list_has_any(string_split(breach_type, ', '), $breach_type)",
    "location": "list_has_any(string_split(location, ', '), $location)",
    "state": f"coalesce(state, '{NO_STATE}') = ANY($state)",
    "mechanism": "mechanism = ANY($mechanism)",
    "ba": "business_associate_present = $ba",
    "min": "individuals_affected >= $min",
    "max": "individuals_affected <= $max",
}


def _parse(key: str, given: list[str]) -> object:
    if key in _SETS:
        return tuple(dict.fromkeys(_member(key, value) for value in given))
    if len(given) > 1:
        raise WrongFilter(f"The parameter {key} may stand once.")
    value = given[0].strip()
    match key:
        case "from" | "to":
            return _whole(key, value, _FIRST_YEAR, _LAST_YEAR)
        case "min" | "max":
            return _whole(key, value, 0, 10**12)
        case "ba":
            if value.casefold() not in ("yes", "no"):
                raise WrongFilter("The parameter ba is yes or no.")
            return value.casefold() == "yes"
        case "as_of":
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise WrongFilter("The parameter as_of is a day such as 2024-10-08.") from None
        case "listing":
            if value not in LISTINGS:
                raise WrongFilter(f"The parameter listing is one of {', '.join(LISTINGS)}.")
            return value
        case _:
            if len(value) > 200:
                raise WrongFilter("The parameter q holds at most 200 characters.")
            return value


def _member(key: str, value: str) -> str:
    for member in _SETS[key]:
        if member.casefold() == value.strip().casefold():
            return member
    raise WrongFilter(f"The parameter {key} is one or more of {', '.join(_SETS[key])}.")


def _whole(key: str, value: str, low: int, high: int) -> int:
    if not value.isascii() or not value.isdecimal() or not low <= int(value) <= high:
        raise WrongFilter(f"The parameter {key} is a whole number from {low} to {high}.")
    return int(value)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
