"""Invented reports for the stand-in portal: every trap of a real export in a few dozen rows."""

import csv
from pathlib import Path

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
PART2_HEADERS = ("Name of Part 2 Program", "State", *HEADERS[3:])


def _rows(name: str) -> list[list[str]]:
    path = Path(__file__).with_name(name)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


OPEN_ROWS = _rows("under_investigation.csv")
CLOSED_ROWS = _rows("archive.csv")
PART2_ROWS = _rows("part2.csv")


def many(count: int, start: int = 0) -> list[list[str]]:
    """`count` invented reports, each different, numbered from `start`."""
    return [
        [
            f"Clinic {number:05}",
            "TX",
            "Healthcare Provider",
            str(500 + number),
            f"{number % 12 + 1:02}/{number % 28 + 1:02}/{2010 + number % 16}",
            "Hacking/IT Incident",
            "Network Server",
            "No",
            f"Narrative {number}, of some length. " * 20,
        ]
        for number in range(start, start + count)
    ]
