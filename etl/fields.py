"""The fields of an OCR breach export: header as filed, our column, type and meaning, in one list.

Source: the CSV export of the HHS OCR breach portal (HIPAA listing, nine columns).
"""

from dataclasses import dataclass

# The categories are shared with the pages, which may not import the ETL.
from analysis.vocabulary import (  # noqa: F401
    BREACH_TYPES,
    ENTITY_TYPES,
    LOCATIONS,
    PLACEHOLDER_COUNTS,
    SMALLEST_PUBLISHED,
    STATES,
)


@dataclass(frozen=True)
class Field:
    """One column of the export.

    `header` is the portal's own title; `column` is ours; `meaning` stands in the data dictionary.
    """

    header: str
    column: str
    sql_type: str
    meaning: str


FIELDS = (
    Field(
        "Name of Covered Entity",
        "entity_name",
        "VARCHAR",
        "Name of the organisation that filed the report, as filed, with stray white space removed.",
    ),
    Field(
        "State",
        "state",
        "VARCHAR",
        "Two-letter postal code of the filer's state or territory, not of the people affected. "
        "NULL where not stated.",
    ),
    Field(
        "Covered Entity Type",
        "entity_type",
        "VARCHAR",
        "Who filed: Healthcare Provider, Health Plan, Business Associate or "
        "Healthcare Clearing House. NULL where not stated.",
    ),
    Field(
        "Individuals Affected",
        "individuals_affected",
        "BIGINT",
        "Individuals affected, as reported; one person may be counted in several reports. "
        "500 and 501 are often placeholders. NULL where not stated.",
    ),
    Field(
        "Breach Submission Date",
        "submitted_on",
        "DATE",
        "Day the first version of the report was filed with OCR, not the day of the breach.",
    ),
    Field(
        "Type of Breach",
        "breach_type",
        "VARCHAR",
        "Types of breach as filed: a comma-separated set. NULL where not stated.",
    ),
    Field(
        "Location of Breached Information",
        "location",
        "VARCHAR",
        "Locations of the breached information as filed: a comma-separated set. "
        "NULL where not stated.",
    ),
    Field(
        "Business Associate Present",
        "business_associate_present",
        "BOOLEAN",
        "Whether a business associate was involved, whoever filed. NULL where not stated.",
    ),
    Field(
        "Web Description",
        "web_description",
        "VARCHAR",
        "OCR's narrative of a closed case. NULL for open cases and where OCR wrote none.",
    ),
)

COLUMNS = tuple(field.column for field in FIELDS)

# What we add to a filed report, where the column stands in more than one table.
DERIVED_MEANINGS = {
    "listing": "hipaa, or part2 for reports of substance-use programmes under 42 CFR Part 2.",
    "status": "under_investigation or archived: the portal view that showed the report. NULL where "
    "an export did not tell its views apart.",
    "mechanism": "What happened, read from OCR's narrative by rules. NULL where there is no "
    "narrative, so shares are shares of narrated reports.",
    "mechanism_basis": "The rule that decided the mechanism.",
    "vendor_involved": "Whether the narrative speaks of a vendor's incident. NULL where there is "
    "no narrative.",
    "is_placeholder": "Whether the count is 500 or 501, which filers often use while the number "
    "is unknown.",
    "first_seen_on": "Day of the first loaded snapshot that shows the report.",
    "last_seen_on": "Day of the last loaded snapshot that shows the report.",
    "breach_started_on": "First day of the breach. Only for reports matched with OCR's list of "
    "27 June 2014.",
    "breach_ended_on": "Last day of the breach. Only for reports matched with OCR's list of "
    "27 June 2014.",
    "business_associate_name": "Business associate named by OCR. Only for reports matched with "
    "OCR's list of 27 June 2014.",
}
