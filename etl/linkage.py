"""Record linkage: which report of a new snapshot is which report known so far.

HHS gives reports no number. Rules run from the strongest to the weakest; each compares only rows
that share a key (never all with all), gives each report at most one partner, and leaves apart what
could be linked in two equally good ways. docs/linkage.md says why each rule is as it is.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from etl.agreement import with_agreement
from etl.assignment import assign
from etl.fields import COLUMNS
from etl.linkage_rules import RULES, Rule
from etl.names import normalise_name

NEW = "new"
AMBIGUOUS = "ambiguous"
IDENTICAL = "identical row"
_TEXTS = ["entity_name", "state", "entity_type", "breach_type", "location", "web_description"]
# More pairs than this share no key that tells reports apart: comparing them would be a guess.
_MOST_PAIRS_IN_BLOCK = 2_500


def link(known: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """One row per row of `new`, in its order: `record`, `rule`, `score`.

    `known` has one row per report as last observed: `record` and the columns of an export; `new`
    has one row per report of a snapshot. `record` is Int64, <NA> for a report not known so far;
    `rule` names the rule that linked it, or is "new" or "ambiguous" (could be one of several known
    reports, so it stays apart); `score` is 0 to 1, 0 where nothing was linked. No record is given
    twice.
    """
    old, fresh = _comparable(known), _comparable(new)
    linked = _identical(old, fresh).assign(rule=IDENTICAL, score=1.0)
    apart = pd.DataFrame(columns=["known", "new"], dtype="int64")
    for rule in RULES:
        old_left = old[~old.index.isin(linked["known"])]
        new_left = fresh[~fresh.index.isin(linked["new"]) & ~fresh.index.isin(apart["new"])]
        found = assign(_scored(rule, old_left, new_left)).assign(rule=rule.name)
        ambiguous = found["is_ambiguous"].astype(bool)
        linked = pd.concat([linked, found.loc[~ambiguous, linked.columns]])
        apart = pd.concat([apart, found.loc[ambiguous, apart.columns]])
    return _per_row(len(new), known["record"].to_numpy(), linked, apart)


def _per_row(
    size: int, records: np.ndarray, linked: pd.DataFrame, apart: pd.DataFrame
) -> pd.DataFrame:
    """What was found, for each of the `size` new rows in their order."""
    result = pd.DataFrame(
        {
            "record": pd.array([pd.NA] * size, dtype="Int64"),
            "rule": pd.Series([NEW] * size, dtype="str"),
            "score": 0.0,
        }
    )
    place = linked["new"].to_numpy(dtype="int64")
    result.loc[apart["new"].to_numpy(dtype="int64"), "rule"] = AMBIGUOUS
    result.loc[place, "record"] = records[linked["known"].to_numpy(dtype="int64")].astype("int64")
    result.loc[place, "rule"] = linked["rule"].to_numpy()
    result.loc[place, "score"] = linked["score"].to_numpy(dtype=float).clip(0, 1)
    return result


def _comparable(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with keys to compare them by, numbered from 0 in their order."""
    frame = rows[list(COLUMNS)].reset_index(drop=True)
    frame["submitted_on"] = pd.to_datetime(frame["submitted_on"])
    frame["individuals_affected"] = frame["individuals_affected"].astype("Int64")
    # A column in which no row states anything comes without a type that compares with text.
    frame[_TEXTS] = frame[_TEXTS].astype("str")
    frame["business_associate_present"] = frame["business_associate_present"].astype("boolean")
    for column in ("breach_type", "location"):
        frame[column] = _mapped(frame[column], _sorted_set)
    frame["name"] = _mapped(frame["entity_name"], normalise_name)
    namesakes = frame.groupby(["name", "state", "submitted_on"], dropna=False)["name"]
    return frame.assign(
        namesakes=namesakes.transform("size"),
        narrative=pd.util.hash_pandas_object(frame["web_description"].fillna(""), index=False),
    )


def _mapped(values: pd.Series, function: Callable[[str], str]) -> pd.Series:
    """`function` of each value, computed once for each distinct one."""
    return values.map({value: function(value) for value in values.dropna().unique()}).astype("str")


def _sorted_set(members: str) -> str:
    return ", ".join(sorted(members.split(", ")))


def _identical(old: pd.DataFrame, fresh: pd.DataFrame) -> pd.DataFrame:
    """Pairs of rows that agree in every field; the narrative, which comes when a case closes, last.

    Rows that stand twice are paired in their order.
    """
    facts = ["name", *(c for c in COLUMNS if c not in ("entity_name", "web_description"))]
    whole = _paired(old, fresh, [*facts, "narrative"])
    old = old[~old.index.isin(whole["known"])]
    fresh = fresh[~fresh.index.isin(whole["new"])]
    return pd.concat([whole, _paired(old, fresh, facts)])


def _paired(old: pd.DataFrame, fresh: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """Rows equal in `key`, the first with the first, the second with the second."""
    sides = [
        frame[key].assign(
            **{side: frame.index, "ordinal": frame.groupby(key, dropna=False).cumcount()}
        )
        for side, frame in (("known", old), ("new", fresh))
    ]
    return sides[0].merge(sides[1], on=[*key, "ordinal"])[["known", "new"]]


def _scored(rule: Rule, old: pd.DataFrame, fresh: pd.DataFrame) -> pd.DataFrame:
    """Candidate pairs of a rule that satisfy it, with their score."""
    pairs = with_agreement(_candidates(rule, old, fresh))
    pairs = pairs[rule.holds(pairs).astype(bool)]
    return pairs.assign(score=rule.score(pairs))


def _candidates(rule: Rule, old: pd.DataFrame, fresh: pd.DataFrame) -> pd.DataFrame:
    """Pairs equal in the key of the rule, the fields of both sides beside each other."""
    key = list(rule.key)
    stated = [column for column in key if column != "state"]
    known = old[key].dropna(subset=stated).reset_index(names="known")
    new = fresh[key].dropna(subset=stated).reset_index(names="new")
    found = _within_blocks(known, new, key)
    sides = [
        frame.loc[found[side]].add_suffix(f"_{side}").reset_index(drop=True)
        for side, frame in (("known", old), ("new", fresh))
    ]
    pairs = pd.concat([found.reset_index(drop=True), *sides], axis=1)
    return pairs.assign(known_content=_content(pairs, "known"), new_content=_content(pairs, "new"))


def _within_blocks(known: pd.DataFrame, new: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """Numbers of rows equal in the key, but for keys that so many share that they tell nothing."""
    sizes = [
        side.groupby(key, dropna=False).size().rename(rows).reset_index()
        for side, rows in ((known, "known_rows"), (new, "new_rows"))
    ]
    blocks = sizes[0].merge(sizes[1], on=key)
    small = blocks[blocks["known_rows"] * blocks["new_rows"] <= _MOST_PAIRS_IN_BLOCK]
    return known.merge(small[key], on=key).merge(new, on=key)[["known", "new"]]


def _content(pairs: pd.DataFrame, side: str) -> pd.Series:
    """Equal for rows that state the same."""
    fields = [f"{column}_{side}" for column in COLUMNS]
    return pd.util.hash_pandas_object(pairs[fields].astype("str"), index=False)
