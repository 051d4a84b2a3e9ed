"""Numbers, days and filters as a newspaper writes them."""

from datetime import date

from analysis.filters import Filters
from analysis.provenance import Provenance


def day(when: date) -> str:
    """1 July 2026."""
    return f"{when.day} {when:%B %Y}"


def number(value: float) -> str:
    """7,790; 78.8 million; 1.04 billion: three figures once it is large."""
    if abs(value) >= 1e9:
        return f"{_trimmed(value / 1e9, 2)} billion"
    if abs(value) >= 1e6:
        return f"{_trimmed(value / 1e6, 1)} million"
    return f"{value:,.0f}"


def share(value: float) -> str:
    """70%, 3.4%, under 0.1%, over 99.9%."""
    percent = value * 100
    if 0 < percent < 0.1:
        return "under 0.1%"
    if 99.9 < percent < 100:
        return "over 99.9%"
    return f"{_trimmed(percent, 1 if percent < 9.95 else 0)}%"


def sentence(text: str) -> str:
    """The text with a capital at its start: computed findings may begin with a small word."""
    return text[:1].upper() + text[1:]


def counted(value: int, noun: str, plural: str | None = None) -> str:
    """1 report, 7,790 reports."""
    return f"{value:,} {noun if value == 1 else plural or noun + 's'}"


def change(now: float, before: float) -> str:
    """12% more, 3.4% fewer, as many."""
    if not before:
        return "from none"
    relative = now / before - 1
    if abs(relative) < 0.0005:
        return "as many"
    if relative >= 1.5:
        return f"{now / before:.1f} times as many"
    return f"{share(abs(relative))} {'more' if relative > 0 else 'fewer'}"


def ordinal(position: int) -> str:
    """1st, 2nd, 48th."""
    ending = (
        "th" if 10 <= position % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(position % 10, "th")
    )
    return f"{position:,}{ending}"


def filers_of(entity_type: str) -> str:
    """Healthcare Providers: those who file as one type of entity."""
    return f"{entity_type}s"


def dated(data: Provenance) -> str:
    """as of 1 July 2026; as of 26 February 2015 (bundled sample)."""
    return f"as of {day(data.as_of)}{' (bundled sample)' if data.is_sample else ''}"


def subtitle(measure: str, filters: Filters, data: Provenance) -> str:
    """Measure and unit, filters, and the day the figures stand for."""
    parts = [measure, filters.words(), dated(data)]
    return " · ".join(part for part in parts if part)


def _trimmed(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if digits else text
