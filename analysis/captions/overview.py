"""Words of the overview."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import change, counted, day, number, sentence, share, subtitle
from analysis.filters import Filters
from analysis.overview import Headline, SinceLast
from analysis.provenance import Provenance
from analysis.vocabulary import SMALL_GROUP


def lead(found: Headline, filters: Filters, data: Provenance) -> str:
    """The first sentence of the page: how much there is, and how the running year compares."""
    what = f" ({filters.words()})" if filters.is_narrowed else ""
    sentence = (
        f"{counted(found.reports, 'breach report')}{what} and "
        f"{number(found.individuals_affected)} individuals affected, as reported to HHS "
        f"up to {day(data.newest_report_on)}."
    )
    if not found.reports_before:
        return sentence
    sentence += (
        f" From 1 January to {day(found.ends_on)} there were {counted(found.reports_now, 'report')}"
    )
    if found.reports_before < SMALL_GROUP:
        return f"{sentence}, against {found.reports_before:,} in the same days of the year before."
    compared = change(found.reports_now, found.reports_before)
    joined = "as" if compared == "as many" else "than"
    return f"{sentence}, {compared} {joined} in the same days of the year before."


def by_year(yearly: pd.DataFrame, filters: Filters, data: Provenance) -> Caption:
    """Individuals by year, the largest report of each year apart."""
    peak = yearly.loc[yearly["individuals_affected"].idxmax()]
    part = peak["largest_individuals"] / max(peak["individuals_affected"], 1)
    year = peak["period_on"].year
    if part >= 0.25:
        title = sentence(
            f"{share(part)} of the individuals of {year}, the record year, "
            f"stand in one report: {peak['largest_entity_name']}"
        )
    else:
        title = f"Most individuals were affected in {year}: {number(peak['individuals_affected'])}"
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected, as reported, by year of submission; the largest report apart",
            filters,
            data,
        ),
        alt=f"{title}. Columns by year from {yearly['period_on'].iloc[0].year} to "
        f"{yearly['period_on'].iloc[-1].year}.",
        note=running_year_note(yearly, data),
    )


def running_year_note(yearly: pd.DataFrame, data: Provenance) -> str:
    """A warning where the last year shown is not over."""
    last = yearly["period_on"].iloc[-1].year
    if last != data.running_year:
        return ""
    return f"{last} is not over: it holds the reports up to {day(data.as_of)}."


def since_last(found: SinceLast | None) -> str:
    """What the newest snapshot brought; empty where there is nothing to compare with."""
    if found is None:
        return ""
    text = (
        f"Since the snapshot of {day(found.previous_on)}: "
        f"{counted(found.new_reports, 'new report')} and "
        f"{counted(found.revised_counts, 'report')} with a revised count."
    )
    if found.largest_new_count is not None:
        before = "no count" if found.largest_old_count is None else f"{found.largest_old_count:,}"
        text += (
            f" The largest revision: {found.largest_entity_name}, "
            f"from {before} to {found.largest_new_count:,}."
        )
    return text


def all_or_new(found: SinceLast | None) -> dict[str, str]:
    """Of which reports the largest may be listed; empty where none is new."""
    if found is None or not found.new_reports:
        return {}
    return {"all": "Of all", "new": f"New since {day(found.previous_on)}"}
