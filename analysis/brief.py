"""The brief for a board meeting: facts of a peer group as one HTML file that stands alone."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, select_autoescape

from analysis.captions import Caption
from analysis.captions import peers as words_of
from analysis.captions.words import day
from analysis.database import Database
from analysis.filters import Filters
from analysis.overview import largest_reports
from analysis.peers import Group, compared
from analysis.provenance import Provenance
from analysis.trends import reports_by_period

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(["html"]),
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Facts:
    """What the brief tells: the peer group, everyone, the peers' years and largest reports."""

    mine: Group
    everyone: Group
    years: pd.DataFrame
    largest: pd.DataFrame


def facts(db: Database, filters: Filters, *, peers: Filters, years: float) -> Facts:
    """The facts of the peer group `peers` beside all reports that pass `filters`.

    `years` as from `peers.years_covered`.
    """
    both = compared(db, filters, peers=peers, years=years)
    return Facts(
        mine=both.mine,
        everyone=both.everyone,
        years=reports_by_period(db, peers).tail(8),
        largest=largest_reports(db, peers, most=5),
    )


def as_html(
    data: Provenance,
    filters: Filters,
    peers: Filters,
    found: Facts,
    figures: list[tuple[Caption, str]],
    address: str,
) -> str:
    """The brief as HTML; `figures` are captions with drawings (SVG text of our own making)."""
    return _TEMPLATES.get_template("brief.html").render(
        title=f"Healthcare data breaches: {peers.words() or 'all reports'}",
        day=day(data.as_of),
        filters=filters.words() or "all reports",
        summary=words_of.peers(found.mine, found.everyone, peers.words() or "all reports"),
        measures=words_of.side_by_side(found.mine, found.everyone).to_dict("records"),
        years=found.years.to_dict("records"),
        largest=found.largest.to_dict("records"),
        running_year=data.as_of.year,
        figures=figures,
        address=address,
    )
