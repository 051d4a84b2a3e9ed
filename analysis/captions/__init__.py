"""The words of the pages, computed from the answers: no figure is typed into prose."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Caption:
    """What is written around one chart.

    `title` states the finding; `subtitle` says measure, unit, filters and day; `alt` gives the
    takeaway to someone who does not see the chart; `note` warns of what a reader could misread.
    """

    title: str
    subtitle: str
    alt: str
    note: str = ""
