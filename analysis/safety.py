"""Text that other programs must not run: entity names are whatever a filer typed."""

import pandas as pd

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_for_spreadsheets(table: pd.DataFrame) -> pd.DataFrame:
    """The same table, text that a spreadsheet would run as a formula led by an apostrophe."""
    text = table.select_dtypes(include=["object", "string", "str"]).columns
    return table.assign(**{column: table[column].map(_safe) for column in text})


def _safe(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
