"""Breach dates and business associates from OCR's list of 27 June 2014.

OCR named both until 2014 and has not since. The list has no submission date, but its rows stand in
the order of submission, which tells two similar reports apart and proves a match wrong.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from etl.errors import FileUnreadable
from etl.names import normalise_name
from etl.normalise import breach_type
from etl.text import one_line

LIST = Path(__file__).parents[1] / "data" / "sample" / "breach_dates_2014-06-27.csv"
_LISTED_UNTIL = pd.Timestamp("2014-06-30")  # the newest posting date in the list
_FACTS = ["breach_started_on", "breach_ended_on", "business_associate_name"]
# Out of 100. At 85 a misspelt name or a dropped "Inc." passes; the next pairs below are two
# organisations of one town.
_SIMILAR_NAME = 85
# Rows matched by name and count lie within 21 days of their neighbours, but for late corrections.
_OUT_OF_ORDER_DAYS = 45


def breach_dates(reports: pd.DataFrame) -> pd.DataFrame:
    """One row is one report that matches one row of the list of 2014.

    `reports` has `breach_id` and the columns of an export, one row a report, of any snapshot.
    Returns `breach_id`, `breach_started_on`, `breach_ended_on` (NaT where the list gives one day)
    and `business_associate_name` (missing where it names none). A report that could be two rows,
    and a row that could be two reports, stay unmatched; so does a breach that would begin after
    it was reported. Raises FileUnreadable where the list is missing.
    """
    listed = read_list()
    filed = _comparable(reports)
    same_count = _alike(filed.merge(listed, on="individuals_affected", suffixes=("", "_listed")))
    first = _one_to_one(same_count[same_count["name_score"] >= _SIMILAR_NAME])
    first = first[_in_order(first, listed, first)]

    # What remains was listed with another count: only the very same name, and the right place in
    # the order of submission, can show that.
    filed_left = filed[~filed["breach_id"].isin(first["breach_id"])]
    listed_left = listed[~listed["list_number"].isin(first["list_number"])]
    revised = _alike(filed_left.merge(listed_left, on="name_key", suffixes=("", "_listed")))
    revised = revised[revised["same_types"] & _in_order(revised, listed, first)]
    matches = pd.concat([first, _one_to_one(revised)])
    return matches[["breach_id", *_FACTS]].sort_values("breach_id", ignore_index=True)


@lru_cache(maxsize=1)
def read_list() -> pd.DataFrame:
    """One row is one breach of the list, with `name_key` and `associate_key` to match by."""
    try:
        table = pd.read_csv(LIST, dtype=str, keep_default_na=False)
    except FileNotFoundError:
        raise FileUnreadable(
            f"{LIST.name} is missing: run data/sample/make_sample.py or restore it from git."
        ) from None
    associate = table["business_associate_name"].map(one_line)
    associate = associate.where(~associate.str.casefold().isin(["", "n/a", "not applicable"]))
    return table.assign(
        list_number=table["list_number"].astype("int64"),
        individuals_affected=table["individuals_affected"].astype("Int64"),
        breach_started_on=pd.to_datetime(table["breach_started_on"]),
        breach_ended_on=pd.to_datetime(table["breach_ended_on"]),
        business_associate_name=associate,
        breach_type=table["breach_type"].map(breach_type),
        name_key=table["entity_name"].map(normalise_name),
        associate_key=associate.fillna("").map(normalise_name),
    )


def _comparable(reports: pd.DataFrame) -> pd.DataFrame:
    """The reports that the list can hold, with the columns to match by."""
    columns = ["breach_id", "state", "individuals_affected", "submitted_on", "breach_type"]
    old = reports.assign(submitted_on=pd.to_datetime(reports["submitted_on"]))
    old = old[old["submitted_on"] <= _LISTED_UNTIL]
    return old[columns].assign(
        individuals_affected=old["individuals_affected"].astype("Int64"),
        name_key=old["entity_name"].map(normalise_name),
    )


def _alike(pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs that agree on the state and whose breach began before it was reported, scored.

    The list names the covered entity and, beside it, the business associate: a report may have
    been filed under either name. An export that leaves the state of a territory empty agrees with
    any state.
    """
    plausible = (pairs["state"].isna() | (pairs["state"] == pairs["state_listed"])) & (
        pairs["breach_started_on"] <= pairs["submitted_on"]
    )
    pairs = pairs[plausible].copy()
    listed_key = pairs["name_key_listed"] if "name_key_listed" in pairs else pairs["name_key"]
    names = zip(pairs["name_key"], listed_key, pairs["associate_key"], strict=True)
    pairs["name_score"] = [
        max(fuzz.token_sort_ratio(filed, entity), fuzz.token_sort_ratio(filed, associate))
        for filed, entity, associate in names
    ]
    types = zip(pairs["breach_type"], pairs["breach_type_listed"], strict=True)
    pairs["same_types"] = [
        isinstance(filed, str) and set(filed.split(", ")) == set(listed.split(", "))
        for filed, listed in types
    ]
    return pairs


def _one_to_one(pairs: pd.DataFrame) -> pd.DataFrame:
    """For each report and each row of the list its best partner, where both choose each other.

    The better name decides, then the same types; pairs still level are ambiguous and left out.
    """
    score = pairs["name_score"] + pairs["same_types"]
    best = pd.Series(True, index=pairs.index)
    for side in ("breach_id", "list_number"):
        best &= score == score.groupby(pairs[side]).transform("max")
    chosen = pairs[best]
    for side in ("breach_id", "list_number"):
        chosen = chosen[~chosen[side].duplicated(keep=False)]
    return chosen


def _in_order(pairs: pd.DataFrame, listed: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    """Whether each report was filed about when its row's neighbours in the list were."""
    if known.empty:
        return pd.Series(False, index=pairs.index, dtype=bool)
    days = known.sort_values("list_number")
    filed_on = days["submitted_on"].astype("datetime64[s]").astype("int64") / 86_400
    smooth = filed_on.rolling(7, center=True, min_periods=1).median()
    expected = np.interp(pairs["list_number"], days["list_number"], smooth)
    actual = pairs["submitted_on"].astype("datetime64[s]").astype("int64") / 86_400
    return (actual - expected).abs() <= _OUT_OF_ORDER_DAYS
