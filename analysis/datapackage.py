"""Frictionless data packages: what the files hold, column by column, for machines."""

from collections.abc import Iterable
from datetime import datetime

import pandas as pd

from analysis.export import LICENCE, SOURCE
from analysis.provenance import SAMPLE

_TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "DATE": "date",
    "BOOLEAN": "boolean",
    "DOUBLE": "number",
    "TIMESTAMP": "datetime",
}
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def datapackage(
    resources: Iterable[dict], *, version: str, built_at: datetime, is_sample: bool
) -> dict:
    """The descriptor `datapackage.json` of some resources; it says where they are a sample."""
    return {
        "profile": "data-package",
        "name": "breach-atlas",
        "title": "US healthcare data breaches reported to HHS OCR"
        + (" (sample)" if is_sample else ""),
        "description": (f"{SAMPLE} " if is_sample else "")
        + "Breach reports of 500 or more individuals. Individuals are as reported, never unique "
        "people; dates are days of submission; states are the filers' states. In CSV and Excel, "
        "text that a spreadsheet would run as a formula is led by an apostrophe.",
        "version": version,
        "created": built_at.isoformat(),
        "licenses": [
            {
                "name": "public-domain",
                "path": "https://www.usa.gov/government-works",
                "title": LICENCE,
            }
        ],
        "sources": [{"title": SOURCE.rpartition(", ")[0], "path": SOURCE.rpartition(", ")[2]}],
        "resources": list(resources),
    }


def resource(columns: pd.DataFrame, path: str) -> dict:
    """One file of one table; `columns` are the table's rows of the question `schema`."""
    table = columns.iloc[0]
    ending = path.rpartition(".")[2]
    return {
        "profile": "tabular-data-resource" if ending == "csv" else "data-resource",
        "name": path.replace("/", "-").replace("_", "-").replace(".", "-"),
        "title": table["table_name"],
        "description": table["table_meaning"],
        "path": path,
        "format": ending,
        "mediatype": _MEDIA[ending],
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in columns.to_dict("records")]},
    }


def _field(column: dict) -> dict:
    described = {
        "name": column["column_name"],
        "type": _TYPES.get(column["data_type"], "any"),
        "description": column["meaning"],
    }
    if described["type"] == "boolean":
        described |= {"trueValues": ["true"], "falseValues": ["false"]}
    return described
