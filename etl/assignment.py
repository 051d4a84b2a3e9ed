"""One partner for each row: the best assignment among pairs, and where it is a toss-up."""

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

# Two assignments whose scores differ by less than this are equally good.
MARGIN = 0.02


def assign(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of the best one-to-one assignment, with `is_ambiguous` where another is as good.

    `pairs` has `known` and `new` (row numbers of each side), `score` (above 0) and
    `known_content`, `new_content` (equal for rows that cannot be told apart: to swap those is no
    ambiguity). An ambiguous pair is one that the next best assignment would break without loss.
    """
    if pairs.empty:
        return pairs.assign(is_ambiguous=False)
    known, known_number = np.unique(pairs["known"], return_inverse=True)
    new, new_number = np.unique(pairs["new"], return_inverse=True)
    alone = (np.bincount(known_number)[known_number] == 1) & (
        np.bincount(new_number)[new_number] == 1
    )
    chosen = [pairs[alone].assign(is_ambiguous=False)]
    contested = pairs[~alone]
    if len(contested):
        edges = (known_number[~alone], len(known) + new_number[~alone])
        size = len(known) + len(new)
        graph = coo_matrix((np.ones(len(contested)), edges), shape=(size, size))
        component = connected_components(graph, directed=False)[1][edges[0]]
        chosen += [_solve(group) for _, group in contested.groupby(component, sort=False)]
    return pd.concat(chosen).sort_values("new")


def _solve(group: pd.DataFrame) -> pd.DataFrame:
    """The best assignment within one connected group of pairs."""
    known, row = np.unique(group["known"], return_inverse=True)
    new, column = np.unique(group["new"], return_inverse=True)
    scores = np.zeros((len(known), len(new)))
    scores[row, column] = group["score"]
    # The square lets one strong pair outweigh two weak ones.
    scores = scores**2
    rows, columns = linear_sum_assignment(scores, maximize=True)
    best = scores[rows, columns].sum()
    partner = dict(zip(rows.tolist(), columns.tolist(), strict=True))
    is_picked = np.array(
        [partner.get(known_row) == at for known_row, at in zip(row, column, strict=True)]
    )
    contents = group[["known_content", "new_content"]].to_numpy()
    ambiguous = []
    for pair in np.flatnonzero(is_picked):
        twins = (contents == contents[pair]).all(axis=1)
        without = scores.copy()
        without[row[twins], column[twins]] = 0.0
        others = linear_sum_assignment(without, maximize=True)
        ambiguous.append(best - without[others].sum() < MARGIN)
    return group[is_picked].assign(is_ambiguous=ambiguous)
