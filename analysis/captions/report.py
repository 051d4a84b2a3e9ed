"""Words of the report page."""

from dataclasses import replace
from datetime import date

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, dated, day, sentence, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.report import Report
from analysis.vocabulary import MECHANISMS, PLACEHOLDER_COUNTS, STATES

_STATUS = {"under_investigation": "Under investigation", "archived": "Archived (closed or older)"}
_FIELDS = {
    "entity_name": "Name",
    "state": "State",
    "entity_type": "Who filed",
    "individuals_affected": "Individuals affected",
    "submitted_on": "Submitted",
    "breach_type": "Type of breach",
    "location": "Location of the information",
    "business_associate_present": "Business associate involved",
    "status": "Status at HHS",
    "web_description": "Narrative",
}
_EXCERPT = 90


def purpose(data: Provenance) -> str:
    """What the page is for, where no report is asked for."""
    return (
        f"One report with everything that is known of it: what was filed, every revision, OCR’s "
        f"narrative, its peers. Search for one of {data.reports:,} reports, or open one below."
    )


def unknown(asked: str) -> str:
    """What to do where an address leads nowhere."""
    return f"No report has the id “{asked}”: search for its name below, or open the Explorer."


def not_yet(found: Report, data: Provenance) -> str:
    """What to do where the page shows a day before the report was first seen."""
    return (
        f"On {day(data.as_of)} HHS did not show this report yet: the first export that holds it is "
        f"of {day(found.known_from)}. Go back to the newest snapshot above to see it."
    )


def lead(found: Report) -> str:
    """Who reported how many, when, and what."""
    filed = found.filed
    count = filed["individuals_affected"]
    affected = "no count" if count is None else f"{counted(count, 'individual')} affected"
    kind = ", ".join(part for part in (filed["breach_type"], filed["location"]) if part)
    return (
        f"{filed['entity_name']} reported {affected} on {day(filed['submitted_on'])}"
        f"{': ' + kind if kind else ''}."
    )


def standing(found: Report) -> str:
    """Vanished or asked for by an older id: what a reader must know first; empty otherwise."""
    parts = []
    if found.missing_on:
        parts.append(
            f"This report is gone: HHS last showed it on {day(last_seen(found))}, and the export "
            f"of {day(found.missing_on)} no longer holds it. It counts in no figure since."
        )
    if found.asked_as != found.breach_id:
        parts.append(f"It was once published as {found.asked_as}; its id now is {found.breach_id}.")
    return " ".join(parts)


def last_seen(found: Report) -> date:
    """The day of the last export that shows the report."""
    return found.seen["retrieved_on"].iloc[-1].date()


def facts(found: Report) -> list[tuple[str, str]]:
    """The filed facts, one pair of name and value a line."""
    filed = found.filed
    pairs = [(label, value(name, filed[name])) for name, label in _FIELDS.items()]
    pairs = [(label, said) for label, said in pairs if label != "Narrative"]
    if filed.get("mechanism"):
        pairs.append(("What happened, by the narrative", MECHANISMS[filed["mechanism"]]))
    if filed.get("breach_started_on"):
        ended = filed.get("breach_ended_on")
        span = day(filed["breach_started_on"]) + (f" to {day(ended)}" if ended else "")
        pairs.append(("Breach, by OCR’s list of 2014", span))
    if filed.get("business_associate_name"):
        pairs.append(
            ("Business associate, by OCR’s list of 2014", filed["business_associate_name"])
        )
    if filed["listing"] == "part2":
        pairs.append(("Listing", "42 CFR Part 2"))
    pairs.append(("Seen", _seen(found)))
    return pairs


def value(field: str, raw: object) -> str:
    """A field's value as a reader writes it: 192,700,000; 13 March 2015; yes; not stated."""
    if raw is None or pd.isna(raw):
        return "not stated"
    text = str(raw)
    match field:
        case "individuals_affected":
            count = int(text)
            is_placeholder = count in PLACEHOLDER_COUNTS
            return f"{count:,}" + (" (often a placeholder)" if is_placeholder else "")
        case "submitted_on":
            return day(date.fromisoformat(text[:10]))
        case "business_associate_present":
            return "yes" if text.casefold() == "true" else "no"
        case "status":
            return _STATUS.get(text, text)
        case "state":
            return STATES.get(text, text)
        case _:
            return text


def revised(changes: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """One line a changed field: its name, the value before, the value after, between which days."""
    return [
        (
            _FIELDS.get(row.field, sentence(row.field.replace("_", " "))),
            _excerpt(row.field, row.old_value),
            _excerpt(row.field, row.new_value),
            f"{day(row.previous_seen_on)} – {day(row.seen_on)}",
        )
        for row in changes.itertuples()
    ]


def revisions_title(changes: pd.DataFrame, found: Report) -> str:
    """How often it changed, in how many exports."""
    exports = counted(len(found.seen), "loaded export")
    if changes.empty and len(found.seen) == 1:
        return f"Seen in {exports}, so no revision can be known"
    if changes.empty:
        return f"The same in all of {exports} that show it"
    return f"{counted(len(changes), 'field')} revised over {exports}"


def count_history(found: Report, filters: Filters, data: Provenance) -> Caption:
    """How the count moved from export to export."""
    counts = found.seen.dropna(subset=["individuals_affected"])
    first, last = counts.iloc[0], counts.iloc[-1]
    title = (
        f"From {int(first['individuals_affected']):,} to "
        f"{int(last['individuals_affected']):,} individuals"
    )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Individuals affected as each export showed it, log scale; HHS changed it between the "
            "two days",
            Filters(as_of=filters.as_of),
            data,
        ),
        alt=f"{title}. "
        + "; ".join(
            f"{day(row.retrieved_on)}: {int(row.individuals_affected):,}"
            for row in counts.itertuples()
        ),
    )


def has_count_history(found: Report) -> bool:
    """Whether the count ever changed, so that it is worth a chart."""
    return found.seen["individuals_affected"].dropna().nunique() > 1


def narrative_note(found: Report) -> str:
    """Whose words they are, or why there are none."""
    if found.filed["web_description"]:
        return "OCR’s words, as its portal shows them."
    return "OCR has published no narrative: it writes one when it closes a case."


def peers_title(peers: pd.DataFrame) -> str:
    """What the peers are."""
    return (
        f"Nearest in size: {counted(len(peers), 'report')} by the same type of entity, "
        "filed within a year"
    )


def citation(found: Report, data: Provenance, address: str) -> str:
    """One line for a footnote."""
    filed = found.filed
    count = filed["individuals_affected"]
    affected = "no count stated" if count is None else f"{count:,} individuals affected"
    shown = replace(data, as_of=last_seen(found)) if found.missing_on else data
    return (
        f"{filed['entity_name']}, breach report submitted {day(filed['submitted_on'])}, "
        f"{affected}. US Department of Health and Human Services, Office for Civil Rights, breach "
        f"portal, {dated(shown)}; Breach Atlas, {found.breach_id}. {address}"
    )


def _seen(found: Report) -> str:
    first = found.seen["retrieved_on"].iloc[0].date()
    if len(found.seen) == 1:
        return f"in the export of {day(first)}"
    return f"in {len(found.seen)} exports, {day(first)} to {day(last_seen(found))}"


def _excerpt(field: str, raw: object) -> str:
    said = value(field, raw)
    if field != "web_description":
        return said
    if raw is None or pd.isna(raw):
        return "none"
    return said if len(said) <= _EXCERPT else f"{said[:_EXCERPT].rsplit(' ', 1)[0]} …"
