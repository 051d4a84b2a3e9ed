"""The fields of an OCR breach export: header as filed, our column, type and meaning, in one list.

Source: the CSV export of the HHS OCR breach portal (HIPAA listing, nine columns).
"""

from dataclasses import dataclass


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

BREACH_TYPES = (
    "Hacking/IT Incident",
    "Unauthorized Access/Disclosure",
    "Theft",
    "Loss",
    "Improper Disposal",
    "Other",
    "Unknown",
)

LOCATIONS = (
    "Network Server",
    "Email",
    "Paper/Films",
    "Laptop",
    "Desktop Computer",
    "Other Portable Electronic Device",
    "Electronic Medical Record",
    "Other",
)

ENTITY_TYPES = (
    "Healthcare Provider",
    "Health Plan",
    "Business Associate",
    "Healthcare Clearing House",
)

STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ"
    " NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI".split()
)

# HHS publishes only reports of 500 or more individuals; the first were filed in October 2009.
SMALLEST_PUBLISHED = 500
PLACEHOLDER_COUNTS = (500, 501)
