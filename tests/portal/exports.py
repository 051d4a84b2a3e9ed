"""The CSV exports of the stand-in portal, whole and spoilt."""

import csv
import io
import random
from collections.abc import Sequence

from tests.portal.rows import HEADERS, PART2_HEADERS

Rows = Sequence[Sequence[str]]


def titles_of(listing: str) -> tuple[str, ...]:
    return HEADERS if listing == "hipaa" else PART2_HEADERS


def csv_export(
    listing: str, rows: Rows, headers: str, fault: str | None, chance: random.Random
) -> bytes:
    """UTF-8, every field quoted, line ends of one character; headers clean or damaged."""
    titles = list(titles_of(listing))
    if headers == "damaged":
        for place in (0, titles.index("Business Associate Present")):
            titles[place] = f"javax.faces.component.UIPanel@{chance.getrandbits(32):x}"
    table = [titles, *map(list, rows)]
    _spoil_columns(fault, table)
    if fault == "an empty export where rows are announced":
        del table[1:]
    elif fault == "only the first page of rows":
        del table[4:]
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    content = text.getvalue().encode()
    return content[:-15] if fault == "a body cut in the middle of a row" else content


def _spoil_columns(fault: str | None, table: list[list[str]]) -> None:
    titles = table[0]
    if fault == "a renamed column":
        titles[3] = "People Affected"
    elif fault == "an added column":
        titles.append("Case Number")
        for row in table[1:]:
            row.append("1")
    elif fault == "a missing column":
        for row in table:
            del row[3]
    elif fault == "columns in another order":
        for row in table:
            row[1], row[3] = row[3], row[1]
    elif fault == "damaged columns in another order":
        for row in table:
            row[0], row[7] = row[7], row[0]
    elif fault == "one row with a cell too few" and len(table) > 1:
        table[1].pop()
