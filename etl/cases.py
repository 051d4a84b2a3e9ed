"""Case files in, tables out: the known breaches, what happened and what was said of them.

A case file (data/cases/*.yaml) holds facts with their sources, as data/cases/schema.json says.
"""

import json
from functools import cache
from pathlib import Path

import pandas as pd
import yaml
from jsonschema import Draft202012Validator

from etl.errors import FileUnreadable
from etl.names import normalise_name

_PRECISION = {4: "year", 7: "month", 10: "day"}
# Submission dates move between exports by up to a month (Anthem).
_DATE_MAY_MOVE_DAYS = 31
# Where the principal report is not in the data, one of these speaks for the case.
_MAY_STAND_IN = ("principal", "part", "duplicate")
_CASE_COLUMNS = [
    *["title", "short_name", "year", "summary"],
    *["vector", "data_exposed", "caveats", "source"],
]
_ITEM_COLUMNS = {
    "events": ["happened_on", "kind", "label", "individuals", "amount_usd", "source"],
    "figures": ["stated_on", "individuals", "stated_by", "source"],
    "claims": ["said_on", "said_by", "about", "comparison", "value", "text", "source"],
}
_FILED_TYPES = {"individuals_affected": "Int64", "business_associate_present": "boolean"}


class _PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads days as the text they are, so that "2015" and "2015-10" keep their precision."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_cases(folder: Path) -> dict[str, dict]:
    """Every case file of `folder` by slug (the file's name), in order of slug.

    Raises FileUnreadable, naming the file and the place, where one is no YAML or breaks the schema.
    """
    validator = _validator(folder / "schema.json")
    cases = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            case = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainLoader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            where = " ".join(str(error).split())
            raise FileUnreadable(f"Case file {path.name} is no YAML: {where}.") from None
        for fault in validator.iter_errors(case):
            place = "/".join(str(step) for step in fault.absolute_path) or "the file"
            raise FileUnreadable(
                f"Case file {path.name} breaks the schema at {place}: {fault.message}."
            )
        cases[path.stem] = case
    if not cases:
        raise FileUnreadable(f"No case files (*.yaml) in {folder}: restore them from git.")
    return cases


def case_tables(
    cases: dict[str, dict], reports: pd.DataFrame, actions: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """The tables `cases`, `case_events`, `case_figures`, `case_claims`, `case_reports` and
    `case_enforcement`; `reports` and `actions` are what the cases are tied to.
    """
    return {
        "cases": _cases(cases),
        "case_events": _dated(_items(cases, "events"), "happened_on"),
        "case_figures": _dated(_items(cases, "figures"), "stated_on"),
        "case_claims": _dated(_items(cases, "claims"), "said_on"),
        "case_reports": resolve_case_reports(cases, reports),
        "case_enforcement": _enforcement(cases, actions),
    }


def resolve_case_reports(cases: dict[str, dict], reports: pd.DataFrame) -> pd.DataFrame:
    """One row is one case and one report of it in the data: `slug`, `breach_id`, `role`.

    `reports` has `breach_id` and the columns of an export. A report is found by name, state and
    submission date; of several the nearest date is taken. A case without a report in the data has
    no row. Where the principal report is not there, the first other report of the same event is
    the principal one, so each case that has reports has exactly one of them.
    """
    keys = ["name_key", "state"]
    pairs = _wanted(cases).merge(
        reports.assign(name_key=reports["entity_name"].map(normalise_name)), on=keys
    )
    pairs["days_off"] = (pairs["submitted_on"] - pairs["expected_on"]).abs().dt.days
    pairs = pairs[pairs["days_off"] <= _DATE_MAY_MOVE_DAYS]
    pairs = pairs.sort_values(["days_off", "slug", "position"])
    pairs = pairs.drop_duplicates("breach_id").drop_duplicates(["slug", "position"])
    pairs = pairs.sort_values(["slug", "position"], ignore_index=True)
    stand_in = pairs[pairs["role"].isin(_MAY_STAND_IN)].drop_duplicates("slug").index
    pairs.loc[stand_in, "role"] = "principal"
    return pairs[["slug", "breach_id", "role"]]


@cache
def _validator(path: Path) -> Draft202012Validator:
    try:
        return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise FileUnreadable(
            f"{path.name} cannot be read ({error}): restore it from git."
        ) from None


def _cases(cases: dict[str, dict]) -> pd.DataFrame:
    """One row is one case, with its own filed figure in the columns filed_…."""
    plain = [
        "title",
        "short_name",
        "year",
        "summary",
        "vector",
        "data_exposed",
        "caveats",
        "source",
    ]
    rows = [
        {"slug": slug}
        | {column: case[column] for column in plain}
        | {f"filed_{column}": value for column, value in case["filed"].items()}
        for slug, case in cases.items()
    ]
    table = pd.DataFrame(rows).rename(columns={"filed_as_of": "filed_seen_on"})
    for column in ("filed_submitted_on", "filed_seen_on"):
        table[column] = pd.to_datetime(table[column])
    return table.astype({f"filed_{column}": kind for column, kind in _FILED_TYPES.items()})


def _enforcement(cases: dict[str, dict], actions: pd.DataFrame) -> pd.DataFrame:
    """One row is one case and one enforcement action over it: `slug`, `action_id`.

    Raises FileUnreadable where a case names an entity that has no action.
    """
    action_of = actions.set_index("entity")["action_id"]
    rows = []
    for slug, case in cases.items():
        for entity in case["related"]:
            if entity not in action_of.index:
                raise FileUnreadable(
                    f"Case file {slug}.yaml names “{entity}” under related, which is no entity of "
                    "enforcement_actions.csv: mend one of the two."
                )
            rows += [(slug, action_id) for action_id in action_of.loc[[entity]]]
    return pd.DataFrame(rows, columns=["slug", "action_id"])


def _items(cases: dict[str, dict], part: str) -> pd.DataFrame:
    """One row is one item of a list in a case file, with the case's slug and its own position."""
    rows = [
        {"slug": slug, "position": position} | item
        for slug, case in cases.items()
        for position, item in enumerate(case[part], start=1)
    ]
    table = pd.DataFrame(rows, columns=["slug", "position", *_ITEM_COLUMNS[part]])
    for column in table.columns.intersection(["individuals", "amount_usd", "value"]):
        table[column] = table[column].astype("Int64")
    return table


def _dated(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """The table with `column` as a day (the first of a month or year) and `date_precision`."""
    text = table[column].astype("str")
    day = pd.to_datetime(text.str.cat(pd.Series("-01-01", index=text.index)).str[:10])
    precision = text.str.len().map(_PRECISION)
    return table.assign(**{column: day, "date_precision": precision})


def _wanted(cases: dict[str, dict]) -> pd.DataFrame:
    """One row is one way to find one report of one case."""
    return pd.DataFrame(
        [
            {
                "slug": slug,
                "position": position,
                "name_key": normalise_name(name),
                "state": report["state"],
                "expected_on": pd.Timestamp(day),
                "role": report["role"],
            }
            for slug, case in cases.items()
            for position, report in enumerate(case["reports"])
            for name in report["names"]
            for day in report["submitted_on"]
        ]
    )
