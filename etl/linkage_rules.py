"""The rules of record linkage, from the strongest to the weakest: data, not control flow.

Thresholds were set on exports of 2016 to 2026; tests/etl/labelled_pairs.csv measures them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from etl.fields import PLACEHOLDER_COUNTS

# Two spellings of one organisation are above the first; the second also lets pass abbreviations
# and the like, and asks for more that agrees.
_SAME_NAME = 0.85
_LIKE_NAME = 0.75
_RELATED_NAME = 0.6
# The longest way a submission date was seen to move is a month (Anthem).
_MOST_DAYS_MOVED = 400


@dataclass(frozen=True)
class Rule:
    """Pairs of rows equal in `key` that satisfy `holds` are linked, best score first.

    `score` maps the pairs (see etl.agreement) to the strength of the link, 0 to 1.
    """

    name: str
    key: tuple[str, ...]
    holds: Callable[[pd.DataFrame], pd.Series]
    score: Callable[[pd.DataFrame], pd.Series]


def _between(low: float, high: float) -> Callable[[pd.DataFrame], pd.Series]:
    """A score between two bounds that grows with what agrees, and with the names."""
    return lambda pairs: (
        low + (high - low) * (0.7 * pairs["agreement"] + 0.3 * pairs["name_similarity"])
    )


def _is_alone(pairs: pd.DataFrame) -> pd.Series:
    """No other row of either side has this name, state and date."""
    return (pairs["namesakes_known"] == 1) & (pairs["namesakes_new"] == 1)


def _overlaps(pairs: pd.DataFrame) -> pd.Series:
    """Type or location of breach overlap, or one side does not state them."""
    return ~((pairs["types_agree"] == 0) & (pairs["locations_agree"] == 0))


def _overlaps_twice(pairs: pd.DataFrame) -> pd.Series:
    """Type and location of breach both overlap."""
    return (pairs["types_agree"] > 0) & (pairs["locations_agree"] > 0)


def _hints(pairs: pd.DataFrame) -> pd.Series:
    """Anything but date and count that speaks for one report."""
    overlap = (pairs["types_agree"] > 0) | (pairs["locations_agree"] > 0)
    return overlap | _same_state(pairs) | _names_hint(pairs)


def _names_hint(pairs: pd.DataFrame) -> pd.Series:
    """One name stands in the other or in its narrative, or they are similar within a state."""
    similar = (pairs["name_similarity"] >= _RELATED_NAME) & _same_state(pairs)
    return pairs["name_contained"] | pairs["named_in_narrative"] | similar


def _is_no_placeholder(pairs: pd.DataFrame) -> pd.Series:
    return ~pairs["individuals_affected_new"].isin(PLACEHOLDER_COUNTS)


def _same_count(pairs: pd.DataFrame) -> pd.Series:
    return pairs["count_agrees"] == 1


def _same_state(pairs: pd.DataFrame) -> pd.Series:
    equal = (pairs["state_known"] == pairs["state_new"]).astype("boolean").fillna(False)
    return equal.astype(bool) | _state_missing(pairs)


def _state_missing(pairs: pd.DataFrame) -> pd.Series:
    return pairs["state_known"].isna() | pairs["state_new"].isna()


RULES = (
    Rule(
        "name, state and date",
        key=("name", "state", "submitted_on"),
        holds=lambda pairs: _is_alone(pairs) | (pairs["agreement"] >= 0.3),
        score=_between(0.9, 1.0),
    ),
    Rule(
        "state not stated",
        key=("name", "submitted_on"),
        holds=lambda pairs: _state_missing(pairs) & (_same_count(pairs) | _overlaps(pairs)),
        score=_between(0.85, 0.97),
    ),
    Rule(
        "name variant",
        key=("state", "submitted_on"),
        holds=lambda pairs: (
            _overlaps(pairs)
            & (
                (pairs["name_similarity"] >= _SAME_NAME)
                | ((pairs["name_similarity"] >= _LIKE_NAME) & ~(pairs["count_agrees"] == 0))
            )
        ),
        score=_between(0.8, 0.97),
    ),
    Rule(
        "renamed, same count",
        key=("submitted_on", "individuals_affected"),
        holds=lambda pairs: (
            (pairs["count_is_distinctive"] & _hints(pairs))
            | (pairs["narrative_agrees"] >= 0.9)
            | (pairs["name_similarity"] >= _SAME_NAME)
            | (_is_no_placeholder(pairs) & (_overlaps_twice(pairs) | _names_hint(pairs)))
        ),
        score=_between(0.7, 0.95),
    ),
    Rule(
        "date moved",
        key=("state", "individuals_affected"),
        holds=lambda pairs: (
            pairs["count_is_distinctive"]
            & ((pairs["name_similarity"] >= _SAME_NAME) | pairs["name_contained"])
            & _overlaps(pairs)
            & (pairs["days_moved"] <= _MOST_DAYS_MOVED)
        ),
        score=_between(0.7, 0.95),
    ),
    Rule(
        "renamed, count revised",
        key=("state", "submitted_on"),
        holds=lambda pairs: (
            (pairs["name_contained"] & _overlaps(pairs))
            | (
                (pairs["name_similarity"] >= 0.5)
                & (pairs["count_agrees"] == 0.5)
                & (pairs["types_agree"] == 1)
                & (pairs["locations_agree"] == 1)
            )
        ),
        score=_between(0.6, 0.9),
    ),
)
