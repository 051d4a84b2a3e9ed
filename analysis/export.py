"""Reports as files: CSV, JSON, Parquet and Excel, written batch by batch.

Each says what it holds: inside (JSON, Parquet, Excel) or, so that a CSV stays a plain table, beside
it (`About.pairs` as HTTP headers or as the data package).
"""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import xlsxwriter

from analysis.captions.words import dated
from analysis.database import Database
from analysis.explorer import Selection, reports_count, schema
from analysis.filters import Filters, WrongFilter
from analysis.provenance import SAMPLE, Provenance, provenance
from analysis.safety import safe_batch

EXCEL_ROWS = 1_048_576 - 1  # the first holds the names
_EXCEL_CELL = 32_767
SOURCE = (
    "US Department of Health and Human Services, Office for Civil Rights, breach portal, "
    "https://ocrportal.hhs.gov/ocr/breach/"
)
LICENCE = "Facts of the US government, in the public domain"


@dataclass(frozen=True)
class About:
    """What a file of reports says of itself. `address` is where it came from."""

    address: str
    filters: str
    filters_in_words: str
    data: Provenance
    snapshots: tuple[str, ...]
    reports: int
    build_id: str
    built_at: datetime

    @property
    def citation(self) -> str:
        """One line for a footnote."""
        return (
            "US Department of Health and Human Services, Office for Civil Rights. Breach reports "
            f"{dated(self.data)}. Breach Atlas, data version {self.build_id}. {self.address}"
        )

    def pairs(self) -> dict[str, str]:
        """The same as names and texts."""
        return {
            "title": "HHS OCR breach reports",
            "citation": self.citation,
            "as_of": self.data.as_of.isoformat(),
            "snapshots": ", ".join(self.snapshots),
            "filters": self.filters,
            "filters_in_words": self.filters_in_words or "all reports",
            "reports": str(self.reports),
            "address": self.address,
            "data_version": self.build_id,
            "built_at": self.built_at.isoformat(),
            "source": SOURCE,
            "licence": LICENCE,
            "note": "Individuals are as reported, never unique people. Dates are days of "
            "submission. States are the filers' states.",
        } | ({"sample": SAMPLE} if self.data.is_sample else {})


def about(db: Database, selection: Selection, address: str) -> About:
    """What a file of the selection says; raises WrongFilter for a day before all snapshots."""
    filters = selection.filters
    data = provenance(db, Filters(as_of=filters.as_of))
    if filters.as_of is not None and filters.as_of < data.days[-1]:
        raise WrongFilter(f"There is no snapshot so early: the first is of {data.days[-1]}.")
    snapshots = db.ask("snapshots_until", as_of_day=data.as_of)["snapshot_id"]
    return About(
        address=address,
        filters=filters.address(),
        filters_in_words=filters.words(),
        data=data,
        snapshots=tuple(snapshots),
        reports=reports_count(db, filters),
        build_id=db.version,
        built_at=db.built_at,
    )


def csv_chunks(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """A CSV in UTF-8: names first, days as 2026-07-01, an empty cell for what is not stated."""
    for number, batch in enumerate(batches):
        chunk = io.BytesIO()
        pc.write_csv(safe_batch(batch), chunk, pc.WriteOptions(include_header=number == 0))
        yield chunk.getvalue()


def json_chunks(found: About, db: Database, selection: Selection) -> Iterator[bytes]:
    """`{"about": {…}, "reports": [{…}, …]}`, one report a line, null for what is not stated."""
    sql, bound = selection.sql()
    lines = db.batches(f"SELECT to_json(report)::VARCHAR AS line FROM ({sql}) AS report", bound)
    yield f'{{"about": {json.dumps(found.pairs(), ensure_ascii=False)},\n"reports": ['.encode()
    separator = "\n"
    for batch in lines:
        if batch.num_rows:
            yield (separator + ",\n".join(batch.column(0).to_pylist())).encode()
            separator = ",\n"
    yield b"\n]}\n"


def write_parquet(
    batches: Iterator[pa.RecordBatch],
    file: BinaryIO | Path,
    facts: dict[str, str],
    meanings: dict[str, str],
) -> None:
    """A Parquet file with `facts` as its metadata and the meaning of each column at the column."""
    first = next(batches)
    described = pa.schema(
        [
            column.with_metadata({"description": meanings.get(column.name, "")})
            for column in first.schema
        ],
        metadata=facts,
    )
    with pq.ParquetWriter(file, described, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch.cast(described))


def write_excel(found: About, batches: Iterator[pa.RecordBatch], file: BinaryIO) -> None:
    """An Excel file: sheet "Reports", names first, and sheet "About". Text is never a formula."""
    if found.reports > EXCEL_ROWS:
        raise WrongFilter(
            f"Excel holds at most {EXCEL_ROWS:,} rows and these are {found.reports:,}: "
            "narrow the filters, or take CSV or Parquet."
        )
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Reports")
        sheet.freeze_panes(1, 0)
        row = 0
        for batch in batches:
            if row == 0:
                sheet.write_row(0, 0, batch.schema.names, bold)
                row = 1
            for cells in zip(*(_excel_cells(column) for column in safe_batch(batch)), strict=True):
                sheet.write_row(row, 0, cells)
                row += 1
        sheet.autofilter(0, 0, max(row - 1, 1), len(batch.schema) - 1)
        _about_sheet(book, found, bold)


def meanings(db: Database, table: str = "breaches") -> dict[str, str]:
    """The meaning of each column of a table, as its COMMENT says it."""
    found = schema(db)
    own = found[found["table_name"] == table]
    return dict(zip(own["column_name"], own["meaning"], strict=True))


def _excel_cells(column: pa.Array) -> list:
    cells = column.to_pylist()
    if not pa.types.is_string(column.type):
        return cells
    # Excel refuses a longer text; a cut one ends in an ellipsis.
    return [
        cell[: _EXCEL_CELL - 1] + "…" if cell is not None and len(cell) > _EXCEL_CELL else cell
        for cell in cells
    ]


def _about_sheet(book: xlsxwriter.Workbook, found: About, bold) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 110)
    for number, (name, text) in enumerate(found.pairs().items()):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, text)
