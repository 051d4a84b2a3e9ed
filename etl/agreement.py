"""How far two rows of a pair agree, field by field."""

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from etl.fields import PLACEHOLDER_COUNTS
from etl.names import is_named_in, name_similarity

_WEIGHTS = {
    "count_agrees": 4.0,
    "types_agree": 2.0,
    "locations_agree": 2.0,
    "entity_type_agrees": 1.0,
    "associate_agrees": 1.0,
    "narrative_agrees": 4.0,
}
_NARRATIVE_START = 400


def with_agreement(pairs: pd.DataFrame) -> pd.DataFrame:
    """`pairs` (columns of known rows end in _known, of new rows in _new) with how each agrees.

    Adds `count_agrees`, `types_agree`, `locations_agree`, `entity_type_agrees`,
    `associate_agrees`, `narrative_agrees` (0 to 1, NaN where a side states nothing), `agreement`
    (their weighted mean over what both state, 0.5 where that is nothing), `count_is_distinctive`,
    `name_similarity` (0 to 1), `name_contained` (one name stands in the other),
    `named_in_narrative` (one name stands in the narrative of the other row) and `days_moved`.
    """
    if pairs.empty:
        added = [*_WEIGHTS, "agreement", "name_similarity", "days_moved"]
        flags = ["count_is_distinctive", "name_contained", "named_in_narrative"]
        return pairs.assign(**dict.fromkeys(added, 0.0), **dict.fromkeys(flags, False))
    agrees = pd.DataFrame(
        {
            "count_agrees": _counts(pairs),
            "types_agree": _shared(pairs, "breach_type"),
            "locations_agree": _shared(pairs, "location"),
            "entity_type_agrees": _equal(pairs, "entity_type"),
            "associate_agrees": _equal(pairs, "business_associate_present"),
            "narrative_agrees": _narratives(pairs),
        },
        index=pairs.index,
    )
    weights = agrees.notna() * pd.Series(_WEIGHTS)
    total = weights.sum(axis=1)
    agreement = (agrees.fillna(0.0) * pd.Series(_WEIGHTS)).sum(axis=1) / total.where(total > 0)
    names = list(zip(pairs["entity_name_known"], pairs["entity_name_new"], strict=True))
    return pairs.assign(
        **agrees,
        agreement=agreement.fillna(0.5),
        count_is_distinctive=_distinctive(pairs["individuals_affected_new"]),
        name_similarity=[name_similarity(*both) for both in names],
        name_contained=[is_named_in(known, new) or is_named_in(new, known) for known, new in names],
        named_in_narrative=_named_in_narrative(pairs),
        days_moved=(pairs["submitted_on_new"] - pairs["submitted_on_known"]).dt.days.abs(),
    )


def _named_in_narrative(pairs: pd.DataFrame) -> list[bool]:
    sides = ["entity_name_known", "web_description_new", "entity_name_new", "web_description_known"]
    return [
        (isinstance(new_text, str) and is_named_in(known, new_text))
        or (isinstance(known_text, str) and is_named_in(new, known_text))
        for known, new_text, new, known_text in pairs[sides].itertuples(index=False, name=None)
    ]


def _counts(pairs: pd.DataFrame) -> pd.Series:
    """1 for equal counts, 0.5 for counts within 5% of each other."""
    known = pairs["individuals_affected_known"].astype("Float64")
    new = pairs["individuals_affected_new"].astype("Float64")
    apart = (known - new).abs() / np.maximum(known, new)
    agrees = (apart == 0) * 0.5 + (apart <= 0.05) * 0.5
    return agrees.astype("Float64").to_numpy(dtype=float, na_value=np.nan)


def _distinctive(counts: pd.Series) -> pd.Series:
    """Whether two reports of a day will hardly share a count by chance.

    Placeholders and round numbers below a million are shared by many.
    """
    stated = counts.astype("Float64")
    common = stated.isin(PLACEHOLDER_COUNTS) | ((stated % 500 == 0) & (stated < 1_000_000))
    return (stated.notna() & ~common.fillna(True)).astype(bool)


def _equal(pairs: pd.DataFrame, column: str) -> pd.Series:
    known, new = pairs[f"{column}_known"], pairs[f"{column}_new"]
    both = known.notna() & new.notna()
    return (known == new).astype("boolean").fillna(False).astype(float).where(both)


def _shared(pairs: pd.DataFrame, column: str) -> pd.Series:
    """Share of the members of both sets that stand in both."""
    values = [
        _jaccard(known, new)
        for known, new in zip(pairs[f"{column}_known"], pairs[f"{column}_new"], strict=True)
    ]
    return pd.Series(values, index=pairs.index, dtype=float)


def _jaccard(known: object, new: object) -> float:
    if not isinstance(known, str) or not isinstance(new, str):
        return np.nan
    one, other = set(known.split(", ")), set(new.split(", "))
    return len(one & other) / len(one | other)


def _narratives(pairs: pd.DataFrame) -> pd.Series:
    values = [
        fuzz.ratio(known[:_NARRATIVE_START], new[:_NARRATIVE_START]) / 100
        if isinstance(known, str) and isinstance(new, str)
        else np.nan
        for known, new in zip(
            pairs["web_description_known"], pairs["web_description_new"], strict=True
        )
    ]
    return pd.Series(values, index=pairs.index, dtype=float)
