"""Invented reports in two exports a year apart, with every kind of revision in the second."""

from datetime import date
from pathlib import Path

from etl.load import Workspace, load
from tests.conftest import SMALL_ROWS, write_export

FIRST, SECOND = date(2016, 5, 1), date(2017, 5, 1)

REVISED_ROWS = [
    "Alder Clinic,TX,Healthcare Provider,90000,02/03/2014,Theft,Laptop,No,It was <b>$1</b>.",
    'Cedar "C" Labs,,Business Associate,40000,11/30/2015,Loss,"Laptop, Paper/Films",Yes,',
    '"Dogwood, Inc.",TX,Healthcare Provider,77000000,02/13/2015,'
    '"Theft, Unauthorized Access/Disclosure",Email,Yes,',
    "Elm <script>alert(1)</script>,NY,Healthcare Clearing House,700,03/01/2016,Other,Other,No,",
    "=HYPERLINK(1),TX,Healthcare Provider,501,04/01/2016,Hacking/IT Incident,Email,No,",
    "Fir Hospital,TX,Healthcare Provider,9000,04/15/2016,Theft,Network Server,No,",
    "Gum Clinic,WA,Healthcare Provider,2000,01/10/2015,Theft,Laptop,No,",
    "Holly Plan,OR,Health Plan,3000,03/01/2016,Theft,Laptop,No,",
    "Ivy Hospital,ME,Healthcare Provider,4000,04/20/2016,Theft,Laptop,No,",
    "Juniper Clinic,VT,Healthcare Provider,5000,02/01/2017,Theft,Laptop,No,",
]
"""Of SMALL_ROWS, Alder and Cedar are raised, Dogwood lowered, Elm counted at last, Fir of another
type, Birch gone; Gum and Holly come late, Ivy and Juniper in time."""


def revised_reports(folder: Path) -> Workspace:
    """A published database: SMALL_ROWS as of FIRST, REVISED_ROWS as of SECOND."""
    workspace = Workspace(folder / "breaches.duckdb", folder / "raw")
    load(workspace, [write_export(folder / "first_both.csv", SMALL_ROWS)], FIRST)
    load(
        workspace,
        [write_export(folder / "second_both.csv", REVISED_ROWS)],
        SECOND,
        accept_loss=True,
    )
    return workspace
