"""Bytes of a saved export in, rows of text out, whatever a spreadsheet did to the file.

Reads CSV (UTF-8, UTF-16, Windows or Mac bytes; any line ends; comma, semicolon or tab) and
Excel workbooks (.xlsx, .xls). Knows the damaged headers of the portal. Types are not its business:
`etl.normalise` turns a raw row into a typed one.
"""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from python_calamine import CalamineError, CalamineWorkbook

from etl.errors import FileUnreadable
from etl.fields import COLUMNS, FIELDS

_COLUMN_BY_HEADER = {field.header.casefold(): field.column for field in FIELDS}
_COLUMN_BY_HEADER["name of part 2 program"] = "entity_name"
_DAMAGED_HEADER = re.compile(r"^javax\.faces\.component\.UIPanel@", re.IGNORECASE)
# The portal damages the headers of these two columns, in this order.
_DAMAGED_COLUMNS = ("entity_name", "business_associate_present")
_PART2_MISSING = "entity_type"

_KNOWN_BINARY = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xff\xd8\xff": "a picture",
}
_EXCEL_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_HOW_TO_EXPORT = "save the portal's table as CSV or Excel and load that"

# Right quote, quotes, dashes and ellipsis: the marks that stand in narratives, in both code pages.
_MAC_MARKS = frozenset(b"\xd5\xd4\xd2\xd3\xd0\xd1\xc9\x83\x9d\xe4\xf3\xbb")
_WINDOWS_MARKS = frozenset(b"\x92\x91\x93\x94\x96\x97\x85\xa0")

csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class RawRow:
    """One row of an export as text; `cells` maps our column names to the text of each cell.

    `problem` is set where the row cannot be laid against the header.
    """

    line_number: int
    cells: dict[str, str]
    raw: str
    problem: str | None = None


@dataclass(frozen=True)
class RawTable:
    """One export: its rows, and which listing its columns belong to (`hipaa` or `part2`)."""

    rows: list[RawRow]
    listing: str


def read_export(content: bytes, name: str) -> RawTable:
    """Read one saved export.

    Raises FileUnreadable, naming `name`, where the bytes are no table of breach reports.
    """
    if not content.strip():
        raise FileUnreadable(f"{name} is empty: {_HOW_TO_EXPORT}.")
    for magic, what in _KNOWN_BINARY.items():
        if content.startswith(magic):
            raise FileUnreadable(f"{name} is {what}, not a table: {_HOW_TO_EXPORT}.")
    if content.startswith(_EXCEL_MAGIC):
        table = _excel_rows(content, name)
    else:
        table = _csv_rows(decode(content, name), name)
    return _lay_out(table, name)


def decode(content: bytes, name: str) -> str:
    """Text of the bytes: UTF-8 or UTF-16 where they are that, else Mac Roman or Windows-1252."""
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if is_utf16 else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(_single_byte_encoding(content), errors="replace")
    if "\x00" in text:
        raise FileUnreadable(f"{name} is not text: {_HOW_TO_EXPORT}.")
    return text


def _single_byte_encoding(content: bytes) -> str:
    """Mac Roman or Windows-1252, by the marks of typography that only one of them explains."""
    mac = sum(content.count(bytes([byte])) for byte in _MAC_MARKS)
    windows = sum(content.count(bytes([byte])) for byte in _WINDOWS_MARKS)
    only_carriage_returns = b"\r" in content and b"\n" not in content
    return "mac_roman" if mac > windows or (mac == windows and only_carriage_returns) else "cp1252"


def _csv_rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Rows with the line each begins on. A quote that never closes is a cut file."""
    first_line = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, begins_on = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((begins_on, cells))
            begins_on = reader.line_num + 1
    except csv.Error as error:
        raise FileUnreadable(
            f"{name} breaks off or is damaged in the row that begins on line {begins_on} "
            f"({error}): export it again."
        ) from None
    return rows


def _excel_rows(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    """Rows of the first sheet that has any."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet_name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
            rows = [
                (line, [_cell_text(cell) for cell in row])
                for line, row in enumerate(sheet, start=1)
                if any(cell not in ("", None) for cell in row)
            ]
            if rows:
                return rows
    except (CalamineError, OSError, ValueError, EOFError) as error:
        raise FileUnreadable(
            f"{name} looks like an Excel workbook but cannot be read ({error}): {_HOW_TO_EXPORT}."
        ) from None
    raise FileUnreadable(f"{name} is an Excel workbook without rows: {_HOW_TO_EXPORT}.")


def _cell_text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "Yes" if cell else "No"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return cell.strftime("%Y-%m-%d")
        case _:
            return str(cell)


def columns_of(header: list[str], name: str) -> tuple[list[str | None], str]:
    """Our column for each header cell (None: an empty one, ignored), and the listing.

    Raises FileUnreadable where a column is missing, unknown or stands twice.
    """
    cleaned = [" ".join(cell.replace("\ufeff", "").split()) for cell in header]
    listing = "part2" if any("part 2 program" in cell.casefold() for cell in cleaned) else "hipaa"
    columns: list[str | None] = []
    damaged: list[int] = []
    for position, cell in enumerate(cleaned):
        if _DAMAGED_HEADER.match(cell):
            damaged.append(position)
            columns.append(None)
        elif not cell:
            columns.append(None)
        elif (column := _COLUMN_BY_HEADER.get(cell.casefold())) is not None:
            columns.append(column)
        else:
            known = sum(other.casefold() in _COLUMN_BY_HEADER for other in cleaned)
            raise FileUnreadable(
                f"{name} has a column “{cell[:60]}” that is not part of a breach export"
                + (": HHS may have changed the format." if known >= 4 else f": {_HOW_TO_EXPORT}.")
            )
    missing_damaged = [column for column in _DAMAGED_COLUMNS if column not in columns]
    if len(damaged) != len(missing_damaged) and damaged:
        raise FileUnreadable(f"{name} has damaged headers that cannot be told apart.")
    for position, column in zip(damaged, missing_damaged, strict=False):
        columns[position] = column
    missing = [column for column in COLUMNS if column not in columns]
    if missing == [_PART2_MISSING] and (listing == "part2" or damaged):
        return columns, "part2"
    if missing:
        titles = ", ".join(field.header for field in FIELDS if field.column in missing)
        raise FileUnreadable(f"{name} lacks the column {titles}: {_HOW_TO_EXPORT}.")
    if len({c for c in columns if c}) != sum(c is not None for c in columns):
        raise FileUnreadable(f"{name} has a column twice: {_HOW_TO_EXPORT}.")
    return columns, listing


def _lay_out(table: list[tuple[int, list[str]]], name: str) -> RawTable:
    if not table:
        raise FileUnreadable(f"{name} is empty: {_HOW_TO_EXPORT}.")
    (_, header), *body = table
    columns, listing = columns_of(header, name)
    return RawTable([_raw_row(line, cells, columns) for line, cells in body], listing)


def _raw_row(line: int, cells: list[str], columns: list[str | None]) -> RawRow:
    surplus = cells[len(columns) :]
    ignored = [
        cell for cell, column in zip(cells, columns, strict=False) if column is None and cell
    ]
    problem = None
    if len(cells) < len(columns) or any(surplus) or (ignored and columns[0] is not None):
        problem = f"has {len(cells)} cells where the header has {len(columns)}"
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    return RawRow(line, named, "\x1f".join(cells), problem)


def view_in_name(name: str) -> str | None:
    """The portal view a file name speaks of, or None."""
    stem = PurePath(name).stem.casefold().replace("-", "_").replace(" ", "_")
    if "under_investigation" in stem:
        return "under_investigation"
    if "archive" in stem:
        return "archive"
    if "both" in stem:
        return "both"
    return None
