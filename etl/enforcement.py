"""OCR's settlements and penalties, tied to the reports they concern where the facts agree."""

import pandas as pd

from etl.names import core_names

# Settlements come one to nine years after the report; the shortest here took two months.
_SHORTEST = pd.Timedelta(days=30)
_LONGEST = pd.Timedelta(days=3650)
# A second report of the same filer may still be missing from data that ends long before the action.
_DATA_MAY_END_BEFORE = pd.Timedelta(days=365)
_SAME_COUNT = 0.1


def resolve_enforcement(actions: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """One row is one enforcement action and the report it concerns: `action_id`, `breach_id`.

    `actions` has the columns of enforcement_actions, `reports` `breach_id` and those of an export.
    An action about a breach is tied to a report filed before it under the same name (or the name
    in `filed_as`), by the count where the source of the action states one, else only where that
    filer has exactly one report. All others stay unlinked: many actions concern a breach that the
    portal does not show, or one of several.
    """
    names = _by_name(reports[["breach_id", "entity_name"]], "entity_name")
    filed = names.merge(reports[["breach_id", "submitted_on", "individuals_affected"]])
    about_breaches = actions[actions["topic"] == "breach"]
    wanted = about_breaches.assign(name=about_breaches["filed_as"].fillna(about_breaches["entity"]))
    stated = actions[["action_id", "announced_on", "individuals_affected"]]
    pairs = (
        _by_name(wanted[["action_id", "name"]], "name")
        .merge(filed, on="core_name")
        .merge(stated, on="action_id", suffixes=("", "_stated"))
        .drop_duplicates(["action_id", "breach_id"])
    )
    waited = pairs["announced_on"] - pairs["submitted_on"]
    pairs = pairs[waited.between(_SHORTEST, _LONGEST)]

    count = pairs["individuals_affected_stated"]
    difference = (pairs["individuals_affected"] - count).abs() / count
    by_count = (difference <= _SAME_COUNT).fillna(False).astype(bool)
    alone = ~pairs["action_id"].duplicated(keep=False)
    covered = pairs["announced_on"] - reports["submitted_on"].max() <= _DATA_MAY_END_BEFORE
    links = pairs[by_count | (count.isna() & alone & covered)]
    links = links[~links["action_id"].duplicated(keep=False)]
    return links[["action_id", "breach_id"]].sort_values("action_id", ignore_index=True)


def _by_name(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """The table with one row for each core name of `column`, in `core_name`."""
    named = table.assign(core_name=[list(core_names(name)) for name in table[column]])
    return named.drop(columns=column).explode("core_name").dropna(subset="core_name")
