"""Text that other programs must not run: entity names are whatever a filer typed."""

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

# What Excel, LibreOffice and Google Sheets take for the start of a formula, full-width forms too.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PATTERN = r"\A[=+\-@\t\r\n＝＋－＠]"


def safe_for_spreadsheets(table: pd.DataFrame) -> pd.DataFrame:
    """The same table, text that a spreadsheet would run as a formula led by an apostrophe."""
    text = table.select_dtypes(include=["object", "string", "str"]).columns
    return table.assign(**{column: table[column].map(safe_cell) for column in text})


def safe_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The same rows, text that a spreadsheet would run as a formula led by an apostrophe."""
    columns = [
        _safe_column(column) if pa.types.is_string(column.type) else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def safe_cell(value: object) -> object:
    """The value, led by an apostrophe where it is text that a spreadsheet would run."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _safe_column(column: pa.Array) -> pa.Array:
    runs = pc.match_substring_regex(column, _PATTERN)
    return pc.if_else(runs, pc.binary_join_element_wise("'", column, ""), column)
