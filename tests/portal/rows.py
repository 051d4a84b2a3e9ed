"""Invented reports for the stand-in portal: every trap of a real export in a few rows."""

HEADERS = (
    "Name of Covered Entity",
    "State",
    "Covered Entity Type",
    "Individuals Affected",
    "Breach Submission Date",
    "Type of Breach",
    "Location of Breached Information",
    "Business Associate Present",
    "Web Description",
)
PART2_HEADERS = ("Name of Part 2 Program", *HEADERS[1:2], *HEADERS[3:])

OPEN_ROWS = [
    ["Juniper Health ", "TX", "Healthcare Provider", "501", "06/19/2026", "Hacking/IT Incident",
     "Network Server", "No", ""],
    ["Kauri Plan, Inc.", "", "Health Plan", "8157", "06/18/2026", "Unauthorized Access/Disclosure",
     "Email, Paper/Films", "Yes", ""],
    ["<script>alert(1)</script>", "CA", "Business Associate", "602", "06/17/2026",
     "Hacking/IT Incident", "Other", "Yes", ""],
]  # fmt: skip

CLOSED_ROWS = [
    ["Larch d/b/a “Larch & Sons”", "NY", "Healthcare Provider", "1200", "02/03/2014",
     "Theft, Unauthorized Access/Disclosure", "Laptop", "No",
     'A laptop was stolen.\nIt held "names", dates of birth, and more.'],
    ["Maple, Inc.", "OH", "Healthcare Clearing House", "250000", "05/20/2014", "Loss",
     "Other Portable Electronic Device", "No", "A disk got lost, somewhere."],
    ["Nutmeg Labs", "PR", "Business Associate", "", "11/30/2015", "Theft", "Paper/Films", "Yes", ""],
    ["Oak Clinic", "TX", "Healthcare Provider", "78000000", "02/13/2015", "Other", "Email", "No", ""],
]  # fmt: skip

PART2_ROWS = [
    ["Poplar Recovery", "ME", "900", "03/09/2026", "Hacking/IT Incident", "Email", "No", ""],
]


def many(count: int) -> list[list[str]]:
    """`count` invented reports, each different."""
    return [
        [f"Clinic {number:05}", "TX", "Healthcare Provider", str(500 + number),
         f"{number % 12 + 1:02}/{number % 28 + 1:02}/{2010 + number % 16}", "Hacking/IT Incident",
         "Network Server", "No", f"Narrative {number}, of some length. " * 20]
        for number in range(count)
    ]  # fmt: skip
