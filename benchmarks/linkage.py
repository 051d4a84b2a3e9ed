"""How long linking one snapshot to the known reports takes, and how that grows with the rows.

    python -m benchmarks.linkage [times...]

Synthetic reports: as many days and states as the real ones and ever more reports on each of them,
with the share of revisions, renamings and new reports that real exports show. `times` multiplies
7,700 known and 7,790 new reports (1, 10 and 100 unless told otherwise).
"""

import sys
import time

import numpy as np
import pandas as pd

from etl.fields import BREACH_TYPES, COLUMNS, ENTITY_TYPES, LOCATIONS, STATES
from etl.linkage import link

KNOWN, NEW = 7_700, 7_790
_REVISED_COUNT, _RENAMED, _NEW_ROWS = 0.05, 0.01, 0.18
_TREES = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Yew")
_KINDS = ("Hospital", "Clinic", "Health Plan", "Dental", "Medical Group", "Pharmacy")


def snapshots(times: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Known reports with `record`, and the next snapshot of them."""
    random = np.random.default_rng(20260701)
    size = KNOWN * times
    known = _reports(size, random).assign(record=np.arange(size))
    stays = known.sample(int(NEW * times * (1 - _NEW_ROWS)), random_state=1)
    revised = random.random(len(stays)) < _REVISED_COUNT
    renamed = random.random(len(stays)) < _RENAMED
    stays = stays.assign(
        individuals_affected=stays["individuals_affected"] + np.where(revised, 40_000, 0),
        entity_name=stays["entity_name"] + np.where(renamed, " d/b/a Elder Care", ""),
    )
    late = _reports(NEW * times - len(stays), random)
    return known, pd.concat([stays[list(COLUMNS)], late], ignore_index=True)


def _reports(size: int, random: np.random.Generator) -> pd.DataFrame:
    names = [
        f"{_TREES[a]} {_TREES[b]} {_KINDS[c]} {number}"
        for a, b, c, number in zip(
            random.integers(0, len(_TREES), size),
            random.integers(0, len(_TREES), size),
            random.integers(0, len(_KINDS), size),
            random.integers(0, max(size // 50, 2), size),
            strict=True,
        )
    ]
    days = pd.Timestamp("2009-10-21") + pd.to_timedelta(random.integers(0, 6_100, size), unit="D")
    return pd.DataFrame(
        {
            "entity_name": names,
            "state": random.choice(sorted(STATES), size),
            "entity_type": random.choice(ENTITY_TYPES, size),
            "individuals_affected": pd.array(
                np.maximum(500, random.lognormal(8.3, 1.9, size)).astype("int64"), dtype="Int64"
            ),
            "submitted_on": days,
            "breach_type": random.choice(BREACH_TYPES, size),
            "location": random.choice(LOCATIONS, size),
            "business_associate_present": pd.array(random.random(size) < 0.2, dtype="boolean"),
            "web_description": pd.Series([None] * size, dtype="str"),
        }
    )


def main(times: list[int]) -> None:
    print(f"{'known':>10} {'new':>10} {'seconds':>8} {'µs a row':>9} {'linked':>8}")
    for factor in times:
        known, new = snapshots(factor)
        began = time.perf_counter()
        links = link(known, new)
        seconds = time.perf_counter() - began
        print(
            f"{len(known):>10,} {len(new):>10,} {seconds:>8.2f} {seconds / len(new) * 1e6:>9.0f} "
            f"{links['record'].notna().mean():>8.1%}"
        )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1, 10, 100])
