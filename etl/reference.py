"""Reference facts beside the reports, each with its source: data/reference and data/cases."""

from pathlib import Path

import pandas as pd

from etl.breach_dates import breach_dates
from etl.cases import case_tables, read_cases, resolve_case_reports
from etl.enforcement import resolve_enforcement
from etl.errors import FileUnreadable

__all__ = ["breach_dates", "load_reference", "resolve_case_reports", "resolve_enforcement"]

DATA = Path(__file__).parents[1] / "data"

# For each file of data/reference: the type of each column, in order, and the columns of its key.
_FILES = {
    "state_population": (
        {"state": "str", "census_day": "day", "resident_population": "Int64", "source": "str"},
        ["state", "census_day"],
    ),
    "enforcement_actions": (
        {
            "action_id": "str",
            "announced_on": "day",
            "date_precision": "str",
            "entity": "str",
            "filed_as": "str",
            "amount_usd": "Int64",
            "action_type": "str",
            "topic": "str",
            "individuals_affected": "Int64",
            "note": "str",
            "source": "str",
        },
        ["action_id"],
    ),
    "published_figures": (
        {
            "figure_id": "Int64",
            "source": "str",
            "year_published": "Int64",
            "metric": "str",
            "dimension": "str",
            "value_key": "str",
            "value": "Float64",
            "unit": "str",
            "definition": "str",
            "basis": "str",
            "comparable": "boolean",
            "nearest_snapshot": "day",
            "from_on": "day",
            "to_on": "day",
            "measure": "str",
            "group_column": "str",
            "group_value": "str",
            "counting": "str",
            "min_individuals": "Int64",
            "note": "str",
            "address": "str",
        },
        ["figure_id"],
    ),
    "rules": ({"topic": "str", "statement": "str", "source": "str"}, ["topic"]),
}
# What may be empty; every other cell must be filled.
_OPTIONAL = {
    "enforcement_actions": {"filed_as", "individuals_affected", "note"},
    "published_figures": {
        *("year_published", "value", "nearest_snapshot", "from_on", "to_on", "group_value"),
        *("min_individuals", "note", "address"),
    },
}
_TRUTH = {"true": True, "false": False}
_SAID = {"boolean": "true or false", "day": "day", "Int64": "whole number", "Float64": "number"}


def load_reference(reports: pd.DataFrame, folder: Path = DATA) -> dict[str, pd.DataFrame]:
    """Every reference table, typed, by name: the columns stand in etl/sql/reference.sql.

    `reports` has `breach_id` and the columns of an export, one row a report: cases and enforcement
    actions are tied to them in `case_reports` and `enforcement_reports`. `folder` holds
    `reference/` and `cases/`. Raises FileUnreadable with the file and what is wrong.
    """
    tables = {name: read_table(folder / "reference" / f"{name}.csv") for name in _FILES}
    actions = tables["enforcement_actions"]
    tables |= case_tables(read_cases(folder / "cases"), reports, actions)
    principal = tables["case_reports"].query("role == 'principal'")
    by_case = tables["case_enforcement"].merge(principal, on="slug")[["action_id", "breach_id"]]
    by_name = resolve_enforcement(actions, reports)
    # What a case file says of its action stands above what names and counts suggest.
    both = pd.concat([by_case, by_name]).drop_duplicates("action_id")
    tables["enforcement_reports"] = both.sort_values("action_id", ignore_index=True)
    return tables


def read_table(path: Path) -> pd.DataFrame:
    """One file of data/reference, typed; dates as datetime64, missing cells as NA.

    Raises FileUnreadable where the file is missing, has other columns, an empty or ill-typed cell,
    or a key twice.
    """
    types, key = _FILES[path.stem]
    try:
        text = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        reason = " ".join(str(error).split())
        raise FileUnreadable(
            f"{path.name} cannot be read ({reason}): restore it from git."
        ) from None
    if set(text.columns) != set(types):
        wrong = ", ".join(sorted(set(text.columns) ^ set(types)))
        raise FileUnreadable(f"{path.name} has other columns than it should: check {wrong}.")
    required = [column for column in types if column not in _OPTIONAL.get(path.stem, set())]
    for column in required:
        _refuse(path, column, text[column].isna(), "is empty")
    table = pd.DataFrame(
        {column: _typed(path, text[column], kind) for column, kind in types.items()}
    )
    _refuse(path, " and ".join(key), table.duplicated(key), "stands twice")
    return table


def _typed(path: Path, text: pd.Series, kind: str) -> pd.Series:
    if kind == "str":
        return text
    if kind == "boolean":
        typed = text.map(_TRUTH).astype("boolean")
    elif kind == "day":
        typed = pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")
    else:
        typed = pd.to_numeric(text, errors="coerce").astype("Float64")
        if kind == "Int64":
            typed = typed.where(typed.isna() | (typed % 1 == 0)).astype("Int64")
    _refuse(path, str(text.name), text.notna() & typed.isna(), f"is no {_SAID[kind]}")
    return typed


def _refuse(path: Path, column: str, wrong: pd.Series, why: str) -> None:
    """Raise FileUnreadable for the first wrong cell; line 1 is the header."""
    if wrong.any():
        line = int(wrong.to_numpy().argmax()) + 2
        raise FileUnreadable(f"{path.name}, row {line}: {column} {why}; mend that row.")
